import type { Cursor } from './cursor.ts';
import { hasOwnYear, type Found, type Named } from './named.ts';
import { beginsNumber, centuryAt, decadeAt, endsYear, expand, isoAt, numericAt, secondYear, yearAt, yearDigits } from './numeric.ts';
import { nextAt, relativeAt, sameAt } from './relative.ts';
import { As, type PartName } from './vocabulary.ts';

const WINTER = 24;
/** Season numbers of EDTF for `the first half of 1989` and `the third quarter of 1989` come from these. */
const HALVES: readonly PartName[] = ['half1', 'half2'];
const QUARTERS: readonly PartName[] = ['quarter1', 'quarter2', 'quarter3', 'quarter4'];

/** One date from a token on, with `about` before it and `(?)` after it. */
export function singleAt(c: Cursor, index: number): Found | undefined {
  const isAbout = c.is(index, As.about);
  const start = isAbout ? c.skipMark(index + 1, '.') : index;
  const found = partAt(c, start) ?? wholeAt(c, start) ?? relativeAt(c, start, explicitAt);
  if (found === undefined || (isAbout && !hasOwnYear(found.value))) return undefined;
  const isDoubted = c.text(found.next) === '(' && c.text(found.next + 1) === '?' && c.text(found.next + 2) === ')';
  const approximate = isAbout || found.value.approximate === true ? { approximate: true } : {};
  return c.found(isDoubted ? found.next + 3 : found.next, { ...found.value, ...approximate, ...isDoubted ? { uncertain: true } : {} });
}

/** A date with its own year, as an anchor of `two years after`. */
function explicitAt(c: Cursor, index: number): Found | undefined {
  const found = wholeAt(c, index);
  return found !== undefined && hasOwnYear(found.value) ? found : undefined;
}

/** A date that names its part of the calendar in full. */
function wholeAt(c: Cursor, index: number): Found | undefined {
  return isoAt(c, index) ?? numericAt(c, index) ?? dayMonthAt(c, index) ?? monthAt(c, index) ?? seasonAt(c, index)
    ?? decadeAt(c, index) ?? centuryAt(c, index) ?? yearAt(c, index);
}

/** A day of a month: `28`, `28th`, `1er`. */
export function dayAt(c: Cursor, index: number): Found<number> | undefined {
  const day = c.small(index, 31);
  if (day === undefined || !beginsNumber(c, index)) return undefined;
  if (!c.isTight(index + 1)) return c.found(index + 1, day);
  if (c.isWord(index + 1)) return c.is(index + 1, As.suffix) ? c.found(index + 2, day) : undefined;
  return c.found(index + 1, day);
}

/** `28 August 1990`, `the 28th of August, 1990`, `28-Aug-1990`, `the 17th January`, `17 January of that year`. */
function dayMonthAt(c: Cursor, index: number): Found | undefined {
  const day = dayAt(c, c.skipThe(index));
  return day && withMonth(c, day.next, { day: day.value });
}

/** The month, and the year if there is one, that follow a day or a list of days. */
export function withMonth(c: Cursor, index: number, named: Named): Found | undefined {
  const at = c.skipOf(c.text(index) === '-' && c.isTight(index) ? index + 1 : index);
  const month = c.month(at);
  if (month === undefined) return undefined;
  const year = yearAfterMonth(c, at);
  const isCapital = c.isCapital(at);
  if (month.capital && !isCapital && year.value.year === undefined) return undefined;
  return c.found(year.next, { ...named, month: month.month, ...year.value });
}

/** `August 28, 1990`, `August 28th`, `August 1990`, `August of that year`, and `August` alone (weak). */
function monthAt(c: Cursor, index: number): Found | undefined {
  const month = c.month(index);
  if (month === undefined) return undefined;
  const isCapital = c.isCapital(index) || !month.capital;
  const day = month.capital ? dayAt(c, month.short ? c.skipMark(index + 1, '.') : index + 1) : undefined;
  if (day !== undefined && !c.is(day.next, As.counts) && c.text(day.next) !== '%') {
    const year = yearAfter(c, day.next);
    return isCapital || year.value.year !== undefined ? c.found(year.next, { month: month.month, day: day.value, ...year.value }) : undefined;
  }
  const year = yearAfterMonth(c, index);
  if (year.value.year !== undefined || year.value.yearShift !== undefined) return c.found(year.next, { month: month.month, ...year.value });
  return isCapital && !month.short ? c.found(index + 1, { month: month.month, weak: true }) : undefined;
}

/** The year after a month; the dot of `Aug.` is only passed when a year follows. */
function yearAfterMonth(c: Cursor, month: number): Found<Pick<Named, 'year' | 'yearShift'>> {
  const dash = c.text(month + 1) === '-' && c.isTight(month + 1) && c.isTight(month + 2) ? 1 : 0;
  const dot = c.month(month)?.short === true && c.text(month + 1) === '.' ? 1 : 0;
  const year = yearAfter(c, month + 1 + dash + dot);
  return year.value.year === undefined && year.value.yearShift === undefined ? c.found(month + 1, {}) : year;
}

