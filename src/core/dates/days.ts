import type { Day } from './types.ts';

/** A day of the proleptic Gregorian calendar; `year` is astronomical (0 is 1 BC), `month` 1 to 12. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const MEAN_YEAR = 365.2425;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : MONTH_LENGTHS[month - 1] ?? 0;
}

/** Days from 0000-01-01 to the first day of the year: 365 for each year before it and one for each leap year. */
function daysBeforeYear(year: number): number {
  return 365 * year + Math.ceil(year / 4) - Math.ceil(year / 100) + Math.ceil(year / 400);
}

const EPOCH = daysBeforeYear(1970);

/**
 * The number of a day, 1970-01-01 being 0. Months outside 1 to 12 run over into the years around
 * (`1989, 13, 1` is 1990-01-01); so do days.
 */
export function dayOf(year: number, month = 1, day = 1): Day {
  const carry = Math.floor((month - 1) / 12);
  const realYear = year + carry;
  const realMonth = month - carry * 12;
  const leapDay = realMonth > 2 && isLeapYear(realYear) ? 1 : 0;
  return daysBeforeYear(realYear) - EPOCH + (DAYS_BEFORE_MONTH[realMonth - 1] ?? 0) + leapDay + day - 1;
}

/** The calendar day of a finite day number; the reverse of `dayOf`. */
export function civilOf(day: Day): CivilDay {
  let year = Math.floor((day + EPOCH) / MEAN_YEAR);
  while (dayOf(year + 1) <= day) year++;
  while (dayOf(year) > day) year--;
  let month = 1;
  while (month < 12 && dayOf(year, month + 1) <= day) month++;
  return { year, month, day: day - dayOf(year, month) + 1 };
}
