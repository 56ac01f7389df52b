import { civilOf } from './days.ts';
import { parseEdtf } from './edtf.ts';
import { usualDateLanguage } from '../l10n.ts';
import { LANGUAGES, type DateLanguage, type DateWords } from './formatWords.ts';
import type { DateComponent, Day, DayRange, EdtfDate, IntervalEnd, SpanDate } from './types.ts';

/** EDTF numbers from here on are quarters, thirds and halves of a year, below it seasons. */
const FIRST_QUARTER = 33;

export interface FormatOptions {
  /** The source's own words, which win over ours: `late 1985`. */
  readonly wording?: string | undefined;
  /** That of `datesIn` unless told, and British English outside of it. */
  readonly lang?: DateLanguage | undefined;
}

let current: DateLanguage | undefined;

/** The language that dates are written in for a BCP 47 tag: `fr` for `fr-CA`; `undefined` where the tag is empty or not known. */
export function dateLanguage(tag: string): DateLanguage | undefined {
  const [primary] = tag.toLowerCase().split(/[-_]/);
  return primary === 'en' || primary === 'fr' ? primary : undefined;
}

/** Has all dates that `run` formats be in the language of a draft, by its BCP 47 tag. What runs must not wait for anything. */
export function datesIn<T>(tag: string, run: () => T): T {
  const before = current;
  current = dateLanguage(tag);
  try { return run(); } finally { current = before; }
}

/**
 * A date for reading: `28 August 1990`, `spring 1989`, `c. 1985`, `1988 (?)`, `the 1980s`, `July 1988 – September 1990`,
 * `1988–1990`, `since 1985`, `until 1988`, `1982 or 1983`. Never more exact than the date.
 */
export function formatDate(date: EdtfDate, options: FormatOptions = {}): string {
  if (options.wording !== undefined && options.wording.trim() !== '') return options.wording.trim();
  const words = LANGUAGES[options.lang ?? current ?? usualDateLanguage()];
  if (date.kind === 'point') return formatComponent(date.date, words);
  if (date.kind === 'span') return formatSpan(date, words);
  const members = date.members.map(member => formatComponent(member, words));
  const last = members.pop() ?? '';
  return members.length === 0 ? last : `${members.join(', ')} ${date.all ? words.and : words.or} ${last}`;
}

/** What lasts, such as an office: `{ start: [..1987], end: [1987..] }`. */
export interface Period {
  readonly start?: EdtfDate | undefined;
  readonly end?: EdtfDate | undefined;
}

/**
 * A period for reading: `1988–1999`, `May 1988 – 1999`, `from 1985`, `until 1988`; `at least in 1987` and `at least 1987–1990` where all
 * that is known is that it had begun by then and not yet ended. Empty when neither end is known.
 */
export function formatPeriod({ start, end }: Period): string {
  const words = LANGUAGES[current ?? usualDateLanguage()];
  if (start === undefined || end === undefined) return start !== undefined ? words.from(formatDate(start)) : end !== undefined ? words.until(formatDate(end)) : '';
  const sure = formatSure(start, end, words);
  if (sure !== undefined) return sure;
  const [first, last] = [formatDate(start), formatDate(end)];
  return start.edtf === end.edtf ? first : joined(first, last);
}

/** The part of a period that is beyond doubt, where that is all that is known of it: `[..1987]` to `[1990..]`. */
function formatSure(start: EdtfDate, end: EdtfDate, words: DateWords): string | undefined {
  const [, first] = /^\[\.\.([\d-]+)\]$/.exec(start.edtf) ?? [];
  const [, last] = /^\[([\d-]+)\.\.\]$/.exec(end.edtf) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const sure = parseEdtf(first === last ? first : `${first}/${last}`);
  if (sure === undefined) return undefined;
  return first === last ? words.atLeastIn(formatDate(sure)) : words.atLeast(formatDate(sure));
}

/** Between single words the dash stands close: `1990–1997`, `May 1988 – 1999`. */
function joined(first: string, last: string): string {
  return `${first}${/ /.test(first + last) ? ' – ' : '–'}${last}`;
}

/**
 * How sure a date is, for those who do not see how it is drawn: `exact day`, `known to the month, approximate`,
 * `start known to the year, end unknown`, `one of several dates`.
 */
