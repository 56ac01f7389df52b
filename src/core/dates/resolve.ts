import { civilOf, dayOf } from './days.ts';
import { parseEdtf } from './edtf.ts';
import { hasOwnYear, lacksYear, type Named, type Phrase, type Shift } from './named.ts';
import { divisionOf, partOf, type CalendarUnit } from './parts.ts';
import type { DateMention, DayRange, EdtfDate } from './types.ts';

/** As much of a date as is certain of one of its ends. */
interface Anchor {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}
/** What the text speaks of: its latest date. `from` and `to` differ for an interval. */
export interface Context {
  readonly from: Anchor;
  readonly to: Anchor;
}
export const NO_CONTEXT: Context = { from: {}, to: {} };

type Reading = Pick<DateMention, 'date' | 'reading'>;
const OPEN: Reading = { date: undefined, reading: 'open' };

/** What later words may refer to: of `1989-09` the year and the month, of `198X` nothing. */
export function contextOf(date: EdtfDate | undefined): Context {
  if (date === undefined) return NO_CONTEXT;
  if (date.kind === 'span') {
    const [from, to] = [date.from, date.to].map(end => end.kind === 'date' ? anchorOf(end.date.extent, end.date.season) : undefined);
    return { from: from ?? to ?? {}, to: to ?? from ?? {} };
  }
  if (date.kind === 'set' && date.all) return { from: anchorOf(date.start, undefined), to: anchorOf(date.end, undefined) };
  const season = date.kind === 'point' ? date.date.season : undefined;
  const anchor = anchorOf(openEnded(date.start.earliest, date.end.latest), season);
  return { from: anchor, to: anchor };
}

/** `[..1988]` speaks of 1988. */
function openEnded(earliest: number, latest: number): DayRange {
  if (earliest === -Infinity) return { earliest: latest - 1, latest };
  return latest === Infinity ? { earliest, latest: earliest + 1 } : { earliest, latest };
}

function anchorOf({ earliest, latest }: DayRange, season: number | undefined): Anchor {
  if (latest - earliest < 1 || !Number.isFinite(latest - earliest)) return {};
  const first = civilOf(earliest);
  const last = civilOf(latest - 1);
  if (season !== undefined) return { year: first.year };
  if (first.year !== last.year) return {};
  if (first.month !== last.month) return { year: first.year };
  return first.day === last.day ? first : { year: first.year, month: first.month };
}

/**
 * Reads a phrase as a date in its context.
 * @returns `undefined` when it makes no sense as written (an interval that runs backwards, 30 February)
 */
export function resolve(phrase: Phrase, context: Context): Reading | undefined {
  switch (phrase.form) {
    case 'one': case 'all': return resolveList(phrase.form, phrase.dates, context);
    case 'range': return resolveRange(phrase.from, phrase.to, context);
    case 'since': case 'until': case 'by': case 'after': {
      const found = resolveNamed(phrase.date, context);
      if (found === undefined) return OPEN;
      const [date, ...others] = found.wide;
      const text = date === undefined || others.length > 0 ? undefined : oneSided(phrase.form, date, found);
      return reading(text, found.isRelative);
    }
  }
}

function reading(edtf: string | undefined, isRelative: boolean): Reading | undefined {
  const date = edtf === undefined ? undefined : parseEdtf(edtf);
  return date && { date, reading: isRelative ? 'relative' : 'explicit' };
}

/** One date with several possibilities; `exact` as EDTF members of a set, `wide` as single dates without parts. */
interface Resolved {
  readonly exact: readonly string[];
  readonly wide: readonly string[];
  readonly isRelative: boolean;
}

function resolveList(form: 'one' | 'all', dates: readonly Named[], context: Context): Reading | undefined {
  const found = dates.map(date => resolveNamed(date, context));
  if (found.includes(undefined)) return OPEN;
  const members = found.flatMap(one => form === 'all' ? one?.wide ?? [] : one?.exact ?? []);
  const isRelative = found.some(one => one?.isRelative === true);
  const only = members.length === 1 && members[0]?.includes('..') === false ? members[0] : undefined;
  return reading(only ?? (form === 'all' ? `{${members.join(',')}}` : `[${members.join(',')}]`), isRelative);
}

