import { findDates } from '../dates/prose.ts';
import { parseEdtf } from '../dates/edtf.ts';
import type { EdtfDate } from '../dates/types.ts';

/** What a date is to look like, for the descriptions of arguments. */
export const DATE_WORDS = 'EDTF such as 1989-07, 1989-07-30 or 1985~, or words such as “late 1985”';

/** A date as EDTF or in words; `undefined` when it is neither. */
export function readDate(text: string): EdtfDate | undefined {
  const trimmed = text.trim();
  const parsed = parseEdtf(trimmed);
  if (parsed !== undefined) return parsed;
  const [found, ...others] = findDates(trimmed);
  return found?.date !== undefined && others.length === 0 && found.start === 0 && found.end === trimmed.length ? found.date : undefined;
}

export function badDate(name: string, text: string): string {
  return `“${name}”: “${text.slice(0, 60)}” is no date that can be read. Write ${DATE_WORDS}.`;
}
