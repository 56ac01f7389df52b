import type { ActorType, EntryKey, EventKind } from '../corpus/types.ts';

/** Where a proposal comes from: a passage of a text, or a row of a table. */
export interface Provenance {
  /** Address of the text or table. */
  readonly source: string;
  /** What it is called where it is shown. */
  readonly title: string;
  /** The work that the text is of; empty where that is not known: then it is asked for before anything is accepted. */
  readonly citekey: string;
  /** The place in the work, as a citation says it: `sec. 2.5, n. 8`, `row 12`. */
  readonly suffixText: string;
  /** The words that it rests on. */
  readonly passage: string;
}

interface Base {
  /** The same for the same proposal from the same place: what was rejected does not come again. */
  readonly id: string;
  readonly from: Provenance;
}
export interface ActorProposal extends Base {
  readonly kind: 'actor';
  readonly name: string;
  readonly type: ActorType;
}
export interface EventProposal extends Base {
  readonly kind: 'event';
  readonly name: string;
  readonly eventKind: EventKind;
  /** Never more exact than what it comes from; `undefined` when that gives no date. */
  readonly edtf: string | undefined;
  readonly place: string | undefined;
  /** Names of those who took part. */
  readonly participants: readonly string[];
}
/** The date of an event that the corpus has without one, or less exact. */
export interface DateProposal extends Base {
  readonly kind: 'date';
  readonly event: EntryKey;
  readonly name: string;
  readonly edtf: string;
}
export interface OfficeProposal extends Base {
  readonly kind: 'office';
  readonly name: string;
  readonly role: string;
  /** Name of the body or state. */
  readonly organization: string;
}
/** A sentence that says something of entries of the corpus, as a quotation. */
export interface StatementProposal extends Base {
  readonly kind: 'statement';
  readonly about: EntryKey;
  /** Name of that entry. */
  readonly name: string;
}
export type Proposal = ActorProposal | EventProposal | DateProposal | OfficeProposal | StatementProposal;
export const PROPOSAL_KINDS = ['event', 'date', 'actor', 'office', 'statement'] as const;

/** A number of 53 bits in letters, for ids (FNV-1a over two halves). */
export function idOf(...parts: readonly string[]): string {
  let [low, high] = [0x811c9dc5, 0x2f0b4a67];
  for (const unit of parts.join('\n')) {
    const code = unit.codePointAt(0)!;
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995) ^ high >>> 13;
  }
  return ((high >>> 0 & 0x1fffff) * 0x100000000 + (low >>> 0)).toString(36);
}