/** An end in a part of a month or decade (`the mid-1990s`) is given as the whole: EDTF has no interval that ends in a set. */
function resolveRange(from: Named, to: Named, context: Context): Reading | undefined {
  const [start, end] = shareYear(from, to);
  const first = resolveNamed(start, context);
  const single = first?.wide.length === 1 ? first.wide[0] : undefined;
  if (first === undefined) return OPEN;
  if (single === undefined) return lacksYear(from) ? OPEN : undefined;
  const startContext = contextOf(parseEdtf(single));
  const last = resolveNamed(lacksYear(end) ? { ...end, year: yearAtOrAfter(end, startContext.to) } : end, startContext);
  const singleEnd = last?.wide.length === 1 ? last.wide[0] : undefined;
  const endIsRelative = last?.isRelative === true && !hasOwnYear(start);
  return reading(singleEnd && `${single}/${singleEnd}`, first.isRelative || endIsRelative);
}

/** `17 January to 28 August 1990` and `July 1988 to September`: the year is said once. */
function shareYear(from: Named, to: Named): readonly [Named, Named] {
  if (lacksYear(from) && to.year !== undefined) return [{ ...from, year: to.year - (rank(from) > rank(to) ? 1 : 0) }, to];
  if (lacksYear(to) && from.year !== undefined) return [from, { ...to, year: yearAtOrAfter(to, from) }];
  return [from, to];
}

function yearAtOrAfter(named: Named, start: Anchor & Pick<Named, 'season'>): number | undefined {
  return start.year === undefined ? undefined : start.year + (rank(named) < rank(start) ? 1 : 0);
}

function rank({ month, season, day }: Pick<Named, 'month' | 'season' | 'day'>): number {
  return (month ?? monthOfSeason(season) ?? 0) * 100 + (day ?? 0);
}

function monthOfSeason(season: number | undefined): number | undefined {
  return season === undefined ? undefined : (season - 20) * 3;
}

function oneSided(form: 'since' | 'until' | 'by' | 'after', wide: string, { exact }: Resolved): string | undefined {
  if (form === 'since') return `${wide}/..`;
  if (form === 'until') return `../${wide}`;
  const date = parseEdtf(wide);
  if (date?.kind !== 'point') return undefined;
  // A set open to one side has days, months and years as its edge, so a season or decade is given by its last (or first) one.
  const [firstPart = wide, lastPart = wide] = exact[0]?.split('..') ?? [];
  const edge = form === 'by' ? lastPart : firstPart;
  const { precision, extent } = date.date;
  const day = civilOf(form === 'by' ? extent.latest - 1 : extent.earliest);
  const unit = precision === 'season' ? isoMonth(day.year, day.month) : ['decade', 'century', 'millennium'].includes(precision) && edge === wide ? isoYear(day.year) : edge;
  return form === 'by' ? `[..${unit}]` : `[${unit}..]`;
}

function resolveNamed(named: Named, context: Context): Resolved | undefined {
  if (named.unreadable === true) return undefined;
  if (named.shift !== undefined) return resolveShift(named.shift, named, context);
  if (named.decade !== undefined || named.century !== undefined) {
    return named.decade === undefined ? pieces(named, 'century', isoYear(named.century ?? 0).slice(0, 2) + 'XX', named.century ?? 0)
      : pieces(named, 'decade', isoYear(named.decade).slice(0, 3) + 'X', named.decade);
  }
  if (named.same !== undefined) return resolveSame(named, context);
  const years = named.turn !== undefined ? turnYears(named, context) : yearsOf(named, context);
  if (years.length === 0) return undefined;
  const found = years.map(year => inYear(named, year));
  return {
    exact: found.flatMap(one => one.exact), wide: found.flatMap(one => one.wide), isRelative: named.year === undefined,
  };
}

function inYear(named: Named, year: number): Pick<Resolved, 'exact' | 'wide'> {
  if (named.turn !== undefined) {
    const [first, last] = [isoMonth(year, 12), isoMonth(year + 1, 1)];
    return { exact: [`${first}..${last}`], wide: [] };
  }
  if (named.month !== undefined && named.day !== undefined) return pieces(named, 'day', isoDay(year, named.month, named.day), year);
  if (named.month !== undefined) return pieces(named, 'month', isoMonth(year, named.month), year, named.month);
  if (named.season !== undefined) return pieces(named, 'day', `${isoYear(year)}-${named.season}`, year);
  return pieces(named, 'year', isoYear(year), year);
}

/** The date whole and, with a part such as `late`, the stretch of it that is meant. */
function pieces(named: Named, unit: CalendarUnit, whole: string, year: number, month = 1): Resolved {
  const qualifier = named.approximate === true ? named.uncertain === true ? '%' : '~' : named.uncertain === true ? '?' : '';
  const division = unit === 'year' ? divisionOf(named.part) : undefined;
  const wide = (division === undefined ? whole : `${whole}-${division}`) + qualifier;
  const hasStretch = named.part !== undefined && division === undefined && qualifier === '';
  const stretch = hasStretch ? partOf(named.part, unit, year, month) : undefined;
  return { exact: [stretch ?? wide], wide: [wide], isRelative: false };
}

