import type { DraftMatter } from '../../core/bibliography/draftMatter.ts';
import type { PlacedProblem } from '../../core/bibliography/placed.ts';
import type { BibliographyFormat } from '../../core/citations/bibliographyFormat.ts';
import type { Searchable } from '../../core/citations/match.ts';
import type { CslItem } from '../../core/citations/types.ts';
import type { Span, TextEdit } from '../../core/text.ts';

/** To the worker: read these bytes; hand over more of what was read; read a front matter; add references to a text. One thing at a time. */
export type ToReader =
  | { readonly type: 'read'; readonly format: BibliographyFormat; readonly bytes: Uint8Array }
  | { readonly type: 'more' }
  | { readonly type: 'readMatter'; readonly text: string }
  | { readonly type: 'append'; readonly text: string; readonly format: BibliographyFormat; readonly items: readonly CslItem[] };

/** From the worker: a part of the entries, so that taking it over never holds the host up; a front matter; what to change. */
export type FromReader =
  | { readonly type: 'entries'; readonly entries: readonly ReadEntry[]; readonly isLast: boolean; readonly problems: readonly PlacedProblem[]; readonly isText: boolean }
  | { readonly type: 'matter'; readonly matter: DraftMatter }
  | { readonly type: 'edit'; readonly edit: TextEdit | undefined };

export interface ReadEntry {
  readonly item: CslItem;
  readonly span: Span;
  /** From 0. */
  readonly line: number;
  readonly search: Searchable;
}
