import type { Day } from '../dates/types.ts';
import type { Layout, LaneBox } from './layout.ts';
import { markBox, type Drawable, type MarkBox } from './marks.ts';
import { AIR, GAP } from './place.ts';
import { xOf, type View } from './view.ts';

/** Where the lanes stand on the picture; pixels. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How far the lanes are scrolled. */
  readonly scroll: number;
}

/** A mark in sight. */
export interface Shown {
  readonly item: number;
  readonly lane: number;
  readonly y: number;
  readonly box: MarkBox;
  readonly isLabelled: boolean;
  /** Pixels from the begin of the label to the next thing in the row, or to the end of its own mark where it stands on it. */
  readonly room: number;
  /** Pixels that the label has at most, where the picture ends before it would or where it stands before its mark. */
  readonly limit: number | undefined;
}
/** What did not fit at this zoom, in one lane: for each column of pixels of the plot, how many. */
export interface Folded {
  readonly lane: number;
  readonly count: number;
  readonly columns: Uint16Array;
}
export interface Frame {
  readonly shown: readonly Shown[];
  readonly folded: readonly Folded[];
  /** Lanes in sight, `[first, last)`. */
  readonly lanes: readonly [number, number];
}

/** Most marks without a label in one frame: the others are counted with what is folded. */
const MOST_BARE = 220;

/**
 * What a view shows. Every event of a lane in sight whose time is in sight is either shown or counted in `folded`.
 * Reads the layout only; the work grows with what is in sight, not with what there is.
 * @param mostTexts labels, and question marks at unknown ends, at most; where there are more, what shows soonest stays
 */
export function frameOf(layout: Layout, items: readonly Drawable[], view: View, plot: Plot, mostTexts: number): Frame {
  const first = firstLane(layout.lanes, plot.scroll);
  let last = first;
  while (last < layout.lanes.length && layout.lanes[last]!.top < plot.scroll + plot.height) { last++; }
  const labelled: (Shown & { readonly zmin: number })[] = [];
  const bare: Shown[] = [];
  const folded: { lane: number; columns: Uint16Array; count: number }[] = [];
  for (let lane = first; lane < last; lane++) {
    folded.push(collectLane(layout, items, lane, view, plot, labelled, bare));
  }
  const fold = (shown: Shown) => {
    const { a, b } = items[shown.item]!.extent;
    count(folded[shown.lane - first]!, a, b, view, plot.width);
  };
  const textsOf = ({ item, isLabelled }: Shown) => {
    const { left, right } = items[item]!.extent;
    return Number(isLabelled) + Number(left === 'unknown') + Number(right === 'unknown');
  };
  const kept = keepSoonest(labelled, textsOf, mostTexts);
  const left = new Set(kept.length < labelled.length ? kept : []);
  const unlabelled = left.size === 0 ? [] : labelled.filter(shown => !left.has(shown));
  for (const shown of unlabelled) {
    if (items[shown.item]!.extent.shape === 'span') { bare.push({ ...shown, isLabelled: false }); } else { fold(shown); }
  }
  const widest = within(keepWidest(bare, MOST_BARE), textsOf, mostTexts - kept.reduce((sum, shown) => sum + textsOf(shown), 0));
  if (widest.length < bare.length) {
    const stay = new Set(widest);
    for (const shown of bare) { if (!stay.has(shown)) { fold(shown); } }
  }
  return { shown: [...widest, ...kept], folded, lanes: [first, last] };
}

/**
 * A frame that goes on beside another: what that one shows is not placed anew, so that marks and labels run on over the edge.
 * @param dx pixels from where a day stands there to where it stands here
 */
export function goneOn(own: Frame, plot: Plot, other: Frame, dx: number): Frame {
  const nameOf = ({ lane, item }: Shown) => `${lane}:${item}`;
  const known = new Set(other.shown.map(nameOf));
  const moved = other.shown.map(shown => {
    const { left, right, middle, label } = shown.box;
    return { ...shown, box: { ...shown.box, left: left + dx, right: right + dx, middle: middle + dx, label: label + dx } };
  });
  return { ...own, shown: [...own.shown.filter(shown => !known.has(nameOf(shown))), ...moved.filter(({ box }) => box.left < plot.left + plot.width && box.right > plot.left)] };
}

function firstLane(lanes: readonly LaneBox[], scroll: number): number {
  let [low, high] = [0, lanes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lanes[middle]!.top + lanes[middle]!.height <= scroll) { low = middle + 1; } else { high = middle; }
  }
  return low;
}

/** The column that counts what lies between two days, or -1 where that is out of sight. What is partly in sight is counted at the edge that it leaves by. */
export function columnOf(a: Day, b: Day, view: View, width: number): number {
  return xOf(view, b) >= 0 && xOf(view, a) <= width ? Math.min(Math.max(Math.floor(xOf(view, (a + b) / 2)), 0), width - 1) : -1;
}

function count(entry: { columns: Uint16Array; count: number }, a: Day, b: Day, view: View, width: number): void {
  const column = columnOf(a, b, view, width);
  if (column < 0) { return; }
  entry.columns[column]!++;
  entry.count++;
}

