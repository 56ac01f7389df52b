import { isFinished, type Block, type Line } from './lines.ts';
import { isTitle } from './headings.ts';

/** A note as printed: its number, its lines, and where its mark stands in the text. */
export interface Note {
  readonly number: number;
  readonly lines: readonly Line[];
  readonly mark: Mark | undefined;
}

/** The number of a note in the text: `accountability.1`. */
export interface Mark {
  readonly number: number;
  readonly line: Line;
  /** In the line's text. */
  readonly at: number;
  readonly length: number;
}

export interface FoundNotes {
  readonly notes: readonly Note[];
  readonly lines: ReadonlySet<Line>;
  readonly marks: ReadonlyMap<Line, readonly Mark[]>;
}

/** `12 See Bartu`, `12. See`, `[12] See`. */
const START = /^\[?(\d{1,4})(?:\]|[.)])?\s+(?=\S)/;
/** Blocks that a note may go on over: blank lines stand in the midst of some. */
const MAX_PARTS = 6;

/**
 * The notes of a text, in which they stand among the paragraphs of a page or behind the text. A note is a line that begins with
 * the number that is next, when the text has a mark of that number on the same page or before.
 */
export function findNotes(blocks: readonly Block[], isNotesHeading: (line: Line) => boolean): FoundNotes {
  const lines = blocks.flatMap(block => block.lines);
  const order = new Map(lines.map((line, index) => [line, index]));
  const notes: { number: number; lines: Line[]; mark: Mark | undefined }[] = [];
  const taken = new Set<Line>();
  const marks = new Map<Line, Mark[]>();
  const finder = new MarkFinder(lines, taken);
  let parts = 0;
  let isBehind = false;
  for (const block of blocks) {
    const open = notes.at(-1);
    const first = block.lines[0]!;
    isBehind ||= isNotesHeading(first);
    const goesOn = open !== undefined && parts > 0 && parts < MAX_PARTS && first.page === open.lines[0]!.page
      && !isFinished(open.lines.at(-1)!.text) && startOf(first, notes.length + 1) === undefined;
    let current = goesOn ? open : undefined;
    parts = goesOn ? parts + 1 : 0;
    for (const [at, line] of block.lines.entries()) {
      const number = startOf(line, (notes.at(-1)?.number ?? 0) + 1);
      const isPlace = line.isFirst || current !== undefined || isFinished(block.lines[at - 1]?.text ?? '.');
      if (number !== undefined && isPlace && !(notes.length === 0 && isHeadingBlock(block) && line.isFirst)) {
        const mark = finder.find(number, order.get(line)!, isBehind);
        if (mark !== undefined || (isBehind && notes.length > 0)) {
          current = { number, lines: [], mark };
          notes.push(current);
          parts = 1;
          if (mark !== undefined) addMark(marks, mark);
        }
      }
      if (current === undefined) continue;
      current.lines.push(line);
      taken.add(line);
    }
  }
  return { notes, lines: taken, marks };
}

function addMark(marks: Map<Line, Mark[]>, mark: Mark): void {
  const list = marks.get(mark.line);
  if (list === undefined) marks.set(mark.line, [mark]); else list.push(mark);
}

/** `1 Introduction` could be the first note as well. */
function isHeadingBlock({ lines }: Block): boolean {
  return lines.length <= 3 && isTitle(lines.map(line => line.text).join(' '));
}

/** Letters higher than those of the text begin a section, never a note. */
const HIGH = 1.1;

function startOf(line: Line, next: number): number | undefined {
  if (line.scale >= HIGH) return undefined;
  const [, digits] = START.exec(line.text) ?? [];
  return Number(digits) === next ? next : undefined;
}

/** The text of the first line of a note without its number. */
export function withoutNumber(text: string): { readonly text: string; readonly skipped: number } {
  const skipped = START.exec(text)?.[0].length ?? 0;
  return { text: text.slice(skipped), skipped };
}

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const RAISED = /[⁰¹²³⁴⁵⁶⁷⁸⁹]/g;
/** A number right after a word or its stop: `terms.2`, `(Khmer Rouge).5`, `“kiss of death”.20`; not `P5`; or a raised one. */
const MARK = /(?<=\p{Ll}{2}|[\p{Lu}\p{N}]\p{Lu}|\p{L}[\])”’"'»]|[^\p{L}\p{N}\s]|(?:\p{L}{2}|[\])”’"'»])[.,;:!?…]|\d\.)\d{1,4}(?=$|[\s.,;:)\]”’—–]|\[)|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}/gu;

/** Finds marks in their order: each after the one before. */
class MarkFinder {
  readonly #lines: readonly Line[];
  readonly #taken: ReadonlySet<Line>;
  readonly #marks = new Map<number, readonly Mark[]>();
  #line = 0;
  #at = 0;
  /** What was looked for in vain: it is not looked for again before something else is found. */
  #missed = '';

  constructor(lines: readonly Line[], taken: ReadonlySet<Line>) {
    this.#lines = lines;
    this.#taken = taken;
  }

  /**
   * @param noteLine index of the line that the note begins on: its mark is on the same page, the one before, or anywhere
   *   before when notes stand behind the text
   */
  find(number: number, noteLine: number, isBehind: boolean): Mark | undefined {
    const { page } = this.#lines[noteLine]!;
    const sought = `${number} ${isBehind ? 'behind' : page}`;
    if (sought === this.#missed) return undefined;
    for (let index = this.#line; index < this.#lines.length; index++) {
      const line = this.#lines[index]!;
      if (isBehind ? index >= noteLine : line.page > page) break;
      if (this.#taken.has(line) || index === noteLine || (!isBehind && line.page < page - 1)) continue;
      const from = index === this.#line ? this.#at : 0;
      const mark = this.#marksOf(index).find(one => one.number === number && one.at >= from);
      if (mark !== undefined) return this.#found(mark, index);
    }
    this.#missed = sought;
    return undefined;
  }

  #marksOf(index: number): readonly Mark[] {
    let marks = this.#marks.get(index);
    if (marks === undefined) {
      const line = this.#lines[index]!;
      marks = Array.from(line.text.matchAll(MARK), ({ 0: written, index: at }) => ({ number: Number(written.replace(RAISED, digit => String(RAISED_DIGITS.indexOf(digit)))), line, at, length: written.length }))
        .filter(mark => isMark(line.text, mark.at));
      this.#marks.set(index, marks);
    }
    return marks;
  }

  #found(mark: Mark, index: number): Mark {
    this.#line = index;
    this.#at = mark.at + mark.length;
    return mark;
  }
}

/** Not a page, a paragraph or a decimal: `p.7`, `No.5`, `(3)`, `$5`, `1991–92`. */
function isMark(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at);
  if (/(?:^|[^\p{L}])(?:pp?|nos?|paras?|arts?|secs?|vols?|chs?|chap|figs?|art|n|nn|v)\.$/iu.test(before)) return false;
  if (/[($€£#§/+=~<>@&*–—-]$/.test(before)) return false;
  return !/(?:^|[^\d])\d{1,2}\.$/.test(before);
}
