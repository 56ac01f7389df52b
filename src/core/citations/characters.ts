import { isUnit, LETTER, NUMBER } from '../units.ts';

const ALPHANUMERIC = /[\p{L}\p{N}]/u;

/** Length in UTF-16 code units of the letter or number (Unicode L* and N*) at `at`; 0 when there is none. */
export function alphanumericAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) {
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? 1 : 0;
  }
  if (code < 0xD800 || code > 0xDFFF) { return isUnit(code, LETTER | NUMBER) ? 1 : 0; }
  if (Number.isNaN(code)) { return 0; }
  const point = text.codePointAt(at)!;
  return point > 0xFFFF && ALPHANUMERIC.test(String.fromCodePoint(point)) ? 2 : 0;
}

/** A blank, a tab or the end of a line. */
export function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** First offset from `at` on that is neither a blank nor a tab. */
export function skipBlanks(text: string, at: number): number {
  let offset = at;
  while (text.charCodeAt(offset) === 32 || text.charCodeAt(offset) === 9) { offset += 1; }
  return offset;
}

/** First offset from `at` on after blanks, at most one end of line, and blanks again. */
export function skipBlanksAndLine(text: string, at: number): number {
  const offset = skipBlanks(text, at);
  return text.charCodeAt(offset) === 10 ? skipBlanks(text, offset + 1) : offset;
}

/** A sticky match: its end, or -1. */
export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
