import type { SourceText } from '../../../core/library/types.ts';

/** Formats that are read in a thread of their own, with limits of time and memory. */
export const DOCUMENT_FORMATS = { '.pdf': 'pdf', '.docx': 'docx', '.odt': 'odt', '.epub': 'epub', '.html': 'html', '.htm': 'html', '.xhtml': 'html' } as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[keyof typeof DOCUMENT_FORMATS];

export function documentFormatOf(extension: string): DocumentFormat | undefined {
  return Object.hasOwn(DOCUMENT_FORMATS, extension) ? DOCUMENT_FORMATS[extension as keyof typeof DOCUMENT_FORMATS] : undefined;
}

/** Formats that need nothing but their letters. */
export const TEXT_EXTENSIONS = ['.txt', '.text', '.md', '.markdown', '.qmd', '.csv', '.tsv'] as const;
/** Ends of the names of the files that the library reads. */
export const LIBRARY_EXTENSIONS: readonly string[] = [...TEXT_EXTENSIONS, ...Object.keys(DOCUMENT_FORMATS)];

/** A text is cut behind so many letters: a book of 1,000 pages has three million. */
export const MAX_LETTERS = 20_000_000;

/**
 * Why a document is not read, in a word that the edge makes a sentence of.
 * - `encrypted`: it needs a password
 * - `damaged`: its bytes are not what its format asks for
 * - `too-long`: more pages, parts or letters than are read
 * - `unsafe`: it unfolds to far more than it is, names files outside of itself, or declares entities
 * - `time`, `memory`: a limit was reached while it was read
 * - `cancelled`: nobody waits for it any more
 * - `no-reader`: a file of the extension is missing
 */
export type DocumentRefusal = 'encrypted' | 'damaged' | 'too-long' | 'unsafe' | 'time' | 'memory' | 'cancelled' | 'no-reader';

export type DocumentReading =
  | { readonly kind: 'read'; readonly text: SourceText }
  | { readonly kind: 'refused'; readonly code: DocumentRefusal; readonly detail: string };

/** How far a reading is; documents without pages tell nothing. */
export interface ReadingProgress {
  readonly page: number;
  readonly pages: number;
}

/** What readers of documents have at hand. */
export interface ReadingContext {
  /** Folder of the character maps of PDF.js, with a slash at its end. */
  readonly cMaps: string;
  readonly pandoc: DocumentPandoc;
  readonly progress: (progress: ReadingProgress) => void;
}

/** Turns a document into pandoc's own form of it, as JSON. @throws when pandoc cannot */
export type DocumentPandoc = (from: string, document: Uint8Array | string) => Promise<unknown>;

/** Files of the extension that the readers need. */
export interface ReaderFiles {
  /** `documents.worker.cjs` of the bundles, or the source itself. */
  readonly worker: string;
  readonly wasm: string;
  readonly cMaps: string;
}

/** The calls of the thread that reads documents. Progress: `ReadingProgress`. */
export interface DocumentCalls {
  read: (document: { readonly format: DocumentFormat; readonly bytes: Uint8Array }) => Promise<DocumentReading>;
}
