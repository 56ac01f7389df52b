import type { PlacedBlock, StillBlock } from '../draft/still.ts';
import type { BlockKind, Sentence } from '../draft/types.ts';
import type { Span } from '../text.ts';
import type { CheckContext } from './context.ts';
import type { Found, RuleCode } from './types.ts';

/** A block with its text, for as long as it is checked; all offsets are from its start. */
export class CheckedBlock implements StillBlock {
  readonly kind: BlockKind;
  readonly level: number;
  readonly length: number;
  readonly sentences: readonly Sentence[];
  readonly text: string;
  readonly #context: CheckContext;
  readonly #known = new Map<unknown, unknown>();

  /** @param draft the text that the block stands in, at `start` */
  constructor({ block: { kind, level, length, sentences }, start }: PlacedBlock, draft: string, context: CheckContext) {
    this.kind = kind;
    this.level = level;
    this.length = length;
    this.sentences = sentences;
    this.text = draft.slice(start, start + length);
    this.#context = context;
  }

  /** What several rules read in the block, read once for all; it goes with the block. */
  once<T>(read: (block: CheckedBlock, context: CheckContext) => T): T {
    let known = this.#known.get(read) as T | undefined;
    if (known === undefined) this.#known.set(read, known = read(this, this.#context));
    return known;
  }
}

/** A rule of which each block can be judged by itself. Its findings are kept with the block. */
export interface BlockRule {
  readonly scope: 'block';
  readonly code: RuleCode;
  check(block: CheckedBlock, context: CheckContext): readonly Found[];
}

/** What a rule gathered from a block, at its place in the draft. */
export interface Placed<Fact> {
  readonly start: number;
  readonly fact: Fact;
}

/** A rule that sees the whole draft: it gathers from each block what it needs, which is kept, and judges what was gathered. */
export interface DraftRule {
  readonly scope: 'draft';
  readonly code: RuleCode;
  readonly gather: (block: CheckedBlock, context: CheckContext) => unknown;
  /** @param facts what `gather` gave for each block, where it gave anything */
  check(facts: readonly Placed<unknown>[], draft: Draft, context: CheckContext): readonly Found[];
}
export type Rule = BlockRule | DraftRule;

export interface Draft {
  readonly text: string;
  readonly blocks: readonly PlacedBlock[];
}

/** A rule over the whole draft; what it gathers has one type. */
export function draftRule<Fact>(rule: {
  readonly code: RuleCode;
  readonly gather: (block: CheckedBlock, context: CheckContext) => Fact | undefined;
  check(facts: readonly Placed<Fact>[], draft: Draft, context: CheckContext): readonly Found[];
}): DraftRule {
  return { scope: 'draft', ...rule };
}

/** What was found in a block, at its place in the draft. */
export function placed<F extends Found>(found: F, by: number): F {
  if (by === 0) return found;
  return {
    ...found, span: moved(found.span, by),
    fixes: found.fixes.map(fix => ({ ...fix, edits: fix.edits.map(edit => ({ ...edit, span: moved(edit.span, by) })) })),
  };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

export function blockRule(code: RuleCode, check: BlockRule['check']): BlockRule {
  return { scope: 'block', code, check };
}
