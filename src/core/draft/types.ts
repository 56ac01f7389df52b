import type { CitationCluster } from '../citations/types.ts';
import type { EntryKey } from '../corpus/types.ts';
import type { DateMention } from '../dates/types.ts';
import type { Span } from '../text.ts';

/** A stretch of a draft that names an entry. */
export interface Mention extends Span {
  /** One key when it is settled; several when the name is ambiguous and nothing around it decides. */
  readonly keys: readonly EntryKey[];
  readonly kind: 'preferred' | 'alias' | 'metonym' | 'short';
  /** The words as written. */
  readonly text: string;
}

/** Words in quotation marks, marks included in the span, not in `text`. Block quotations have no marks. */
export interface Quotation extends Span {
  readonly text: string;
  readonly block: boolean;
}

/** `[^1]` in the text (`reference`) or `[^1]: …` (`definition`). */
export interface NoteMark extends Span {
  readonly label: string;
  readonly kind: 'reference' | 'definition';
}

export interface NumberMention extends Span {
  /** `21` for `21 %` or `twenty-one`. */
  readonly value: number;
  readonly text: string;
}

export interface Sentence extends Span {
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly numbers: readonly NumberMention[];
  readonly citations: readonly CitationCluster[];
  readonly quotations: readonly Quotation[];
  readonly notes: readonly NoteMark[];
}

export type BlockKind = 'front-matter' | 'heading' | 'paragraph' | 'list-item' | 'table' | 'quote' | 'note' | 'code' | 'html' | 'math';

/** A block of Markdown; prose blocks hold sentences, others none. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  readonly sentences: readonly Sentence[];
}

/** What a draft says: one immutable reading of one version of its text. All offsets are absolute. */
export interface DraftReading {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly citations: readonly CitationCluster[];
  readonly quotations: readonly Quotation[];
  readonly notes: readonly NoteMark[];
}
