import type { Day } from '../dates/types.ts';
import { keyPhrasesOf } from './keyPhrases.ts';
import type { Phrase } from './query.ts';

/** One thing that a sentence says and a passage can bear out. */
export interface Particular {
  /** `pair`: two of its words next to each other, which tell more than each of them alone. */
  readonly kind: 'name' | 'date' | 'number' | 'word' | 'pair';
  /** Any of these says it: the names of an actor, `5` and `five`; of a date its years, by which passages that name it are found. */
  readonly forms: readonly Phrase[];
  /** Of a name: the entry that is called so. */
  readonly key?: string;
  /** Of a date: its first and last day. */
  readonly days?: readonly [first: Day, last: Day];
}

/** A particular with what it counts: the rarer, the more. */
export type Weighted<T extends Particular = Particular> = T & { readonly weight: number };

/** How much of a sentence something bears out. */
export interface Bearing {
  /** From 0 to 1: what it says of all that the sentence says, by weight. */
  readonly share: number;
  /** How many of the particulars; pairs are of words that count themselves. */
  readonly count: number;
}

/** Two telling words next to each other tell half as much as both once more. */
export const PAIR_WEIGHT = 0.5;
/** Who and when tells more of what a sentence is about than a word that is as rare. */
const KIND_WEIGHTS: Readonly<Record<Particular['kind'], number>> = { name: 1.5, date: 1.5, number: 1, word: 1, pair: PAIR_WEIGHT };

/** @param found how many of `all` passages say it; what none says is asked of none, and counts nothing */
export function weightOf({ kind }: Pick<Particular, 'kind'>, found: number, all: number): number {
  return found === 0 ? 0 : KIND_WEIGHTS[kind] * Math.log(1 + all / found);
}

/** @param says how far it says a particular: 1, 0, or a part for a date that is only roughly the same */
export function bearingOf<T extends Particular>(particulars: readonly Weighted<T>[], says: (particular: T) => number): Bearing {
  let [all, said, count] = [0, 0, 0];
  for (const particular of particulars) {
    if (particular.weight === 0) continue;
    const part = says(particular);
    all += particular.weight;
    said += part * particular.weight;
    if (part > 0 && particular.kind !== 'pair') count++;
  }
  return { share: all === 0 ? 0 : said / all, count };
}

/** How far one date says another: wholly when it lies within it, half when it is the longer of the two, of at most so many days. */
export function saysDate([first, last]: readonly [Day, Day], [wantedFirst, wantedLast]: readonly [Day, Day]): number {
  if (first >= wantedFirst && last <= wantedLast) return 1;
  return first <= wantedFirst && last >= wantedLast && last - first <= LONGEST_DAYS ? 0.5 : 0;
}
/** Ten years: a longer time says of no date more than that it was. */
const LONGEST_DAYS = 3660;

/**
 * What is worth being offered. Beside what bears out several particulars, one of them alone is chance, unless it is so rare that
 * it makes up much of the best.
 * @param found the best first
 */
export function worthOffering<T extends Bearing>(found: readonly T[]): T[] {
  const best = found[0];
  return best === undefined ? [] : found.filter(({ share, count }) => share > 0 && (best.count < 2 || share >= best.share * (count < 2 ? LEAST_ALONE : LEAST)));
}
const LEAST = 1 / 3;
const LEAST_ALONE = 0.6;

/** What a text says that nobody has read for names and dates: its words. */
export function particularsOfText(text: string): Particular[] {
  const { words, pairs } = keyPhrasesOf(text);
  return [...words.map((word): Particular => ({ kind: 'word', forms: [{ words: [word], isPrefix: false }] })), ...pairs.map((pair): Particular => ({ kind: 'pair', forms: [{ words: pair, isPrefix: false }] }))];
}
