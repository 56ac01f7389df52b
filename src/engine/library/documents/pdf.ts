import './pdfGlobals.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { getDocument, PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { compose } from '../../../core/library/reading/compose.ts';
import { readPages } from '../../../core/library/reading/pages.ts';
import { MAX_PAGES, linesOfPdf, runOf, type PdfRun } from '../../../core/library/reading/pdfLines.ts';
import type { TextProblem } from '../../../core/library/types.ts';
import { MAX_LETTERS, type DocumentReading, type ReadingContext } from './types.ts';

/** Reads the text of a PDF, and nothing else of it: no scripts, no forms, no fonts from anywhere, nothing drawn. */
export async function readPdf(bytes: Uint8Array, { cMaps, progress }: ReadingContext): Promise<DocumentReading> {
  const api = await pdfjs();
  const loading = api.getDocument({
    data: bytes, verbosity: api.VerbosityLevel.ERRORS, isEvalSupported: false, enableXfa: false, disableFontFace: true, useSystemFonts: false,
    useWasm: false, useWorkerFetch: false, isOffscreenCanvasSupported: false, isImageDecoderSupported: false, maxImageSize: 0,
    stopAtErrors: false, cMapUrl: cMaps, cMapPacked: true, BinaryDataFactory: LocalFiles,
  } as Parameters<typeof getDocument>[0]);
  try {
    const pdf = await loading.promise;
    if (pdf.numPages > MAX_PAGES) return { kind: 'refused', code: 'too-long', detail: String(pdf.numPages) };
    return await readText(pdf, progress);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return { kind: 'refused', code: name === 'PasswordException' ? 'encrypted' : 'damaged', detail: 'PDF' };
  } finally { await loading.destroy().catch(() => undefined); }
}

interface PdfJs {
  readonly getDocument: typeof getDocument;
  readonly VerbosityLevel: typeof VerbosityLevel;
}

/** PDF.js is in files of its own, which the page that shows a PDF loads as well: such files are imported when they are needed. */
async function pdfjs(): Promise<PdfJs> {
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

async function readText(pdf: PDFDocumentProxy, progress: ReadingContext['progress']): Promise<DocumentReading> {
  const pages: PdfRun[][] = [];
  let letters = 0;
  let unreadable = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    let runs: PdfRun[] = [];
    // One page that is damaged keeps none of the others out.
    try { runs = letters > MAX_LETTERS ? [] : await runsOf(pdf, number); } catch { unreadable++; }
    pages.push(runs);
    letters += runs.reduce((sum, run) => sum + run.text.length, 0);
    progress({ page: number, pages: pdf.numPages });
  }
  if (unreadable === pdf.numPages) return { kind: 'refused', code: 'damaged', detail: 'PDF' };
  const { lines, pages: labelled, problems } = readPages(linesOfPdf(pages), await labelsOf(pdf));
  const numbered = labelled.length > 0 ? labelled : pages.map((_, index) => ({ label: String(index + 1), isPrinted: false }));
  const text = compose(lines, numbered, [...problems, ...problemsOf(pages, unreadable, letters)]);
  return { kind: 'read', text: { ...text, title: await titleOf(pdf) || text.title } };
}

function problemsOf(pages: readonly (readonly PdfRun[])[], unreadable: number, letters: number): TextProblem[] {
  const empty = pages.filter(runs => !runs.some(run => /[\p{L}\p{N}]/u.test(run.text))).length;
  const problems: TextProblem[] = [];
  if (unreadable > 0) problems.push({ code: 'damaged-pages', value: String(unreadable) });
  if (empty > unreadable && empty < pages.length) problems.push({ code: 'some-pages-without-text', value: String(empty - unreadable) });
  if (letters > MAX_LETTERS) problems.push({ code: 'cut', value: String(MAX_LETTERS) });
  return problems;
}

async function runsOf(pdf: PDFDocumentProxy, number: number): Promise<PdfRun[]> {
  const page = await pdf.getPage(number);
  try {
    const { items } = await page.getTextContent({ includeMarkedContent: false });
    return items.flatMap(item => 'str' in item ? runOf(item) ?? [] : []);
  } finally { page.cleanup(); }
}

/** What the file calls its pages; labels that only count from 1 say no more than counting does. */
async function labelsOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const labels = await pdf.getPageLabels().catch(() => null);
  return labels === null || labels.every((label, at) => label === String(at + 1) || label === '') ? [] : labels;
}

async function titleOf(pdf: PDFDocumentProxy): Promise<string> {
  const title: unknown = ((await pdf.getMetadata().catch(() => undefined))?.info as { Title?: unknown } | undefined)?.Title;
  return typeof title === 'string' ? title.trim().slice(0, 500) : '';
}

/** Character maps come from the folder of the extension; nothing else is looked for. */
class LocalFiles {
  readonly #folder: string;
  constructor({ cMapUrl }: { readonly cMapUrl?: string | null }) {
    this.#folder = cMapUrl ?? '';
  }

  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !/^[\w-]+(?:\.bcmap)?$/.test(filename)) throw new Error(`${filename} is not needed`);
    return new Uint8Array(await readFile(join(this.#folder, filename)));
  }
}
