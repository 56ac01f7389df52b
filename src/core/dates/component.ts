// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the webview's project does not list the declaration
/// <reference path="./edtf-library.d.ts" />
import { parse, type EdtfNode } from 'edtf';
import { dayOf, daysInMonth } from './days.ts';
import type { DateComponent, DayRange, Precision } from './types.ts';

/** No single date of EDTF is longer than this, qualifiers on each part included, unless its year has 30 digits. */
const MAX_LENGTH = 40;
/** Days of years beyond this lose their place in a double once anything is added; nobody drafts about them. */
const MAX_YEAR = 1_000_000_000;

const PLAIN = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?|(2[1-9]|3\d|4[01])))?([~?%]?)$/;
const DECADE_OR_CENTURY = /^(\d\d(?:\dX|XX))([~?%]?)$/;
const PATTERN = /^(-?)([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T.*)?$/;

const UNSPECIFIED = /^-?[\dX]*X[\dX-]*$/;

/**
 * First month and number of months of the divisions of a year that EDTF numbers (ISO 8601-2:2019, 4.8).
 * 21 to 24 say "independent of location"; we read them, as 25 to 28, as the meteorological seasons of the north.
 * A season that begins in December ends in the following year: `1989-24` is December 1989 to February 1990.
 */
const SEASONS: ReadonlyMap<number, readonly [month: number, months: number]> = new Map([
  [21, [3, 3]], [22, [6, 3]], [23, [9, 3]], [24, [12, 3]],
  [25, [3, 3]], [26, [6, 3]], [27, [9, 3]], [28, [12, 3]],
  [29, [9, 3]], [30, [12, 3]], [31, [3, 3]], [32, [6, 3]],
  [33, [1, 3]], [34, [4, 3]], [35, [7, 3]], [36, [10, 3]],
  [37, [1, 4]], [38, [5, 4]], [39, [9, 4]],
  [40, [1, 6]], [41, [7, 6]],
]);

/** Reads one date of EDTF, no interval and no set: `1989-02-15`, `1985~`, `2004-06-~11`, `198X`, `1989-21`, `Y12000`. */
export function parseComponent(text: string): DateComponent | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  return parsePlain(text) ?? parseByGrammar(text);
}

/** Years, months, seasons, days, decades and centuries with at most one qualifier at the end: nearly all dates, a hundred times faster this way. */
function parsePlain(text: string): DateComponent | undefined {
  const match = PLAIN.exec(text);
  if (match === null) {
    const [, digits, sign = ''] = DECADE_OR_CENTURY.exec(text) ?? [];
    return digits === undefined ? undefined : qualified(readDigits(false, digits), sign);
  }
  const [, year = '', month, day, season, qualifier = ''] = match;
  const found = season === undefined ? readDigits(false, year, month, day) : readSeason(yearsOf(false, year), Number(season), 'year');
  return qualified(found, qualifier);
}

function qualified(found: Reading | undefined, qualifier: string): DateComponent | undefined {
  return found && { ...found, approximate: qualifier === '~' || qualifier === '%', uncertain: qualifier === '?' || qualifier === '%' };
}

/** The package's grammar, and one form that it lacks: unspecified digits with a qualifier, `198X~`. */
function parseByGrammar(text: string): DateComponent | undefined {
  const whole = syntaxOf(text);
  const found = whole && readNode(whole, text);
  if (found) return { ...found, approximate: Boolean(whole.approximate), uncertain: Boolean(whole.uncertain) };
  const qualifier = text.at(-1) ?? '';
  const rest = text.slice(0, -1);
  if (!'~?%'.includes(qualifier) || !UNSPECIFIED.test(rest)) return undefined;
  const date = parseByGrammar(rest);
  return date && { ...date, approximate: qualifier !== '?', uncertain: qualifier !== '~' };
}

function syntaxOf(text: string): EdtfNode | undefined {
  try {
    return parse(text, { level: 3 });
  } catch {
    return undefined;
  }
}

type Reading = Pick<DateComponent, 'precision' | 'extent' | 'season'>;

