import { ftsAny } from '../../core/library/fts.ts';
import { keyPhrasesOf } from '../../core/library/keyPhrases.ts';
import { scoreText } from '../../core/library/score.ts';
import { EMPTY_QUERY } from '../../core/library/query.ts';
import { NOTHING_FOUND, type SearchResult } from '../../core/library/types.ts';
import { COMMON, type Frequencies } from './frequencies.ts';
import type { LibraryIndex } from './libraryIndex.ts';
import type { SimilarRequest } from './protocol.ts';
import { WORDS_WITHIN } from './schema.ts';
import { boundsOf, hitsOf, type Scored } from './search.ts';

/** Words that are looked for, the rarest of a text first. */
const MAX_WORDS = 14;
/** Passages that FTS5 ranks, of which the best are read and ranked by what they share with the text. */
const MAX_MATCHES = 20_000;
const READ = 300;
/** Of those that are asked for, so many times as many are read. */
const READ_FOR_EACH = 5;

/**
 * Passages that bear on a text, the best first: those that share its rarest words, and of these those that share more of
 * them, next to each other.
 */
export function similar(index: LibraryIndex, frequencies: Frequencies, { text, limit, exceptKeys, exceptIds, shelves }: SimilarRequest, isCancelled: () => boolean): SearchResult {
  const total = frequencies.passages;
  const { words, pairs } = keyPhrasesOf(text);
  const weighted = words.map(word => ({ words: [word], isPrefix: false })).flatMap(phrase => {
    const { passages } = frequencies.of(phrase);
    return passages === 0 ? [] : [{ ...phrase, passages, weight: Math.log(1 + total / passages) }];
  }).sort((a, b) => a.passages - b.passages);
  // What stands in every third passage tells nothing, unless there is nothing rarer.
  const telling = weighted.filter(({ passages }) => passages <= Math.max(3, total / 3) && passages <= COMMON);
  const chosen: typeof telling = [];
  let matches = 0;
  for (const word of telling.length > 0 ? telling : weighted.slice(0, 3)) {
    if (chosen.length >= MAX_WORDS || (chosen.length > 0 && matches + word.passages > MAX_MATCHES)) break;
    chosen.push(word);
    matches += word.passages;
  }
  if (chosen.length === 0 || isCancelled()) return NOTHING_FOUND;
  const bounds = boundsOf(index, { ...EMPTY_QUERY, shelves });
  const most = Math.min(READ, limit * READ_FOR_EACH);
  const rows = bounds.ranges.flatMap(({ first, last }) => index.statement(`SELECT rowid AS id, -rank AS score FROM words WHERE words MATCH ? AND ${WORDS_WITHIN} ORDER BY rank LIMIT ?`)
    .all(ftsAny(chosen), first, last, most) as unknown as Scored[]);
  const except = new Set(exceptIds);
  const exceptText = new Set(exceptKeys);
  const phrases = [...chosen, ...pairs.map(pair => ({ words: pair, isPrefix: false, weight: weightOf(pair, weighted) }))];
  const found = index.passages(rows.map(row => row.id)).filter(passage => !except.has(passage.id) && !exceptText.has(passage.textKey))
    .map(passage => ({ id: passage.id, score: scoreText(passage.text, phrases) * (passage.kind === 'heading' ? 0.5 : 1) }))
    .sort((a, b) => b.score - a.score || a.id - b.id);
  return { ...NOTHING_FOUND, hits: hitsOf(index, found.slice(0, limit), chosen), total: found.length, isTotalExact: rows.length < most };
}

/** Two telling words next to each other tell as much as both once more. */
function weightOf(pair: readonly string[], weighted: readonly { readonly words: readonly string[]; readonly weight: number }[]): number {
  return pair.reduce((sum, word) => sum + (weighted.find(one => one.words[0] === word)?.weight ?? 0), 0);
}
