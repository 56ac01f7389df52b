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
  const folded = foldText(text);
  const length = folded.length / UNITS_PER_WORD / USUAL_WORDS;
  let score = 0;
  for (const { words, isPrefix, weight } of phrases) {
    const count = countIn(folded, words.join(' '), isPrefix);
    if (count > 0) score += weight * count * (K + 1) / (count + K * (1 - B + B * length));
  }
  return score;
}

/** The words of a text, folded, with one blank before and after each. */
export function foldText(text: string): string {
  const folded = /^[\x00-\x7f]*$/.test(text) ? text.toLowerCase() : foldWord(text);
  return ` ${folded.replace(/[^\p{L}\p{N}\p{Co}]+/gu, ' ')} `;
}

function countIn(folded: string, phrase: string, isPrefix: boolean): number {
  const wanted = isPrefix ? ` ${phrase}` : ` ${phrase} `;
  let count = 0;
  // Two of the same word share the blank between them.
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length - 1)) count++;
  return count;
}
