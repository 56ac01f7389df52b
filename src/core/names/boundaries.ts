import { isApostrophe, isWordUnit } from './fold.ts';
import { isCapital } from './words.ts';

const CONTRACTIONS = new Set(['s', 'd', 'll', 're', 've', 'm']);

/** Whether a name may begin here: not after `O'`, `\`, an inner `_` or the point of a number. */
export function beginsFreely(text: string, start: number): boolean {
  if (start === 0) return true;
  const before = text.charCodeAt(start - 1);
  if (isApostrophe(before) && isWordUnit(text, start - 2)) {
    const letter = text.charCodeAt(start - 2);
    return !isCapital(letter) || !isWordUnit(text, start - 3) && (letter === 0x4c || letter === 0x44);
  }
  if (before === 0x5c) return false;
  if (before === 0x5f) return !isWordUnit(text, skipBack(text, start - 1, 0x5f));
  return !(isPointInNumber(before) && isDigit(text.charCodeAt(start)) && isDigit(text.charCodeAt(start - 2)));
}

/** Whether a name may end here; a possessive, a contraction and the end of emphasis may follow. */
export function endsFreely(text: string, end: number): boolean {
  if (end >= text.length) return true;
  const after = text.charCodeAt(end);
  if (isApostrophe(after)) {
    if (!isWordUnit(text, end + 1)) return true;
    let i = end + 1;
    while (i < end + 4 && isWordUnit(text, i)) i++;
    return !isWordUnit(text, i) && CONTRACTIONS.has(text.slice(end + 1, i).toLowerCase());
  }
  if (after === 0x5f) {
    let i = end;
    while (text.charCodeAt(i) === 0x5f) i++;
    return !isWordUnit(text, i);
  }
  return !(isPointInNumber(after) && isDigit(text.charCodeAt(end + 1)) && isDigit(text.charCodeAt(end - 1)));
}

/** End of an address that begins at `at` (`//…`, `www.…`, `@key`, `@{…}`): the next blank, angle bracket or quotation mark. */
export function endOfAddress(text: string, at: number, limit: number): number {
  let i = at;
  while (i < limit) {
    const unit = text.charCodeAt(i);
    if (unit <= 0x20 || unit === 0x22 || unit === 0x3c || unit === 0x3e || unit === 0xa0 || unit === 0x201d) break;
    i++;
  }
  return i;
}

/**
 * End of what `@` begins: a pandoc citekey (letters, digits, `_` and single marks between them, or anything in braces) or the
 * domain of an e-mail address.
 */
export function endOfKey(text: string, at: number, limit: number): number {
  let i = at + 1;
  if (text.charCodeAt(i) === 0x7b) {
    const close = closingBrace(text, i, limit);
    if (close !== -1) return close + 1;
  }
  while (i < limit && (isWordUnit(text, i) || isKeyMark(text.charCodeAt(i)) && i + 1 < limit && (isWordUnit(text, i + 1) || text.charCodeAt(i + 1) === 0x2f))) i++;
  return i;
}

/** Remembers how far it looked, so that many names in one run of letters and points are told in one pass. */
export class LocalParts {
  #until = -1;
  #isLocal = false;

  /** Whether the word that ends at `end` belongs to the part of an e-mail address before `@`. */
  holds(text: string, end: number): boolean {
    if (end <= this.#until) return this.#isLocal;
    let i = end;
    while (i < text.length && (isWordUnit(text, i) || isLocalMark(text.charCodeAt(i)))) i++;
    this.#until = i;
    this.#isLocal = text.charCodeAt(i) === 0x40 && i > end - 1 && isWordUnit(text, i + 1);
    return this.#isLocal;
  }
}

const MAX_BRACED_KEY = 1000;

function closingBrace(text: string, at: number, limit: number): number {
  const stop = Math.min(limit, at + MAX_BRACED_KEY);
  for (let i = at + 1; i < stop; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x7d) return i;
    if (unit === 0x0a) return -1;
  }
  return -1;
}

function skipBack(text: string, at: number, unit: number): number {
  let i = at;
  while (i >= 0 && text.charCodeAt(i) === unit) i--;
  return i;
}
function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
function isPointInNumber(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c;
}
/** `_ . + - %`, as RFC 5322 has them in the local part of common addresses. */
function isLocalMark(unit: number): boolean {
  return unit === 0x5f || unit === 0x2e || unit === 0x2b || unit === 0x2d || unit === 0x25;
}
/** `:.#$%&-+?<>~/_`: marks that pandoc allows within a key. */
function isKeyMark(unit: number): boolean {
  return ':.#$%&-+?<>~/_'.includes(String.fromCharCode(unit));
}
