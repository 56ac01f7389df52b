import type { Fold } from '../../core/timeline/draw.ts';
import { t } from '../../core/l10n.ts';
import type { CardDto } from '../../core/timeline/types.ts';
import { AsOf } from './asOf.ts';
import { CardPanel } from './card.ts';
import { fitSelection, nextMention, revealFold } from './goTo.ts';
import { listenToKeys } from './keys.ts';
import { Legend } from './legend.ts';
import { ListView } from './list.ts';
import { Minimap } from './minimap.ts';
import { NarrativeStrip } from './narrative.ts';
import type { Page } from './page.ts';
import { Panning } from './panning.ts';
import { listenToPointer } from './pointer.ts';
import { Toolbar } from './toolbar.ts';
import '../toolkit/elements.ts';

/**
 * What stands around the picture: pointer and keys, toolbar and chips, the as-of line's slider, the card, the list, the order of telling, all
 * of time in a strip, the legend. It comes after the picture, in a script of its own, and knows the page; the page knows only this class.
 */
export class Around {
  readonly #page: Page;
  readonly #toolbar: Toolbar;
  readonly #asOf: AsOf;
  readonly #card: CardPanel;
  readonly #list: ListView;
  readonly #narrative: NarrativeStrip;
  readonly #minimap: Minimap;
  readonly #legend = new Legend();

  constructor(page: Page) {
    this.#page = page;
    const { model, picture } = page;
    this.#asOf = new AsOf(day => { page.setState({ asOf: day }); });
    this.#card = new CardPanel({
      insertCitation: citation => { page.post({ type: 'insertCitation', citation }); },
      insertEvent: id => { page.post({ type: 'insertEvent', id }); },
      openEntry: id => { page.post({ type: 'openEntry', id }); },
      revealInTree: id => { page.post({ type: 'revealInTree', id }); },
      go: id => { page.reveal(id, true); },
      filterActor: id => { page.setFilter({ ...model.state.filter, actors: [...new Set([...model.state.filter.actors, id])] }); },
      close: () => { page.close(); },
    });
    this.#list = new ListView(model, { open: id => { page.open(id); }, insert: id => { page.insertCitation(model.indexOf(id)); } });
    this.#minimap = new Minimap(model, picture, page.pending);
    this.#narrative = new NarrativeStrip(model, picture, offset => { page.post({ type: 'openMention', offset }); });
    this.#toolbar = new Toolbar(model, {
      setFilter: filter => { page.setFilter(filter); },
      group: grouping => { page.setState({ grouping }, true); },
      setOnlyMatches: isOnlyMatches => { page.setState({ isOnlyMatches }, true); },
      setMode: mode => { page.setMode(mode); },
      zoom: factor => { picture.zoom(factor); },
      fit: () => { picture.fit(); },
      fitSelection: () => { fitSelection(page); },
      toggleAsOf: () => { page.setState({ asOf: model.state.asOf === null ? Math.floor(picture.spanInSight().reduce((sum, day) => sum + day, 0) / 2) : null }); },
      toggleNarrative: () => { page.setState({ isNarrative: !model.state.isNarrative }); },
      export: () => { page.post({ type: 'export', state: { ...model.state, span: null } }); },
    });
    picture.panning = new Panning(page.canvas, picture);
    this.#listen();
    page.top.append(this.#toolbar.element, this.#toolbar.chips, this.#asOf.element);
    page.work.append(this.#list.element, this.#card.element);
    page.bottom.append(this.#narrative.element, this.#minimap.element, this.#legend.element);
  }

  #listen(): void {
    const page = this.#page;
    const withEvent = (item: number, run: (id: string) => void) => { const event = page.model.eventAt(item); if (event !== undefined) { run(event.id); } };
    listenToPointer(page.stage, page.picture, {
      press: hit => { page.press(hit); },
      choose: range => {
        page.setFilter({ ...page.model.state.filter, range });
        page.post({ type: 'askParagraphs', range });
      },
      moveLane: (lane, before) => { page.moveLane(lane, before > lane ? before - 1 : before); },
      hover: (hit, x, y) => { page.hover(hit, x, y); },
    });
    listenToKeys(page.grid, page.picture, {
      card: focus => { withEvent(focus.item, id => { page.open(id, true); }); },
      insertCitation: item => { page.insertCitation(item); },
      insertEvent: item => { withEvent(item, id => { page.post({ type: 'insertEvent', id }); }); },
      openEntry: item => { withEvent(item, id => { page.post({ type: 'openEntry', id }); }); },
      revealInTree: item => { withEvent(item, id => { page.post({ type: 'revealInTree', id }); }); },
      nextMention: focus => { nextMention(page, focus); },
      paragraphs: item => {
        const { extent } = page.picture.items[item] ?? {};
        if (extent !== undefined) { page.post({ type: 'askParagraphs', range: [extent.outerA, extent.outerB] }); }
      },
      toggleLane: lane => { page.toggleLane(lane); },
      moveLane: (lane, step) => {
        page.moveLane(lane, lane + step);
        page.grid.moveTo({ lane: Math.max(0, lane + step), item: -1 });
      },
      fitSelection: () => { fitSelection(page); },
      close: () => { page.close(); },
      toggleMode: () => { page.setMode(page.model.state.mode === 'list' ? 'chart' : 'list'); },
    });
  }

  /** The state, the draft or the events have changed. */
  update(): void {
    const { model, picture } = this.#page;
    const isList = model.state.mode === 'list';
    this.#toolbar.update();
    this.#asOf.update(model.data, model.state.asOf, picture.domain);
    this.#narrative.update(model.state.isNarrative && !isList);
    this.#list.element.hidden = !isList;
    this.#minimap.element.hidden = isList;
    this.#legend.element.hidden = isList;
    if (isList) { this.#list.build(); }
  }

  /** Events, mentions or colours of the picture have changed. */
  overview(): void { this.#minimap.reset(); }

  /** So they have for the legend. */
  explain(): void {
    const { model, picture } = this.#page;
    this.#legend.build(picture.items, picture.theme, model.draft !== null);
  }

  drawn(): void {
    this.#narrative.draw();
    this.#minimap.draw();
  }

  focusList(): void { this.#list.element.focus(); }

  get isCardOpen(): boolean { return this.#card.isOpen; }
  get isCardFocused(): boolean { return this.#card.element.contains(document.activeElement); }

  showCard(card: CardDto, isToFocus: boolean): void {
    const mention = this.#page.model.draft?.mentions.find(one => one.id === card.id);
    this.#card.show(card, mention === undefined ? undefined : { count: mention.count, open: () => { this.#page.post({ type: 'openMention', offset: mention.offset }); } });
    if (isToFocus) { this.#card.focus(); }
  }

  /** Goes to the zoom at which everything in the fold has its label; where there is none, lists it. */
  openFold(fold: Fold): void {
    const events = revealFold(this.#page, fold);
    if (events.length > 0) { this.#card.showList(events.length === 1 ? t('1 event here') : t('{0} events here', events.length), events.slice(0, 500).map(event => ({ id: event.id, title: event.title, detail: event.date.text }))); }
  }

  hideCard(): void { this.#card.hide(); }
}

