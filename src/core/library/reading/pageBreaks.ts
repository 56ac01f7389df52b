import type { Line } from './lines.ts';

interface RawLine {
  readonly text: string;
  readonly start: number;
  readonly indent: number;
}

/** Cuts a plain text into lines and pages. Form feeds end pages; in a text without them, what converters leave in their place. */
export function linesOfText(text: string): Line[] {
  const raw = rawLines(text);
  const breaks = text.includes('\f') ? formFeeds(raw, text) : likelyBreaks(raw);
  const usualIndent = indentOfMost(raw);
  const lines: Line[] = [];
  let page = 0;
  let isFirst = true;
  for (const [index, line] of raw.entries()) {
    if (breaks.has(index)) {
      page++;
      isFirst = true;
    }
    if (line.text === '') {
      isFirst = true;
      continue;
    }
    lines.push({ text: line.text, start: line.start, page, isFirst, isIndented: line.indent >= usualIndent + 2, scale: 1 });
    isFirst = false;
  }
  return lines;
}

function rawLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  for (const { 0: whole, index } of text.matchAll(/[^\r\n\f]*(?:\r\n?|\n|\f|$)/g)) {
    if (whole === '') continue;
    const line = whole.replace(/[\r\n\f]+$/, '');
    const indent = /^\s*/.exec(line)?.[0].length ?? 0;
    lines.push({ text: line.trim(), start: index + indent, indent: line.trim() === '' ? line.length : indent });
  }
  return lines;
}

/** Indexes of lines that begin a page: the one after each form feed. */
function formFeeds(lines: readonly RawLine[], text: string): Set<number> {
  return new Set(lines.flatMap((line, index) => index > 0 && text.slice(lines[index - 1]!.start, line.start).includes('\f') ? [index] : []));
}

/**
 * Where a converter has turned form feeds into blanks: a line set in by one blank right under another line, or several
 * lines with nothing on them where one is usual. Only believed where page numbers are printed beside them.
 */
function likelyBreaks(lines: readonly RawLine[]): Set<number> {
  const breaks = new Set<number>();
  const runs = new Map<number, number>();
  let empty = 0;
  let hasBlanks = false;
  for (const [index, line] of lines.entries()) {
    if (line.text === '') {
      empty++;
      hasBlanks ||= line.indent > 0;
      continue;
    }
    if (empty > 0) runs.set(empty, (runs.get(empty) ?? 0) + 1);
    if (index > 0 && (empty >= 2 && !hasBlanks || empty === 0 && isSetInAlone(lines, index))) breaks.add(index);
    empty = 0;
    hasBlanks = false;
  }
  const single = runs.get(1) ?? 0;
  const several = [...runs].reduce((sum, [length, count]) => sum + (length > 1 ? count : 0), 0);
  // Where paragraphs are set apart by two lines these mean nothing.
  return several * 3 > single || !hasNumberAtBreak(lines, breaks) ? new Set() : breaks;
}

/** One blank before a line, and none before those around it but for one that begins a paragraph. */
function isSetInAlone(lines: readonly RawLine[], index: number): boolean {
  const indentOf = (at: number) => lines[at]?.text === '' ? 0 : lines[at]?.indent ?? 0;
  const before = lines[index - 2];
  return indentOf(index) === 1 && indentOf(index + 1) === 0 && (indentOf(index - 1) === 0 || indentOf(index - 1) === 1 && (before === undefined || before.text === ''));
}

/** A line that holds nothing but a number: `7`, `- 7 -`, `xii`, `Page 7 of 20`. */
const NUMBER = /^(?:[-–—|[(]\s*)?(?:(?:page|p\.)\s*)?(\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—|\])])?$/i;

/** The page number that a line is, as printed; `undefined` for any other line. */
export function pageNumberOf(text: string): string | undefined {
  const [, number] = text.length > 20 ? [] : NUMBER.exec(text) ?? [];
  return number;
}

function hasNumberAtBreak(lines: readonly RawLine[], breaks: ReadonlySet<number>): boolean {
  return [...breaks].filter(index => pageNumberOf(lines[index]!.text) !== undefined || pageNumberOf(previousWords(lines, index)) !== undefined).length >= 2;
}

function previousWords(lines: readonly RawLine[], index: number): string {
  let at = index - 1;
  while (at > 0 && lines[at]!.text === '') at--;
  return lines[at]?.text ?? '';
}

/** How far the lines of the text are set in that do not begin a paragraph: the least of what is common. */
function indentOfMost(lines: readonly RawLine[]): number {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { text, indent } of lines) {
    if (text === '') continue;
    all++;
    counts.set(indent, (counts.get(indent) ?? 0) + 1);
  }
  return Math.min(...[...counts].filter(([, count]) => count * 4 >= all).map(([indent]) => indent), MAX_INDENT);
}
const MAX_INDENT = 100;
