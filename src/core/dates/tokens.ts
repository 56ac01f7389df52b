import type { Span } from '../text.ts';
import { BLANK, isUnit, LETTER, MARK } from '../units.ts';
import { nextHash, type Vocabulary, type Word } from './vocabulary.ts';

/** A word, a run of digits or one other character. */
export const WORD = 1;
export const NUMBER = 2;
export const SIGN = 3;
/** An empty line, which no date crosses. */
export const BREAK = 4;
/** An address or another stretch that is not prose. */
export const SKIPPED = 5;

const LONGEST_WORD = 16;
/** Digits of the longest number that a date has; a longer one has no value. */
const LONGEST_NUMBER = 4;
export const NO_VALUE = -1;

const SPACED = 1;
const CAPITAL = 2;

/** Dashes and apostrophes as the vocabulary has them. */
const FOLDED: ReadonlyMap<string, string> = new Map([
  ['‐', '-'], ['‑', '-'], ['−', '-'], ['‒', '–'], ['―', '—'], ['’', '\''], ['‘', '\''], ['ʼ', '\''],
]);

/** The tokens of a text by their number, in columns; what a text says of dates is read from these alone. */
export class Tokens {
  length = 0;
  #size = 0;
  #kinds = new Uint8Array(0);
  #flags = new Uint8Array(0);
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #values = new Int32Array(0);
  /** What the vocabulary knows. */
  readonly #words: (Word | undefined)[] = [];
  /** Whether a token can tell a date: without one there is none. */
  tell = false;

  clear(): void {
    this.length = 0;
    this.tell = false;
    if (this.#size > LARGEST_KEPT) {
      this.#size = 0;
      this.#words.length = 0;
    }
  }

  add(kind: number, start: number, end: number, spaced: boolean, capital: boolean, value: number, word: Word | undefined): void {
    const index = this.length++;
    if (index >= this.#size) this.#grow();
    this.#kinds[index] = kind;
    this.#starts[index] = start;
    this.#ends[index] = end;
    this.#flags[index] = (spaced ? SPACED : 0) | (capital ? CAPITAL : 0);
    this.#values[index] = value;
    this.#words[index] = word;
    if (value >= 0 || word !== undefined && word.tells) this.tell = true;
  }

  #grow(): void {
    const size = this.#size = Math.max(256, this.#size * 2);
    const grown = <T extends Uint8Array | Int32Array>(column: T, larger: T): T => {
      larger.set(column.subarray(0, Math.min(column.length, size)));
      return larger;
    };
    this.#kinds = grown(this.#kinds, new Uint8Array(size));
    this.#flags = grown(this.#flags, new Uint8Array(size));
    this.#starts = grown(this.#starts, new Int32Array(size));
    this.#ends = grown(this.#ends, new Int32Array(size));
    this.#values = grown(this.#values, new Int32Array(size));
  }

  /** 0 outside. */
  kind(index: number): number {
    return index >= 0 && index < this.length ? this.#kinds[index]! : 0;
  }

  /** Of the digits, or `NO_VALUE`. */
  value(index: number): number {
    return index >= 0 && index < this.length ? this.#values[index]! : NO_VALUE;
  }

  word(index: number): Word | undefined {
    return index >= 0 && index < this.length ? this.#words[index] : undefined;
  }

  start(index: number): number {
    return this.#starts[index]!;
  }

  end(index: number): number {
    return this.#ends[index]!;
  }

