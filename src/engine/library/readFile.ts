import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { readCsvText } from '../../core/library/reading/csvText.ts';
import { readMarkdownText } from '../../core/library/reading/markdownText.ts';
import { readPlainText } from '../../core/library/reading/plainText.ts';
import type { SourceText, TextProblem } from '../../core/library/types.ts';
import { fileFault } from '../../core/fileFault.ts';
import { decodeText } from './decode.ts';
import { documentFormatOf, type TEXT_EXTENSIONS, type DocumentFormat, type DocumentReading, type DocumentRefusal } from './documents/types.ts';

/** How texts are read that need nothing but their letters, by the ends of their names. */
const TEXT_READERS: Readonly<Record<(typeof TEXT_EXTENSIONS)[number], (text: string) => SourceText>> = {
  '.txt': readPlainText, '.text': readPlainText, '.md': readMarkdownText, '.markdown': readMarkdownText, '.qmd': readMarkdownText, '.csv': readCsvText, '.tsv': readCsvText,
};
/** In bytes; documents hold pictures beside their words. */
export const MAX_DOCUMENT = 200_000_000;
/** In bytes; a book of 1,000 pages has about 3 MB. */
export const MAX_TEXT = 20_000_000;

/** Why a file is not read, in a word that the edge makes a sentence of. */
export type RefusalCode = 'not-there' | 'not-a-file' | 'too-large' | 'unknown-format' | 'not-text' | 'changing' | 'unreadable' | DocumentRefusal;

export type FileReading =
  | { readonly kind: 'read'; readonly hash: string; readonly text: SourceText }
  | { readonly kind: 'same'; readonly hash: string }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly detail: string };

/** Reads the bytes of a foreign format; absent where only texts are read. */
export type ReadForeign = (format: DocumentFormat, bytes: Uint8Array) => Promise<DocumentReading>;

/**
 * Reads a document whole, or says why not. Never rejects.
 * @param known hash of the file when it was last read: the same is not read again
 */
export async function readDocument(path: string, known: string | undefined, readForeign?: ReadForeign): Promise<FileReading> {
  const refused = (code: RefusalCode, detail = ''): FileReading => ({ kind: 'refused', code, detail });
  const extension = extname(path).toLowerCase();
  const readText = Object.hasOwn(TEXT_READERS, extension) ? TEXT_READERS[extension as keyof typeof TEXT_READERS] : undefined;
  const format = readForeign === undefined ? undefined : documentFormatOf(extension);
  if (readText === undefined && format === undefined) return refused('unknown-format', extension);
  try {
    const bytes = await readSteadily(path, format === undefined ? MAX_TEXT : MAX_DOCUMENT);
    if (!(bytes instanceof Uint8Array)) return refused(bytes.code, bytes.detail);
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (hash === known) return { kind: 'same', hash };
    const kind = kindOf(bytes);
    if (format !== undefined) {
      if (!KINDS_OF[format].includes(kind)) return kind === 'OLE' && format === 'docx' ? refused('encrypted', 'DOCX') : refused(bytes.length === 0 ? 'damaged' : 'not-text', kind || 'text');
      const reading = await readForeign!(format, bytes);
      return reading.kind === 'read' ? { ...reading, hash } : reading;
    }
    if (kind !== '') return refused('not-text', kind);
    const { text, isGuessed } = decodeText(bytes);
    const reading = readText!(text);
    const more: TextProblem[] = isGuessed ? [{ code: 'guessed-encoding', value: '' }] : [];
    return { kind: 'read', hash, text: { ...reading, problems: [...reading.problems, ...more] } };
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    return refused(code === 'ENOENT' ? 'not-there' : 'unreadable', fileFault(error));
  }
}

/** What a file of a format is by its first bytes. A password makes an OLE file of a DOCX. */
const KINDS_OF: Readonly<Record<DocumentFormat, readonly string[]>> = { pdf: ['PDF'], docx: ['ZIP'], odt: ['ZIP'], epub: ['ZIP'], html: [''] };

/** The bytes of a file that did not change while they were read. */
async function readSteadily(path: string, most: number): Promise<Uint8Array | { readonly code: RefusalCode; readonly detail: string }> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const before = await stat(path);
    // A pipe or a device would never end.
    if (!before.isFile()) return { code: 'not-a-file', detail: '' };
    if (before.size > most) return { code: 'too-large', detail: (before.size / 1e6).toFixed(0) };
    const bytes = await readFile(path);
    const after = await stat(path);
    if (after.size === before.size && after.mtimeMs === before.mtimeMs && bytes.length === before.size) return bytes;
  }
  return { code: 'changing', detail: '' };
}

/** What a file is by its first bytes, whatever its name says; empty for what may be text. */
function kindOf(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.slice(0, 1024));
  // Readers of PDF find its beginning behind what a mail or a server put before it.
  if (head.startsWith('%PDF') || /^[^]{0,1000}%PDF-\d/.test(head) && !/<html/i.test(head)) return 'PDF';
  if (head.startsWith('PK\x03\x04')) return 'ZIP';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'OLE';
  if (head.startsWith('\x89PNG') || head.startsWith('\xff\xd8\xff') || head.startsWith('GIF8')) return 'picture';
  return '';
}
