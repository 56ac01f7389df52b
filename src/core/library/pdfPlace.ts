import { findSelector, type TextQuoteSelector } from '../quotations/anchor.ts';
import { foldQuotation } from '../quotations/searchText.ts';
import type { Span } from '../text.ts';
import { rawLinesOf, type PdfRun } from './reading/pdfLines.ts';
import type { WordsOnPage } from './wordsByPage.ts';

/** Letters of a run of a page: `end` is behind the last. */
export interface RunSpan extends Span {
  readonly run: number;
}

export interface FoundOnPage {
  readonly spans: readonly RunSpan[];
  /** Whether these are the words, but for what typography changes; else they are like them. */
  readonly isSure: boolean;
}

/**
 * Finds words of a text that was read among the runs of a page: over ends of lines, with words parted there, without the marks of notes.
 * @param runs in the order of the file; `undefined` for what is not among the words
 */
export function findOnPage(runs: readonly (PdfRun | undefined)[], words: Omit<TextQuoteSelector, 'type'>): FoundOnPage | undefined {
  const { text, places } = pageText(runs);
  const span = findSelector(text, words);
  if (span === undefined) return undefined;
  const spans = places.flatMap(({ run, at, length }): RunSpan[] => {
    const [start, end] = [Math.max(span.start, at), Math.min(span.end, at + length)];
    return text.slice(start, end).trim() === '' ? [] : [{ run, start: start - at, end: end - at }];
  });
  return spans.length === 0 ? undefined : { spans, isSure: folded(text.slice(span.start, span.end)) === folded(words.exact) };
}

/** Stops at the end do not count where quotations are looked up. */
function folded(text: string): string {
  return foldQuotation(text).replace(/[.,;:!?\s]+$/, '');
}

/** The words of a page in one text, and where each run stands in it. */
function pageText(runs: readonly (PdfRun | undefined)[]): { readonly text: string; readonly places: readonly { readonly run: number; readonly at: number; readonly length: number }[] } {
  let text = '';
  const places: { run: number; at: number; length: number }[] = [];
  for (const line of rawLinesOf(runs, 0)) {
    // A hyphen between letters is none where quotations are looked up, and so none at the end of a line.
    if (!/\p{L}[-‐\u00ad]\s*$/u.test(text)) text += '\n'; else text = text.trimEnd();
    let done = 0;
    for (const { run, at, length, isMark } of line.runs) {
      text += line.text.slice(done, at);
      if (!isMark) {
        places.push({ run, at: text.length, length });
        text += line.text.slice(at, at + length);
      }
      done = at + length;
    }
  }
  return { text, places };
}

/**
 * The pages of a file in the order in which it pays to look for words: those that the file itself calls by their label, then those
 * near the place that they have in the text, and so on outwards.
 * @param labels what the file calls its pages; empty when it says nothing
 */
export function pagesToLookAt({ label, ordinal }: Pick<WordsOnPage, 'label' | 'ordinal'>, labels: readonly string[], count: number): number[] {
  const near = Math.min(ordinal, count - 1);
  const distance = (page: number) => (labels[page] === label && label !== '' ? 0 : count) + Math.abs(page - near);
  return Array.from({ length: count }, (_, page) => page).sort((a, b) => distance(a) - distance(b) || a - b);
}

/**
 * What is printed on each page: what the file says, else what counting gives from a page of which it is known.
 * @param known a page and its label
 */
export function printedLabels(labels: readonly string[], count: number, known: { readonly page: number; readonly label: string } | undefined): string[] {
  const says = labels.some((label, page) => label !== '' && label !== String(page + 1));
  if (says) return Array.from({ length: count }, (_, page) => labels[page] ?? '');
  const offset = known !== undefined && /^\d+$/.test(known.label) ? Number(known.label) - known.page : 1;
  return Array.from({ length: count }, (_, page) => page === known?.page ? known.label : page + offset > 0 ? String(page + offset) : '');
}

/** The page that a writer asks for, as printed, else as counted: its index; `undefined` when there is none. */
export function pageAsked(text: string, printed: readonly string[]): number | undefined {
  const asked = text.trim().replace(/^pp?\.?\s*/i, '').toLowerCase();
  const at = printed.findIndex(label => label !== '' && label.toLowerCase() === asked);
  if (at !== -1) return at;
  const counted = /^\d+$/.test(asked) ? Number(asked) : 0;
  return counted >= 1 && counted <= printed.length ? counted - 1 : undefined;
}
