import { parseEdtf } from './edtf.ts';
import { findDates } from './prose.ts';

/** `1989-08-03` from numbers that a file gives; `undefined` where they are no date. Month and day may be missing. */
export function edtfOf(year: number, month: number | undefined, day: number | undefined): string | undefined {
  if (!Number.isInteger(year) || Math.abs(year) > 9999) { return undefined; }
  const digits = (value: number, count: number) => String(value).padStart(count, '0');
  const text = `${year < 0 ? '-' : ''}${digits(Math.abs(year), 4)}${month === undefined ? '' : `-${digits(month, 2)}${day === undefined ? '' : `-${digits(day, 2)}`}`}`;
  return parseEdtf(text)?.edtf;
}

/** The EDTF of a date that a person wrote, when the words are a date and nothing else: `12 May 2012`, `late 1985`. */
export function edtfInWords(text: string): string | undefined {
  const words = text.trim();
  const found = findDates(words, { lang: 'en' });
  const [only] = found;
  return found.length === 1 && only?.start === 0 && only.end === words.length ? only.date?.edtf : undefined;
}

/** An interval between two dates, or the one where they are the same; `undefined` when it ends before it begins. */
export function interval(from: string, to: string): string | undefined {
  if (from === to) { return from; }
  const date = parseEdtf(`${from}/${to}`);
  return date === undefined || date.end.latest <= date.start.earliest ? undefined : date.edtf;
}
