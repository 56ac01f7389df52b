import { plainText } from './plain.ts';
import type { CslDate, CslItem } from './types.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'];

type Parts = readonly number[];

/** Year, month and day of the first and the last date, whatever of them is given. */
function partsOf(date: CslDate): readonly Parts[] {
  const parts: unknown = date['date-parts'];
  if (!Array.isArray(parts)) { return []; }
  return parts.map((part: unknown) => (Array.isArray(part) ? part.map(Number).filter(Number.isFinite) : [])).filter(part => part.length > 0);
}

function dateOf(item: CslItem, field: string): CslDate | undefined {
  const value = item[field];
  return typeof value === 'object' && value !== null ? value : undefined;
}

const yearText = (year: number): string => (year < 0 ? `${-year} BCE` : String(year));
const written = (date: CslDate): string => plainText(date.literal ?? date.raw ?? '');

/** `2022`, `c. 1985`, `1988–1990`, `1982–`, the words of a literal date, or `n.d.` when there is none. */
export function yearOf(item: CslItem, field = 'issued'): string {
  const date = dateOf(item, field);
  if (date === undefined) { return 'n.d.'; }
  const [first, last] = partsOf(date);
  if (first === undefined) { return /\b\d{4}\b/.exec(written(date))?.[0] ?? (written(date) || 'n.d.'); }
  const from = yearText(first[0]!);
  const to = last === undefined || last[0] === first[0] ? '' : last[0] === 0 ? '–' : `–${yearText(last[0]!)}`;
  return `${date.circa === undefined || date.circa === false || date.circa === 0 ? '' : 'c. '}${from}${to}`;
}

/** `3 May 1989`, `May 1989`, `Autumn 1989`; empty when no more than the year is known. */
export function fullDateOf(item: CslItem, field = 'issued'): string {
  const date = dateOf(item, field);
  const [year, month, day] = date === undefined ? [] : partsOf(date)[0] ?? [];
  if (date === undefined || year === undefined) { return ''; }
  const season = Number((date as { readonly season?: unknown }).season);
  const name = month === undefined ? SEASONS[season - 1] : MONTHS[month - 1] ?? SEASONS[(month - 13) % 20 % 4];
  return name === undefined ? '' : [day, name, yearText(year)].filter(part => part !== undefined).join(' ');
}
