import type { Span } from '../text.ts';

/** A work that can be cited: a CSL-JSON item (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html). */
export interface CslItem {
  /** The citekey, as in `[@khan2022]`. */
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly issued?: CslDate;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly note?: string;
  readonly URL?: string;
  readonly DOI?: string;
  readonly [field: string]: unknown;
}
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
  readonly suffix?: string;
}
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly (number | string)[])[];
  readonly circa?: boolean | string | number;
  readonly literal?: string;
  readonly raw?: string;
}

/** CSL locator label and value, e.g. `{ label: 'page', value: '33-35' }` for `pp. 33-35`. */
export interface Locator {
  /** A CSL locator label: `page`, `section`, `note`, `chapter`, `paragraph` … */
  readonly label: string;
  readonly value: string;
}

/** One work cited in a cluster: `see -@khan2022, sec. 3.2, passim`. */
export interface CitationItem {
  readonly citekey: string;
  /** The key with its `@` (and braces, if any), without the `-`: `@khan2022`, `@{a b}`. */
  readonly keySpan: Span;
  /** From prefix to suffix, without separators and outer blanks. */
  readonly span: Span;
  /** Text before the key as pandoc reads it, trimmed: `see`, `citing`. */
  readonly prefix: string;
  /** All the text after the key, locator included, as written, without the comma that starts it: `sec. 3.2, passim`. */
  readonly suffixText: string;
  readonly suffixSpan: Span;
  readonly locator: Locator | undefined;
  /** Where the locator stands; `undefined` when there is none. */
  readonly locatorSpan: Span | undefined;
  /** What follows the locator, e.g. `passim`. */
  readonly suffix: string;
  readonly mode: 'normal' | 'in-text' | 'suppress-author';
}

/** What pandoc makes one `Cite` of: `[see @a, p. 3; @b]`, `@a [p. 3]` or a bare `@a`. */
export interface CitationCluster {
  /** Brackets included. */
  readonly span: Span;
  /** Whether it is written in brackets, `[@a]`, or begins with an in-text key, `@a [p. 3]`. */
  readonly form: 'bracketed' | 'in-text';
  readonly items: readonly CitationItem[];
}
