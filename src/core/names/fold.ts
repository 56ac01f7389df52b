import { plainLetters } from '../text.ts';

/**
 * What a code unit is to the reader of names. `NONE` ends a word; `IGNORED` stands in a word without changing it (accents,
 * joiners, soft hyphens); `LETTER` is folded to one unit; `SLOW` needs a look at `slowFold`.
 */
export const NONE = 0;
export const IGNORED = 1;
export const SLOW = 2;

/** Kinds that `slowFold` tells apart. */
export const ALONE = 3;
export const PAIR = 4;
export const MANY = 5;

/** Letters for two or three, as they are printed. */
const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl' };

/** Accents and signs that writers leave out: general combining marks, Hebrew points, Arabic vowel signs, variation selectors. */
const OPTIONAL_MARK = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u0640\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200c\u200d\u2060\ufeff]/u;
/** Scripts written without blanks between words: every letter stands for itself, so that a name is found in a run of them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const WORD = /[\p{L}\p{M}\p{Nd}\p{Nl}]/u;
const MARK = /\p{M}/u;
/** `'`, `’`, `‘`, the modifier letter and the full-width form. */
const APOSTROPHES = "'\u2019\u2018\u02bc\uff07";

/** Code unit -> folded unit (above `SLOW`), or one of the words above. Filled on first sight but for ASCII, which needs no expression read. */
export const FOLD = new Uint16Array(0x10000).fill(SLOW);
const KIND = new Uint8Array(0x10000);
const EXPANSIONS = new Map<number, string>();

for (let unit = 0; unit < 128; unit++) {
  const char = String.fromCharCode(unit);
  FOLD[unit] = /[A-Za-z\d]/.test(char) ? char.toLowerCase().charCodeAt(0) : NONE;
}

/** Reads a unit whose `FOLD` is `SLOW`; afterwards `FOLD` holds it, unless it is `ALONE`, `PAIR` or `MANY`. */
export function slowFold(unit: number): number {
  const kind = KIND[unit]!;
  return kind === 0 ? learn(unit) : kind;
}

/** The folded units of a letter that folds to several, such as `ß`. */
export function expansion(unit: number): string {
  return EXPANSIONS.get(unit) ?? '';
}

/** Whether a letter outside the first plane stands at `at` as a pair of surrogates. */
export function isLetterPair(text: string, at: number): boolean {
  const point = text.codePointAt(at) ?? 0;
  return point > 0xffff && WORD.test(String.fromCodePoint(point));
}

/** Whether the unit before or at an offset belongs to a word. Either half of a pair counts. */
export function isWordUnit(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  const fold = FOLD[unit]!;
  if (fold !== SLOW) return fold !== NONE;
  const kind = slowFold(unit);
  if (kind !== PAIR) return kind !== NONE;
  return isLetterPair(text, (unit & 0xfc00) === 0xdc00 ? at - 1 : at);
}

export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2018 || unit === 0x02bc || unit === 0xff07;
}

function learn(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return (KIND[unit] = PAIR);
  const char = String.fromCharCode(unit);
  if (OPTIONAL_MARK.test(char)) return (FOLD[unit] = IGNORED);
  if (!WORD.test(char) || APOSTROPHES.includes(char)) return (FOLD[unit] = NONE);
  if (UNSPACED.test(char) && !MARK.test(char)) return (KIND[unit] = ALONE);
  const folded = foldLetter(char);
  if (folded.length === 1) return (FOLD[unit] = folded.charCodeAt(0));
  EXPANSIONS.set(unit, folded);
  return (KIND[unit] = MANY);
}

function foldLetter(char: string): string {
  const lower = char.toLowerCase();
  const plain = LIGATURES[lower] ?? plainLetters(lower);
  if (plain !== lower) return plain;
  const bare = Array.from(lower.normalize('NFKD')).filter(part => !OPTIONAL_MARK.test(part)).join('');
  return bare.length === 1 ? bare : lower.length === 1 ? lower : char;
}
