import type { Day } from '../dates/types.ts';

/** A day of the proleptic Gregorian calendar, with astronomical years (0 is 1 BC). Months count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days from 1970-01-01; months outside 1 to 12 run into other years. After H. Hinnant, "chrono-compatible low-level date algorithms". */
export function toDay(year: number, month: number, day: number): Day {
  const months = year * 12 + month - 3;
  const shifted = Math.floor(months / 12);
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (months - shifted * 12) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The calendar date that a day (or a part of it) belongs to. */
export function toCivil(at: Day): CivilDate {
  const shifted = Math.floor(at) + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const index = Math.floor((5 * dayOfYear + 2) / 153);
  const month = index < 10 ? index + 3 : index - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * index + 2) / 5) + 1 };
}

export const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** `1989`, `44 BC`. */
export function yearText(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

/** `14 August 1989`. */
export function dayText(day: Day): string {
  const { year, month, day: dayOfMonth } = toCivil(day);
  return `${dayOfMonth} ${MONTHS[month - 1]!} ${yearText(year)}`;
}
