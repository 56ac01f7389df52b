import { firstFrom } from './change.ts';
import { Chunk, LivePiece, type PlacedChunk } from './live.ts';
import type { PieceReading } from './pieces.ts';
import { answer, type Named } from './settle.ts';

/** A chunk is full with so many blocks. A keystroke costs the chunks of a draft and the blocks of one: about the root of each. */
const FULL = 32;

/** A stretch of a draft, read but not settled. */
export interface Unsettled {
  /** The chunks that stood there before. */
  readonly before: readonly Chunk[];
  /** What is there now, piece by piece, each with the one that it was made of; `undefined` where all is as before. */
  readonly pieces: readonly { readonly reading: PieceReading; readonly before: LivePiece | undefined }[] | undefined;
}

/** Settles names along a draft. A chunk or a piece that says what it said, at the same place in its chunk, is the same object as before. */
export function settleChunks(stretches: readonly Unsettled[], named: Named): PlacedChunk[] {
  const chunks: PlacedChunk[] = [];
  let start = 0;
  // As long as the draft has named the same entries in the same order, each open name means whom it meant.
  let isAsBefore = true;
  for (const { before, pieces } of stretches) {
    const now: readonly Chunk[] = pieces === undefined && (isAsBefore || before.every(chunk => !chunk.isOpen)) ? before : settled(pieces ?? asTheyWere(before), before, named);
    if (now === before) for (const chunk of now) named.addAll(chunk.named);
    else isAsBefore &&= isSame(now.flatMap(chunk => chunk.named), before.flatMap(chunk => chunk.named));
    for (const chunk of now) {
      chunks.push({ start, chunk });
      start += chunk.length;
    }
  }
  return chunks;
}

function asTheyWere(chunks: readonly Chunk[]): NonNullable<Unsettled['pieces']> {
  return chunks.flatMap(({ pieces }) => pieces.map(before => ({ reading: before.piece, before })));
}

function settled(pieces: NonNullable<Unsettled['pieces']>, before: readonly Chunk[], named: Named): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let live: LivePiece[] = [];
  let blocks = 0;
  let entries: number[] = [];
  let start = 0;
  const close = () => {
    if (live.length === 0) return;
    const known = before.find(chunk => chunk.pieces[0] === live[0] && isSame(chunk.pieces, live));
    chunks.push(known ?? new Chunk(live, [...new Set(entries.reverse())].reverse()));
    [live, blocks, entries, start] = [[], 0, [], 0];
  };
  for (const { reading, before: was } of pieces) {
    const answers = answersIn(reading, named, entries);
    const same = was?.piece === reading && isSame(was.answers, answers) ? was : undefined;
    live.push(same?.start === start ? same : new LivePiece(reading, start, answers, same?.still));
    start += reading.length;
    blocks += Math.max(1, reading.blocks.length);
    if (blocks >= FULL) close();
  }
  close();
  return isSame(chunks, before) ? before : chunks;
}

/** @param entries all that it names are added to these */
function answersIn({ steps }: PieceReading, named: Named, entries: number[]): readonly number[] {
  let answers: number[] | undefined;
  for (const step of steps) {
    if (typeof step === 'number') {
      named.add(step);
      entries.push(step);
      continue;
    }
    const found = answer(step, named);
    (answers ??= []).push(found);
    if (found >= 0) entries.push(step.entries[found]!);
  }
  return answers ?? NO_ANSWERS;
}

const NO_ANSWERS: readonly number[] = [];

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** The index of the chunk in which an offset lies, of a draft that is not empty. */
export function chunkAt(chunks: readonly PlacedChunk[], offset: number): number {
  return Math.max(0, firstFrom(chunks.map(({ start }) => start), offset + 1) - 1);
}
