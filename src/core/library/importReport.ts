import { escapeText } from '../corpus/plainText.ts';

/** What became of a file of an import; `left`: the import ended before it was its turn. */
export const IMPORT_STATES = ['imported', 'refused', 'duplicate', 'unchanged', 'left'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export interface ImportRow {
  readonly uri: string;
  /** The work that it was taken for the text of; empty for none. */
  readonly citekey: string;
  readonly state: ImportState;
  /** What became of it, in a sentence that names it. */
  readonly sentence: string;
}

/** The words of a report, in the language of whoever reads it. */
export interface ReportWords {
  readonly title: string;
  /** Heading of the files of one state. */
  readonly heading: (state: ImportState, count: number) => string;
  readonly asWork: (citekey: string) => string;
}

/** What became of each file of an import, as Markdown: what needs the writer's eye first. Nothing in a name becomes markup. */
export function importReport(rows: readonly ImportRow[], words: ReportWords): string {
  const parts = IMPORT_STATES.flatMap(state => {
    const found = rows.filter(row => row.state === state);
    return found.length === 0 ? [] : [`## ${words.heading(state, found.length)}\n\n${found.map(row => lineOf(row, words)).join('\n')}`];
  });
  return `# ${words.title}\n\n${parts.join('\n\n')}\n`;
}

function lineOf({ sentence, citekey, state }: ImportRow, { asWork }: ReportWords): string {
  return `- ${escapeText(sentence)}${citekey === '' || state === 'refused' || state === 'left' ? '' : ` ${escapeText(asWork(citekey))}`}`;
}

export function countStates(rows: readonly ImportRow[]): Readonly<Record<ImportState, number>> {
  const counts: Record<ImportState, number> = { imported: 0, unchanged: 0, duplicate: 0, refused: 0, left: 0 };
  for (const { state } of rows) counts[state]++;
  return counts;
}
