import type { CslDate } from './types.ts';

/** One date of EDTF level 0 or 1, with a season for a month and a sign for doubt. */
const EDTF_DATE = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?$/;

/**
 * A CSL date from what files hold: `{"date-parts": …}`, `{"raw": "1991-10-23"}`, `{"literal": …}`, or a text in EDTF.
 * Numbers in quotation marks become numbers. `undefined` when nothing can be made of it.
 */
export function readCslDate(value: unknown): CslDate | undefined {
  if (typeof value === 'string' || typeof value === 'number') { return dateFromText(String(value)); }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) { return undefined; }
  const given = value as Readonly<Record<string, unknown>>;
  const parts = readParts(given['date-parts']);
  const season = Number(given['season']);
  const rest = {
    ...Boolean(given['circa']) && { circa: true },
    ...Number.isInteger(season) && season >= 1 && season <= 4 && { season },
    ...typeof given['literal'] === 'string' && { literal: given['literal'] },
  };
  if (parts !== undefined) { return { 'date-parts': parts, ...rest }; }
  if (typeof given['raw'] === 'string') { return { ...dateFromText(given['raw']), ...rest }; }
  const year = wholeNumber(given['year']);
  if (year !== undefined) { return { 'date-parts': [[year, ...upTo(wholeNumber(given['month']), wholeNumber(given['day']))]], ...rest }; }
  return rest.literal === undefined ? undefined : rest;
}

function readParts(value: unknown): number[][] | undefined {
  if (!Array.isArray(value)) { return undefined; }
  // A single date is often written without the outer list.
  const dates: readonly unknown[] = value.length > 0 && !Array.isArray(value[0]) ? [value] : value;
  const parts = dates.slice(0, 2).map(date => (Array.isArray(date) ? upTo(...date.slice(0, 3).map(wholeNumber)) : []));
  return parts.length > 0 && parts[0]!.length > 0 ? parts.filter(part => part.length > 0) : undefined;
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
}

function upTo(...parts: readonly (number | undefined)[]): number[] {
  const end = parts.indexOf(undefined);
  return parts.slice(0, end < 0 ? parts.length : end) as number[];
}

/**
 * `1991-10-23`, `1991-10~`, `1989-21` (spring), `1988/1990`, `1982/..`, `198u` as CSL can hold them: date-parts with `circa` or
 * `season`; what it cannot hold stays as its own words.
 */
export function dateFromText(text: string): CslDate | undefined {
  const written = text.trim();
  if (written === '') { return undefined; }
  const ends = written.split('/');
  const [first, last] = ends.map(end => EDTF_DATE.exec(end.trim()));
  if (!first || ends.length > 2) { return { literal: written }; }
  const isCirca = first[4] === '~' || first[4] === '%' || last?.[4] === '~' || last?.[4] === '%';
  const month = Number(first[2]);
  const rest = { ...isCirca && { circa: true }, ...month >= 21 && month <= 24 && { season: month - 20 } };
  if (ends.length === 1) { return { 'date-parts': [partsOf(first)], ...rest }; }
  if (last) { return { 'date-parts': [partsOf(first), partsOf(last)], ...rest }; }
  return /^(?:\.\.|open)?$/.test(ends[1]!.trim()) ? { 'date-parts': [partsOf(first), [0]], ...rest } : { literal: written };
}

function partsOf([, year, month, day]: RegExpExecArray): number[] {
  const isMonth = month !== undefined && Number(month) >= 1 && Number(month) <= 12;
  return [Number(year), ...isMonth ? [Number(month), ...day === undefined ? [] : [Number(day)]] : []];
}
