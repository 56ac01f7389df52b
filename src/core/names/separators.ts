import { isApostrophe, isWordUnit } from './fold.ts';

/** What stands between two words of a name cannot stand within a name: a paragraph break, a full stop, a long run of marks. */
export const APART = -1;
/** A blank, a hyphen, a soft line break, nothing at all: words that go on. */
export const JOINED = 0;

/** Marks within a name that count, e.g. `,` or `/`, are few. */
const MAX_MARKS = 4;
const NBSP_ENTITY = '&nbsp;';

/**
 * Reads the gap after a word, from `at` to the next word before `limit`. Blanks of every kind, a single hyphen, a soft line
 * break (with the `>` of a block quotation) and marks of emphasis count as nothing; other marks make a code of their own.
 */
export class Gap {
  /** Where the next word begins; `limit` when there is none. */
  end = 0;
  /** `APART`, `JOINED`, or a number for the marks. */
  code = 0;

  read(text: string, at: number, limit: number, wordLength: number): void {
    let code = JOINED;
    let marks = 0;
    let breaks = 0;
    let blank = false;
    let hyphen = false;
    let lineStart = false;
    let i = at;
    this.code = APART;
    for (; i < limit && !isWordUnit(text, i); i++) {
      const unit = text.charCodeAt(i);
      if (isBlank(unit)) blank = true;
      else if (unit === 0x0a || unit === 0x0d) {
        if (unit === 0x0a && text.charCodeAt(i - 1) === 0x0d && i > at) continue;
        if (++breaks > 1) break;
        blank = lineStart = true;
        continue;
      } else if (isHyphen(unit)) {
        if (hyphen || blank) break;
        hyphen = true;
      } else if (unit === 0x3e && lineStart) continue;
      else if (unit === 0x2a || unit === 0x5f) {
        if (lineStart && isBlank(text.charCodeAt(i + 1))) break;
      } else if (unit === 0x5c && (isBlank(text.charCodeAt(i + 1)) || text.charCodeAt(i + 1) === 0x0a)) continue;
      else if (unit === 0x26 && text.startsWith(NBSP_ENTITY, i)) {
        i += NBSP_ENTITY.length - 1;
        blank = true;
      } else if (unit === 0x2e && i === at && wordLength <= 4) continue;
      else {
        if (++marks > MAX_MARKS) break;
        code = Math.imul(code, 31) + (isApostrophe(unit) ? 0x27 : unit) & 0x3fff;
      }
      if (unit !== 0x20 && unit !== 0x09) lineStart = false;
    }
    if (i < limit && !isWordUnit(text, i)) return;
    this.end = i;
    this.code = code;
  }
}

export function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0xa0 || unit === 0x1680 || (unit >= 0x2000 && unit <= 0x200b) || unit === 0x200e
    || unit === 0x200f || (unit >= 0x202a && unit <= 0x202f) || unit === 0x205f || (unit >= 0x2066 && unit <= 0x2069) || unit === 0x3000;
}

/** Hyphen-minus, hyphen, non-breaking hyphen, figure dash and en dash. */
export function isHyphen(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2013);
}
