import type { PlacedBlock, StillBlock, StillChunk } from '../draft/still.ts';
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

/** Something at its place in a draft, or in some blocks of it. */
export interface Placed<Fact> {
  readonly start: number;
  readonly fact: Fact;
}

/** How rules over the whole draft are told of it, so that a keystroke is told of in one block and summed up for a few. */
export interface Gathering<Fact, Sum> {
  /** What a block says, kept with it. */
  of(block: CheckedBlock, context: CheckContext): Fact | undefined;
  /** What some blocks that follow each other say, where any says something, kept with them; offsets are from the start of the first. */
  sum(facts: readonly Placed<Fact>[], context: CheckContext): Sum;
}

/** A rule that sees the whole draft, by what is gathered from its blocks. */
export interface DraftRule {
  readonly scope: 'draft';
  readonly code: RuleCode;
  readonly gathering: Gathering<unknown, unknown>;
  /** @param sums in the order of the draft */
  check(sums: readonly Placed<unknown>[], draft: Draft, context: CheckContext): readonly Found[];
}
export type Rule = BlockRule | DraftRule;

export interface Draft {
  readonly text: string;
  readonly blocks: readonly PlacedBlock[];
  /** The same, some at a time. */
  readonly chunks: readonly StillChunk[];
}

/** A rule over the whole draft; what is gathered for it has one type. */
export function draftRule<Fact, Sum>(rule: {
  readonly code: RuleCode;
  readonly gathering: Gathering<Fact, Sum>;
  check(sums: readonly Placed<Sum>[], draft: Draft, context: CheckContext): readonly Found[];
}): DraftRule {
  return { scope: 'draft', ...rule };
}

/** What follows from a list of words, kept until the list is another: most keystrokes leave it as it is. */
export class Following<T> {
  #words: readonly string[] = [];
  #known: { readonly value: T } | undefined;

  of(words: readonly string[], make: () => T): T {
    if (this.#known === undefined || words.length !== this.#words.length || words.some((word, index) => word !== this.#words[index])) this.#known = { value: make() };
    this.#words = words;
    return this.#known.value;
  }
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
