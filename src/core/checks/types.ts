import type { Citation, EntryKey, Snapshot, Source } from '../corpus/types.ts';
import type { Severity, Span, TextEdit } from '../text.ts';

/** What a draft is held against. One object for one state of what is known: results are kept for it. */
export interface Knowledge {
  readonly snapshot: Snapshot;
  /** Works that the draft can cite by their citekeys: those of its bibliographies and of the corpora. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Citekeys that stand more than once in the draft’s own bibliographies, with all works that claim them. */
  readonly doubles: ReadonlyMap<string, readonly Source[]>;
}

/** The codes of all rules, as settings, suppressions, the Problems view and the names of the pages in the manual have them. */
export const RULE_CODES = [
  'date-conflict', 'false-precision', 'office-conflict', 'order-conflict', 'participation-conflict', 'count-conflict',
  'uncited-claim', 'quotation-without-locator', 'locator-out-of-range', 'unknown-citekey', 'duplicate-citekey', 'dangling-note', 'unused-note',
  'name-variant', 'first-mention', 'unused-abbreviation', 'summary-body', 'contested', 'suppression',
] as const;
export type RuleCode = (typeof RULE_CODES)[number];

/** What a finding rests on: a line of the record, with who says so and where it can be opened. */
export interface Evidence {
  /** `First Paris conference: July 1989`, or the text of a statement. */
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly key: EntryKey | undefined;
  readonly uri: string;
  /** In the file of `uri`. */
  readonly span: Span;
}

/** A change that would settle a finding; made only when the writer asks for it. */
export interface Fix {
  /** `Write “July 1989”`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether *Fix All* may take it: the words change, what is claimed does not. */
  readonly isSafe: boolean;
}

/** One result of a check. */
export interface Finding {
  readonly rule: RuleCode;
  readonly severity: Severity;
  readonly span: Span;
  /** One sentence: what does not hold, and what the record has. */
  readonly message: string;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
}

/** A finding as a rule gives it; the rule and its severity are filled in. */
export type Found = Omit<Finding, 'rule' | 'severity'>;

export type RuleSeverity = Severity | 'off';

/** How often names and abbreviations are introduced: once in the draft, or in each of its chapters. */
export type FirstMention = 'document' | 'chapter';

export interface CheckSettings {
  readonly severities: Readonly<Record<RuleCode, RuleSeverity>>;
  readonly firstMention: FirstMention;
}
