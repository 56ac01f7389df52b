import { getDocument, PDFWorker, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MAX_PAGES, runOf, type PdfRun } from '../../core/library/reading/pdfLines.ts';
import type { PdfRefusal } from '../../core/library/pdfProtocol.ts';

/** A file that is not opened by then is given up. */
const OPENING_MS = 60_000;
/** A larger picture is left out: 100 million are a sheet of A3 at 600 dots an inch, and take 400 MB. */
const MAX_IMAGE_PIXELS = 100_000_000;

/** An open PDF. It is read in a worker of the page, and nothing of it is run. */
export interface PdfFile {
  readonly pdf: PDFDocumentProxy;
  /** What the file calls its pages; empty when it says nothing. */
  readonly labels: readonly string[];
  close(): void;
}

/**
 * @param dist where the extension's bundles are
 * @returns why not, for a file that cannot be shown
 */
export async function openPdf(bytes: Uint8Array, dist: string): Promise<PdfFile | PdfRefusal> {
  const port = await startWorker(`${dist}pdfjs.worker.mjs`);
  const loading = getDocument({
    data: bytes, worker: PDFWorker.create({ port, verbosity: VerbosityLevel.ERRORS }), verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false, enableXfa: false, stopAtErrors: false, useSystemFonts: true, maxImageSize: MAX_IMAGE_PIXELS,
    // What reads scans and maps of letters is fetched by the page, which may, and not by the worker.
    useWorkerFetch: false, cMapUrl: `${dist}cmaps/`, cMapPacked: true, wasmUrl: `${dist}wasm/`,
  } as Parameters<typeof getDocument>[0]);
  const close = () => {
    void loading.destroy().catch(() => undefined);
    port.terminate();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const pdf = await Promise.race([loading.promise, new Promise<undefined>(resolve => { timer = setTimeout(() => { resolve(undefined); }, OPENING_MS); })]);
    if (pdf !== undefined && pdf.numPages <= MAX_PAGES) { return { pdf, labels: await pdf.getPageLabels().catch(() => null) ?? [], close }; }
    close();
    return 'too-long';
  } catch (error) {
    close();
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged';
  } finally { clearTimeout(timer); }
}

/** A worker may only come from where the page does, and the extension's files come from elsewhere: its text is fetched. */
async function startWorker(address: string): Promise<Worker> {
  const text = await (await fetch(address)).blob();
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  try { return new Worker(url, { type: 'module' }); } finally { URL.revokeObjectURL(url); }
}

/** The runs of a page as the import reads them, in the order of `TextLayer.textDivs`. */
export async function runsOfPage(pdf: PDFDocumentProxy, index: number): Promise<(PdfRun | undefined)[]> {
  const { items } = await (await pdf.getPage(index + 1)).getTextContent({ includeMarkedContent: false });
  return items.map(item => 'str' in item ? runOf(item) : undefined);
}