function readNode(node: EdtfNode, text: string): Reading | undefined {
  if (node.type === 'Year') return readYear(Number(node.values[0]), node.significant);
  if (node.type !== 'Date' && node.type !== 'Season') return undefined;
  const match = PATTERN.exec(text.replaceAll(/[~?%]/g, ''));
  if (match === null) return undefined;
  const [, sign, year = '', second, third] = match;
  if (node.type === 'Season') return readSeason(yearsOf(sign === '-', year), Number(second), precisionOfYear(year));
  return readDigits(sign === '-', year, second, third);
}

/** `Y170000002`, and `1950S2`: a year of which only the first two digits are significant. */
function readYear(year: number, significant: number | undefined): Reading | undefined {
  if (!(Math.abs(year) <= MAX_YEAR)) return undefined;
  const unit = significant === undefined ? 1 : Math.max(1, 10 ** (String(Math.abs(year)).length - significant));
  const first = Math.floor(year / unit) * unit;
  const precision = unit === 1 ? 'year' : unit === 10 ? 'decade' : unit === 100 ? 'century' : 'millennium';
  return { precision, extent: { earliest: dayOf(first), latest: dayOf(first + unit) } };
}

function readSeason([first, last]: readonly [number, number], season: number, ofYear: Precision): Reading | undefined {
  const months = SEASONS.get(season);
  if (months === undefined) return undefined;
  const extent = { earliest: dayOf(first, months[0]), latest: dayOf(last, months[0] + months[1]) };
  return ofYear === 'year' ? { precision: 'season', extent, season } : { precision: ofYear, extent };
}

/** Year, month and day with an `X` for each unspecified digit; the extent reaches from the first to the last that fits. */
function readDigits(negative: boolean, year: string, month?: string, day?: string): Reading | undefined {
  const years = yearsOf(negative, year);
  const extent = month === undefined ? { earliest: dayOf(years[0]), latest: dayOf(years[1] + 1) } : extentOf(years, month, day);
  return extent && { precision: precisionOf(year, month, day), extent };
}

function yearsOf(negative: boolean, digits: string): readonly [number, number] {
  const low = Number(digits.replaceAll('X', '0'));
  const high = Number(digits.replaceAll('X', '9'));
  return negative ? [-high, -low] : [low, high];
}

function extentOf([first, last]: readonly [number, number], month: string, day: string | undefined): DayRange | undefined {
  const months = fitting(month, 12);
  const days = day === undefined ? undefined : fitting(day, 31);
  const daysIn = (year: number): readonly DayRange[] => months.flatMap(number => {
    if (days === undefined) return [{ earliest: dayOf(year, number), latest: dayOf(year, number + 1) }];
    return days.filter(one => one <= daysInMonth(year, number))
      .map(one => ({ earliest: dayOf(year, number, one), latest: dayOf(year, number, one + 1) }));
  });
  // 29 February of an unspecified year: the next leap year is at most eight years away.
  for (let low = first; low <= Math.min(last, first + 8); low++) {
    const earliest = daysIn(low)[0];
    if (earliest === undefined) continue;
    for (let high = last; high >= low; high--) {
      const latest = daysIn(high).at(-1);
      if (latest !== undefined) return { earliest: earliest.earliest, latest: latest.latest };
    }
  }
  return undefined;
}

/** The numbers from 1 to `max` that a pattern of two digits stands for: `1X` of 12 gives 10, 11, 12. */
function fitting(pattern: string, max: number): number[] {
  const numbers = Array.from({ length: max }, (_, index) => index + 1);
  return numbers.filter(number => {
    const digits = String(number).padStart(2, '0');
    return [0, 1].every(at => pattern[at] === 'X' || pattern[at] === digits[at]);
  });
}

function precisionOfYear(digits: string): Precision {
  const unspecified = digits.indexOf('X');
  return unspecified < 0 ? 'year' : unspecified === 3 ? 'decade' : unspecified === 2 ? 'century' : 'millennium';
}

/** The unit that is told in full: `1985-XX` is known to the year, `1985-05-1X` to the month. */
function precisionOf(year: string, month: string | undefined, day: string | undefined): Precision {
  if (year.includes('X') || month === undefined || month.includes('X')) return precisionOfYear(year);
  return day === undefined || day.includes('X') ? 'month' : 'day';
}
