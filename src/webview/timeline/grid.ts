import { el, place } from '../dom.ts';
import type { Model } from './model.ts';
import type { Picture } from './picture.ts';
import { countText } from '../../core/timeline/layout.ts';
import { xOf } from '../../core/timeline/view.ts';
import { t } from '../../core/l10n.ts';

/** Cells at most; what is further away comes when one moves there. */
const MOST_CELLS = 400;

export interface Focus {
  readonly lane: number;
  /** Number of the item, or -1 for the name of the lane. */
  readonly item: number;
}

/**
 * The same timeline as a grid for focus and screen readers, above the canvas: a row for each lane in sight, a cell for
 * each event in sight, each exactly where its mark is. One stop of the Tab key; arrows move within.
 */
export class Grid {
  readonly element = el('div', { class: 'grid', role: 'grid', 'aria-label': t('Events by lane. Arrow keys move, Space opens the card, Enter inserts the citation.') });
  readonly #model: Model;
  readonly #picture: Picture;
  #focus: Focus | undefined;
  #cells = new Map<string, HTMLElement>();
  #selected = -1;

  constructor(model: Model, picture: Picture) {
    this.#model = model;
    this.#picture = picture;
  }

  get focused(): Focus | undefined { return this.#focus; }

  get hasFocus(): boolean { return this.element.contains(document.activeElement); }

  /** Cells for what the last frame shows. The focus stays on its event. */
  build(): void {
    const { drawn, layout } = this.#picture;
    if (drawn === undefined || layout === undefined) { return; }
    const hadFocus = this.hasFocus;
    this.#cells = new Map();
    const rows: HTMLElement[] = [];
    const { header } = this.#picture;
    const mentioned = this.#model.mentioned();
    this.#selected = this.#model.indexOf(this.#model.state.selected);
    let room = MOST_CELLS;
    for (let lane = drawn.frame.lanes[0]; lane < drawn.frame.lanes[1]; lane++) {
      const box = layout.lanes[lane]!;
      const top = this.#picture.axisHeight + box.top - this.#picture.scroll;
      const head = el('div', { role: 'rowheader', tabindex: '-1', class: 'cell head', 'aria-expanded': String(!box.isCollapsed) }, el('span', { class: 'unseen' }, `${box.title}, ${countText(box)}`));
      place(head, 0, top, header - 1, box.height - 1);
      this.#cells.set(`${lane}:-1`, head);
      const cells = drawn.frame.shown.filter(shown => shown.lane === lane).sort((one, other) => this.#compare(one.item, other.item)).slice(0, Math.max(0, room));
      room -= cells.length;
      const elements = cells.map(shown => {
        const cell = this.#cell(shown.item, lane, mentioned);
        place(cell, shown.box.left - 4, shown.y - 10, Math.max(16, this.#picture.rightOf(shown) - shown.box.left + 8), 20);
        return cell;
      });
      const focused = this.#focus;
      if (focused?.lane === lane && focused.item >= 0 && !this.#cells.has(`${lane}:${focused.item}`)) {
        const item = this.#picture.items[focused.item];
        if (item !== undefined) {
          const cell = this.#cell(focused.item, lane, mentioned);
          const x = header + xOf(this.#picture.view, (item.extent.outerA + item.extent.outerB) / 2);
          cell.classList.add('folded');
          cell.dataset['label'] = item.label;
          place(cell, Math.max(header, Math.min(x - 6, this.#picture.width - 12)), top + box.height - 15, 12, 14);
          elements.push(cell);
        }
      }
      rows.push(el('div', { role: 'row', 'aria-rowindex': String(lane + 1) }, head, ...elements));
    }
    this.element.setAttribute('aria-rowcount', String(layout.lanes.length));
    this.element.replaceChildren(...rows);
    this.#rove(hadFocus);
  }

  /** Moves the focus to an item or to the name of a lane; what is not in sight comes into sight. */
  moveTo(focus: Focus): void {
    this.#focus = focus;
    const known = this.#cells.get(`${focus.lane}:${focus.item}`);
    if (known === undefined || known.classList.contains('folded')) {
      if (focus.item >= 0) { this.#picture.reveal(focus.item, focus.lane); }
      else { this.#picture.scrollTo(this.#picture.layout?.lanes[focus.lane]?.top ?? 0); }
      this.#picture.drawNow();
      this.build();
    }
    this.#rove(true);
  }

  /** The first lane that an item stands in. */
  laneOf(item: number): number {
    return this.#picture.layout?.lanes.findIndex(box => box.placed.rows.some(row => row.items.includes(item)) || box.placed.rest.includes(item)) ?? -1;
  }

  #compare(one: number, other: number): number {
    const { items } = this.#picture;
    return (items[one]?.extent.a ?? 0) - (items[other]?.extent.a ?? 0) || one - other;
  }

  #cell(item: number, lane: number, mentioned: ReadonlySet<number> | undefined): HTMLElement {
    const isSelected = this.#selected === item;
    const name = `${this.#picture.items[item]?.name ?? ''}${mentioned?.has(item) === true && this.#model.eventAt(item) !== undefined ? t(', in the draft') : ''}`;
    const cell = el('div', { role: 'gridcell', tabindex: '-1', class: isSelected ? 'cell selected' : 'cell', 'aria-selected': String(isSelected), 'aria-label': name });
    cell.dataset['item'] = String(item);
    cell.dataset['lane'] = String(lane);
    this.#cells.set(`${lane}:${item}`, cell);
    return cell;
  }

  /** One stop of the Tab key: the focused cell, else the first. */
  #rove(isToFocus: boolean): void {
    const focus = this.#focus;
    const cell = (focus === undefined ? undefined : this.#cells.get(`${focus.lane}:${focus.item}`)) ?? this.#cells.values().next().value;
    for (const other of this.#cells.values()) { other.tabIndex = other === cell ? 0 : -1; }
    if (isToFocus) { cell?.focus({ preventScroll: true }); }
  }
}
