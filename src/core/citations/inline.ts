import { readInline, type CitationOptions, type InlineRegion } from './grammar.ts';

export type { InlineRegion } from './grammar.ts';

/** Stretches of a block's inline text that are not prose: code, math, tags, link destinations, LaTeX commands. In order. */
export function inlineRegions(text: string, start = 0, end = text.length, options: CitationOptions = {}): InlineRegion[] {
  return [...readInline(text, start, end, options).regions];
}
