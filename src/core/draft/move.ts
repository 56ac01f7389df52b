import type { CitationCluster, CitationItem } from '../citations/types.ts';
import type { Span } from '../text.ts';
import type { Sentence } from './types.ts';

/** A sentence read from the text of its block, at its place in the draft. */
export function moveSentence(sentence: Sentence, by: number): Sentence {
  if (by === 0) return sentence;
  return {
    ...moved(sentence, by),
    mentions: all(sentence.mentions, by), dates: all(sentence.dates, by), numbers: all(sentence.numbers, by),
    quotations: all(sentence.quotations, by), notes: all(sentence.notes, by),
    citations: sentence.citations.length === 0 ? sentence.citations : sentence.citations.map(cluster => moveCluster(cluster, by)),
  };
}

function all<T extends Span>(items: readonly T[], by: number): readonly T[] {
  return items.length === 0 ? items : items.map(item => moved(item, by));
}

function moved<T extends Span>(item: T, by: number): T {
  return { ...item, start: item.start + by, end: item.end + by };
}

function moveCluster(cluster: CitationCluster, by: number): CitationCluster {
  return {
    ...cluster, span: moved(cluster.span, by),
    items: cluster.items.map((item): CitationItem => ({
      ...item, keySpan: moved(item.keySpan, by), span: moved(item.span, by), suffixSpan: moved(item.suffixSpan, by),
      locatorSpan: item.locatorSpan && moved(item.locatorSpan, by),
    })),
  };
}
