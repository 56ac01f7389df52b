import { ftsPhrase } from '../../core/library/fts.ts';
import { keyPhrasesOf } from '../../core/library/keyPhrases.ts';
import type { Frequencies } from './frequencies.ts';
import type { LibraryIndex } from './libraryIndex.ts';
import { idsOf, type Range } from './matches.ts';

/** Of passages that share words with a quotation, so many are looked at: those that share its rarest. */
const MOST_SHARED = 24_000;

/**
 * The passages that share most with a quotation, the rarer a word is the more, best first: something like a quotation that was altered
 * stands in one of them, or nowhere.
 */
export function likest(index: LibraryIndex, frequencies: Frequencies, quotation: string, ranges: readonly Range[], limit: number): number[] {
  const size = Math.min(frequencies.passages, ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0));
  // Counted from the first, and scored in thousandths: a map of small whole numbers takes a fraction of the time.
  const shared = new Map<number, number>();
  const base = ranges[0]?.first ?? 0;
  let seen = 0;
  for (const word of keyPhrasesOf(quotation).words.toSorted((a, b) => frequencies.rough(a) - frequencies.rough(b))) {
    if (seen > 0 && seen + Math.min(size, frequencies.rough(word)) > MOST_SHARED) break;
    const ids = ranges.flatMap(range => idsOf(index, ftsPhrase({ words: [word], isPrefix: false }), range, MOST_SHARED));
    seen += ids.length;
    const weight = Math.round(1000 * Math.log(1 + size / ids.length));
    for (const id of ids) shared.set(id - base, (shared.get(id - base) ?? 0) + weight);
  }
  let most = 0;
  for (const score of shared.values()) if (score > most) most = score;
  // Those with less than half of it are many, and need not be put in order.
  const best: [number, number][] = [];
  for (const [id, score] of shared) if (score >= most / 2) best.push([id, score]);
  return best.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit).map(([id]) => base + id);
}
