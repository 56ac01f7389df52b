import { civilOf } from './days.ts';
import { LANGUAGES, type DateLanguage, type DateWords } from './formatWords.ts';
import type { DateComponent, Day, EdtfDate, IntervalEnd, SpanDate } from './types.ts';

export interface FormatOptions {
  /** The source's own words, which win over ours: `late 1985`. */
  readonly wording?: string | undefined;
  /** British English unless `fr`. */
  readonly lang?: DateLanguage | undefined;
}

/**
 * A date for reading: `28 August 1990`, `spring 1989`, `c. 1985`, `1988 (?)`, `the 1980s`, `July 1988 – September 1990`,
 * `1988–1990`, `since 1985`, `until 1988`, `1982 or 1983`. Never more exact than the date.
 */
export function formatDate(date: EdtfDate, options: FormatOptions = {}): string {
  if (options.wording !== undefined && options.wording.trim() !== '') return options.wording.trim();
  const words = LANGUAGES[options.lang ?? 'en'];
  if (date.kind === 'point') return formatComponent(date.date, words);
  if (date.kind === 'span') return formatSpan(date, words);
  const members = date.members.map(member => formatMember(member, date.all, words));
  const last = members.pop() ?? '';
  return members.length === 0 ? last : `${members.join(', ')} ${date.all ? words.and : words.or} ${last}`;
}

/**
 * How sure a date is, for those who do not see how it is drawn: `exact day`, `known to the month, approximate`,
 * `start known to the year, end unknown`, `one of several dates`.
 */
export function describeCertainty(date: EdtfDate, lang: DateLanguage = 'en'): string {
  const words = LANGUAGES[lang].certainty;
  const qualified = (text: string): string =>
    text + (date.approximate ? `, ${words.approximate}` : '') + (date.uncertain ? `, ${words.uncertain}` : '');
  if (date.kind === 'set') {
    const stretch = date.members.length === 1;
    return qualified(date.all ? words.allOf : stretch ? words.within : words.oneOf);
  }
  if (date.kind === 'point') return qualified(words.precision[date.date.precision]);
  const [start, end] = [date.from, date.to].map(one => one.kind === 'date' ? words.precision[one.date.precision] : one.kind);
  if (start === end && start !== undefined) return qualified(`${words.bothEnds} ${start}`);
  return qualified(`${words.start(start ?? '')}, ${words.end(end ?? '')}`);
}

function formatComponent(date: DateComponent, words: DateWords): string {
  return qualify(plain(date, words), date, words);
}

function qualify(text: string, date: DateComponent, words: DateWords): string {
  return (date.approximate ? words.about(text) : text) + (date.uncertain ? ' (?)' : '');
}

function plain(date: DateComponent, words: DateWords): string {
  const { earliest, latest } = date.extent;
  if (earliest === -Infinity || latest === Infinity) return '';
  const first = civilOf(earliest);
  const next = civilOf(latest);
  const last = civilOf(latest - 1);
  const years = next.year - first.year;
  const isWhole = first.month === 1 && first.day === 1 && next.month === 1 && next.day === 1;
  if (date.precision === 'day' && latest - earliest === 1) return words.day(first);
  if (date.precision === 'month' && first.day === 1 && next.day === 1 && first.month === last.month && first.year === last.year) return words.month(first);
  if (date.precision === 'season' && date.season !== undefined) return words.season(date.season, first.year);
  if (isWhole && years === 1) return words.year(first.year);
  if (isWhole && first.year > 0 && first.year % years === 0) {
    if (years === 10) return words.decade(first.year);
    if (years === 100) return words.century(first.year / 100 + 1);
  }
  return words.between(unitAt(date, earliest, words), unitAt(date, latest - 1, words));
}

/** The day, month or year of one edge of an extent that has no name of its own. */
function unitAt({ precision, extent, season }: DateComponent, day: Day, words: DateWords): string {
  const civil = civilOf(day);
  if (precision === 'day' || season !== undefined) return precision === 'day' ? words.day(civil) : words.month(civil);
  const first = civilOf(extent.earliest);
  const next = civilOf(extent.latest);
  if (first.day !== 1 || next.day !== 1) return words.day(civil);
  return precision === 'month' || first.month !== 1 || next.month !== 1 ? words.month(civil) : words.year(civil.year);
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

/** A member of a set; `[..1988]` and `[1988..]` are open to one side, `[1985-09..1985-12]` is some time between the two. */
function formatMember(member: DateComponent, all: boolean, words: DateWords): string {
  const { earliest, latest } = member.extent;
  if (earliest === -Infinity) return qualify(words.orEarlier(unitAt({ ...member, extent: { earliest: latest - 1, latest } }, latest - 1, words)), member, words);
  if (latest === Infinity) return qualify(words.orLater(unitAt({ ...member, extent: { earliest, latest: earliest + 1 } }, earliest, words)), member, words);
  const text = formatComponent(member, words);
  return all && member.precision !== 'season' ? text.replace(words.betweenStart, '') : text;
}
