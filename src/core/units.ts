/*
 * What a code unit of a text is, by Unicode's general category. Asked for every unit of a draft, so that the answer for each is
 * found once and kept. Half a surrogate pair is nothing.
 */

/** Letters, `\p{L}`. */
export const LETTER = 1;
/** Marks that join a letter, `\p{M}`. */
export const MARK = 2;
/** Digits and other numbers, `\p{N}`. */
export const NUMBER = 4;
/** `\s`: blanks and line breaks. */
export const BLANK = 8;
/** `\p{Lu}`. */
export const CAPITAL = 16;
/** `\p{Ll}`. */
export const SMALL = 32;
/** `\p{P}`. */
export const PUNCTUATION = 64;
const KNOWN = 128;

const KINDS: readonly (readonly [kind: number, pattern: RegExp])[] = [
  [LETTER, /\p{L}/u], [MARK, /\p{M}/u], [NUMBER, /\p{N}/u], [BLANK, /\s/], [CAPITAL, /\p{Lu}/u], [SMALL, /\p{Ll}/u], [PUNCTUATION, /\p{P}/u],
];
const UNITS = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x80; unit++) UNITS[unit] = asciiKind(unit);

/** The kinds of a code unit, as bits; 0 for `NaN`, which `charCodeAt` gives past the end. */
export function kindOf(unit: number): number {
  const known = UNITS[unit];
  return known === undefined ? 0 : known !== 0 ? known : learn(unit);
}

/** Whether it is of one of the kinds. */
export function isUnit(unit: number, kinds: number): boolean {
  return (kindOf(unit) & kinds) !== 0;
}

function learn(unit: number): number {
  const char = String.fromCharCode(unit);
  let found = KNOWN;
  for (const [kind, pattern] of KINDS) if (pattern.test(char)) found |= kind;
  return (UNITS[unit] = found);
}

/** Without the patterns, which are slow to make ready and which a text in plain English never needs. */
function asciiKind(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return KNOWN | LETTER | SMALL;
  if (unit >= 0x41 && unit <= 0x5a) return KNOWN | LETTER | CAPITAL;
  if (unit >= 0x30 && unit <= 0x39) return KNOWN | NUMBER;
  if (unit === 0x20 || unit >= 0x09 && unit <= 0x0d) return KNOWN | BLANK;
  return '!"#%&\'()*,-./:;?@[\\]_{}'.includes(String.fromCharCode(unit)) ? KNOWN | PUNCTUATION : KNOWN;
}
