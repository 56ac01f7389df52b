import { daysInMonth } from './days.ts';
import type { PartName } from './vocabulary.ts';

export type CalendarUnit = 'day' | 'month' | 'year' | 'decade' | 'century';

/**
 * EDTF numbers the thirds (37 to 39), quarters (33 to 36) and halves (40, 41) of a year, so `late 1985` is `1985-39`:
 * a date within September to December. (An interval would say that the thing lasted from September to December.)
 */
const DIVISIONS: Readonly<Record<PartName, number>> = {
  early: 37, mid: 38, late: 39, start: 33, end: 36, half1: 40, half2: 41, quarter1: 33, quarter2: 34, quarter3: 35, quarter4: 36,
};

/** The EDTF number of a part of a year; `undefined` for two parts together. */
export function divisionOf(parts: readonly PartName[] | undefined): number | undefined {
  const [part, ...others] = parts ?? [];
  return part === undefined || others.length > 0 ? undefined : DIVISIONS[part];
}

/** First and last month (of 1 to 12), day (of 1 to 31) or year (of 0 to 9) that the part may mean. */
type Table = Readonly<Record<PartName, readonly [first: number, last: number]>>;

/**
 * What writers mean by a part of the calendar; no standard says. Years are in thirds. Months and decades overlap a little, so that a date on the edge agrees
 * with both words: a wrong finding costs more than a missed one.
 */
const IN_YEAR: Table = {
  early: [1, 4], mid: [5, 8], late: [9, 12], start: [1, 3], end: [10, 12], half1: [1, 6], half2: [7, 12],
  quarter1: [1, 3], quarter2: [4, 6], quarter3: [7, 9], quarter4: [10, 12],
};
const IN_MONTH: Table = {
  early: [1, 12], mid: [9, 22], late: [18, 31], start: [1, 10], end: [20, 31], half1: [1, 15], half2: [16, 31],
  quarter1: [1, 8], quarter2: [8, 16], quarter3: [16, 24], quarter4: [23, 31],
};
const IN_DECADE: Table = {
  early: [0, 3], mid: [3, 7], late: [6, 9], start: [0, 2], end: [7, 9], half1: [0, 4], half2: [5, 9],
  quarter1: [0, 2], quarter2: [2, 4], quarter3: [5, 7], quarter4: [7, 9],
};

/**
 * The stretch that the parts of a unit cover, as a member of an EDTF set: the late 1980s are `1986..1989`, *some* year
 * of these.
 * @param year of a decade or century its first year
 * @returns `undefined` for a day, which has no parts here
 */
export function partOf(parts: readonly PartName[], unit: CalendarUnit, year: number, month: number): string | undefined {
  if (unit === 'day') return undefined;
  const table = unit === 'year' ? IN_YEAR : unit === 'month' ? IN_MONTH : IN_DECADE;
  const first = Math.min(...parts.map(part => table[part][0]));
  const last = Math.max(...parts.map(part => table[part][1]));
  const four = (value: number): string => String(value).padStart(4, '0');
  const two = (value: number): string => String(value).padStart(2, '0');
  switch (unit) {
    case 'year': return `${four(year)}-${two(first)}..${four(year)}-${two(last)}`;
    case 'month': return `${four(year)}-${two(month)}-${two(first)}..${four(year)}-${two(month)}-${two(Math.min(last, daysInMonth(year, month)))}`;
    case 'decade': return `${four(year + first)}..${four(year + last)}`;
    case 'century': return `${four(year + first * 10)}..${four(year + last * 10 + 9)}`;
  }
}
