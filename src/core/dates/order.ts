import { civilOf, dayOf } from './days.ts';
import type { Answer, DateComponent, Day, DayRange, EdtfDate, IntervalEnd, Precision } from './types.ts';

const PRECISIONS: readonly Precision[] = ['day', 'month', 'season', 'year', 'decade', 'century', 'millennium'];
/** A unit of each precision in months; a day counts by itself. */
const UNIT_MONTHS: Readonly<Record<Precision, number>> = {
  day: 0, month: 1, season: 3, year: 12, decade: 120, century: 1200, millennium: 12_000,
};

/**
 * One total order for lists: by the first day a date can mean, then by the last, then the more exact date first
 * (points before intervals before sets), then by the EDTF text. No date comes last. 0 only for the same text.
 */
export function compareDates(a?: EdtfDate, b?: EdtfDate): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compare(a.start.earliest, b.start.earliest)
    || compare(a.end.latest, b.end.latest)
    || compare(precisionRank(a), precisionRank(b))
    || compare(a.edtf, b.edtf);
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function precisionRank(date: EdtfDate): number {
  return date.kind === 'point' ? PRECISIONS.indexOf(date.date.precision) : date.kind === 'span' ? PRECISIONS.length : PRECISIONS.length + 1;
}

/**
 * Whether all of `a` came before any of `b`. Two dates of the same day are `unknown`: nothing tells the hours.
 *
 * Here and below, a date with `~`, `?` or `%` is taken to reach one unit of its precision further on both sides
 * (`1985~`: 1984 to 1986) and a season or third of a year one month, so that neither gives a definite answer near its edges.
 */
export function isBefore(a: EdtfDate, b: EdtfDate): Answer {
  return agree(a, b, (x, y) => y.start.earliest >= x.end.latest ? 'yes' : x.end.earliest >= y.start.latest ? 'no' : 'unknown');
}

/** Whether the two have at least one day in common. Two dates of the same day do; `1989` and `1989-07` may. */
export function overlaps(a: EdtfDate, b: EdtfDate): Answer {
  return agree(a, b, alternativesOverlap);
}

function alternativesOverlap(x: Alternative, y: Alternative): Answer {
  let found: Answer = 'no';
  for (const part of x.parts) {
    for (const other of y.parts) {
      const answer = partsOverlap(part, other);
      if (answer === 'yes') return answer;
      if (answer === 'unknown') found = answer;
    }
  }
  return found;
}

function partsOverlap(a: Stretch, b: Stretch): Answer {
  if (a.start.earliest >= b.end.latest || b.start.earliest >= a.end.latest) return 'no';
  return a.start.latest - 1 <= b.end.earliest && b.start.latest - 1 <= a.end.earliest ? 'yes' : 'unknown';
}

/**
 * Whether all of `inner` lies in the stretch of the calendar that `outer` names, from its first day to its last:
 * 28 August 1990 is within `1990`, and within `1988/1991`.
 */
export function isWithin(inner: EdtfDate, outer: EdtfDate): Answer {
  const softOuter = hull(outer);
  return agree(inner, outer, x => {
    if (x.start.earliest >= outer.start.earliest && x.end.latest <= outer.end.latest) return 'yes';
    const canStart = x.start.latest > softOuter.start.earliest && x.start.earliest < softOuter.end.latest;
    const canEnd = x.end.earliest < softOuter.end.latest && x.end.latest > softOuter.start.earliest;
    return canStart && canEnd ? 'unknown' : 'no';
  });
}

/** Whether `isWithin` leaves it possible. */
export function couldBeWithin(inner: EdtfDate, outer: EdtfDate): boolean {
  return isWithin(inner, outer) !== 'no';
}

/** Something that began and ended: an office, a name, a membership. A missing end is not known. */
export interface Held {
  readonly start?: EdtfDate | undefined;
  readonly end?: EdtfDate | undefined;
}

/**
 * Whether something was so throughout `at`.
 *
 * `yes` needs both ends: an office from 1988 without an end may be over by 1990 (`unknown`), unless `start` is an
 * interval that is still open (`1988/..`). `no` needs one: in 1987 it had not begun. In 1988 itself it is `unknown`,
 * as the month is not told; on the very day it began, or ended, it is `yes`. For what to show, see `latestHeld`.
 */
export function holdsAt(held: Held, at: EdtfDate): Answer {
  const asked = hull(at);
  const from = asked.start.earliest;
  const to = asked.end.latest;
  const began = held.start && hull(held.start).start;
  const ended = held.end ? hull(held.end).end : held.start?.kind === 'span' ? hull(held.start).end : undefined;
  if ((began && to <= began.earliest) || (ended && ended.latest <= from)) return 'no';
  const hasBegun = (began ?? ended)?.latest ?? Infinity;
  const lasts = (ended ?? began)?.earliest ?? -Infinity;
  return hasBegun - 1 <= from && to - 1 <= lasts ? 'yes' : 'unknown';
}