  /** Whether blanks (or a line break, with the `>` of a block quotation) stand before it. */
  isSpaced(index: number): boolean {
    return (this.#flags[index]! & SPACED) !== 0;
  }

  /** Whether it begins with a capital letter. */
  isCapital(index: number): boolean {
    return index >= 0 && index < this.length && (this.#flags[index]! & CAPITAL) !== 0;
  }
}

/** More tokens than these are given back after use. */
const LARGEST_KEPT = 1 << 16;

/** Splits `text[start, end)` in one pass. Addresses (`https://…`, `](…)`) and each of the `closed` spans become one `SKIPPED` token. */
export function tokenize(text: string, start: number, end: number, vocabulary: Vocabulary, closed: readonly Span[] = [], tokens = new Tokens()): Tokens {
  tokens.clear();
  let next = 0;
  let spaced = false;
  let lines = 0;
  let blanks = start;
  for (let at = start; at < end;) {
    while (next < closed.length && closed[next]!.end <= at) next++;
    const skipped = closed[next];
    const stop = skipped === undefined ? end : Math.min(end, Math.max(at, skipped.start));
    const unit = text.charCodeAt(at);
    if (at < stop && (unit === 0x20 || isBlank(unit) || unit === 0x3e && lines > 0)) {
      if (!spaced) blanks = at;
      spaced = true;
      if (unit === 0x0a) lines++;
      at++;
      continue;
    }
    if (lines > 1) tokens.add(BREAK, blanks, at, true, false, NO_VALUE, undefined);
    lines = 0;
    if (at === stop) {
      tokens.add(SKIPPED, at, at = Math.min(end, skipped!.end), spaced, false, NO_VALUE, undefined);
    } else {
      at = addToken(tokens, text, at, stop, spaced, vocabulary);
    }
    spaced = false;
  }
  if (lines > 1) tokens.add(BREAK, blanks, end, true, false, NO_VALUE, undefined);
  return tokens;
}

/** Adds the token at `start`; answers its end. */
function addToken(tokens: Tokens, text: string, start: number, end: number, spaced: boolean, vocabulary: Vocabulary): number {
  const first = text.charCodeAt(start);
  if (isDigit(first)) {
    let at = start + 1;
    let value = first - 0x30;
    for (; at < end && isDigit(text.charCodeAt(at)); at++) if (at - start < LONGEST_NUMBER) value = value * 10 + text.charCodeAt(at) - 0x30;
    tokens.add(NUMBER, start, at, spaced, false, at - start <= LONGEST_NUMBER ? value : NO_VALUE, undefined);
    return at;
  }
  let hash = 0;
  let at = start;
  for (; at < end; at++) {
    const letter = text.charCodeAt(at) | 0x20;
    if (letter < 0x61 || letter > 0x7a) break;
    hash = nextHash(hash, letter);
  }
  const isPlain = at === end || !isOtherLetter(text.charCodeAt(at));
  if (at > start || !isPlain) {
    let word: Word | undefined;
    let capital = first < 0x61;
    if (isPlain) word = at - start <= LONGEST_WORD ? vocabulary.at(hash, text, start, at) : undefined;
    else {
      while (at < end && isUnit(text.charCodeAt(at), LETTER | MARK)) at++;
      const written = at - start <= LONGEST_WORD ? text.slice(start, at) : '';
      const lower = written.toLowerCase().normalize('NFC');
      capital = written.charAt(0) !== lower.charAt(0);
      word = written === '' ? undefined : vocabulary.named(lower);
    }
    if (word?.address === true && (text[at] === ':' || text[at] === '.' && word.text === 'www')) return addSkipped(tokens, text, start, at, end, spaced, endsAddress);
    tokens.add(WORD, start, at, spaced, capital, NO_VALUE, word);
    return at;
  }
  if (first === 0x5d && text.charCodeAt(start + 1) === 0x28 && start + 1 < end) return addSkipped(tokens, text, start, start + 2, end, spaced, endsDestination);
  const mark = text.charAt(start);
  tokens.add(SIGN, start, start + 1, spaced, false, NO_VALUE, vocabulary.named(FOLDED.get(mark) ?? mark));
  return start + 1;
}

function addSkipped(tokens: Tokens, text: string, start: number, from: number, end: number, spaced: boolean, ends: (unit: number) => boolean): number {
  let at = from;
  while (at < end && !ends(text.charCodeAt(at))) at++;
  tokens.add(SKIPPED, start, at, spaced, false, NO_VALUE, undefined);
  return at;
}

/** A blank, `<`, `>` or `"`. */
function endsAddress(unit: number): boolean {
  return unit === 0x3c || unit === 0x3e || unit === 0x22 || isUnit(unit, BLANK);
}
/** `)` or the end of the line. */
function endsDestination(unit: number): boolean {
  return unit === 0x29 || unit === 0x0a;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** A letter that is not ASCII, or a mark on one. */
function isOtherLetter(unit: number): boolean {
  return unit >= 0x80 && isUnit(unit, LETTER | MARK);
}

function isBlank(unit: number): boolean {
  return unit < 0x80 ? unit >= 0x09 && unit <= 0x0d : isUnit(unit, BLANK);
}
