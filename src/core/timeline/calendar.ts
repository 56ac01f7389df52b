import { civilOf } from '../dates/days.ts';
import type { Day } from '../dates/types.ts';
import { t, toTranslate } from '../l10n.ts';

const MONTHS = toTranslate(['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']);
const SHORT_MONTHS = toTranslate(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']);

/** `August`, by its number from 1. */
export const monthText = (month: number): string => t(MONTHS[month - 1]!);
/** `Aug`. */
export const shortMonthText = (month: number): string => t(SHORT_MONTHS[month - 1]!);

/** `1989`, `44 BC`. */
export function yearText(year: number): string {
  return year > 0 ? String(year) : t('{0} BC', 1 - year);
}

/** `14 August 1989`, for a day or any part of it. */
export function dayText(at: Day): string {
  const { year, month, day } = civilOf(Math.floor(at));
  return day === 1 ? t('1 {0} {1}', monthText(month), yearText(year)) : `${day} ${monthText(month)} ${yearText(year)}`;
}

/** `1989-07-30`; `undefined` for years that four digits cannot say. */
export function isoDay(at: Day): string | undefined {
  const { year, month, day } = civilOf(Math.floor(at));
  return year < 1 || year > 9999 ? undefined : `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
