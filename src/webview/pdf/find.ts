import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findOnPage, pagesToLookAt, type RunSpan } from '../../core/library/pdfPlace.ts';
import type { WordsOnPage } from '../../core/library/wordsByPage.ts';
import { runsOfPage } from './pdfFile.ts';

/** Index of a page -> the words on it. */
export type Marked = ReadonlyMap<number, readonly RunSpan[]>;

export interface Looking {
  readonly pdf: PDFDocumentProxy;
  readonly labels: readonly string[];
  /** Whether something else is looked for by now. */
  readonly isStale: () => boolean;
}

/** So many pages are looked at for words that are only like those that are wanted. */
const NEAR = 3;

/** Where words stand in the file; on several pages where they are parted by the end of one. `undefined` when they stand nowhere. */
export async function findWords(words: readonly WordsOnPage[], looking: Looking): Promise<{ readonly marked: Marked; readonly known: { readonly page: number; readonly label: string } } | undefined> {
  // The longest part is the surest.
  const main = words.toSorted((a, b) => b.exact.length - a.exact.length)[0];
  if (main === undefined) { return undefined; }
  const found = await findPage(main, looking);
  if (found === undefined) { return undefined; }
  const marked = new Map([[found.page, found.spans]]);
  for (const part of words.filter(one => one !== main)) {
    const page = found.page + words.indexOf(part) - words.indexOf(main);
    const there = page < 0 || page >= looking.pdf.numPages ? undefined : await look(part, page, looking);
    if (there !== undefined) { marked.set(page, there.spans); }
  }
  return { marked, known: { page: found.page, label: main.label } };
}

async function findPage(words: WordsOnPage, looking: Looking): Promise<{ readonly page: number; readonly spans: readonly RunSpan[] } | undefined> {
  let like: { readonly page: number; readonly spans: readonly RunSpan[] } | undefined;
  for (const [at, page] of pagesToLookAt(words, looking.labels, looking.pdf.numPages).entries()) {
    if (looking.isStale() || at === NEAR && like !== undefined) { break; }
    const found = await look(words, page, looking);
    if (found?.isSure === true) { return { page, spans: found.spans }; }
    if (at < NEAR && found !== undefined) { like ??= { page, spans: found.spans }; }
  }
  return like;
}

/** A page that is damaged keeps none of the others from being looked at. */
async function look(words: WordsOnPage, page: number, { pdf }: Looking): Promise<ReturnType<typeof findOnPage>> {
  return findOnPage(await runsOfPage(pdf, page).catch(() => []), words);
}
