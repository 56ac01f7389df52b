import type { CitationItem } from '../citations/types.ts';
import type { Problem, Span } from '../text.ts';
import { oneLine } from './oneLine.ts';
import type { Citation, EntryClass } from './types.ts';

/** A place in an entry that names something outside it, to be checked when the whole corpus is known. */
export type Reference =
  | { readonly kind: 'entry'; readonly id: string; /** One of its statements. */ readonly statement?: string | undefined; readonly wants: EntryClass | undefined; readonly via: 'part-of' | 'follows' | 'other'; readonly span: Span }
  | { readonly kind: 'citation'; readonly item: CitationItem };

/** What the readers of fields and statements add to. */
export class Notes {
  readonly problems: Problem[] = [];
  readonly references: Reference[] = [];
  readonly uncited: { what: string; span: Span }[] = [];
}

export function toCitation(item: CitationItem): Citation {
  return { citekey: item.citekey, locator: item.locator, suffixText: oneLine(item.suffixText), prefix: oneLine(item.prefix) };
}

/** The item as if its text began at an offset. */
export function moveItem(item: CitationItem, by: number): CitationItem {
  const move = (span: Span): Span => ({ start: span.start + by, end: span.end + by });
  return { ...item, keySpan: move(item.keySpan), span: move(item.span), suffixSpan: move(item.suffixSpan), locatorSpan: item.locatorSpan && move(item.locatorSpan) };
}
