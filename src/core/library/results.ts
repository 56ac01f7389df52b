import type { Span } from '../text.ts';
import { excerptOf } from './highlight.ts';
import { SHELVES, type Hit, type SearchResult, type Shelf } from './types.ts';

/** A piece of a passage around what was found, in one line. */
export interface Excerpt {
  readonly text: string;
  /** Where in `text` the words stand that were looked for. */
  readonly highlights: readonly Span[];
}

/** The hits of one kind of text, the best first. */
export interface ResultGroup {
  readonly shelf: Shelf;
  readonly hits: readonly Hit[];
}

/** What was found, by the kind of text it stands in; kinds in which nothing was found are left out. */
export function resultGroups({ hits }: SearchResult): ResultGroup[] {
  return SHELVES.map(shelf => ({ shelf, hits: hits.filter(hit => hit.shelf === shelf) })).filter(group => group.hits.length > 0);
}

const CUT = '… ';

/** The line that shows a hit: `… the harbour [ledger] was kept …`. */
export function excerptLine({ text, highlights }: Pick<Hit, 'text' | 'highlights'>, length: number): Excerpt {
  const { start, end } = excerptOf(text, highlights, length);
  const before = start > 0 ? CUT : '';
  const at = before.length - start;
  return {
    // A blank for each line end keeps places as they are.
    text: `${before}${text.slice(start, end).replace(/\s/g, ' ')}${end < text.length ? ' …' : ''}`,
    highlights: highlights.filter(span => span.start >= start && span.end <= end).map(span => ({ start: span.start + at, end: span.end + at })),
  };
}
