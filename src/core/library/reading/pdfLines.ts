import type { Line } from './lines.ts';

/** A run of letters on a page of a PDF. The origin of a page is at its lower left. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of its letters. */
  readonly height: number;
  /** Whether the file says that a line ends behind it. */
  readonly endsLine: boolean;
}

/** A file with more pages is not opened. */
export const MAX_PAGES = 5000;

/** Where a run stands in its line. */
export interface RunInLine {
  /** Index of the run on its page. */
  readonly run: number;
  /** Where it begins in the line, and how many letters of it stand there. */
  readonly at: number;
  readonly length: number;
  /** Whether it is the raised mark of a note. */
  readonly isMark: boolean;
}

/** A line as it is printed. */
export interface RawLine {
  text: string;
  readonly runs: RunInLine[];
  readonly page: number;
  readonly x: number;
  readonly y: number;
  right: number;
  height: number;
  /** Letters of the largest height in it: a raised number does not make a line small. */
  weight: number;
}

/** Two runs whose feet are farther apart than this share of their height stand on two lines. */
const SAME_LINE = 0.6;
/** A number this much smaller than the letters before it and above their feet is raised: the mark of a note. */
const SMALL = 0.82;
const RAISED_BY = 0.15;
/** A gap of this share of the height between two runs is a blank. */
const BLANK = 0.18;
/** Lines farther apart than this share of the usual distance belong to two blocks. */
const APART = 1.3;
const INDENT = 0.9;
const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Puts the runs of a PDF's pages, in the order of the file, together to lines. */
export function linesOfPdf(pages: readonly (readonly PdfRun[])[]): Line[] {
  const raw = pages.flatMap((runs, page) => rawLinesOf(runs, page)).filter(line => line.text.trim() !== '');
  const height = usual(raw.map(line => [round(line.height), line.text.length]));
  const pitch = usual(raw.flatMap((line, at) => {
    const before = raw[at - 1];
    return before === undefined || before.page !== line.page || before.y <= line.y || round(line.height) !== height ? [] : [[round(before.y - line.y), 1]];
  })) || height * 1.2;
  const lefts = leftEdges(raw);
  return raw.map((line, at): Line => {
    const before = raw[at - 1];
    const left = lefts.get(`${line.page} ${columnOf(line)}`) ?? line.x;
    return {
      text: line.text.trim(), start: -1, page: line.page, isFirst: before === undefined || beginsBlock(before, line, pitch),
      isIndented: line.x > left + line.height * INDENT && line.x < left + line.height * 6, scale: height === 0 ? 1 : line.height / height,
    };
  });
}

/** What PDF.js gives of a piece of text: `TextItem`. */
interface TextItem {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** What stands upright at the edge of a page, such as a watermark, is not among the words: `undefined`. */
export function runOf({ str, transform, width, height, hasEOL }: TextItem): PdfRun | undefined {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform as readonly number[];
  return Math.abs(b) > Math.abs(a) && str.trim() !== '' ? undefined : { text: str, x, y, width, height, endsLine: hasEOL };
}

/** Puts the runs of one page together to lines. A run that is not among its words is none. */
export function rawLinesOf(runs: readonly (PdfRun | undefined)[], page: number): RawLine[] {
  const lines: RawLine[] = [];
  let open: RawLine | undefined;
  let isEnded = false;
  for (const [at, run] of runs.entries()) {
    if (run === undefined) continue;
    const text = run.text.replace(/[\u0000-\u0008\u000b-\u001f]/g, '');
    if (text !== '' && run.height > 0) {
      if (open !== undefined && isSameLine(open, run, isEnded)) append(open, { ...run, text }, at);
      else if (text.trim() !== '') {
        open = { text, runs: [{ run: at, at: 0, length: text.length, isMark: false }], page, x: run.x, y: run.y, right: run.x + run.width, height: run.height, weight: text.length };
        lines.push(open);
      }
      isEnded = false;
    }
    isEnded ||= run.endsLine;
  }
  return lines;
}

/** A raised number is said to end a line where none ends; then what follows stands right behind it. Columns stand apart. */
function isSameLine(line: RawLine, run: PdfRun, isEnded: boolean): boolean {
  const height = Math.max(line.height, run.height);
  return Math.abs(line.y - run.y) <= height * SAME_LINE && run.x >= line.right - height * 0.5 && run.x - line.right < height * (isEnded ? 0.6 : 8);
}

function append(line: RawLine, { text, x, y, width, height }: PdfRun, run: number): void {
  const isRaised = height < line.height * SMALL && y > line.y + line.height * RAISED_BY && /^\s*\d{1,4}\s*$/.test(text) && /\S/.test(line.text);
  const gap = x - line.right > Math.max(line.height, height) * BLANK && !/\s$/.test(line.text) && !/^\s/.test(text) ? ' ' : '';
  const at = line.text.length + (isRaised ? 0 : gap.length);
  line.text += isRaised ? text.trim().replace(/\d/g, digit => RAISED_DIGITS[Number(digit)]!) : gap + text;
  line.runs.push({ run, at, length: line.text.length - at, isMark: isRaised });
  line.right = Math.max(line.right, x + width);
  if (height > line.height && line.weight < 8 || height > line.height * SMALL && text.length > line.weight) {
    line.height = Math.max(line.height, height);
    line.weight = text.length;
  }
}

function beginsBlock(before: RawLine, line: RawLine, pitch: number): boolean {
  if (before.page !== line.page || line.y >= before.y) return true;
  const isOtherSize = Math.abs(line.height - before.height) > Math.max(line.height, before.height) * 0.12;
  // Lines of larger letters are farther apart.
  const usualHere = pitch * Math.max(1, Math.min(line.height, before.height) / Math.max(1, pitch / 1.2));
  return isOtherSize || before.y - line.y > usualHere * APART;
}

/** Where most lines of a column begin. */
function leftEdges(lines: readonly RawLine[]): Map<string, number> {
  const columns = new Map<string, (readonly [number, number])[]>();
  for (const line of lines) {
    const key = `${line.page} ${columnOf(line)}`;
    const list = columns.get(key) ?? [];
    list.push([Math.round(line.x), line.text.length]);
    columns.set(key, list);
  }
  return new Map([...columns].map(([key, lefts]) => [key, usual(lefts)]));
}

/** Columns are told apart coarsely: by thirds of a page of usual width. */
function columnOf({ x }: RawLine): number {
  return Math.floor(x / 200);
}

/** The value that most of the weight has; 0 of nothing. */
function usual(values: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best: readonly [number, number] = [0, 0];
  for (const [value, weight] of weights) if (weight > best[1]) best = [value, weight];
  return best[0];
}

function round(value: number): number {
  return Math.round(value * 2) / 2;
}
