import type { CitationItem } from '../citations/types.ts';
import type { Span } from '../text.ts';
import type { Block, DraftReading, Mention, Sentence } from './types.ts';

/** The last of the spans (in the order of the text) that begins at or before the offset and does not end before it. */
function touching<T extends Span>(items: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start <= offset) { low = middle + 1; } else { high = middle; }
  }
  const found = items[low - 1];
  return found !== undefined && offset <= found.end ? found : undefined;
}

export function blockAt(reading: DraftReading, offset: number): Block | undefined {
  return touching(reading.blocks, offset);
}

export function sentenceAt(reading: DraftReading, offset: number): Sentence | undefined {
  return touching(blockAt(reading, offset)?.sentences ?? [], offset);
}

export function mentionAt(reading: DraftReading, offset: number): Mention | undefined {
  return touching(reading.mentions, offset);
}

/** The cited work whose key, prefix or suffix the offset stands in. */
export function citationAt(reading: DraftReading, offset: number): CitationItem | undefined {
  return reading.citations.flatMap(cluster => cluster.items).find(item => item.span.start <= offset && offset <= item.span.end);
}

/** Mentions that are settled on the entry. */
export function mentionsOf(reading: DraftReading, key: string): readonly Mention[] {
  return reading.mentions.filter(mention => mention.keys.length === 1 && mention.keys[0] === key);
}
