import { locatorTerms } from '../citations/locator.ts';
import type { EdtfDate } from '../dates/types.ts';
import { frontMatterLength, readPieces, type Piece } from './blocks.ts';
import { changeBetween, firstFrom } from './change.ts';
import { chunkAt, settleChunks, type Unsettled } from './chunks.ts';
import type { DraftContext } from './context.ts';
import { LivePiece, liveReading, type Chunk, type PlacedChunk } from './live.ts';
import { readPiece, stillHolds, type BlockCache, type PieceContext, type PieceReading } from './pieces.ts';
import { Named } from './settle.ts';
import type { DraftReading } from './types.ts';

/** What is kept beside a reading for the next one. */
interface Memory {
  readonly context: DraftContext;
  readonly frontMatter: number;
  readonly chunks: readonly PlacedChunk[];
  /** Labels of the numbered examples of the draft, as one word. */
  readonly examples: string;
  /** `lang` of the front matter. */
  readonly lang: string;
}
const memories = new WeakMap<DraftReading, Memory>();

/** The language of a front matter, as a BCP 47 tag. */
const LANG = /^lang:[ \t]*["']?([A-Za-z][A-Za-z0-9-]*)/m;

/** `lang` of a draft's front matter, a BCP 47 tag; empty when it has none. */
export function languageOf(reading: DraftReading): string {
  return memories.get(reading)?.lang ?? '';
}

/** The chunks that a reading of `readDraft` is made of, in order. */
export function placedChunks(reading: DraftReading): readonly PlacedChunk[] {
  return memories.get(reading)?.chunks ?? [];
}

/** A stretch of a text: chunks as they were, or a piece at a time, each one that was read before or one that has yet to be. */
interface Stretch {
  readonly before: readonly Chunk[];
  readonly parts: readonly (LivePiece | Piece)[] | undefined;
}

/**
 * Reads a draft. With the reading of an earlier version, only what an edit touches is read again; the result is the same as
 * without it. Lists over the whole draft are made when they are first asked for. Never throws, whatever the text.
 */
export function readDraft(text: string, context: DraftContext, previous?: DraftReading): DraftReading {
  const remembered = previous === undefined ? undefined : memories.get(previous);
  const frontMatter = frontMatterLength(text);
  const lang = LANG.exec(text.slice(0, frontMatter))?.[1] ?? '';
  const memory = remembered?.context === context && remembered.lang === lang ? remembered : undefined;
  if (previous !== undefined && memory !== undefined && previous.text === text) return previous;
  const cache: BlockCache = new Map();
  const stretches = previous !== undefined && memory !== undefined ? changedStretches(previous.text, text, memory, frontMatter, cache)
    : [{ before: [], parts: readPieces(text, 0, text.length) }];
  const guess = memory?.examples ?? '';
  const rest = { context, terms: locatorTerms(lang === '' ? undefined : lang) };
  let read = readStretches(text, stretches, rest, cache, guess);
  // The label of an example may stand after what refers to it.
  const examples = exampleKeyOf(read);
  if (examples !== guess) read = readStretches(text, stretches, rest, cache, examples);
  const chunks = settleChunks(read, new Named(context.numbers.size));
  const reading = liveReading(text, chunks);
  memories.set(reading, { context, frontMatter, chunks, examples, lang });
  return reading;
}

function readStretches(text: string, stretches: readonly Stretch[], rest: Pick<PieceContext, 'context' | 'terms'>, cache: BlockCache, exampleKey: string): Unsettled[] {
  const examples = new Set(exampleKey === '' ? [] : exampleKey.split(' '));
  let reference: EdtfDate | undefined;
  let start = 0;
  return stretches.map(({ before, parts }): Unsettled => {
    if (parts === undefined && before.every(chunk => stillHolds(chunk, reference, exampleKey))) {
      for (const { length, lastDate } of before) {
        start += length;
        reference = lastDate ?? reference;
      }
      return { before, pieces: undefined };
    }
    const pieces = (parts ?? before.flatMap(chunk => chunk.pieces)).map(part => {
      const known = part instanceof LivePiece ? part : undefined;
      const reading = known !== undefined && stillHolds(known.piece, reference, exampleKey) ? known.piece
        : readPiece(text, part instanceof LivePiece ? rawOf(part.piece, start) : part, { ...rest, reference, examples, exampleKey }, cache);
      start += reading.length;
      reference = reading.lastDate ?? reference;
      return { reading, before: known };
    });
    return { before, pieces };
  });
}

/** The piece that a reading was made of, at its place in the text. */
function rawOf({ length, blocks }: PieceReading, at: number): Piece {
  return {
    start: at, end: at + length,
    blocks: blocks.map(({ start, reading }) => ({ kind: reading.kind, level: reading.level, start: at + start, end: at + start + reading.length })),
  };
}

function exampleKeyOf(stretches: readonly Unsettled[]): string {
  const labels = new Set<string>();
  for (const { before, pieces } of stretches) for (const { examples } of pieces?.map(({ reading }) => reading) ?? before) for (const label of examples) labels.add(label);
  return [...labels].sort().join(' ');
}

/**
 * The stretches of a changed text: the chunks before the edit and those after it as they were, the pieces between cut from the
 * text anew. A piece begins where it began before as soon as a new one begins there too: pieces do not depend on what is before them.
 */
function changedStretches(before: string, text: string, { chunks, frontMatter }: Memory, frontMatterNow: number, cache: BlockCache): Stretch[] {
  const { start, oldEnd, newEnd } = changeBetween(before, text);
  const shift = text.length - before.length;
  const live: LivePiece[] = [];
  const starts: number[] = [];
  // The piece before the touched one may swallow it now: a line that was set apart may go on with what is before it.
  const touched = chunkAt(chunks, start);
  const head = frontMatterNow !== frontMatter ? 0 : chunks[touched] !== undefined && secondStart(chunks[touched]) > start ? Math.max(0, touched - 1) : touched;
  let tail = head;
  const take = () => {
    const placed = chunks[tail++]!;
    for (const piece of placed.chunk.pieces) {
      live.push(piece);
      starts.push(placed.start + piece.start);
    }
  };
  for (let more = 2; ; more *= 2) {
    while (tail < chunks.length && firstFrom(starts, oldEnd) + more >= starts.length) take();
    const first = frontMatterNow !== frontMatter ? 0 : Math.max(0, firstFrom(starts, start + 1) - 2);
    const from = starts[first] ?? 0;
    const after = firstFrom(starts, oldEnd);
    const isAll = after + more >= starts.length;
    const fresh = readPieces(text, from, isAll ? text.length : starts[after + more]! + shift);
    const meeting = fresh.findIndex((piece, index) => index > 0 && piece.start >= newEnd && starts[firstFrom(starts, piece.start - shift)] === piece.start - shift);
    if (meeting === -1 && !isAll) continue;
    const next = meeting === -1 ? live.length : firstFrom(starts, fresh[meeting]!.start - shift);
    for (const { piece } of live.slice(first, next)) for (const { id, reading } of piece.blocks) if (id !== '') cache.set(id, reading);
    const between = fresh.slice(0, meeting === -1 ? fresh.length : meeting).map((piece, index): LivePiece | Piece => {
      const was = live[first + index];
      return was !== undefined && piece.end <= start && isAsBefore(piece, rawOf(was.piece, starts[first + index]!)) ? was : piece;
    });
    return [
      ...chunks.slice(0, head).map(asBefore), { before: chunks.slice(head, tail).map(({ chunk }) => chunk), parts: [...live.slice(0, first), ...between, ...live.slice(next)] },
      ...chunks.slice(tail).map(asBefore),
    ];
  }
}

function asBefore({ chunk }: PlacedChunk): Stretch {
  return { before: [chunk], parts: undefined };
}

/** Where the second piece of a chunk begins; where it has one alone, its end. */
function secondStart({ start, chunk: { pieces, length } }: PlacedChunk): number {
  return start + (pieces[1]?.start ?? length);
}

/** Whether a piece of unchanged text is cut as it was. */
function isAsBefore(piece: Piece, { start, end, blocks }: Piece): boolean {
  return piece.start === start && piece.end === end && piece.blocks.length === blocks.length
    && piece.blocks.every((block, index) => block.start === blocks[index]!.start && block.end === blocks[index]!.end && block.kind === blocks[index]!.kind && block.level === blocks[index]!.level);
}
