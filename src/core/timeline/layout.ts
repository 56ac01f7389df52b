import type { Extent } from './extent.ts';
import { MAX_ZOOM } from './view.ts';
import { placeLane, type Placed } from './place.ts';
import { t } from '../l10n.ts';
import { eventsText } from './words.ts';

/** One thing to place: an event, or a date of the draft. */
export interface Item {
  readonly extent: Extent;
  /** Pixels of its label in the heaviest weight that it can have, so that emphasis never moves anything. */
  readonly labelWidth: number;
  readonly weight: number;
}
export interface LaneInput {
  readonly id: string;
  readonly title: string;
  /** Places in the list of items. */
  readonly members: readonly number[];
  readonly isCollapsed: boolean;
  /** A lane that always has so many rows, whatever is in it: what changes while the writer types moves nothing else. */
  readonly fixedRows?: number;
  /** What its members are; events unless told. */
  readonly unit?: 'event' | 'date';
}
export interface LayoutOptions {
  /** Pixels for a day at which everything is in sight. */
  readonly fitZoom: number;
  /** Pixels that the lanes share; more where lanes need two rows each. `Infinity` gives each lane what it needs. */
  readonly height: number;
  readonly metrics: Metrics;
}

/** Pixels of a lane. */
export interface Metrics {
  readonly row: number;
  readonly laneTop: number;
  /** Below the rows: what is folded shows here. */
  readonly laneBottom: number;
  readonly leastLane: number;
}
export const METRICS: Metrics = { row: 20, laneTop: 5, laneBottom: 13, leastLane: 42 };

export interface LaneBox {
  readonly id: string;
  readonly title: string;
  readonly isCollapsed: boolean;
  readonly top: number;
  readonly height: number;
  readonly count: number;
  readonly unit: 'event' | 'date';
  readonly placed: Placed;
}

/**
 * Where everything stands, for every zoom at once: an event has one row and one zoom from which its label is shown
 * (active ranges: K. Been, E. Daiches, C. Yap, "Dynamic map labeling", 2006). Immutable; panning and zooming only read it.
 */
export interface Layout {
  readonly items: readonly Item[];
  readonly lanes: readonly LaneBox[];
  readonly height: number;
  readonly metrics: Metrics;
  /** Pixels of the longest label. */
  readonly widest: number;
}

/** At most this many rows in one lane. */
const MOST_ROWS = 60;
/** Up to this many placements, rows go one by one to the lane that hides most; above, lanes get equal shares. */
const FAIR_LIMIT = 2000;

/** The whole layout at once. */
export function layout(items: readonly Item[], lanes: readonly LaneInput[], options: LayoutOptions): Layout {
  const steps = layoutSteps(items, lanes, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) { return step.value; }
  }
}

/** The layout in slices of a few milliseconds: between two of them the page can draw and the writer can type. */
export function* layoutSteps(items: readonly Item[], lanes: readonly LaneInput[], options: LayoutOptions): Generator<void, Layout> {
  const total = lanes.reduce((sum, lane) => sum + lane.members.length, 0);
  const widest = items.reduce((most, item) => Math.max(most, item.labelWidth), 0);
  const placed = total <= FAIR_LIMIT ? yield* shareFairly(items, lanes, options, widest) : yield* shareEqually(items, lanes, options, widest);
  const boxes: LaneBox[] = [];
  let top = 0;
  lanes.forEach((lane, index) => {
    const height = laneHeight(placed[index]!, lane, options.metrics);
    boxes.push({ id: lane.id, title: lane.title, isCollapsed: lane.isCollapsed, top, height, count: lane.members.length, unit: lane.unit ?? 'event', placed: placed[index]! });
    top += height;
  });
  return { items, lanes: boxes, height: top, metrics: options.metrics, widest };
}

/** `1 event`, `12 dates`. */
export function countText({ count, unit }: Pick<LaneBox, 'count' | 'unit'>): string {
  if (unit === 'event') { return eventsText(count); }
  return count === 1 ? t('1 date') : t('{0} dates', count);
}

function laneHeight(placed: Placed, lane: LaneInput, metrics: Metrics): number {
  const rows = lane.fixedRows ?? placed.rows.length;
  return lane.isCollapsed ? metrics.row + 4 : Math.max(metrics.leastLane, metrics.laneTop + rows * metrics.row + metrics.laneBottom);
}

type Slices = Generator<void, Placed[]>;

/** What a lane hides for each row that it has: so a small lane gets its third row before a large one its tenth. */
const need = (placed: Placed) => placed.hidden / Math.max(1, placed.rows.length);

function* shareFairly(items: readonly Item[], lanes: readonly LaneInput[], { fitZoom, height, metrics }: LayoutOptions, widest: number): Slices {
  const placed: Placed[] = [];
  for (const lane of lanes) { placed.push(yield* placeLane(items, lane.isCollapsed ? [] : lane.members, lane.members, lane.fixedRows ?? 2, fitZoom, widest)); }
  const isFull = lanes.map((lane, index) => lane.isCollapsed || lane.fixedRows !== undefined || placed[index]!.hidden === 0);
  let used = lanes.reduce((sum, lane, index) => sum + laneHeight(placed[index]!, lane, metrics), 0);
  for (;;) {
    let neediest = -1;
    for (let index = 0; index < lanes.length; index++) {
      if (!isFull[index] && (neediest < 0 || need(placed[index]!) > need(placed[neediest]!))) { neediest = index; }
    }
    if (neediest < 0) { return placed; }
    const lane = lanes[neediest]!;
    const next = yield* placeLane(items, lane.members, lane.members, placed[neediest]!.rows.length + 1, fitZoom, widest);
    const more = laneHeight(next, lane, metrics) - laneHeight(placed[neediest]!, lane, metrics);
    if (next.rows.length === placed[neediest]!.rows.length || used + more > height) { isFull[neediest] = true; continue; }
    used += more;
    placed[neediest] = next;
    isFull[neediest] = next.hidden === 0 || next.rows.length >= MOST_ROWS;
  }
}

function* shareEqually(items: readonly Item[], lanes: readonly LaneInput[], { fitZoom, height, metrics }: LayoutOptions, widest: number): Slices {
  const share = (height / Math.max(1, lanes.length) - metrics.laneTop - metrics.laneBottom) / metrics.row;
  const rows = Math.max(3, Math.min(MOST_ROWS, Math.floor(share)));
  const placed: Placed[] = [];
  for (const lane of lanes) { placed.push(yield* placeLane(items, lane.isCollapsed ? [] : lane.members, lane.members, lane.fixedRows ?? rows, fitZoom, widest)); }
  return placed;
}

/** The same layout with other members in a lane of fixed rows; all else stays where it is. */
export function withLane(before: Layout, items: readonly Item[], place: number, lane: LaneInput, fitZoom: number): Layout {
  const widest = items.reduce((most, item) => Math.max(most, item.labelWidth), 0);
  const steps = placeLane(items, lane.isCollapsed ? [] : lane.members, lane.members, lane.fixedRows ?? 1, fitZoom, widest);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      const lanes = before.lanes.map((box, index) => index === place ? { ...box, title: lane.title, count: lane.members.length, placed: step.value } : box);
      return { ...before, items, lanes, widest };
    }
  }
}

/** Whether a label can be shown at some zoom at all; what cannot is reached through its count. */
export function isEverShown(zmin: number): boolean {
  return zmin <= MAX_ZOOM;
}
