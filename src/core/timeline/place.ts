import type { Item } from './layout.ts';

/** Pixels from the middle of a marker to its edge, with a little air. */
export const MARK = 8;
/** Between a mark and its label, and after a label. */
export const GAP = 5;
export const AIR = 9;
/** A faded end with a question mark. */
export const TAIL = 30;
/** Between the edge of a span and a label that stands on it. */
export const PAD = 8;

interface Growing {
  readonly items: number[];
  readonly zmin: number[];
  readonly zbar: number[];
}
export interface Row {
  /** Items in order of time; their stretches never overlap. */
  readonly items: readonly number[];
  /** For each of them: pixels a day from which its label is shown. */
  readonly zmin: Float64Array;
  /** For each of them: pixels a day from which a span is drawn without a label. Never for a point: it is drawn with its label only. */
  readonly zbar: Float64Array;
  /** For each of them its first and its last day: what is counted in each frame is read here, one beside the other. */
  readonly days: Float64Array;
}
export interface Placed {
  readonly rows: readonly Row[];
  /** Items that found no row, in order of time. They are never drawn as marks, always counted. */
  readonly rest: readonly number[];
  /** For each of these its first and its last day. */
  readonly restDays: Float64Array;
  /** How much does not show at the zoom where everything is in sight, weighed. */
  readonly hidden: number;
}

/** Spans of so many pixels, where everything is in sight, are what the eye holds on to: they come before all points. */
const LONG = 60;
/** Shares of the weightiest that are placed before the others. */
const TIERS = [0.15, 0.5, 1] as const;

/** Items that are placed between two looks at the clock, which is that of whoever takes the steps. */
const SOME = 50;

const isSpan = (item: Item) => item.extent.shape === 'span';
/** From which zoom a mark is drawn without its label where nothing is in its way. */
const bareZoom = (item: Item) => isSpan(item) ? 0 : Infinity;
/** Pixels that a mark takes to the left of its stretch. */
const before = (item: Item) => MARK + (item.extent.left === 'unknown' ? TAIL : 0);
/** Pixels that a mark with its label takes to the right of its stretch, where the label does not stand on it. */
const after = (item: Item) => MARK + (item.extent.right === 'unknown' ? TAIL : 0) + GAP + item.labelWidth + AIR;
/** From this zoom on the label of a span stands on it. */
export const insideZoom = (item: Item) => isSpan(item) ? (item.labelWidth + 2 * PAD + 8) / (item.extent.b - item.extent.a) : Infinity;

/**
 * Where the label of `left` and the mark of `right` begin to part, in pixels a day. Distances grow with the zoom and
 * labels do not: what fits at one zoom fits at every higher one. Infinite where their stretches meet.
 */
function partingZoom(left: Item, right: Item): number {
  const days = right.extent.a - left.extent.b;
  return days > 0 ? Math.min((after(left) + before(right)) / days, Math.max(insideZoom(left), (before(right) + TAIL) / days)) : Infinity;
}

/**
 * Gives each item a row, and the zooms from which it and its label show. What the eye holds on to comes first, then at the
 * zoom where everything is in sight as many labels as the rows hold, the weightiest before the others; what is left goes
 * where it shows soonest. @param most rows at most
 */
export function* placeLane(items: readonly Item[], members: readonly number[], all: readonly number[], most: number, fitZoom: number, widest: number): Generator<void, Placed> {
  const byTime = (one: number, other: number) => items[one]!.extent.a - items[other]!.extent.a || one - other;
  const placed = (rows: readonly Growing[], rest: readonly number[], hidden: number): Placed => ({
    // Copies take no more room than they need.
    rows: rows.map(row => ({ items: row.items.slice(), zmin: new Float64Array(row.zmin), zbar: new Float64Array(row.zbar), days: daysOf(items, row.items) })), rest, restDays: daysOf(items, rest), hidden,
  });
  if (members.length === 0) { return placed([], [...all].sort(byTime), 0); }
  const rows: Growing[] = [];
  const rest: number[] = [];
  const reach = widest + 2 * (MARK + TAIL) + GAP + AIR;
  const byWeight = (one: number, other: number) => items[other]!.weight - items[one]!.weight || byTime(one, other);
  let left: number[] = [];
  let done = 0;
  const isLong = (index: number) => isSpan(items[index]!) && (items[index]!.extent.b - items[index]!.extent.a) * fitZoom >= LONG;
  for (const index of members.filter(isLong).sort(byWeight)) {
    if (done++ % SOME === 0) { yield; }
    if (!placeSoonest(rows, items, index, reach, most, fitZoom)) { rest.push(index); }
  }
  yield;
  const others = members.filter(index => !isLong(index)).sort(byWeight);
  let from = 0;
  for (const share of TIERS) {
    yield;
    const to = Math.ceil(others.length * share);
    const tier = others.slice(from, to).sort((one, other) => endAt(items[one]!, fitZoom) - endAt(items[other]!, fitZoom) || one - other);
    from = to;
    for (const index of tier) {
      if (done++ % SOME === 0) { yield; }
      if (!placeAt(rows, items, index, most, fitZoom)) { left.push(index); }
    }
  }
  yield;
  left = left.sort(byWeight);
  for (const index of left) {
    if (done++ % SOME === 0) { yield; }
    if (!placeSoonest(rows, items, index, reach, most, fitZoom)) { rest.push(index); }
  }
  let hidden = rest.reduce((sum, index) => sum + weigh(items[index]!), 0);
  for (const row of rows) { row.items.forEach((index, at) => { if (row.zmin[at]! > fitZoom) { hidden += weigh(items[index]!); } }); }
  yield;
  return placed(rows, rest.sort(byTime), hidden);
}

