import type { Day } from '../dates/types.ts';
import type { DateDto, EndDto, RangeDto } from './types.ts';

/** How one edge is drawn. `sharp`: known to the day; `vague`: within a stretch; the others are open or unknown ends. */
export type Edge = 'sharp' | 'vague' | 'open' | 'unknown';

/**
 * A date as stretches of the time axis, all finite. Nothing is drawn outside `a` to `b` but glyphs of a fixed size, and
 * nothing is drawn as certain outside the dates that the EDTF leaves no doubt of.
 */
export interface Extent {
  readonly shape: 'instant' | 'within' | 'span' | 'one-of' | 'all-of';
  /** The whole, tails of an approximate date included. An instant has `a === b`. */
  readonly a: Day;
  readonly b: Day;
  /** What is written, without tails: where a `within` happened, or between which days a span lies. */
  readonly outerA: Day;
  readonly outerB: Day;
  /** The stretch that is certain to belong to a span; empty (`coreA >= coreB`) when there is none. */
  readonly coreA: Day;
  readonly coreB: Day;
  readonly left: Edge;
  readonly right: Edge;
  /** The dates of a set, each `[from, before)`. */
  readonly members: readonly (readonly [Day, Day])[];
}

const NONE: Extent['members'] = [];

/** The first and the last finite day of dates that are taken one by one, so that open ends have somewhere to end. */
class Reach {
  #first = Infinity;
  #last = -Infinity;

  get isEmpty(): boolean { return this.#first > this.#last; }
  /** A year where there is none. */
  get days(): readonly [number, number] { return this.isEmpty ? [0, 365] : [this.#first, Math.max(this.#last, this.#first + 1)]; }

  add({ start, end, members }: DateDto): void {
    this.#take(start);
    this.#take(end);
    for (const member of members) { this.#take(member); }
  }

  #take(range: RangeDto): void {
    for (const day of range) {
      if (day !== null) {
        this.#first = Math.min(this.#first, day);
        this.#last = Math.max(this.#last, day);
      }
    }
  }
}

export function domainOf(dates: readonly DateDto[]): readonly [Day, Day] {
  const reach = new Reach();
  for (const date of dates) { reach.add(date); }
  return reach.days;
}

const isCoarse = ({ precision }: EndDto) => precision === 'century' || precision === 'millennium';

/** What events reach over, taken one by one: many take long. */
export class Reaches {
  readonly #all = new Reach();
  readonly #near = new Reach();

  add({ date, background }: { readonly date: DateDto; readonly background: boolean }): void {
    this.#all.add(date);
    if (!background && !isCoarse(date.from) && !isCoarse(date.to)) { this.#near.add(date); }
  }

  get domain(): readonly [Day, Day] { return this.#all.days; }
  /**
   * The days that a first view shows: those of what is not background, as far as it is known to a decade at least. What is
   * known to a century would squeeze all the rest.
   */
  get focus(): readonly [Day, Day] { return (this.#near.isEmpty ? this.#all : this.#near).days; }
}

/**
 * Where a date stands on the axis. An approximate end gets a tail of half the written unit on its outer side.
 * @param domain where open ends reach to
 */
export function extentOf(date: DateDto, domain: readonly [Day, Day]): Extent {
  switch (date.shape) {
    case 'point': return pointExtent(date, domain);
    case 'span': return spanExtent(date, domain);
    case 'one-of': case 'all-of': {
      const members = date.members.map(range => finite(range, domain)).sort((one, other) => one[0] - other[0]);
      const [from, to] = [members[0]?.[0] ?? domain[0], Math.max(...members.map(member => member[1]), members[0]?.[0] ?? domain[1])];
      return {
        shape: date.shape, a: from, b: to, outerA: from, outerB: to, coreA: to, coreB: to,
        left: date.from.kind === 'open' ? 'open' : 'vague', right: date.to.kind === 'open' ? 'open' : 'vague', members: members.slice(0, 50),
      };
    }
  }
}

function finite(range: RangeDto, domain: readonly [Day, Day]): readonly [Day, Day] {
  const from = range[0] ?? Math.min(domain[0], range[1] ?? domain[0]);
  return [from, Math.max(from, range[1] ?? Math.max(domain[1], from))];
}

function pointExtent(date: DateDto, domain: readonly [Day, Day]): Extent {
  const [from, to] = finite(date.start, domain);
  const { precision, approximate } = date.from;
  if (precision === 'day' && !approximate) {
    const noon = (from + to) / 2;
    return { shape: 'instant', a: noon, b: noon, outerA: from, outerB: to, coreA: to, coreB: to, left: 'sharp', right: 'sharp', members: NONE };
  }
  const tail = approximate ? (to - from) / 2 : 0;
  return { shape: 'within', a: from - tail, b: to + tail, outerA: from, outerB: to, coreA: to, coreB: to, left: 'vague', right: 'vague', members: NONE };
}

function spanExtent(date: DateDto, domain: readonly [Day, Day]): Extent {
  const start = edgeRange(date.start, date.from);
  const end = edgeRange(date.end, date.to);
  // An end that nobody knows is drawn where the known one stands; an open one reaches to the edge of all that is known.
  const startDay = start?.[0] ?? (date.from.kind === 'open' ? Math.min(domain[0], end?.[0] ?? domain[0]) : end?.[0] ?? domain[0]);
  const endDay = Math.max(startDay, end?.[1] ?? (date.to.kind === 'open' ? Math.max(domain[1], start?.[1] ?? domain[1]) : start?.[1] ?? domain[1]));
  const isSharpStart = date.from.kind === 'date' && date.from.precision === 'day' && !date.from.approximate;
  const isSharpEnd = date.to.kind === 'date' && date.to.precision === 'day' && !date.to.approximate;
  const tail = (range: readonly [Day, Day] | undefined, at: EndDto) => range !== undefined && at.approximate ? (range[1] - range[0]) / 2 : 0;
  return {
    shape: 'span', a: startDay - tail(start, date.from), b: endDay + tail(end, date.to), outerA: startDay, outerB: endDay,
    coreA: start === undefined ? (end?.[0] ?? startDay) : isSharpStart ? start[0] : start[1],
    coreB: end === undefined ? (start?.[1] ?? endDay) : isSharpEnd ? end[1] : end[0],
    left: date.from.kind === 'date' ? (isSharpStart ? 'sharp' : 'vague') : date.from.kind,
    right: date.to.kind === 'date' ? (isSharpEnd ? 'sharp' : 'vague') : date.to.kind,
    members: NONE,
  };
}

function edgeRange(range: RangeDto, end: EndDto): readonly [Day, Day] | undefined {
  return end.kind === 'date' && range[0] !== null && range[1] !== null ? [range[0], range[1]] : undefined;
}
