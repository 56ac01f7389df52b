import { parseEdtf } from '../dates/edtf.ts';
import { findDates } from '../dates/prose.ts';
import { EVENT_KINDS, type EventKind } from '../corpus/types.ts';

/** An event as another program's file tells it. */
export interface ImportedEvent {
  readonly title: string;
  /** EDTF, never more exact than the file. */
  readonly edtf: string;
  /** The date in the file's own words, where it has some. */
  readonly wording: string | undefined;
  readonly kind: EventKind;
  /** What the file says of it, as plain text; may be empty. */
  readonly text: string;
  readonly place: string | undefined;
  /** 1-based line on which it begins. */
  readonly line: number;
}

/** A line that could not be taken over, and why. */
export interface ImportProblem {
  readonly line: number;
  readonly message: string;
}

export interface Imported {
  readonly events: readonly ImportedEvent[];
  readonly problems: readonly ImportProblem[];
}

/** The kind that one of the words names, e.g. a tag or a column; `other` where none does. */
export function kindFrom(words: readonly string[]): EventKind {
  return EVENT_KINDS.find(kind => words.some(word => word.trim().toLowerCase().replace(/[\s_]+/gu, '-') === kind)) ?? 'other';
}

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

/** Words without markup: tags are gone, entities are what they stand for. */
export function withoutHtml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ', mdash: '—', ndash: '–', hellip: '…' };
  return text.replace(/<(?:br|\/p|\/li|\/div)\b[^>]*>/giu, ' ').replace(/<\/?[a-z][^>]*>/giu, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/giu, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) { return named[name.toLowerCase()] ?? whole; }
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
    }).replace(/\s+/gu, ' ').trim();
}