function daysOf(items: readonly Item[], members: readonly number[]): Float64Array {
  const days = new Float64Array(2 * members.length);
  members.forEach((index, at) => {
    const { a, b } = items[index]!.extent;
    days[2 * at] = a;
    days[2 * at + 1] = b;
  });
  return days;
}

const weigh = (item: Item) => isSpan(item) ? 3 : 1 + Math.max(0, Math.min(item.weight, 10)) / 10;

/** Where an item with its label ends at a zoom, in pixels from the beginning of time. */
const endAt = (item: Item, zoom: number) => item.extent.b * zoom + (zoom >= insideZoom(item) ? TAIL : after(item));

function insert(row: Growing, at: number, index: number, zmin: number, zbar: number): void {
  row.items.splice(at, 0, index);
  row.zmin.splice(at, 0, zmin);
  row.zbar.splice(at, 0, zbar);
}

/** Puts an item with its label where it leaves the smallest gap at a zoom; nothing that is there gives way. @returns false where there is no room */
function placeAt(rows: Growing[], items: readonly Item[], index: number, most: number, zoom: number): boolean {
  const item = items[index]!;
  const begin = item.extent.a * zoom - before(item);
  const end = endAt(item, zoom);
  let [bestRow, bestAt, bestGap] = [-1, 0, Infinity];
  for (let row = 0; row < rows.length; row++) {
    const own = rows[row]!.items;
    const at = lowerBound(own, items, item.extent.a);
    const [one, other] = [items[own[at - 1] ?? -1], items[own[at] ?? -1]];
    const gap = one === undefined ? 1e9 : begin - endAt(one, zoom);
    const isFree = gap >= 0 && (other === undefined || (end <= other.extent.a * zoom - before(other) && item.extent.b < other.extent.a)) && (one === undefined || one.extent.b < item.extent.a);
    if (isFree && gap < bestGap) { [bestRow, bestAt, bestGap] = [row, at, gap]; }
  }
  if (bestRow < 0) {
    if (rows.length >= most) { return false; }
    rows.push({ items: [index], zmin: [0], zbar: [bareZoom(item)] });
    return true;
  }
  const row = rows[bestRow]!;
  insert(row, bestAt, index, Math.min(zoom, zoomIn(row, bestAt, items, index, Infinity, Infinity)), bareZoom(item));
  return true;
}

/** Puts an item where its label shows soonest; a new row opens only when no row shows it where everything is in sight. @returns false where its stretch has no room */
function placeSoonest(rows: Growing[], items: readonly Item[], index: number, reach: number, most: number, fitZoom: number): boolean {
  let [bestRow, bestZoom, bestAt] = [-1, Infinity, 0];
  for (let row = 0; row < rows.length; row++) {
    const at = lowerBound(rows[row]!.items, items, items[index]!.extent.a);
    const zoom = zoomIn(rows[row]!, at, items, index, reach, bestZoom);
    if (zoom < bestZoom) { [bestRow, bestZoom, bestAt] = [row, zoom, at]; }
    if (bestZoom === 0) { break; }
  }
  if (bestZoom > fitZoom && rows.length < most) {
    rows.push({ items: [index], zmin: [0], zbar: [bareZoom(items[index]!)] });
    return true;
  }
  if (bestRow < 0) { return false; }
  const row = rows[bestRow]!;
  insert(row, bestAt, index, bestZoom, barZoom(row, bestAt, items, index, reach));
  return true;
}

/** From which zoom a span at this place of the row touches no label before it. */
function barZoom(row: Growing, at: number, items: readonly Item[], index: number, reach: number): number {
  const item = items[index]!;
  let zoom = bareZoom(item);
  for (let left = at - 1; left >= 0 && zoom < Infinity; left--) {
    const other = items[row.items[left]!]!;
    const parting = partingZoom(other, item);
    if (parting > row.zmin[left]!) { zoom = Math.max(zoom, parting); }
    if (reach / (item.extent.a - other.extent.b) <= Math.max(zoom, 1e-9)) { break; }
  }
  return zoom;
}

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
function zoomIn(row: Growing, at: number, items: readonly Item[], index: number, reach: number, limit: number): number {
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