/** Whether `holdsAt` leaves it possible. */
export function couldHold(held: Held, at: EdtfDate): boolean {
  return holdsAt(held, at) !== 'no';
}

/**
 * What to show of a person's offices: of those that could hold at the date (or of all, without one) the ones that
 * surely hold, else the one that began last; one without a beginning counts as begun before its end.
 */
export function latestHeld<T extends Held>(items: readonly T[], at?: EdtfDate): T | undefined {
  const possible = at === undefined ? items : items.filter(item => couldHold(item, at));
  const sure = at === undefined ? [] : possible.filter(item => holdsAt(item, at) === 'yes');
  const begun = (item: T): number => item.start?.start.earliest ?? (item.end === undefined ? -Infinity : item.end.start.earliest - 1);
  return (sure.length > 0 ? sure : possible).toSorted((a, b) => compare(begun(b), begun(a)))[0];
}

/** Began in `start` and ended in `end`, edges softened. */
interface Stretch {
  readonly start: DayRange;
  readonly end: DayRange;
}
/** One way the date can have been; `parts` are the members of a set of which all are meant. */
interface Alternative extends Stretch {
  readonly parts: readonly Stretch[];
}

/** The rule's answer when it is the same for every way that both dates can have been. */
function agree(a: EdtfDate, b: EdtfDate, rule: (x: Alternative, y: Alternative) => Answer): Answer {
  let same: Answer | undefined;
  for (const x of alternativesOf(a)) {
    for (const y of alternativesOf(b)) {
      const answer = rule(x, y);
      if (same !== undefined && answer !== same) return 'unknown';
      same = answer;
    }
  }
  return same ?? 'unknown';
}

/** Dates are compared again and again, and those of the same words are the same object. */
const known = new WeakMap<EdtfDate, readonly Alternative[]>();

function alternativesOf(date: EdtfDate): readonly Alternative[] {
  let found = known.get(date);
  if (found === undefined) known.set(date, found = alternatives(date));
  return found;
}

function alternatives(date: EdtfDate): Alternative[] {
  if (date.kind !== 'set') {
    const whole = hull(date);
    return [{ ...whole, parts: [whole] }];
  }
  const members = date.members.map(soften).map(extent => ({ start: extent, end: extent }));
  return date.all ? [{ ...hull(date), parts: members }] : members.map(member => ({ ...member, parts: [member] }));
}

/** The four dates with their edges softened. */
function hull(date: EdtfDate): Stretch {
  if (date.kind === 'point') {
    const soft = soften(date.date);
    return { start: soft, end: soft };
  }
  if (date.kind === 'span') return { start: softEnd(date.start, date.from), end: softEnd(date.end, date.to) };
  const extents = date.members.map(soften);
  const earliest = Math.min(...extents.map(extent => extent.earliest));
  const latest = Math.max(...extents.map(extent => extent.latest));
  const start = { earliest, latest: date.all ? Math.min(...extents.map(extent => extent.latest)) : latest };
  const end = { earliest: date.all ? Math.max(...extents.map(extent => extent.earliest)) : earliest, latest };
  return { start, end };
}

function softEnd(range: DayRange, end: IntervalEnd): DayRange {
  if (end.kind !== 'date') return range;
  const soft = soften(end.date);
  const before = end.date.extent.earliest - soft.earliest;
  const after = soft.latest - end.date.extent.latest;
  return { earliest: range.earliest - before, latest: range.latest + after };
}

/** Of EDTF's divisions of a year, quarters and halves have exact edges; seasons and thirds (`late 1985`) have none. */
const EXACT_DIVISIONS: readonly number[] = [33, 34, 35, 36, 40, 41];
/** A season of the turn of the year: whoever writes `winter 1989` may mean January 1989 as well as January 1990. */
const TURN_OF_YEAR_SEASONS: readonly number[] = [24, 28, 30];
const MONTHS_TO_DECEMBER = 11;

function soften({ precision, approximate, uncertain, extent, season }: DateComponent): DayRange {
  const isVague = precision === 'season' && (season === undefined || !EXACT_DIVISIONS.includes(season));
  const isQualified = approximate || uncertain;
  if (isQualified && precision === 'day') return { earliest: extent.earliest - 1, latest: extent.latest + 1 };
  const months = isQualified ? UNIT_MONTHS[precision] : isVague ? UNIT_MONTHS.month : 0;
  const monthsBefore = season !== undefined && TURN_OF_YEAR_SEASONS.includes(season) ? MONTHS_TO_DECEMBER : months;
  return { earliest: addMonths(extent.earliest, -monthsBefore), latest: addMonths(extent.latest, months) };
}

function addMonths(day: Day, months: number): Day {
  if (months === 0 || !Number.isFinite(day)) return day;
  const civil = civilOf(day);
  return dayOf(civil.year, civil.month + months, civil.day);
}
