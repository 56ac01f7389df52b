/** A name to look for. `T` is what the name stands for: an entry key. */
export interface NameEntry<T> {
  readonly text: string;
  readonly target: T;
  readonly kind: 'preferred' | 'alias' | 'metonym';
  /** `false` for a name that has no plural, as a person's; otherwise an English plural is found as well. */
  readonly plural?: boolean;
}

/** A name found in a text. Offsets are UTF-16 code units, end exclusive, a possessive `'s` left out. */
export interface NameMatch<T> {
  readonly start: number;
  readonly end: number;
  /** Everything that bears this name, without repeats; more than one means the name alone does not tell. */
  readonly targets: readonly T[];
  readonly kind: 'preferred' | 'alias' | 'metonym';
}

/** All names of all corpora, ready for one pass over a text; immutable. Built by `buildLexicon`. */
export interface Lexicon<T> {
  /** Longest matches from left to right, never overlapping, never inside a longer word. */
  find(text: string, start?: number, end?: number): NameMatch<T>[];
  readonly size: number;
}
