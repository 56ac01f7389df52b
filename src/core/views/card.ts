import type { EntryKey } from '../corpus/types.ts';

/** Something a card offers to do. The adapter turns it into a command link; ids are looked up again when it runs. */
export type CardAction =
  | { readonly kind: 'open-entry'; readonly key: EntryKey }
  | { readonly kind: 'show-on-timeline'; readonly key: EntryKey }
  | { readonly kind: 'insert-citation'; readonly citekey: string; readonly suffixText: string }
  | { readonly kind: 'open-source'; readonly citekey: string }
  | { readonly kind: 'what-happened'; /** In EDTF. */ readonly date: string }
  | { readonly kind: 'copy-reference'; readonly citekey: string }
  | { readonly kind: 'cite-again'; readonly citekey: string }
  | { readonly kind: 'show-citations'; readonly citekey: string }
  | { readonly kind: 'reveal-in-tree'; readonly key: EntryKey };

/** One claim on a card, never without its authority. */
export interface CardClaim {
  readonly text: string;
  /** Where it stands, e.g. `Khan 2022, sec. 3.2, n. 24`. */
  readonly authority: string;
  /** What does not fit, each as a sentence with its authority. */
  readonly disputed: readonly string[];
  readonly actions: readonly CardAction[];
}

/**
 * What a hover, a tooltip or a timeline card says of one thing. All text is plain: whoever draws it escapes it.
 */
export interface Card {
  readonly title: string;
  /** One line under the title: type, office or date. */
  readonly subtitle: string;
  readonly summary: string;
  /** Short facts, e.g. `Foreign Minister of Indonesia, since 1988`; each ends in its authority where it has one. */
  readonly facts: readonly string[];
  readonly claims: readonly CardClaim[];
  readonly actions: readonly CardAction[];
}
