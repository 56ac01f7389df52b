import { readCsvRows, type CsvRow } from '../../csv.ts';
import type { SourceText, TextBlock } from '../types.ts';

const MAX_ROWS = 200_000;

/** Reads a table as text that can be searched: each row a paragraph that says its columns, `year: 1991 · country: Cambodia`. A formula is only its letters. Never throws. */
export function readCsvText(text: string): SourceText {
  const rows = readTableRows(text);
  const names = rows[0]?.fields.map(name => name.trim()) ?? [];
  const starts = lineStarts(text);
  const blocks = rows.slice(1, MAX_ROWS).flatMap(({ fields, line }): TextBlock[] => {
    const words = fields.flatMap((field, at) => field.trim() === '' ? [] : [`${names[at] ? `${names[at]}: ` : ''}${field.trim().replace(/\s+/g, ' ')}`]).join(' · ');
    // A row begins no sentence of the next: each is a section of its own.
    return words === '' ? [] : [{ kind: 'text', text: words, page: '', turns: [], section: `row ${line}`, note: '', places: [[0, starts[line - 1] ?? 0]] }];
  });
  const problems = blocks.length === 0 ? [{ code: 'no-text' as const, value: '0' }] : rows.length > MAX_ROWS ? [{ code: 'cut' as const, value: String(MAX_ROWS) }] : [];
  return { title: '', blocks, sections: [], pages: [], problems };
}

/** The rows of a table, whatever parts its fields. The line in which a spreadsheet says what does, `sep=;`, is none. */
export function readTableRows(text: string): CsvRow[] {
  const said = /^\uFEFF?"?sep=([,;\t])"?[ \t]*(?=\r|\n|$)/i.exec(text)?.[1] as ',' | ';' | '\t' | undefined;
  return said === undefined ? readCsvRows(text, separatorOf(text)) : readCsvRows(text, said).slice(1);
}

/** Spreadsheets of many countries part fields by semicolons, others by tabs: what the first line has most of. */
function separatorOf(text: string): ',' | ';' | '\t' {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (mark: string) => first.split(mark).length;
  return ([',', ';', '\t'] as const).toSorted((a, b) => count(b) - count(a))[0]!;
}

function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), match => match.index + match[0].length)];
}
