import type { Chunk, LivePiece } from './live.ts';
import { placedChunks } from './read.ts';
import { settledSentences, type BlockReading } from './readBlock.ts';
import type { BlockKind, DraftReading, Sentence } from './types.ts';

/**
 * A block as it reads wherever it stands: all offsets are from its own start. It stays the same object for as long as nothing
 * that it says changes, so that what is worked out for it can be kept with it.
 */
export interface StillBlock {
  readonly kind: BlockKind;
  readonly level: number;
  readonly length: number;
  readonly sentences: readonly Sentence[];
}

export interface PlacedBlock {
  readonly start: number;
  readonly block: StillBlock;
}

/** Some blocks that follow each other. */
export interface StillChunk {
  readonly start: number;
  /** With their places in the chunk; the same list for as long as nothing in it changes, wherever the chunk stands. */
  readonly blocks: readonly PlacedBlock[];
}

/** The last still block made of each reading of a block, and how its open names were answered. */
const made = new WeakMap<BlockReading, { readonly answers: readonly number[]; readonly block: StillBlock }>();

/** All blocks of a draft, some at a time. `reading` comes from `readDraft`. */
export function stillChunks(reading: DraftReading): readonly StillChunk[] {
  return placedChunks(reading).map(({ start, chunk }) => ({ start, blocks: chunk.still.blocks ??= blocksOf(chunk) }));
}

/** All blocks of a draft with their places. `reading` comes from `readDraft`. */
export function stillBlocks(reading: DraftReading): readonly PlacedBlock[] {
  return stillChunks(reading).flatMap(({ start, blocks }) => start === 0 ? blocks : blocks.map(placed => ({ start: start + placed.start, block: placed.block })));
}

function blocksOf({ pieces }: Chunk): PlacedBlock[] {
  return pieces.flatMap(live => {
    const blocks = live.still.blocks ??= stillBlocksOf(live);
    return blocks.map((block, index) => ({ start: live.start + live.piece.blocks[index]!.start, block }));
  });
}

function stillBlocksOf({ piece, answers }: LivePiece): readonly StillBlock[] {
  let next = 0;
  return piece.blocks.map(({ reading }) => {
    const first = next;
    for (const step of reading.steps) if (typeof step !== 'number') next++;
    return stillBlock(reading, first === next ? NO_ANSWERS : answers.slice(first, next));
  });
}

const NO_ANSWERS: readonly number[] = [];

function stillBlock(reading: BlockReading, answers: readonly number[]): StillBlock {
  const known = made.get(reading);
  if (known !== undefined && known.answers.length === answers.length && known.answers.every((answer, index) => answer === answers[index])) return known.block;
  const block = new SettledBlock(reading, answers);
  made.set(reading, { answers, block });
  return block;
}

/** Its sentences are made when they are first asked for. */
class SettledBlock implements StillBlock {
  readonly kind: BlockKind;
  readonly level: number;
  readonly length: number;
  readonly #reading: BlockReading;
  readonly #answers: readonly number[];
  #sentences: readonly Sentence[] | undefined;

  constructor(reading: BlockReading, answers: readonly number[]) {
    this.kind = reading.kind;
    this.level = reading.level;
    this.length = reading.length;
    this.#reading = reading;
    this.#answers = answers;
  }

  get sentences(): readonly Sentence[] {
    return this.#sentences ??= settledSentences(this.#reading, this.#answers);
  }
}
