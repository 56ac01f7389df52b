import type { RuleCode } from '../checks/index.ts';
import type { Certainty } from '../corpus/queries.ts';
import type { Citation, EntryKey } from '../corpus/types.ts';
import type { QuotationState } from '../quotations/verify.ts';
import type { Severity } from '../text.ts';

/** One claim with its authority. What has none is not told. */
export interface AnsweredStatement {
  /** `ali-alatas#2` for a statement, `ali-alatas/membership/1` or `paris-1989/date` for a line of the record. */
  readonly id: string;
  /** Key of the entry that it stands in; empty for words of a source. */
  readonly entry: EntryKey;
  readonly text: string;
  readonly citations: readonly Citation[];
  /** EDTF, where it is dated. */
  readonly date?: string;
  /** Whether it holds of the date that was asked about. */
  readonly certainty?: Certainty;
  /** What does not fit, each with who says so. */
  readonly disputed?: readonly { readonly text: string; readonly citations: readonly Citation[] }[];
}

/** An entry that the question meant or may have meant. A name is no claim. */
export interface AnsweredEntry {
  readonly key: EntryKey;
  readonly name: string;
  readonly kind: string;
}

/** Something in a text that does not hold, with the statements that say so. */
export interface AnsweredFinding {
  readonly rule: RuleCode;
  readonly severity: Severity;
  /** In the text that was sent: UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** Ids of statements. */
  readonly evidence: readonly string[];
}

export interface Answer {
  /** The best first. */
  readonly statements: readonly AnsweredStatement[];
  /** How many more there are. */
  readonly more: number;
  readonly entries?: readonly AnsweredEntry[];
  readonly findings?: readonly AnsweredFinding[];
  readonly quotation?: { readonly state: QuotationState };
}

/** An answer, or sentences for what is wrong with the question. */
export type Outcome = { readonly answer: Answer; readonly problems?: undefined } | { readonly answer?: undefined; readonly problems: readonly string[] };
