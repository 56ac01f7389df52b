import { parseEdtf } from '../dates/edtf.ts';
import { edtfInWords, edtfOf, interval } from '../dates/written.ts';

/** Which number of `3/4/1991` is the day. */
export const DATE_ORDERS = ['day-month', 'month-day'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** `3/4/1991`, `3-4-1991`, perhaps with a time behind it. */
const NUMBERS = /^(\d{1,2})([/\-. ])(\d{1,2})\2(\d{4})(?:[T ].*)?$/u;
/** `1991-04-03 00:00:00.000`, `1991/4/3` */
const YEAR_FIRST = /^(-?\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d.*)?$/u;
/** Numbers that a table has for what is not known. */
const MISSING = /^(?:na|n\/a|null|none|nan|-|\.|0|999?9?)$/iu;

/**
 * Which order the numbers of a column have: the one that all its dates allow. `either` where all of them are dates in both, so
 * that it has to be asked; `mixed` where some are dates only in one order and some only in the other; `none` where no date is of this form.
 */
export function dateOrderOf(cells: Iterable<string>): DateOrder | 'either' | 'mixed' | 'none' {
  let [isDayFirst, isMonthFirst, isAny] = [false, false, false];
  for (const cell of cells) {
    const [, first, mark, second] = NUMBERS.exec(cell.trim()) ?? [];
    if (first === undefined) continue;
    isAny = true;
    // Points stand between day and month in no other order.
    if (Number(first) > 12 || mark === '.') isDayFirst = true; else if (Number(second) > 12) isMonthFirst = true;
  }
  if (isDayFirst && isMonthFirst) return 'mixed';
  return isDayFirst ? 'day-month' : isMonthFirst ? 'month-day' : isAny ? 'either' : 'none';
}

/** The EDTF of a cell, as exact as it is; `undefined` for what is no date. Years of two figures are none: nobody knows the century. */
export function readCellDate(cell: string, order: DateOrder | undefined): string | undefined {
  const text = cell.trim().replace(/^'/u, '');
  if (text === '' || MISSING.test(text)) return undefined;
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return edtfOf(Number(year), Number(month), Number(day));
  const [, first, mark, second, last] = NUMBERS.exec(text) ?? [];
  if (first !== undefined) {
    if (order === undefined && mark !== '.') return undefined;
    const isDayFirst = mark === '.' || order === 'day-month';
    return edtfOf(Number(last), Number(isDayFirst ? second : first), Number(isDayFirst ? first : second));
  }
  return parseEdtf(text)?.edtf ?? edtfInWords(text);
}

/** From one cell to another; the first alone where there is no second. */
export function readCellDates(from: string, to: string | undefined, order: DateOrder | undefined): string | undefined {
  const start = readCellDate(from, order);
  const end = to === undefined ? undefined : readCellDate(to, order);
  return start === undefined || end === undefined ? start : interval(start, end);
}