/** `1990`, `, 1990`, `of 1990`, `’90`, `of that year`, `of the following year`; nothing is a year as well. */
export function yearAfter(c: Cursor, index: number): Found<Pick<Named, 'year' | 'yearShift'>> {
  const start = c.text(index) === ',' ? index + 1 : c.skipOf(index);
  const year = yearDigits(c, start);
  if (year !== undefined && endsYear(c, start)) return c.found(start + 1, { year });
  if (c.text(start) === '\'' && c.isTight(start + 1)) {
    const short = expand(c.number(start + 1, 2));
    if (short !== undefined && !c.isTight(start + 2)) return c.found(start + 2, { year: short });
  }
  const other = sameAt(c, start) ?? nextAt(c, start);
  const yearShift = other?.value.season === undefined && other?.value.shift === undefined ? other?.value.yearShift : undefined;
  return other !== undefined && yearShift !== undefined ? c.found(other.next, { yearShift }) : c.found(index, {});
}

/** `spring 1989`, `the spring of 1989`, `winter 1989–90`, `the autumn of that year`; `the spring` alone is weak. */
function seasonAt(c: Cursor, index: number): Found | undefined {
  const start = c.skipThe(index);
  const season = c.season(start);
  if (season === undefined || NAMED_SPRINGS.has(c.text(start - 1))) return undefined;
  const year = yearAfter(c, start + 1);
  if (year.value.year !== undefined) {
    const pair = season === WINTER && (c.text(year.next) === '/' || c.isDash(year.next)) ? secondYear(c, year.next + 1, year.value.year) : undefined;
    return c.found(pair === year.value.year + 1 ? year.next + 2 : year.next, { season, ...year.value });
  }
  if (year.value.yearShift !== undefined) return c.found(year.next, { season, ...year.value });
  const isNamed = start > index || c.text(index - 1) === 'au';
  return isNamed && c.text(start) !== 'fall' ? c.found(start + 1, { season, weak: true }) : undefined;
}

/** The Prague Spring and the Arab Spring are no seasons. */
const NAMED_SPRINGS: ReadonlySet<string> = new Set(['prague', 'arab', 'croatian', 'beijing']);

/** `late 1985`, `mid-August 1990`, `the end of 1989`, `the early 1990s`, `mid-to-late 1980s`, `the first half of 1989`. */
function partAt(c: Cursor, index: number): Found | undefined {
  const part = partNameAt(c, c.skipThe(index));
  if (part === undefined) return undefined;
  const target = targetAt(c, part.next);
  if (target === undefined || target.value.day !== undefined || target.value.unreadable === true) return undefined;
  const named = { ...target.value, weak: false, bare: false };
  return c.found(target.next, named.season === undefined ? { ...named, part: part.value } : named);
}

function partNameAt(c: Cursor, index: number): Found<readonly PartName[]> | undefined {
  const nth = c.tokens.word(index)?.ordinal ?? (c.text(index) === 'latter' ? 2 : undefined);
  if (nth !== undefined) {
    const divisions = c.is(index + 1, As.half) ? HALVES : c.text(index + 1) === 'quarter' || c.text(index + 1) === 'trimestre' ? QUARTERS : [];
    const part = divisions[nth - 1];
    const of = c.skipOf(index + 2);
    return part === undefined || of === index + 2 ? undefined : c.found(of, [part]);
  }
  const first = c.tokens.word(index)?.part;
  if (first === undefined) return undefined;
  const needsOf = NOUNS.has(c.text(index));
  const dash = c.skipMark(index + 1, '-');
  if (c.text(dash) === 'to' && !needsOf) {
    const other = c.skipMark(dash + 1, '-');
    const second = c.tokens.word(other)?.part;
    if (second !== undefined && !NOUNS.has(c.text(other))) return c.found(c.skipMark(other + 1, '-'), [first, second]);
  }
  const of = c.text(index + 1) === 'in' && !needsOf ? index + 2 : c.skipOf(dash);
  return needsOf && of === index + 1 ? undefined : c.found(of, [first]);
}

/** Parts that are nouns in English: `the end of 1989`, but not `would end 1989`. */
const NOUNS: ReadonlySet<string> = new Set(['middle', 'beginning', 'start', 'end', 'close', 'outset']);

/** What a part can be of. */
function targetAt(c: Cursor, index: number): Found | undefined {
  const whole = monthAt(c, index) ?? seasonAt(c, index) ?? decadeAt(c, index) ?? centuryAt(c, index) ?? yearAt(c, index) ?? sameAt(c, index) ?? nextAt(c, index);
  if (whole !== undefined) return whole.value.shift === undefined ? whole : undefined;
  const noun = c.skipThe(index);
  const unit = noun === index ? undefined : c.unit(noun);
  if (unit === 'year') return yearAt(c, noun + 1) ?? c.found(noun + 1, { yearShift: 0 });
  return unit === 'month' ? c.found(noun + 1, { same: 'month' }) : undefined;
}
