import type { Phrase } from './query.ts';
import { foldWord } from './words.ts';

/** A phrase with what it counts: the rarer, the more. */
export interface WeightedPhrase extends Phrase {
  readonly weight: number;
}

/** Words of a passage of usual length. */
const USUAL_WORDS = 80;
const K = 1.2;
const B = 0.75;
/** Letters of a word and the blank after it. */
const UNITS_PER_WORD = 6;

/** How well a text answers, by BM25 as the index computes it, but read from the text itself. */
export function scoreText(text: string, phrases: readonly WeightedPhrase[]): number {
  return scoreFolded(foldText(text), phrases);
}

/** The same; `undefined` for a text that has none of a list of `needed`, or one of `none`. */
export function scoreIfFits(text: string, phrases: readonly WeightedPhrase[], { needed, none }: { readonly needed: readonly (readonly Phrase[])[]; readonly none: readonly Phrase[] }): number | undefined {
  const folded = foldText(text);
  return needed.every(alternatives => hasAny(folded, alternatives)) && !hasAny(folded, none) ? scoreFolded(folded, phrases) : undefined;
}

/** The same of a text that is folded already. */
export function scoreFolded(folded: string, phrases: readonly WeightedPhrase[]): number {
  const length = folded.length / UNITS_PER_WORD / USUAL_WORDS;
  let score = 0;
  for (const { words, isPrefix, weight } of phrases) {
    const count = countIn(folded, words, isPrefix);
    if (count > 0) score += weight * count * (K + 1) / (count + K * (1 - B + B * length));
  }
  return score;
}

/** What letters of other alphabets, accents and ligatures are in; dashes, quotation marks and blanks, which are in nearly every text, are left out. */
const TO_FOLD = /[^\x00-\x7f\u00a0\u2010-\u2027]+/g;

/** A text with its words as the index folds them, and all else as it is. */
export function foldText(text: string): string {
  return text.toLowerCase().replace(TO_FOLD, foldWord);
}

/** Whether any of the phrases stands in a folded text. */
export function hasAny(folded: string, phrases: readonly Phrase[]): boolean {
  return phrases.some(({ words, isPrefix }) => countIn(folded, words, isPrefix, 1) > 0);
}

function countIn(folded: string, words: readonly string[], isPrefix: boolean, most = Infinity): number {
  const [first = ''] = words;
  let count = 0;
  for (let at = folded.indexOf(first); at !== -1 && count < most; at = folded.indexOf(first, at + 1)) {
    if (isWordAt(folded, at - 1)) continue;
    const end = endOf(folded, at + first.length, words);
    if (end !== -1 && (isPrefix || !isWordAt(folded, end))) count++;
  }
  return count;
}

/** Where the words after the first end when they follow one after another; -1 when they do not. */
function endOf(folded: string, from: number, words: readonly string[]): number {
  let end = from;
  for (const word of words.slice(1)) {
    if (isWordAt(folded, end)) return -1;
    while (end < folded.length && !isWordAt(folded, end)) end++;
    if (!folded.startsWith(word, end)) return -1;
    end += word.length;
  }
  return end;
}

/** Whether a letter or a number stands there; before the beginning and after the end there is none. */
function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 0x61 && code <= 0x7a || code >= 0x30 && code <= 0x39;
  return WORD_CHARACTER.test(text.charAt(at));
}
const WORD_CHARACTER = /[\p{L}\p{N}\p{Co}\p{Cs}]/u;
