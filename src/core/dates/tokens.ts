import type { Span } from '../text.ts';

/** A word, a run of digits or one other character. `break` stands for an empty line, which no date crosses. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'mark' | 'break' | 'skipped';
  /**
   * In lower case and NFC; dashes folded to `-`, `–` and `—`, apostrophes to `'`; `''` for a word or number longer
   * than any that a date has.
   */
  readonly text: string;
  /** Whether blanks (or a line break, with the `>` of a block quotation) stand before it. */
  readonly spaced: boolean;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
}

const LONGEST_WORD = 16;
const LETTER = /[\p{L}\p{M}]/u;
const BLANK = /\s/;
const DASHES: Readonly<Record<string, string>> = {
  '‐': '-', '‑': '-', '−': '-', '‒': '–', '―': '—', '’': '\'', '‘': '\'', 'ʼ': '\'',
};
/** Words that begin an address, of which no digit is a date. */
const ADDRESSES: ReadonlySet<string> = new Set(['http', 'https', 'ftp', 'file', 'mailto', 'doi', 'urn', 'www']);

/** Splits `text[start, end)` in one pass. Addresses (`https://…`, `](…)`) become one `skipped` token. */
export function tokenize(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  let at = start;
  let spaced = false;
  while (at < end) {
    const blank = skipBlanks(text, at, end);
    if (blank.next > at) {
      spaced = true;
      if (blank.lines > 1) tokens.push({ kind: 'break', start: at, end: blank.next, text: '', spaced, capital: false });
      at = blank.next;
      continue;
    }
    const token = tokenAt(text, at, end, spaced);
    tokens.push(token);
    at = token.end;
    spaced = false;
  }
  return tokens;
}

function tokenAt(text: string, start: number, end: number, spaced: boolean): Token {
  const code = text.charCodeAt(start);
  if (isDigit(code)) {
    let at = start + 1;
    while (at < end && isDigit(text.charCodeAt(at))) at++;
    return { kind: 'number', start, end: at, text: at - start <= 4 ? text.slice(start, at) : '', spaced, capital: false };
  }
  if (isLetter(code, text, start)) {
    let at = start + 1;
    let isAscii = code < 128;
    while (at < end && isLetter(text.charCodeAt(at), text, at)) {
      if (text.charCodeAt(at) >= 128) isAscii = false;
      at++;
    }
    const written = at - start <= LONGEST_WORD ? text.slice(start, at) : '';
    const lower = isAscii ? written.toLowerCase() : written.toLowerCase().normalize('NFC');
    const next = text[at];
    if (ADDRESSES.has(lower) && (next === ':' || (next === '.' && lower === 'www'))) {
      return { kind: 'skipped', start, end: endOfAddress(text, at, end, /[\s<>"]/), text: '', spaced, capital: false };
    }
    return { kind: 'word', start, end: at, text: lower, spaced, capital: written.charAt(0) !== lower.charAt(0) };
  }
  if (code === 0x5D && text[start + 1] === '(' && start + 1 < end) {
    return { kind: 'skipped', start, end: endOfAddress(text, start + 2, end, /[)\n]/), text: '', spaced, capital: false };
  }
  const mark = text.charAt(start);
  return { kind: 'mark', start, end: start + 1, text: DASHES[mark] ?? mark, spaced, capital: false };
}

function endOfAddress(text: string, start: number, end: number, stop: RegExp): number {
  let at = start;
  while (at < end && !stop.test(text.charAt(at))) at++;
  return at;
}

function skipBlanks(text: string, start: number, end: number): { next: number; lines: number } {
  let next = start;
  let lines = 0;
  for (; next < end; next++) {
    const code = text.charCodeAt(next);
    if (code === 0x0A) lines++;
    else if (code === 0x3E ? lines === 0 : !isBlank(code, text, next)) break;
  }
  return { next, lines };
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number, text: string, at: number): boolean {
  return code < 128 ? (code >= 0x61 && code <= 0x7A) || (code >= 0x41 && code <= 0x5A) : LETTER.test(text.charAt(at));
}

function isBlank(code: number, text: string, at: number): boolean {
  return code < 128 ? code === 0x20 || (code >= 0x09 && code <= 0x0D) : BLANK.test(text.charAt(at));
}
