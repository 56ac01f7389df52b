import type { Item } from './layout.ts';

/** Pixels from the middle of a marker to its edge, with a little air. */
export const MARK = 8;
/** Between a mark and its label, and after a label. */
export const GAP = 5;
export const AIR = 9;
/** A faded end with a question mark. */
export const TAIL = 30;

export interface Row {
  /** Items in order of time; their stretches never overlap. */
  readonly items: number[];
  /** For each of them: pixels a day from which its label is shown. */
  readonly zmin: number[];
}
export interface Placed {
  readonly rows: readonly Row[];
  /** Items that found no row, in order of time. They are never drawn as marks, always counted. */
  readonly rest: readonly number[];
  /** How much does not show at the zoom where everything is in sight, weighed. */
  readonly hidden: number;
}

/** Pixels that a label needs beyond the stretch of its item, up to the stretch of the next one in its row. */
function needed(left: Item, right: Item): number {
  return MARK + (left.extent.right === 'unknown' ? TAIL : 0) + GAP + left.labelWidth + AIR + MARK + (right.extent.left === 'unknown' ? TAIL : 0);
}

/**
 * Where the label of `left` and the mark of `right` begin to part, in pixels a day. Distances grow with the zoom and
 * labels do not: what fits at one zoom fits at every higher one. Infinite where their stretches meet.
 */
function partingZoom(left: Item, right: Item): number {
  const days = right.extent.a - left.extent.b;
  return days > 0 ? needed(left, right) / days : Infinity;
}

/**
 * Gives each item a row and the zoom from which its label shows: greedy, spans before points (they show at all zooms),
 * then by weight, then by time. An item goes where its label shows soonest; a new row opens only when no row shows it at
 * `fitZoom`. @param most rows at most
 */
export function* placeLane(items: readonly Item[], members: readonly number[], all: readonly number[], most: number, fitZoom: number, widest: number): Generator<void, Placed> {
  const byTime = (one: number, other: number) => items[one]!.extent.a - items[other]!.extent.a || one - other;
  if (members.length === 0) { return { rows: [], rest: [...all].sort(byTime), hidden: 0 }; }
  const isSpan = (index: number) => items[index]!.extent.shape === 'span' ? 0 : 1;
  const order = [...members].sort((one, other) => isSpan(one) - isSpan(other) || items[other]!.weight - items[one]!.weight || byTime(one, other));
  const rows: Row[] = [];
  const rest: number[] = [];
  const reach = widest + 2 * (MARK + TAIL) + GAP + AIR;
  let done = 0;
  for (const index of order) {
    let [bestRow, bestZoom, bestAt] = [-1, Infinity, 0];
    for (let row = 0; row < rows.length; row++) {
      const at = lowerBound(rows[row]!.items, items, items[index]!.extent.a);
      const zoom = zoomIn(rows[row]!, at, items, index, reach, bestZoom);
      if (zoom < bestZoom) { [bestRow, bestZoom, bestAt] = [row, zoom, at]; }
      if (bestZoom === 0) { break; }
    }
    if (bestZoom > fitZoom && rows.length < most) {
      rows.push({ items: [index], zmin: [0] });
    } else if (bestRow < 0) {
      rest.push(index);
    } else {
      rows[bestRow]!.items.splice(bestAt, 0, index);
      rows[bestRow]!.zmin.splice(bestAt, 0, bestZoom);
      if (items[index]!.extent.shape === 'span') { delayLabelsBefore(rows[bestRow]!, bestAt, items); }
    }
    if (++done % 250 === 0) { yield; }
  }
  let hidden = rest.reduce((sum, index) => sum + weigh(items[index]!), 0);
  for (const row of rows) { row.items.forEach((index, at) => { if (row.zmin[at]! > fitZoom) { hidden += weigh(items[index]!); } }); }
  return { rows, rest: rest.sort(byTime), hidden };
}

/**
 * A span shows at every zoom, so the labels before it wait until they have parted from it. Spans are placed first: those
 * further back than two are kept apart by what stands between, whatever room the ends take.
 */
function delayLabelsBefore(row: Row, at: number, items: readonly Item[]): void {
  for (let left = at - 1; left >= Math.max(0, at - 2); left--) {
    row.zmin[left] = Math.max(row.zmin[left]!, partingZoom(items[row.items[left]!]!, items[row.items[at]!]!));
  }
}

const weigh = (item: Item) => item.extent.shape === 'span' ? 3 : 1 + Math.max(0, Math.min(item.weight, 10)) / 10;

/** The first place whose item begins at or after the day. */
function lowerBound(row: readonly number[], items: readonly Item[], day: number): number {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[row[middle]!]!.extent.a < day) { low = middle + 1; } else { high = middle; }
  }
  return low;
}

/** From which zoom the item's label would show at this place of the row; gives up above `limit`. */
function zoomIn(row: Row, at: number, items: readonly Item[], index: number, reach: number, limit: number): number {
  const item = items[index]!;
  let zoom = 0;
  for (let right = at; right < row.items.length; right++) {
    const other = items[row.items[right]!]!;
    zoom = Math.max(zoom, partingZoom(item, other));
    // Those further on are no nearer; only the room that a mark takes to its left can differ.
    if (zoom >= limit || (item.labelWidth + 2 * (MARK + TAIL) + GAP + AIR) / (other.extent.a - item.extent.b) <= zoom) { break; }
  }
  for (let left = at - 1; left >= 0 && zoom < limit; left--) {
    const other = items[row.items[left]!]!;
    zoom = Math.max(zoom, partingZoom(other, item));
    if (reach / (item.extent.a - other.extent.b) <= zoom) { break; }
  }
  return zoom;
}
