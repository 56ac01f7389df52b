import { EVENT_KINDS, type EventKind } from '../corpus/types.ts';

export { edtfInWords, edtfOf, interval } from '../dates/written.ts';

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
