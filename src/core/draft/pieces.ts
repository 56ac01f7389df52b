import type { LocatorTerms } from '../citations/locator.ts';
import type { EdtfDate } from '../dates/types.ts';
import type { Piece } from './blocks.ts';
import { detached } from './change.ts';
import type { DraftContext } from './context.ts';
import { readBlock, type BlockReading } from './readBlock.ts';
import type { Step } from './settle.ts';

/** A piece of a draft as it reads by itself; offsets are from its start. Immutable, and the same for the same text and inputs. */
export interface PieceReading {
  readonly length: number;
  /** `id` is what a block was read from, where the piece has several; else empty. */
  readonly blocks: readonly { readonly start: number; readonly id: string; readonly reading: BlockReading }[];
  /** What its names mean, as far as the piece alone says. */
  readonly steps: readonly Step[];
  /** Labels of numbered examples that the piece defines, `(@good)`. */
  readonly examples: readonly string[];
  readonly lastDate: EdtfDate | undefined;
  /** What of the rest of the draft it was read with; `undefined` where it does not depend on it. */
  readonly readWith: { readonly reference: string | undefined; readonly examples: string | undefined };
}

/** What a piece is read with: the last date before it, and all examples of the draft. */
export interface PieceContext {
  readonly context: DraftContext;
  readonly reference: EdtfDate | undefined;
  readonly examples: ReadonlySet<string>;
  /** The examples as one word, to compare. */
  readonly exampleKey: string;
  /** Words for kinds of locator in the language of the draft; a draft whose language changes is read anew. */
  readonly terms: LocatorTerms;
}

/** Blocks of pieces with several by what they were read from, so that a long list is not read again for one item. */
export type BlockCache = Map<string, BlockReading>;

export function readPiece(text: string, { start, end, blocks }: Piece, { context, reference, examples, exampleKey, terms }: PieceContext, cache: BlockCache): PieceReading {
  let last = reference;
  const readings = blocks.map(raw => {
    const own = detached(text.slice(raw.start, raw.end));
    const before = { reference: raw.kind === 'note' ? undefined : last, examples, terms };
    const id = blocks.length < 2 ? '' : `${raw.kind}${raw.level} ${before.reference?.edtf ?? ''} ${exampleKey}\n${own}`;
    const reading = cache.get(id) ?? readBlock(own, raw, context, before);
    if (id !== '') cache.set(id, reading);
    if (raw.kind !== 'note') {
      last = reading.lastDate ?? last;
    }
    return { start: raw.start - start, id, reading };
  });
  return {
    length: end - start, blocks: readings,
    steps: lastOnes(readings.flatMap(({ reading }) => reading.steps)),
    examples: examplesOf(text.slice(start, end)),
    lastDate: last === reference ? undefined : last,
    readWith: { reference: readings.some(({ reading }) => reading.kind !== 'note' && reading.hasDates) ? reference?.edtf ?? '' : undefined, examples: text.slice(start, end).includes('(@') ? exampleKey : undefined },
  };
}

/** Without what a later one repeats; where a name is open it matters what stands before it. */
function lastOnes(steps: readonly Step[]): readonly Step[] {
  if (steps.length < 2 || steps.some(step => typeof step !== 'number')) return steps;
  return [...new Set(steps.toReversed())].reverse();
}

/** Whether a piece, or several that were read before read the same now. */
export function stillHolds({ readWith }: Pick<PieceReading, 'readWith'>, reference: EdtfDate | undefined, exampleKey: string): boolean {
  return (readWith.reference === undefined || readWith.reference === (reference?.edtf ?? '')) && (readWith.examples === undefined || readWith.examples === exampleKey);
}

/** https://pandoc.org/MANUAL.html#extension-example_lists */
function examplesOf(text: string): string[] {
  return text.includes('(@') ? Array.from(text.matchAll(/^[ \t]{0,3}\(@([\w-]+)\)[ \t]/gm), match => match[1]!) : [];
}