export function describeCertainty(date: EdtfDate, lang: DateLanguage = current ?? usualDateLanguage()): string {
  const words = LANGUAGES[lang].certainty;
  const qualified = (text: string): string =>
    text + (date.approximate ? `, ${words.approximate}` : '') + (date.uncertain ? `, ${words.uncertain}` : '');
  const known = ({ precision, season = 0 }: DateComponent): string => season >= FIRST_QUARTER ? words.fewMonths : words.precision[precision];
  if (date.kind === 'set') {
    return qualified(date.all ? words.allOf : date.members.length === 1 ? words.within : words.oneOf);
  }
  if (date.kind === 'point') return qualified(known(date.date));
  const [start, end] = [date.from, date.to].map(one => one.kind === 'date' ? known(one.date) : one.kind);
  if (start === end && start !== undefined) return qualified(`${words.bothEnds} ${start}`);
  return qualified(`${words.start(start ?? '')}, ${words.end(end ?? '')}`);
}

function formatComponent(date: DateComponent, words: DateWords): string {
  const text = nameExtent(date, words);
  return (date.approximate ? words.about(text) : text) + (date.uncertain ? ' (?)' : '');
}

/** Names the stretch of the calendar that a date covers; only its extent counts, so `1989-01-01..1989-12-31` is `1989`. */
function nameExtent({ extent, season }: DateComponent, words: DateWords): string {
  const { earliest, latest } = extent;
  const edge = edgeNamer(extent, words);
  if (earliest === -Infinity) return words.orEarlier(edge(latest - 1));
  if (latest === Infinity) return words.orLater(edge(earliest));
  const first = civilOf(earliest);
  const next = civilOf(latest);
  const years = next.year - first.year;
  if (latest - earliest === 1) return words.day(first);
  if (season !== undefined) return words.season(season, first.year);
  if (first.day === 1 && next.day === 1 && years * 12 + next.month - first.month === 1) return words.month(first);
  if (isNewYear(earliest) && isNewYear(latest)) {
    if (years === 1) return words.year(first.year);
    if (years === 10 && first.year > 0 && first.year % 10 === 0) return words.decade(first.year);
    if (years === 100 && first.year > 0 && first.year % 100 === 0) return words.century(first.year / 100 + 1);
  }
  return words.between(edge(earliest), edge(latest - 1));
}

/** How to name a day at an edge of the extent: by its year when the extent is made of whole years, else by month or day. */
function edgeNamer({ earliest, latest }: DayRange, words: DateWords): (day: Day) => string {
  const edges = [earliest, latest].filter(Number.isFinite);
  if (edges.every(isNewYear)) return day => words.year(civilOf(day).year);
  if (edges.every(day => civilOf(day).day === 1)) return day => words.month(civilOf(day));
  return day => words.day(civilOf(day));
}

function isNewYear(day: Day): boolean {
  const civil = civilOf(day);
  return civil.month === 1 && civil.day === 1;
}

function formatSpan(date: SpanDate, words: DateWords): string {
  const from = formatEnd(date.from, words);
  const to = formatEnd(date.to, words);
  if (from === undefined) return date.from.kind === 'open' ? words.until(to ?? '') : words.untilFromUnknown(to ?? '');
  if (to === undefined) return date.to.kind === 'open' ? words.since(from) : words.fromToUnknown(from);
  if (from === to) return from;
  const isPlain = /^\d+$/.test(from) && /^\d+$/.test(to);
  return isPlain ? `${from}–${to}` : `${shorten(date, words) ?? from} – ${to}`;
}

function formatEnd(end: IntervalEnd, words: DateWords): string | undefined {
  return end.kind === 'date' ? formatComponent(end.date, words) : undefined;
}

/** `17 – 28 January 1990`, `17 January – 28 August 1990`, `July – September 1990`: what both ends share is said once. */
function shorten({ from, to }: SpanDate, words: DateWords): string | undefined {
  if (from.kind !== 'date' || to.kind !== 'date' || from.date.approximate || from.date.uncertain) return undefined;
  const precision = from.date.precision;
  if (precision !== to.date.precision || (precision !== 'day' && precision !== 'month')) return undefined;
  const first = civilOf(from.date.extent.earliest);
  const last = civilOf(to.date.extent.earliest);
  if (first.year !== last.year || to.date.approximate || to.date.uncertain) return undefined;
  if (precision === 'month') return words.monthOnly(first);
  return first.month === last.month ? words.dayOnly(first) : words.dayMonth(first);
}
