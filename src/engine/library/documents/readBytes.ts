import { readDocx } from './docx.ts';
import { readEpub } from './epub.ts';
import { readHtml } from './html.ts';
import { readOdt } from './odt.ts';
import type { DocumentFormat, DocumentReading, ReadingContext } from './types.ts';
import { ZipError } from './zip.ts';

/** Reads a document of a known format. Never rejects, but where pandoc or PDF.js come to an end that nobody asked for. */
export async function readBytes(format: DocumentFormat, bytes: Uint8Array, context: ReadingContext): Promise<DocumentReading> {
  try {
    switch (format) {
      // 3 MB of program are not loaded for a web page.
      case 'pdf': return await (await import('./pdf.ts')).readPdf(bytes, context);
      case 'docx': return await readDocx(bytes, context);
      case 'odt': return await readOdt(bytes, context);
      case 'epub': return await readEpub(bytes, context);
      case 'html': return await readHtml(bytes, context);
    }
  } catch (error) {
    if (error instanceof ZipError) return { kind: 'refused', code: error.code, detail: error.message || format.toUpperCase() };
    throw error;
  }
}
