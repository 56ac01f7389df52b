import { readCsvRows, type CsvRow } from '../../csv.ts';
import type { SourceText, TextBlock } from '../types.ts';

const MAX_ROWS = 200_000;

/** Reads a table as text that can be searched: each row a paragraph that says its columns, `year: 1991 · country: Cambodia`. A formula is only its letters. Never throws. */
export function readCsvText(text: string): SourceText {
  const { title, rows } = readTableRows(text);
  const names = rows[0]?.fields.map(name => name.trim()) ?? [];
  const starts = lineStarts(text);
  const block = (kind: TextBlock['kind'], words: string, line: number): TextBlock[] =>
    // A row begins no sentence of the next: each is a section of its own.
    words === '' ? [] : [{ kind, text: words, page: '', turns: [], section: `row ${line}`, note: '', places: [[0, starts[line - 1] ?? 0]] }];
  const blocks = rows.slice(1, MAX_ROWS).flatMap(({ fields, line }) =>
    block('text', fields.flatMap((field, at) => field.trim() === '' ? [] : [`${names[at] ? `${names[at]}: ` : ''}${oneLine(field)}`]).join(' · '), line));
  const problems = blocks.length === 0 ? [{ code: 'no-text' as const, value: '0' }] : rows.length > MAX_ROWS ? [{ code: 'cut' as const, value: String(MAX_ROWS) }] : [];
  const above = title.flatMap(({ fields, line }) => block('aside', fields.map(oneLine).filter(Boolean).join(' '), line));
  return { title: above[0]?.text ?? '', blocks: [...above, ...blocks], sections: [], pages: [], problems };
}

/** A table in its parts. */
export interface TableRows {
  /** What stands above the names of the columns: a title, a source, a date. */
  readonly title: readonly CsvRow[];
  /** The names of the columns, then what they hold. */
  readonly rows: readonly CsvRow[];
}

/** The rows of a table, whatever parts its fields. The line in which a spreadsheet says what does, `sep=;`, is none. */
export function readTableRows(text: string): TableRows {
  const said = /^\uFEFF?"?sep=([,;\t])"?[ \t]*(?=\r|\n|$)/i.exec(text)?.[1] as Separator | undefined;
  const all = said === undefined ? readCsvRows(text, separatorOf(text)) : readCsvRows(text, said).slice(1);
  const width = widthOf(all.slice(0, LOOKED_AT));
  const head = all.slice(0, MAX_TITLE + 1).findIndex(({ fields }) => !isTitle(fields, width));
  return { title: all.slice(0, Math.max(0, head)), rows: all.slice(Math.max(0, head)) };
}
type Separator = ',' | ';' | '\t';
/** Lines that stand above a table at most, and rows that tell how wide it is. */
const MAX_TITLE = 5;
const LOOKED_AT = 20;

/** One cell at the beginning of what is wider is a title. Of a table of two columns the second may have no name. */
function isTitle(fields: readonly string[], width: number): boolean {
  return width >= 2 && fields.slice(1).every(field => field.trim() === '') && (fields.length === 1 || width >= 3);
}

/** Fields that most rows have. */
function widthOf(rows: readonly CsvRow[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  return [...counts].sort(([a, rowsOfA], [b, rowsOfB]) => rowsOfB - rowsOfA || b - a)[0]?.[0] ?? 0;
}

/** Spreadsheets of many countries part fields by semicolons, others by tabs: what parts most of the first rows into as many fields each, and into most. A title has marks of its own. */
function separatorOf(text: string): Separator {
  const start = text.slice(0, LONGEST_LOOK);
  const tried = ([',', ';', '\t'] as const).map(mark => {
    const rows = readCsvRows(start, mark).slice(0, LOOKED_AT);
    const width = widthOf(rows);
    return { mark, width, alike: width < 2 ? 0 : rows.filter(({ fields }) => fields.length === width).length };
  });
  return tried.sort((a, b) => b.alike - a.alike || b.width - a.width)[0]!.mark;
}
const LONGEST_LOOK = 20_000;

function oneLine(field: string): string {
  return field.trim().replace(/\s+/g, ' ');
}

function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), match => match.index + match[0].length)];
}
