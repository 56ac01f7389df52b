import type { Focus, Grid } from './grid.ts';
import { across, end, neighbour } from './moves.ts';
import type { Picture } from './picture.ts';

export interface KeyActions {
  card(focus: Focus): void;
  insertCitation(item: number): void;
  insertEvent(item: number): void;
  openEntry(item: number): void;
  revealInTree(item: number): void;
  nextMention(focus: Focus | undefined): void;
  /** The paragraphs of the draft that speak of the time of the event. */
  paragraphs(item: number): void;
  toggleLane(lane: number): void;
  moveLane(lane: number, step: 1 | -1): void;
  fitSelection(): void;
  close(): void;
  toggleMode(): void;
}

/**
 * Everything by keyboard. In the grid: arrows, Home, End, Page Up and Down move; Space opens the card, Enter inserts the
 * citation, Shift+Enter name and date with it, O opens the entry, S shows it in the sidebar, C inserts the citation, M goes to the next event that
 * the draft names, P lists the paragraphs that speak of its time; Shift with an arrow pans, + − 0 zoom, F fits to the
 * selection, Esc closes. On the name of a lane Space folds it and Alt with an arrow moves it.
 */
export function listenToKeys(grid: Grid, picture: Picture, actions: KeyActions): void {
  const move = (focus: Focus | undefined) => { if (focus !== undefined) { grid.moveTo(focus); } };
  grid.element.addEventListener('focusin', event => {
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const item = target?.dataset['item'];
    // The page was tabbed into: from here the keys know where they are.
    if (grid.focused === undefined) { grid.moveTo(item === undefined ? { lane: picture.drawn?.frame.lanes[0] ?? 0, item: -1 } : { lane: Number(target?.dataset['lane']), item: Number(item) }); }
  });
  grid.element.addEventListener('click', () => { if (grid.focused !== undefined) { actions.card(grid.focused); } });
  grid.element.addEventListener('keydown', event => {
    const focus = grid.focused;
    if (focus === undefined || event.metaKey) { return; }
    const isItem = focus.item >= 0;
    const run = (action: () => void) => {
      event.preventDefault();
      action();
    };
    switch (event.key) {
      case 'ArrowLeft': case 'ArrowRight': {
        const step = event.key === 'ArrowLeft' ? -1 : 1;
        run(() => { if (event.shiftKey) { picture.pan(step * picture.plotWidth / 4); } else { move(neighbour(picture, focus, step)); } });
        break;
      }
      case 'ArrowUp': case 'ArrowDown': {
        const step = event.key === 'ArrowUp' ? -1 : 1;
        run(() => { if (event.altKey && !isItem) { actions.moveLane(focus.lane, step); } else { move(across(picture, focus, step)); } });
        break;
      }
      case 'Home': run(() => { move(end(picture, event.ctrlKey ? 0 : focus.lane, 0)); }); break;
      case 'End': run(() => { move(end(picture, event.ctrlKey ? (picture.layout?.lanes.length ?? 1) - 1 : focus.lane, -1)); }); break;
      case 'PageUp': run(() => { move(across(picture, focus, -5)); }); break;
      case 'PageDown': run(() => { move(across(picture, focus, 5)); }); break;
      case ' ': run(() => { if (isItem) { actions.card(focus); } else { actions.toggleLane(focus.lane); } }); break;
      case 'Enter':
        run(() => { if (!isItem) { actions.toggleLane(focus.lane); } else if (event.shiftKey) { actions.insertEvent(focus.item); } else { actions.insertCitation(focus.item); } });
        break;
      case 'c': case 'C': if (isItem && !event.ctrlKey) { run(() => { actions.insertCitation(focus.item); }); } break;
      case 'o': case 'O': if (isItem && !event.ctrlKey) { run(() => { actions.openEntry(focus.item); }); } break;
      case 's': case 'S': if (isItem && !event.ctrlKey) { run(() => { actions.revealInTree(focus.item); }); } break;
      case 'p': case 'P': if (isItem && !event.ctrlKey) { run(() => { actions.paragraphs(focus.item); }); } break;
      case 'm': case 'M': if (!event.ctrlKey) { run(() => { actions.nextMention(focus); }); } break;
      default:
    }
  });
  document.addEventListener('keydown', event => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.key === 'Escape') { actions.close(); return; }
    if (target.closest('select, input') !== null || event.ctrlKey || event.metaKey || event.altKey) { return; }
    switch (event.key) {
      case '+': case '=': event.preventDefault(); picture.zoom(1.6); break;
      case '-': case '−': event.preventDefault(); picture.zoom(1 / 1.6); break;
      case '0': event.preventDefault(); picture.fit(); break;
      case 'f': case 'F': event.preventDefault(); actions.fitSelection(); break;
      case 'l': case 'L': event.preventDefault(); actions.toggleMode(); break;
      default:
    }
  });
}