/**
 * The years that a date without one can lie in: the year that the text speaks of, and also the next when the date
 * stands more than half a year before the month that the text speaks of (`In December 1988 … In February …`).
 */
function yearsOf(named: Named, context: Context): number[] {
  if (named.year !== undefined) return [named.year];
  const shift = named.yearShift ?? 0;
  const single = context.from.year === context.to.year ? context.to.year : undefined;
  const year = shift > 0 ? context.to.year : shift < 0 ? context.from.year : single;
  if (year === undefined) return [];
  const month = named.month ?? monthOfSeason(named.season);
  const isFarBack = named.yearShift === undefined && month !== undefined && context.to.month !== undefined && context.to.month - month > 6;
  return isFarBack ? [year, year + 1] : [year + shift];
}

/** The turn of the year next to the month that the text speaks of; the end of its year when it names no month. */
function turnYears(named: Named, { to }: Context): number[] {
  if (named.year !== undefined) return named.turn === 'either' ? [named.year - 1, named.year] : [named.year];
  if (to.year === undefined) return [];
  return [to.month !== undefined && to.month <= 6 ? to.year - 1 : to.year];
}

function resolveSame(named: Named, { from, to }: Context): Resolved | undefined {
  const isOne = from.year === to.year && from.month === to.month && from.day === to.day;
  if (!isOne || to.year === undefined || to.month === undefined) return undefined;
  if (named.same === 'day') return to.day === undefined ? undefined : { ...pieces(named, 'day', isoDay(to.year, to.month, to.day), to.year), isRelative: true };
  return { ...pieces(named, 'month', isoMonth(to.year, to.month), to.year, to.month), isRelative: true };
}

/**
 * Counts from the context, no finer than the context is known and the unit allows: months from a year give nothing;
 * weeks are good to three days; decades are round numbers, so approximate.
 */
function resolveShift({ unit, count, season, anchor }: Shift, named: Named, context: Context): Resolved | undefined {
  if (count === undefined) return undefined;
  const isRelative = anchor === undefined;
  const anchorText = anchor && resolveNamed(anchor, context)?.wide;
  if (anchor !== undefined && anchorText?.length !== 1) return undefined;
  const around = anchorText === undefined ? context : contextOf(parseEdtf(anchorText[0] ?? ''));
  const { year, month, day } = count > 0 ? around.to : around.from;
  if (year === undefined) return undefined;
  if (season !== undefined) return { ...pieces(named, 'day', `${isoYear(seasonYear(season, year, month, count))}-${season}`, year), isRelative };
  const done = (text: string): Resolved => ({ exact: [text], wide: text.includes('..') ? [] : [text], isRelative });
  const qualifier = named.approximate === true ? '~' : '';
  const months = unit === 'month' ? count : unit === 'year' && !Number.isInteger(count) ? count * 12 : undefined;
  if (months !== undefined && Number.isInteger(months)) {
    if (month !== undefined) {
      const moved = civilOf(dayOf(year, month + months));
      return done(isoMonth(moved.year, moved.month) + qualifier);
    }
    return unit === 'month' ? undefined : done(`${isoYear(year + Math.floor(count))}..${isoYear(year + Math.ceil(count))}`);
  }
  if (unit === 'year' && Number.isInteger(count)) return done(isoYear(year + count) + qualifier);
  if (unit === 'decade' && Number.isInteger(count)) return done(`${isoYear(year + count * 10)}~`);
  if (month === undefined || day === undefined || !Number.isInteger(count)) return undefined;
  const at = dayOf(year, month, day);
  if (unit === 'day') return done(isoOf(at + count) + qualifier);
  return unit === 'week' ? done(`${isoOf(at + count * 7 - 3)}..${isoOf(at + count * 7 + 3)}`) : undefined;
}

/** The year of the season after (or before) a date: of the next spring after September 1989, 1990. */
function seasonYear(season: number, year: number, month: number | undefined, count: number): number {
  const start = monthOfSeason(season) ?? 1;
  if (month === undefined) return year + count;
  return count > 0 ? (start > month ? year : year + 1) : start + 2 < month ? year : year - 1;
}

function isoYear(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}
function isoMonth(year: number, month: number): string {
  return `${isoYear(year)}-${String(month).padStart(2, '0')}`;
}
function isoDay(year: number, month: number, day: number): string {
  return `${isoMonth(year, month)}-${String(day).padStart(2, '0')}`;
}
function isoOf(day: number): string {
  const civil = civilOf(day);
  return isoDay(civil.year, civil.month, civil.day);
}
