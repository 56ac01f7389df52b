import { placeOfPassage } from '../library/corpusTexts.ts';
import { excerptOf } from '../library/highlight.ts';
import type { DraftReading } from '../draft/types.ts';
import { writeCsvRows } from '../csv.ts';
import type { QuotedReport } from './quoted.ts';
import type { QuotationState } from './verify.ts';

/** What bears out a sentence of a draft: one row for each of its quotations, or one that says that it has none. */
export interface EvidenceRow {
  readonly sentence: string;
  /** As written: `[@khan2022, p. 7]`. */
  readonly citation: string;
  readonly quotation: string;
  /** The words of the source around what is quoted; empty where none were found. */
  readonly passage: string;
  /** `khan2022, sec. 2.5` */
  readonly place: string;
  readonly page: string;
  readonly state: QuotationState | 'no-quotation';
  /** The citation names another page. */
  readonly isElsewhere: boolean;
}

/** Rows of all sentences that cite, in the order of the draft: the same draft and library give the same rows. */
export function evidenceOf(reading: DraftReading, reports: readonly QuotedReport[]): EvidenceRow[] {
  const definitions = reading.blocks.filter(block => block.kind === 'note');
  const citationsOfNotes = new Map(definitions.flatMap(block => block.sentences.flatMap(one => one.notes.filter(note => note.kind === 'definition').map(note => [note.label, block.sentences.flatMap(sentence => sentence.citations)] as const))));
  return reading.blocks.flatMap(block => (block.kind === 'note' ? [] : block.sentences)).flatMap((sentence): EvidenceRow[] => {
    const clusters = [...sentence.citations, ...sentence.notes.flatMap(note => citationsOfNotes.get(note.label) ?? [])];
    if (clusters.length === 0) return [];
    const base = { sentence: oneLine(reading.text.slice(sentence.start, sentence.end)), citation: clusters.map(({ span }) => reading.text.slice(span.start, span.end)).join(' ') };
    const own = reports.filter(({ quotation }) => sentence.start <= quotation.end && quotation.end <= sentence.end);
    return own.length === 0 ? [{ ...base, quotation: '', passage: '', place: '', page: '', state: 'no-quotation', isElsewhere: false }] : own.map(report => ({ ...base, ...rowOf(report) }));
  });
}

function rowOf({ quotation, report: { state, matches }, elsewhere }: QuotedReport): Omit<EvidenceRow, 'sentence' | 'citation'> {
  const [match] = matches;
  const { start, end } = match === undefined ? { start: 0, end: 0 } : excerptOf(match.passage.text, [match.span], 400);
  return {
    quotation: oneLine(quotation.text), state, isElsewhere: elsewhere !== undefined, passage: match === undefined ? '' : oneLine(match.passage.text.slice(start, end)),
    place: match === undefined ? '' : [match.passage.citekey || match.passage.title, placeOfPassage({ ...match.passage, page: '' })].filter(Boolean).join(', '), page: match?.page ?? '',
  };
}

export const EVIDENCE_FORMATS = ['md', 'csv', 'html'] as const;
export type EvidenceFormat = (typeof EVIDENCE_FORMATS)[number];

/** Words of the table in the writer's language. */
export interface EvidenceWords {
  readonly title: string;
  readonly columns: readonly [sentence: string, citation: string, quotation: string, passage: string, place: string, page: string, state: string];
  readonly state: (row: EvidenceRow) => string;
}

export function writeEvidence(rows: readonly EvidenceRow[], format: EvidenceFormat, { title, columns, state }: EvidenceWords): string {
  const table = rows.map(row => [row.sentence, row.citation, row.quotation, row.passage, row.place, row.page, state(row)]);
  switch (format) {
    case 'csv': return writeCsvRows([columns, ...table]);
    case 'md': return [`# ${markdown(title)}`, '', ...[columns, columns.map(() => '---'), ...table.map(cells => cells.map(markdown))].map(cells => `| ${cells.join(' | ')} |`), ''].join('\n');
    case 'html': {
      const row = (cells: readonly string[], tag: 'th' | 'td') => `<tr>${cells.map(cell => `<${tag}>${html(cell)}</${tag}>`).join('')}</tr>`;
      return [
        '<!doctype html>', '<html><head><meta charset="utf-8">', `<title>${html(title)}</title>`,
        '<style>body{font-family:sans-serif}table{border-collapse:collapse}th,td{border:1px solid #999;padding:4px 6px;text-align:left;vertical-align:top}</style></head><body>',
        `<h1>${html(title)}</h1>`, '<table>', row(columns, 'th'), ...table.map(cells => row(cells, 'td')), '</table></body></html>', '',
      ].join('\n');
    }
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
/** Words as they are: nothing in a draft or a source becomes markup of the table, or a citation of it. */
function markdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~^$@&]/g, '\\$&');
}
function html(text: string): string {
  return text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);
}
