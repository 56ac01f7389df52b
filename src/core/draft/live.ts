import type { EdtfDate } from '../dates/types.ts';
import type { PieceReading } from './pieces.ts';
import { settledSentences } from './readBlock.ts';
import type { PlacedBlock, StillBlock } from './still.ts';
import type { Block, DraftReading, Sentence } from './types.ts';

/** A piece at its place in a chunk, its names settled. Blocks are made when they are first asked for. */
export class LivePiece {
  readonly piece: PieceReading;
  /** From the start of the chunk. */
  readonly start: number;
  /** For each open name of the piece whom it means. */
  readonly answers: readonly number[];
  /** Its blocks wherever they stand, once `stillBlocks` has been asked for them. */
  readonly still: { blocks?: readonly StillBlock[] };
  #at = -1;
  #blocks: readonly Block[] = [];

  /** @param still that of the same piece with the same answers, at another place */
  constructor(piece: PieceReading, start: number, answers: readonly number[], still: LivePiece['still'] = {}) {
    this.piece = piece;
    this.start = start;
    this.answers = answers;
    this.still = still;
  }

  /** Its blocks where it begins at `at` in the draft; the same ones for as long as it stands there. */
  blocksAt(at: number): readonly Block[] {
    if (this.#at !== at) {
      this.#at = at;
      this.#blocks = this.#makeBlocks(at);
    }
    return this.#blocks;
  }

  #makeBlocks(by: number): Block[] {
    let next = 0;
    return this.piece.blocks.map(({ start, reading }) => {
      const at = by + start;
      const first = next;
      for (const step of reading.steps) if (typeof step !== 'number') next++;
      const answers = first === next ? [] : this.answers.slice(first, next);
      let sentences: readonly Sentence[] | undefined;
      return {
        kind: reading.kind, level: reading.level, start: at, end: at + reading.length,
        get sentences() {
          return sentences ??= settledSentences(reading, answers, at);
        },
      };
    });
  }
}

/**
 * Some pieces that follow each other. A chunk is the same object for as long as nothing that it says changes, wherever it
 * stands: after a keystroke the chunks of a draft are passed, and the pieces of one.
 */
export class Chunk {
  readonly pieces: readonly LivePiece[];
  readonly length: number;
  /** Labels of numbered examples that it defines. */
  readonly examples: readonly string[];
  readonly lastDate: EdtfDate | undefined;
  /** What of the rest of the draft it was read with, as with a piece. */
  readonly readWith: PieceReading['readWith'];
  /** Whether whom it names depends on the draft before it. */
  readonly isOpen: boolean;
  /** The entries that it names, by number, in the order in which it names each last. */
  readonly named: readonly number[];
  /** Its blocks with their places in it, once `stillChunks` has been asked for them. */
  readonly still: { blocks?: readonly PlacedBlock[] } = {};

  constructor(pieces: readonly LivePiece[], named: readonly number[]) {
    this.pieces = pieces;
    this.named = named;
    const last = pieces.at(-1)!;
    this.length = last.start + last.piece.length;
    this.examples = pieces.flatMap(({ piece }) => piece.examples);
    this.lastDate = pieces.findLast(({ piece }) => piece.lastDate !== undefined)?.piece.lastDate;
    const firstDate = pieces.findIndex(({ piece }) => piece.lastDate !== undefined);
    const beforeIt = firstDate === -1 ? pieces : pieces.slice(0, firstDate + 1);
    this.readWith = {
      reference: beforeIt.find(({ piece }) => piece.readWith.reference !== undefined)?.piece.readWith.reference,
      examples: pieces.find(({ piece }) => piece.readWith.examples !== undefined)?.piece.readWith.examples,
    };
    this.isOpen = pieces.some(({ answers }) => answers.length > 0);
  }
}

export interface PlacedChunk {
  readonly start: number;
  readonly chunk: Chunk;
}

/** The reading of a draft made of such chunks; its lists over the whole draft are made when they are first asked for. */
export function liveReading(text: string, chunks: readonly PlacedChunk[]): DraftReading {
  const once = <T>(make: () => T): () => T => {
    let made: { readonly value: T } | undefined;
    return () => (made ??= { value: make() }).value;
  };
  const blocks = once(() => chunks.flatMap(({ start, chunk }) => chunk.pieces.flatMap(piece => piece.blocksAt(start + piece.start))));
  const all = <T>(of: (sentence: Sentence) => readonly T[]) => once(() => blocks().flatMap(block => block.sentences.flatMap(of)));
  const mentions = all(sentence => sentence.mentions);
  const dates = all(sentence => sentence.dates);
  const citations = all(sentence => sentence.citations);
  const quotations = all(sentence => sentence.quotations);
  const notes = all(sentence => sentence.notes);
  return {
    text,
    get blocks() { return blocks(); },
    get mentions() { return mentions(); },
    get dates() { return dates(); },
    get citations() { return citations(); },
    get quotations() { return quotations(); },
    get notes() { return notes(); },
  };
}
