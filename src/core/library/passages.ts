import { findDates } from '../dates/prose.ts';
import type { Day, EdtfDate } from '../dates/types.ts';
import { pageOf } from './pageOf.ts';
import type { NewPassage, PageTurn, TextBlock } from './types.ts';

/** Passages are about this long: enough to be understood alone, short enough to be shown whole. */
const AIM_WORDS = 80;
/** A passage that has this many ends with its paragraph. */
const ENOUGH_WORDS = 56;
/** A sentence that would make it longer than this begins the next. */
const MOST_WORDS = 110;
const SENTENCE_END = /[.!?…][\])”’"'»]*\s+(?=["“‘«([\p{Lu}\p{N}])/gu;
/** A date has a year, and most passages have none: then nobody looks for one. */
const YEAR = /\d{4}|\d0s/;

/** Cuts a text into passages of whole sentences within one section, each with its page and its place in the file. */
export function passagesOf(blocks: readonly TextBlock[]): NewPassage[] {
  const passages: NewPassage[] = [];
  let open = new Gathering();
  const close = () => {
    if (!open.isEmpty) passages.push(open.passage());
    open = new Gathering();
  };
  for (const block of blocks) {
    const pieces = piecesOf(block);
    if (block.kind !== 'text') {
      // A note stands in the midst of a paragraph: what is open goes on after it.
      const own = new Gathering();
      for (const piece of pieces) own.add(piece);
      if (!own.isEmpty) passages.push(own.passage());
      if (block.kind === 'heading') close();
      continue;
    }
    if (open.section !== block.section) close();
    for (const piece of pieces) {
      if (open.words > 0 && open.words + piece.words > MOST_WORDS) close();
      open.add(piece);
      if (open.words >= AIM_WORDS || open.letters >= MOST_LETTERS) close();
    }
    if (open.words >= ENOUGH_WORDS) close();
  }
  close();
  return passages;
}

/** A sentence of a block, or a part of an endless one. */
interface Piece {
  readonly block: TextBlock;
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

function piecesOf(block: TextBlock): Piece[] {
  const { text } = block;
  const pieces: Piece[] = [];
  let start = 0;
  const cut = (end: number) => {
    for (let at = start; at < end;) {
      const stop = wordsEnd(text, at, end);
      pieces.push({ block, start: at, end: stop, words: countWords(text.slice(at, stop)) });
      at = stop;
    }
    start = end;
  };
  for (const match of text.matchAll(SENTENCE_END)) cut(match.index + match[0].length);
  cut(text.length);
  return pieces;
}

/** Where so many words from `at` end, and the blanks after them. */
function wordsEnd(text: string, at: number, end: number): number {
  if (end - at < MOST_WORDS * 2) return end;
  const blank = /\s+/g;
  blank.lastIndex = at;
  let words = 0;
  for (let match = blank.exec(text); match !== null && match.index < end; match = blank.exec(text)) {
    if (++words >= MOST_WORDS) return Math.min(end, at + MOST_LETTERS, blank.lastIndex);
  }
  // A run without blanks is cut where it would be endless.
  return Math.min(end, at + MOST_LETTERS);
}
const MOST_LETTERS = 4000;

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** What becomes one passage. */
class Gathering {
  words = 0;
  #text = '';
  #first: Piece | undefined;
  #last: Piece | undefined;
  readonly #turns: PageTurn[] = [];
  #page = '';

  get isEmpty(): boolean {
    return this.#text.trim() === '';
  }

  get letters(): number {
    return this.#text.length;
  }

  get section(): string | undefined {
    return this.#first?.block.section;
  }

  add(piece: Piece): void {
    const { block, start, end } = piece;
    if (this.#last !== undefined && this.#last.block !== block) this.#text = `${this.#text.trimEnd()}\n`;
    const page = pageOf(block, start);
    if (this.#first === undefined) this.#page = page;
    else if (page !== (this.#turns.at(-1)?.page ?? this.#page)) this.#turns.push({ at: this.#text.length, page });
    for (const turn of block.turns) if (turn.at > start && turn.at < end) this.#turns.push({ at: this.#text.length + turn.at - start, page: turn.page });
    this.#text += block.text.slice(start, end);
    this.words += piece.words;
    this.#first ??= piece;
    this.#last = piece;
  }

  passage(): NewPassage {
    const { block, start } = this.#first!;
    const last = this.#last!;
    const text = this.#text.trimEnd();
    return {
      kind: block.kind, text, page: this.#page, turns: this.#turns, section: block.section, note: block.note, ref: '',
      start: rawOffset(block, start), end: rawOffset(last.block, last.end), days: daysOf(text),
    };
  }
}

function rawOffset({ places }: TextBlock, at: number): number {
  const [from, raw] = places.findLast(place => place[0] <= at) ?? places[0] ?? [at, 0];
  return raw + Math.max(0, at - from);
}

/** The days of the dates that a text names by themselves; of an open interval, those of its known end. */
export function daysOf(text: string): (readonly [Day, Day])[] {
  if (!YEAR.test(text)) return [];
  return findDates(text).flatMap(({ date, reading }) => date === undefined || reading !== 'explicit' ? [] : daysOfDate(date));
}

/** First and last day of a date; of an open interval those of its known end, and none of what has none. */
export function daysOfDate({ start, end }: EdtfDate): (readonly [Day, Day])[] {
  const first = [start.earliest, end.earliest].find(Number.isFinite);
  const last = [end.latest, start.latest].find(Number.isFinite);
  return first === undefined || last === undefined || last <= first ? [] : [[first, last - 1]];
}
