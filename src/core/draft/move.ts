import type { CitationCluster, CitationItem } from '../citations/types.ts';
import type { Span } from '../text.ts';
import type { Block, Sentence } from './types.ts';

/** A block read from its own text, at its place in the draft. */
export function moveBlock(block: Block, by: number): Block {
  return by === 0 ? block : { ...moved(block, by), sentences: block.sentences.map(sentence => moveSentence(sentence, by)) };
}

function moved<T extends Span>(item: T, by: number): T {
  return { ...item, start: item.start + by, end: item.end + by };
}

function moveSentence(sentence: Sentence, by: number): Sentence {
  const all = <T extends Span>(items: readonly T[]): readonly T[] => items.length === 0 ? items : items.map(item => moved(item, by));
  return {
    ...moved(sentence, by),
    mentions: all(sentence.mentions), dates: all(sentence.dates), numbers: all(sentence.numbers),
    quotations: all(sentence.quotations), notes: all(sentence.notes),
    citations: sentence.citations.map(cluster => moveCluster(cluster, by)),
  };
}

function moveCluster(cluster: CitationCluster, by: number): CitationCluster {
  return { ...cluster, span: moved(cluster.span, by), items: cluster.items.map((item): CitationItem => ({
    ...item, keySpan: moved(item.keySpan, by), span: moved(item.span, by), suffixSpan: moved(item.suffixSpan, by),
    locatorSpan: item.locatorSpan && moved(item.locatorSpan, by),
  })) };
}
