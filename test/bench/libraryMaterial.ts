import type { Snapshot } from '../../src/core/corpus/types.ts';
import { passagesOf } from '../../src/core/library/passages.ts';
import type { TextToIndex } from '../../src/core/library/types.ts';
import { wordsOf } from '../../src/core/library/words.ts';
import { randomNumbers } from './material.ts';

/** Words of the paper's statements, the most frequent first. */
export type Vocabulary = readonly string[];

export function vocabularyOf(snapshot: Snapshot): Vocabulary {
  const counts = new Map<string, number>();
  for (const { text } of snapshot.statements) for (const { start, end } of wordsOf(text)) counts.set(text.slice(start, end), (counts.get(text.slice(start, end)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}

/** Draws words so that the n-th most frequent comes 1/n times as often as the first. */
export function zipf(vocabulary: Vocabulary, seed: number): () => string {
  const random = randomNumbers(seed);
  const sums: number[] = [];
  let sum = 0;
  for (let at = 0; at < vocabulary.length; at++) sums.push(sum += 1 / (at + 1));
  return () => {
    const wanted = random() * sum;
    let low = 0;
    for (let high = sums.length - 1; low < high;) {
      const middle = low + high >> 1;
      if (sums[middle]! < wanted) low = middle + 1; else high = middle;
    }
    return vocabulary[low]!;
  };
}

const PASSAGES_PER_TEXT = 500;
const WORDS = 80;

/** Works of 500 passages of 80 words each. */
export function* libraryTexts(vocabulary: Vocabulary, passages: number): Generator<TextToIndex> {
  const word = zipf(vocabulary, 1991);
  for (let made = 0, at = 0; made < passages; made += PASSAGES_PER_TEXT, at++) {
    const blocks = Array.from({ length: Math.min(PASSAGES_PER_TEXT, passages - made) }, (_, page) => ({
      kind: 'text' as const, text: `${Array.from({ length: WORDS }, word).join(' ')}.`, page: String(page + 1), turns: [], section: '', note: '', places: [],
    }));
    const text: TextToIndex = { key: `file:///library/${at}.pdf`, shelf: 'sources', citekey: `work${at}`, title: `Work ${at}`, hash: String(at), passages: passagesOf(blocks) };
    yield text;
  }
}

/** Queries of words as frequent in the texts as they are there. */
export function queriesOf(vocabulary: Vocabulary, count: number): Record<string, string[]> {
  const word = zipf(vocabulary, 7);
  const make = (query: () => string) => Array.from({ length: count }, query);
  return {
    'one word': make(word), 'two words': make(() => `${word()} ${word()}`), phrase: make(() => `"${word()} ${word()}"`),
    beginning: make(() => `${word()} ${word().slice(0, 4)}*`),
  };
}
