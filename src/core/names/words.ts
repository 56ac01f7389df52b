import { ALONE, expansion, FOLD, IGNORED, isLetterPair, MANY, NONE, PAIR, SLOW, slowFold } from './fold.ts';

const MARK = /\p{M}/u;

/**
 * Reads one word at a time and leaves what it found in its fields, so that the reading of a long text makes no garbage.
 * `U.N.` is one word of the letters U and N; the last point belongs to it.
 */
export class WordScanner {
  /** End of the word, exclusive; equal to the start when no word begins there. */
  end = 0;
  hash = 0;
  /** Hash without the last folded unit, for a plural. */
  stemHash = 0;
  /** Folded units. */
  length = 0;
  /** The last folded unit. */
  last = 0;
  /** Whether the word is written with points, `U.N.`. */
  dotted = false;

  scan(text: string, at: number, limit: number): void {
    let hash = 0;
    let stem = 0;
    let length = 0;
    let last = 0;
    let i = at;
    for (; i < limit; i++) {
      const unit = text.charCodeAt(i);
      const fold = FOLD[unit]!;
      if (fold > SLOW) {
        stem = hash;
        hash = nextHash(hash, fold, length);
        last = fold;
        length++;
        continue;
      }
      if (fold === NONE) break;
      if (fold === IGNORED) continue;
      const kind = slowFold(unit);
      if (kind === NONE) break;
      if (kind === ALONE) {
        if (length > 0) break;
        i = endOfCluster(text, i + 1, limit);
        hash = Math.imul(unit, 0x01000193) + i - at | 0;
        length = 1;
        break;
      }
      if (kind === PAIR) {
        if (i + 1 >= limit || !isLetterPair(text, i)) break;
        stem = hash;
        hash = nextHash(hash, text.codePointAt(i)!, length);
        last = 0;
        length += 2;
        i++;
      } else if (kind === MANY) {
        for (const part of expansion(unit)) {
          stem = hash;
          last = part.charCodeAt(0);
          hash = nextHash(hash, last, length);
          length++;
        }
      } else {
        i--;
      }
    }
    this.end = i;
    this.hash = hash;
    this.stemHash = stem;
    this.length = length;
    this.last = last;
    this.dotted = false;
    if (length === 1 && i + 1 < limit && text.charCodeAt(i) === 0x2e) this.#initials(text, at, limit);
  }

  /** Takes `U.N.` together: single capitals, each with its point, without blanks. */
  #initials(text: string, at: number, limit: number): void {
    let hash = this.hash;
    let length = 1;
    let last = this.last;
    let i = this.end;
    if (!isCapital(text.charCodeAt(at))) return;
    for (;;) {
      if (i + 1 >= limit || text.charCodeAt(i) !== 0x2e) break;
      const unit = text.charCodeAt(i + 1);
      const fold = FOLD[unit]!;
      if (fold <= SLOW || !isCapital(unit)) break;
      const after = i + 2 < limit ? FOLD[text.charCodeAt(i + 2)]! : NONE;
      if (after !== NONE && after !== SLOW) break;
      this.stemHash = hash;
      hash = nextHash(hash, fold, length);
      last = fold;
      length++;
      i += 2;
    }
    if (length === 1) return;
    this.end = i < limit && text.charCodeAt(i) === 0x2e ? i + 1 : i;
    this.hash = hash;
    this.length = length;
    this.last = last;
    this.dotted = true;
  }
}

/** The hash of a word that goes on with a folded unit, its place counted from 0. */
export function nextHash(hash: number, fold: number, place: number): number {
  return Math.imul(hash ^ fold, 0x01000193) + place | 0;
}

/** The word as it is compared: lower case, without accents, without points. */
export function foldWord(text: string, start: number, end: number): string {
  let folded = '';
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const fold = FOLD[unit]!;
    if (fold > SLOW) folded += String.fromCharCode(fold);
    else if (fold === SLOW) {
      const kind = slowFold(unit);
      if (kind === MANY) folded += expansion(unit);
      else if (kind === ALONE || kind === PAIR) folded += text[i]!;
      else if (kind > SLOW) folded += String.fromCharCode(FOLD[unit]!);
    }
  }
  return folded;
}

export function isCapital(unit: number): boolean {
  if (unit < 128) return unit >= 65 && unit <= 90;
  const char = String.fromCharCode(unit);
  return char !== char.toLowerCase();
}

function endOfCluster(text: string, at: number, limit: number): number {
  let i = at;
  while (i < limit && (FOLD[text.charCodeAt(i)] === IGNORED || MARK.test(text[i]!))) i++;
  return i;
}
