import type { Layout, LaneBox } from './layout.ts';
import { markBox, type Drawable, type MarkBox } from './marks.ts';
import { AIR } from './place.ts';
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
  const folded: Folded[] = [];
  for (let lane = first; lane < last; lane++) {
    folded.push(collectLane(layout, items, lane, view, plot, labelled, bare));
  }
  const fold = (shown: Shown) => {
    const entry = folded[shown.lane - first]!;
    count(entry, xOf(view, middleOf(items[shown.item]!)), plot.width);
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

function firstLane(lanes: readonly LaneBox[], scroll: number): number {
  let [low, high] = [0, lanes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lanes[middle]!.top + lanes[middle]!.height <= scroll) { low = middle + 1; } else { high = middle; }
  }
  return low;
}

const middleOf = (item: Drawable) => (item.extent.outerA + item.extent.outerB) / 2;

function count(entry: { columns: Uint16Array; count: number } | Folded, x: number, width: number): void {
  // What stands partly in sight is counted at the edge that it leaves by.
  const column = Math.min(Math.max(Math.floor(x), 0), width - 1);
  entry.columns[column]!++;
  (entry as { count: number }).count++;
}

function collectLane(
  layout: Layout, items: readonly Drawable[], lane: number, view: View, plot: Plot, labelled: (Shown & { readonly zmin: number })[], bare: Shown[],
): Folded {
  const box = layout.lanes[lane]!;
  const entry = { lane, count: 0, columns: new Uint16Array(Math.max(1, Math.ceil(plot.width))) };
  const to = view.left + (plot.width + 40) / view.zoom;
  const from = view.left - 40 / view.zoom;
  const fromLabelled = view.left - (layout.widest + 80) / view.zoom;
  box.placed.rows.forEach((row, index) => {
    const y = plot.top + box.top - plot.scroll + layout.metrics.laneTop + index * layout.metrics.row + layout.metrics.row / 2;
    let before: { room: number; readonly box: MarkBox } | undefined;
    const show = (shown: Omit<Shown, 'room'>): Shown => {
      const next = { ...shown, room: roomOn(shown.box, items[shown.item]!) };
      if (before !== undefined && !before.box.isInside) { before.room = shown.box.left - before.box.label - AIR; }
      return before = next;
    };
    for (let at = firstEndingAfter(row.items, items, fromLabelled); at < row.items.length; at++) {
      const item = items[row.items[at]!]!;
      if (item.extent.a > to) {
        // What comes next is out of sight: it may still end the room of a label that stands in sight.
        if (before !== undefined && !before.box.isInside) { before.room = Math.min(before.room, plot.left + xOf(view, item.extent.a) - 40 - before.box.label); }
        break;
      }
      if (row.zmin[at]! <= view.zoom) {
        labelled.push(Object.assign(show({ item: row.items[at]!, lane, y, box: markBox(item, view, plot.left, plot.width), isLabelled: true }), { zmin: row.zmin[at]! }));
      } else if (item.extent.b >= from) {
        if (item.extent.shape === 'span' && row.zbar[at]! <= view.zoom && (item.extent.b - item.extent.a) * view.zoom >= 2) {
          bare.push(show({ item: row.items[at]!, lane, y, box: markBox(item, view, plot.left, plot.width), isLabelled: false }));
        } else if (isInSight(item, view, plot.width)) { count(entry, xOf(view, middleOf(item)), plot.width); }
      }
    }
  });
  for (const index of box.placed.rest) {
    const item = items[index]!;
    if (item.extent.a > to) { break; }
    if (isInSight(item, view, plot.width)) { count(entry, xOf(view, middleOf(item)), plot.width); }
  }
  return entry;
}

function roomOn(box: MarkBox, item: Drawable): number {
  return box.isInside ? Math.max(item.labelWidth, box.right - 12 - box.label) : Infinity;
}

function isInSight(item: Drawable, view: View, width: number): boolean {
  return xOf(view, item.extent.b) >= 0 && xOf(view, item.extent.a) <= width;
}

/** Rows are in order of time and their items never overlap, so their ends are in order as well. */
function firstEndingAfter(row: readonly number[], items: readonly Drawable[], day: number): number {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[row[middle]!]!.extent.b < day) { low = middle + 1; } else { high = middle; }
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

/** The folded items of a lane that stand between two columns of the plot, in order of time. */
export function foldedBetween(layout: Layout, items: readonly Drawable[], frame: Frame, lane: number, view: View, plot: Plot, fromX: number, toX: number): number[] {
  const shown = new Set(frame.shown.filter(mark => mark.lane === lane).map(mark => mark.item));
  const box = layout.lanes[lane];
  if (box === undefined) { return []; }
  const all = [...box.placed.rows.flatMap(row => row.items), ...box.placed.rest];
  return all.filter(index => {
    if (shown.has(index) || !isInSight(items[index]!, view, plot.width)) { return false; }
    const x = Math.min(Math.max(Math.floor(xOf(view, middleOf(items[index]!))), 0), plot.width - 1);
    return fromX <= x && x <= toX;
  }).sort((one, other) => items[one]!.extent.a - items[other]!.extent.a);
}

/** The zoom from which all of these show their labels, or `Infinity` when some never do. */
export function revealingZoom(layout: Layout, lane: number, members: readonly number[]): number {
  const wanted = new Set(members);
  let [zoom, found] = [0, 0];
  for (const row of layout.lanes[lane]?.placed.rows ?? []) {
    row.items.forEach((item, at) => { if (wanted.has(item)) { found++; zoom = Math.max(zoom, row.zmin[at]!); } });
  }
  return found === wanted.size ? zoom : Infinity;
}
