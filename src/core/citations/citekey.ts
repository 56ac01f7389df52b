import { alphanumericAt } from './characters.ts';

/** A key as written: `@khan2022`, `-@khan2022`, `@{doi:10.1000/182}`. */
export interface CitekeyToken {
  readonly key: string;
  /** Of the `@`, or of the `-` before it. */
  readonly start: number;
  readonly end: number;
  readonly isAuthorSuppressed: boolean;
}

const INNER_PUNCTUATION = new Set(':.#$%&-+?<>~/');

/**
 * The citation key at `at`, by pandoc's rules (https://pandoc.org/MANUAL.html#extension-citations): a letter, a digit, `_` or `*`,
 * then letters, digits and `_`, with single punctuation marks between them; or anything without blanks in balanced braces.
 */
export function citekeyAt(text: string, at: number): CitekeyToken | undefined {
  const isAuthorSuppressed = text[at] === '-';
  const sign = isAuthorSuppressed ? at + 1 : at;
  if (text[sign] !== '@') { return undefined; }
  const isBraced = text[sign + 1] === '{';
  const end = isBraced ? bracedEnd(text, sign + 1) : simpleEnd(text, sign + 1);
  if (end < 0) { return undefined; }
  return { key: isBraced ? text.slice(sign + 2, end - 1) : text.slice(sign + 1, end), start: at, end, isAuthorSuppressed };
}

const wordAt = (text: string, at: number): number => (text[at] === '_' ? 1 : alphanumericAt(text, at));

/** End of a key without braces that begins at `at`, or -1. */
export function simpleEnd(text: string, at: number): number {
  const first = text[at] === '*' ? 1 : wordAt(text, at);
  if (first === 0) { return -1; }
  let end = at + first;
  for (;;) {
    const word = wordAt(text, end);
    if (word > 0) { end += word; continue; }
    const mark = text[end];
    if (mark === undefined || !INNER_PUNCTUATION.has(mark)) { return end; }
    const next = wordAt(text, end + 1);
    if (next === 0 && !((mark === ':' || mark === '/') && text[end + 1] === '/')) { return end; }
    end += 1;
  }
}

/** Longest braced key that is looked for: enough for any URL, and a bound on hostile text. */
const BRACED_LIMIT = 2000;

function bracedEnd(text: string, at: number): number {
  let depth = 0;
  for (let offset = at; offset < Math.min(text.length, at + BRACED_LIMIT); offset += 1) {
    switch (text.charCodeAt(offset)) {
      case 0x20: case 0x0A: case 0x09: case 0xA0: return -1;
      case 0x7B: depth += 1; break;
      case 0x7D: depth -= 1; if (depth === 0) { return offset + 1; } break;
      default: break;
    }
  }
  return -1;
}
