import { BLANK, isUnit, LETTER } from '../units.ts';

/** Words of a list, parted by blanks. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Where the run of letters begins that ends at `end`, not before `from`. */
export function lettersBefore(text: string, from: number, end: number): number {
  let start = end;
  while (start > from && isUnit(text.charCodeAt(start - 1), LETTER)) start--;
  return start;
}

/** Where the run of letters ends that begins at `start`, not after `limit`. */
export function lettersAfter(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && isUnit(text.charCodeAt(end), LETTER)) end++;
  return end;
}

/** Where the blanks begin that end at `end`, not before `from`. */
export function blanksBefore(text: string, from: number, end: number): number {
  let start = end;
  while (start > from && isUnit(text.charCodeAt(start - 1), BLANK)) start--;
  return start;
}

/** Where the blanks end that begin at `start`, not after `limit`. */
export function blanksAfter(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && isUnit(text.charCodeAt(end), BLANK)) end++;
  return end;
}

/** Whether an apostrophe stands there, straight or curly. */
export function isApostropheAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x27 || unit === 0x2019;
}

/** `-` and the two hyphens of Unicode. */
export function isHyphenAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011;
}
