import type { Page, TextProblem } from '../types.ts';
import type { Line } from './lines.ts';
import { pageNumberOf } from './pageBreaks.ts';

export interface PagedLines {
  /** Without page numbers and running heads. */
  readonly lines: readonly Line[];
  readonly pages: readonly Page[];
  readonly problems: readonly TextProblem[];
}

/** Lines at the top and at the bottom of a page that may be a head, a foot or a number. */
const EDGE = 2;
/** A head is on at least so many pages. */
const MIN_HEADS = 3;
const MAX_HEAD = 120;
/** Letters so much higher than those of the text are a title, also where the head says the same. */
const HIGH = 1.3;

/**
 * Takes page numbers and running heads out of the lines, and tells the number of each page: the printed one, or what
 * counting from the printed ones gives where these agree with each other.
 *
 * @param labels what the file itself says of its pages, e.g. a PDF; empty when it says nothing
 */
export function readPages(lines: readonly Line[], labels: readonly string[] = []): PagedLines {
  const count = Math.max((lines.at(-1)?.page ?? -1) + 1, labels.length);
  if (count <= 1 && labels.length === 0) return { lines, pages: [], problems: [] };
  const edges = edgesOf(lines);
  const heads = runningHeads(edges);
  const printed = new Map<number, string>();
  const dropped = new Set<Line>();
  for (const { line, page } of edges) {
    const number = line.isFirst || heads.has(headOf(line.text)) ? pageNumberOf(line.text) : undefined;
    if (number !== undefined && !printed.has(page)) printed.set(page, number);
    if (heads.has(headOf(line.text))) {
      dropped.add(line);
      const inHead = numberInHead(line.text);
      if (inHead !== undefined && !printed.has(page)) printed.set(page, inHead);
    }
  }
  const { kept, isConsistent } = consistent(printed);
  for (const { line, page } of edges) if (kept.get(page) !== undefined && pageNumberOf(line.text) === kept.get(page)) dropped.add(line);
  const guessed = count === 0 ? [] : guessedLabels(count, kept, isConsistent);
  const pages = guessed.map((guess, page): Page => {
    const label = labels[page] || kept.get(page);
    return label === undefined ? { label: guess, isPrinted: false } : { label, isPrinted: true };
  });
  const problems: TextProblem[] = isConsistent || labels.length > 0 ? [] : [{ code: 'pages-do-not-agree', value: String(kept.size) }];
  return { lines: beginBlocks(lines, dropped), pages, problems };
}

interface Edge {
  readonly line: Line;
  readonly page: number;
}

function edgesOf(lines: readonly Line[]): Edge[] {
  const byPage = new Map<number, Line[]>();
  for (const line of lines) {
    const list = byPage.get(line.page);
    if (list === undefined) byPage.set(line.page, [line]); else list.push(line);
  }
  return [...byPage].flatMap(([page, own]) => [...new Set([...own.slice(0, EDGE), ...own.slice(-EDGE)])].filter(line => line.scale < HIGH).map(line => ({ line, page })));
}

/** A head with its numbers left out: `12 Mediation lessons` and `14 Mediation lessons` are one. */
function headOf(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase();
}

function runningHeads(edges: readonly Edge[]): Set<string> {
  const pages = new Map<string, Set<number>>();
  for (const { line, page } of edges) {
    const head = headOf(line.text);
    if (line.text.length <= MAX_HEAD && /\p{L}/u.test(head)) pages.set(head, (pages.get(head) ?? new Set()).add(page));
  }
  return new Set([...pages].filter(([, on]) => on.size >= MIN_HEADS).map(([head]) => head));
}

/** `12` of `12 | Mediation lessons` and of `Mediation lessons 12`. */
function numberInHead(text: string): string | undefined {
  return (/^(\d{1,4})\b(?!\.\d)/.exec(text) ?? /\b(\d{1,4})$/.exec(text))?.[1];
}

/** The printed numbers that grow by one a page; where most do not, none is believed. */
function consistent(printed: ReadonlyMap<number, string>): { readonly kept: ReadonlyMap<number, string>; readonly isConsistent: boolean } {
  const numbers = [...printed].map(([page, label]) => ({ page, label, offset: valueOf(label) - page, isRoman: !/\d/.test(label) }));
  const counts = new Map<string, number>();
  for (const { offset, isRoman } of numbers) counts.set(`${offset} ${isRoman}`, (counts.get(`${offset} ${isRoman}`) ?? 0) + 1);
  const sure = numbers.filter(({ offset, isRoman }) => (counts.get(`${offset} ${isRoman}`) ?? 0) >= 2);
  if (sure.length > 0) return { kept: new Map(sure.map(({ page, label }) => [page, label])), isConsistent: new Set(sure.filter(one => !one.isRoman).map(one => one.offset)).size <= 1 };
  // Numbers that only grow are printed ones between which pages are missing, or which have been counted wrongly here.
  const growing = numbers.filter(({ label }, at) => at === 0 || valueOf(label) > valueOf(numbers[at - 1]!.label));
  return growing.length >= 2 && growing.length === numbers.length ? { kept: printed, isConsistent: false } : { kept: new Map(), isConsistent: true };
}

/**
 * A label for every page: counted from the nearest printed one where these agree, else only between two that count to
 * each other's number; from the first page on where nothing is printed.
 */
function guessedLabels(count: number, kept: ReadonlyMap<number, string>, isConsistent: boolean): string[] {
  const known = [...kept].filter(([, label]) => /\d/.test(label)).map(([page, label]) => ({ page, value: Number(label) })).sort((a, b) => a.page - b.page);
  let next = 0;
  return Array.from({ length: count }, (_, page) => {
    if (kept.size === 0) return String(page + 1);
    while (next < known.length && known[next]!.page < page) next++;
    const before = known[next - 1];
    const after = known[next];
    if (!isConsistent && (before === undefined || after === undefined || after.value - before.value !== after.page - before.page)) return '';
    const nearest = before === undefined || after !== undefined && after.page - page < page - before.page ? after : before;
    const value = nearest === undefined ? 0 : nearest.value + page - nearest.page;
    return value > 0 ? String(value) : '';
  });
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function valueOf(label: string): number {
  if (/^\d+$/.test(label)) return Number(label);
  const digits = Array.from(label.toLowerCase(), letter => ROMAN[letter] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}

/** What follows a line that is left out begins a block if that one did. */
function beginBlocks(lines: readonly Line[], dropped: ReadonlySet<Line>): Line[] {
  const kept: Line[] = [];
  let isFirst = false;
  for (const line of lines) {
    isFirst ||= line.isFirst;
    if (dropped.has(line)) continue;
    kept.push(isFirst === line.isFirst ? line : { ...line, isFirst });
    isFirst = false;
  }
  return kept;
}
