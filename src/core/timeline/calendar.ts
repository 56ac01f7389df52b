import { civilOf } from '../dates/days.ts';
import type { Day } from '../dates/types.ts';

export const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** `1989`, `44 BC`. */
export function yearText(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

/** `14 August 1989`, for a day or any part of it. */
export function dayText(at: Day): string {
  const { year, month, day } = civilOf(Math.floor(at));
  return `${day} ${MONTHS[month - 1]!} ${yearText(year)}`;
}

/** `1989-07-30`; `undefined` for years that four digits cannot say. */
export function isoDay(at: Day): string | undefined {
  const { year, month, day } = civilOf(Math.floor(at));
  return year < 1 || year > 9999 ? undefined : `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
