import type { CitationItem } from '../citations/types.ts';
import { holdsPlace } from '../corpus/locators.ts';
import type { DraftReading, Quotation, Sentence } from '../draft/types.ts';
import type { TextEdit } from '../text.ts';
import type { QuotationReport } from './verify.ts';

/** A quotation of a draft with what its sentence cites, in the text or in a note. */
export interface Quoted {
  readonly quotation: Quotation;
  readonly items: readonly CitationItem[];
}

/** What became of a quotation, and whether its page is the cited one. */
export interface QuotedReport extends Quoted {
  readonly report: QuotationReport;
  /** The citation says one page, the words stand on another. */
  readonly elsewhere: { readonly said: string; readonly stands: string } | undefined;
}

/** The quotations of a draft, each with the citations of its sentence and of the notes that this has. */
export function quotedIn(reading: DraftReading): Quoted[] {
  if (reading.quotations.length === 0) return [];
  const sentences = reading.blocks.flatMap(block => block.sentences);
  const noteItems = notesOf(reading);
  return reading.quotations.map(quotation => {
    const sentence = sentences.find(one => one.start <= quotation.end && quotation.end <= one.end);
    return { quotation, items: sentence === undefined ? [] : [...itemsOf(sentence), ...sentence.notes.flatMap(note => note.kind === 'reference' ? noteItems.get(note.label) ?? [] : [])] };
  });
}

function itemsOf({ citations }: Pick<Sentence, 'citations'>): CitationItem[] {
  return citations.flatMap(cluster => cluster.items);
}

/** Label of a note -> what it cites. */
function notesOf({ blocks }: DraftReading): Map<string, CitationItem[]> {
  const notes = new Map<string, CitationItem[]>();
  let label = '';
  for (const block of blocks) {
    if (block.kind !== 'note') continue;
    for (const sentence of block.sentences) {
      label = sentence.notes.find(note => note.kind === 'definition')?.label ?? label;
      notes.set(label, [...notes.get(label) ?? [], ...itemsOf(sentence)]);
    }
  }
  return notes;
}

export function reportOf({ quotation, items }: Quoted, report: QuotationReport): QuotedReport {
  const [match] = report.matches;
  const said = match === undefined ? [] : items.filter(item => item.citekey === match.passage.citekey).flatMap(item => item.locator?.label === 'page' ? [item.locator] : []);
  const isElsewhere = match !== undefined && said.length > 0 && report.matches.every(one => one.page !== '' && !said.some(locator => holdsPlace(locator, { label: 'page', value: one.page })));
  return { quotation, items, report, elsewhere: isElsewhere ? { said: said.map(locator => locator.value).join(', '), stands: match.page } : undefined };
}

/** Puts the source's words in place of the writer's, where there is one place that can be meant; the marks around them stay. */
export function correctionOf({ quotation, report: { state, matches } }: Pick<QuotedReport, 'quotation' | 'report'>): TextEdit | undefined {
  const [match] = matches;
  if (match === undefined || matches.length > 1 || quotation.block || (state !== 'typographic' && state !== 'altered')) return undefined;
  const stop = /[.,;:!?]+$/.exec(quotation.text)?.[0] ?? '';
  const words = match.exact.replace(/\s+/g, ' ').trim();
  const newText = stop === '' || words.endsWith(stop) ? words : words.replace(/[.,;:!?]+$/, '') + stop;
  return newText === quotation.text ? undefined : { span: { start: quotation.start + 1, end: quotation.end - 1 }, newText };
}
