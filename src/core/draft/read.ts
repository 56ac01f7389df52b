import { locatorTerms } from '../citations/locator.ts';
import type { EdtfDate } from '../dates/types.ts';
import { frontMatterLength, readPieces, type Piece } from './blocks.ts';
import { changeBetween, firstFrom } from './change.ts';
import type { DraftContext } from './context.ts';
import { LivePiece, liveReading } from './live.ts';
import { readPiece, stillHolds, type BlockCache, type PieceContext, type PieceReading } from './pieces.ts';
import { answer, Named } from './settle.ts';
import type { DraftReading } from './types.ts';

/** What is kept beside a reading for the next one. */
interface Memory {
  readonly context: DraftContext;
  readonly frontMatter: number;
  readonly live: readonly LivePiece[];
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

/** The pieces that a reading of `readDraft` is made of, in order. */
export function livePieces(reading: DraftReading): readonly LivePiece[] {
  return memories.get(reading)?.live ?? [];
}

/** A piece of a text: one that was read before, or one that has yet to be. */
type Part = LivePiece | Piece;

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
  const parts = previous !== undefined && memory?.frontMatter === frontMatter ? changedParts(previous.text, text, memory.live, cache)
    : readPieces(text, 0, text.length);
  const guess = memory?.examples ?? '';
  const rest = { context, terms: locatorTerms(lang === '' ? undefined : lang) };
  let pieces = readParts(text, parts, rest, cache, guess);
  // The label of an example may stand after what refers to it.
  const examples = exampleKeyOf(pieces);
  if (examples !== guess) pieces = readParts(text, parts, rest, cache, examples);
  const live = settlePieces(pieces, parts, new Named(context.numbers.size));
  const reading = liveReading(text, live);
  memories.set(reading, { context, frontMatter, live, examples, lang });
  return reading;
}

function readParts(text: string, parts: readonly Part[], rest: Pick<PieceContext, 'context' | 'terms'>, cache: BlockCache, exampleKey: string): PieceReading[] {
  const examples = new Set(exampleKey === '' ? [] : exampleKey.split(' '));
  let reference: EdtfDate | undefined;
  let start = 0;
  return parts.map(part => {
    const known = part instanceof LivePiece ? part.piece : undefined;
    const reading = known !== undefined && stillHolds(known, reference, exampleKey) ? known
      : readPiece(text, part instanceof LivePiece ? rawOf(part.piece, start) : part, { ...rest, reference, examples, exampleKey }, cache);
    start += reading.length;
    reference = reading.lastDate ?? reference;
    return reading;
  });
}

/** The piece that a reading was made of, at its place in the text. */
function rawOf({ length, blocks }: PieceReading, at: number): Piece {
  return {
    start: at, end: at + length,
    blocks: blocks.map(({ start, reading }) => ({ kind: reading.kind, level: reading.level, start: at + start, end: at + start + reading.length })),
  };
}

function exampleKeyOf(pieces: readonly PieceReading[]): string {
  const labels = new Set<string>();
  for (const piece of pieces) for (const label of piece.examples) labels.add(label);
  return [...labels].sort().join(' ');
}

/**
 * The parts of a changed text: those before the edit and those after it as they were, those between cut from the text anew.
 * A piece begins where it began before as soon as a new one begins there too: pieces do not depend on what is before them.
 */
function changedParts(before: string, text: string, live: readonly LivePiece[], cache: BlockCache): Part[] {
  const { start, oldEnd, newEnd } = changeBetween(before, text);
  const shift = text.length - before.length;
  const starts = live.map(piece => piece.start);
  // The piece before the touched one may swallow it now: a line that was set apart may go on with what is before it.
  const first = Math.max(0, firstFrom(starts, start + 1) - 2);
  const from = starts[first] ?? 0;
  const after = firstFrom(starts, oldEnd);
  for (let more = 2; ; more *= 2) {
    const isAll = after + more >= starts.length;
    const fresh = readPieces(text, from, isAll ? text.length : starts[after + more]! + shift);
    const meeting = fresh.findIndex((piece, index) => index > 0 && piece.start >= newEnd && starts[firstFrom(starts, piece.start - shift)] === piece.start - shift);
    if (meeting === -1 && !isAll) continue;
    const next = meeting === -1 ? live.length : firstFrom(starts, fresh[meeting]!.start - shift);
    for (const { piece } of live.slice(first, next)) for (const { id, reading } of piece.blocks) if (id !== '') cache.set(id, reading);
    const between = fresh.slice(0, meeting === -1 ? fresh.length : meeting).map((piece, index): Part => {
      const before = live[first + index];
      return before !== undefined && piece.end <= start && isAsBefore(piece, before) ? before : piece;
    });
    return [...live.slice(0, first), ...between, ...live.slice(next)];
  }
}

/** Whether a piece of unchanged text is cut as it was. */
function isAsBefore(piece: Piece, before: LivePiece): boolean {
  const { start, end, blocks } = rawOf(before.piece, before.start);
  return piece.start === start && piece.end === end && piece.blocks.length === blocks.length
    && piece.blocks.every((block, index) => block.start === blocks[index]!.start && block.end === blocks[index]!.end && block.kind === blocks[index]!.kind && block.level === blocks[index]!.level);
}

/** Settles names along the draft. A piece that stands where it stood and says what it said is the same object as before. */
function settlePieces(pieces: readonly PieceReading[], parts: readonly Part[], named: Named): LivePiece[] {
  const live: LivePiece[] = [];
  let start = 0;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    const part = parts[index]!;
    const before = part instanceof LivePiece && part.piece === piece ? part : undefined;
    let answers: readonly number[] = NO_ANSWERS;
    for (const step of piece.steps) {
      if (typeof step === 'number') named.add(step);
      else if (answers === NO_ANSWERS) answers = [answer(step, named)];
      else (answers as number[]).push(answer(step, named));
    }
    const same = before !== undefined && isSame(before.answers, answers) ? before : undefined;
    live.push(same?.start === start ? same : new LivePiece(piece, start, answers, same?.still));
    start += piece.length;
  }
  return live;
}

const NO_ANSWERS: readonly number[] = [];

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
