import type { PieceReading } from './pieces.ts';
import { settledSentences } from './readBlock.ts';
import type { StillBlock } from './still.ts';
import type { Block, DraftReading, Sentence } from './types.ts';

/** A piece at its place in one version of a draft, its names settled. Blocks are made when they are first asked for. */
export class LivePiece {
  readonly piece: PieceReading;
  readonly start: number;
  /** For each open name of the piece whom it means. */
  readonly answers: readonly number[];
  /** Its blocks wherever they stand, once `stillBlocks` has been asked for them. */
  readonly still: { blocks?: readonly StillBlock[] };
  #blocks: readonly Block[] | undefined;

  /** @param still that of the same piece with the same answers, at another place */
  constructor(piece: PieceReading, start: number, answers: readonly number[], still: LivePiece['still'] = {}) {
    this.piece = piece;
    this.start = start;
    this.answers = answers;
    this.still = still;
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= this.#makeBlocks();
    return this.#blocks;
  }

  #makeBlocks(): Block[] {
    let next = 0;
    return this.piece.blocks.map(({ start, reading }) => {
      const at = this.start + start;
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

/** The reading of a draft made of such pieces; its lists over the whole draft are made when they are first asked for. */
export function liveReading(text: string, pieces: readonly LivePiece[]): DraftReading {
  const once = <T>(make: () => T): () => T => {
    let made: { readonly value: T } | undefined;
    return () => (made ??= { value: make() }).value;
  };
  const blocks = once(() => pieces.flatMap(piece => piece.blocks));
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