function collectLane(
  layout: Layout, items: readonly Drawable[], lane: number, view: View, plot: Plot, labelled: (Shown & { readonly zmin: number })[], bare: Shown[],
): { lane: number; columns: Uint16Array; count: number } {
  const box = layout.lanes[lane]!;
  const entry = { lane, count: 0, columns: new Uint16Array(Math.max(1, Math.ceil(plot.width))) };
  const to = view.left + (plot.width + 40) / view.zoom;
  const from = view.left - 40 / view.zoom;
  const end = plot.left + plot.width;
  const fromLabelled = view.left - (layout.widest + 80) / view.zoom;
  box.placed.rows.forEach((row, index) => {
    const y = plot.top + box.top - plot.scroll + layout.metrics.laneTop + index * layout.metrics.row + layout.metrics.row / 2;
    let before: { room: number; readonly item: number; readonly box: MarkBox; readonly isLabelled: boolean; readonly limit: number | undefined } | undefined;
    const show = (shown: Omit<Shown, 'room' | 'limit'>): Shown => {
      const item = items[shown.item]!;
      const { box } = shown;
      const taken = before === undefined ? plot.left : Math.max(plot.left, before.box.right, before.isLabelled && before.limit === undefined && !before.box.isInside ? before.box.label + items[before.item]!.labelWidth : 0);
      const next = { ...shown, room: roomOn(box, item, end), ...shown.isLabelled ? atEdge(box, item.labelWidth, taken + AIR, end) : { limit: undefined } };
      if (before !== undefined && !before.box.isInside) { before.room = Math.min(end, next.box.left - AIR) - before.box.label; }
      return before = next;
    };
    const { days, zmin, zbar } = row;
    const boxOf = (at: number) => markBox(items[row.items[at]!]!, view, plot.left, plot.width);
    for (let at = firstEndingAfter(days, fromLabelled); at < zmin.length; at++) {
      const a = days[2 * at]!;
      const b = days[2 * at + 1]!;
      if (a > to) {
        // What comes next is out of sight: it may still end the room of a label that stands in sight.
        if (before !== undefined && !before.box.isInside) { before.room = Math.min(before.room, plot.left + xOf(view, a) - 40 - before.box.label); }
        break;
      }
      if (zmin[at]! <= view.zoom) {
        labelled.push(Object.assign(show({ item: row.items[at]!, lane, y, box: boxOf(at), isLabelled: true }), { zmin: zmin[at]! }));
      } else if (b >= from) {
        if (zbar[at]! <= view.zoom && (b - a) * view.zoom >= 2) {
          bare.push(show({ item: row.items[at]!, lane, y, box: boxOf(at), isLabelled: false }));
        } else { count(entry, a, b, view, plot.width); }
      }
    }
  });
  const { restDays } = box.placed;
  for (let at = 0; at < restDays.length && restDays[at]! <= to; at += 2) { count(entry, restDays[at]!, restDays[at + 1]!, view, plot.width); }
  return entry;
}

/** A label that would leave the picture stands before its mark where that is free, and else ends where the picture does. */
function atEdge(box: MarkBox, width: number, free: number, end: number): { readonly box: MarkBox; readonly limit: number | undefined } {
  if (box.label + width <= end || box.left >= end) { return { box, limit: undefined }; }
  const label = box.left - GAP - width;
  return label >= free && !box.isInside ? { box: { ...box, label, left: label }, limit: width } : { box, limit: end - box.label };
}

function roomOn(box: MarkBox, item: Drawable, end: number): number {
  return box.isInside ? Math.max(item.labelWidth, Math.min(end, box.right - 12) - box.label) : end - box.label;
}

/** Rows are in order of time and their items never overlap, so their ends are in order as well. */
function firstEndingAfter(days: Float64Array, day: Day): number {
  let [low, high] = [0, days.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[2 * middle + 1]! < day) { low = middle + 1; } else { high = middle; }
  }
  return low;
}

function keepSoonest<T extends Shown & { readonly zmin: number }>(labelled: readonly T[], textsOf: (shown: Shown) => number, most: number): readonly T[] {
  if (labelled.reduce((sum, shown) => sum + textsOf(shown), 0) <= most) { return labelled; }
  return within([...labelled].sort((one, other) => one.zmin - other.zmin || one.item - other.item), textsOf, most);
}

/** The first of a list, as many as so many texts allow; what has none always stays. */
function within<T extends Shown>(list: readonly T[], textsOf: (shown: Shown) => number, most: number): readonly T[] {
  let texts = 0;
  return list.filter(shown => {
    const own = textsOf(shown);
    if (own > 0) { texts += own; }
    return own === 0 || texts <= most;
  });
}

function keepWidest(bare: readonly Shown[], most: number): readonly Shown[] {
  if (bare.length <= most) { return bare; }
  const width = (shown: Shown) => shown.box.right - shown.box.left;
  return [...bare].sort((one, other) => width(other) - width(one)).slice(0, most);
}
