import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { readMarkdownText } from '../../core/library/reading/markdownText.ts';
import { readPlainText } from '../../core/library/reading/plainText.ts';
import type { SourceText, TextProblem } from '../../core/library/types.ts';
import { decodeText } from './decode.ts';

/** Ends of the names of the files that the library reads. */
export const TEXT_EXTENSIONS: readonly string[] = ['.txt', '.text', '.md', '.markdown'];
const MARKDOWN = /^\.(?:md|markdown)$/;
/** In bytes; a book of 1,000 pages has about 3 MB. */
export const MAX_TEXT = 20_000_000;

/** Why a file is not read, in a word that the edge makes a sentence of. */
export type RefusalCode = 'not-there' | 'not-a-file' | 'too-large' | 'unknown-format' | 'not-text' | 'changing' | 'unreadable';

export type FileReading =
  | { readonly kind: 'read'; readonly hash: string; readonly text: SourceText }
  | { readonly kind: 'same'; readonly hash: string }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly detail: string };

/**
 * Reads a document whole, or says why not. Never rejects.
 * @param known hash of the file when it was last read: the same is not read again
 */
export async function readDocument(path: string, known: string | undefined): Promise<FileReading> {
  const refused = (code: RefusalCode, detail = ''): FileReading => ({ kind: 'refused', code, detail });
  const extension = extname(path).toLowerCase();
  if (!TEXT_EXTENSIONS.includes(extension)) return refused('unknown-format', extension);
  try {
    const bytes = await readSteadily(path);
    if (!(bytes instanceof Uint8Array)) return refused(bytes.code, bytes.detail);
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (hash === known) return { kind: 'same', hash };
    const format = formatOf(bytes);
    if (format !== '') return refused('not-text', format);
    const { text, isGuessed } = decodeText(bytes);
    const reading = MARKDOWN.test(extension) ? readMarkdownText(text) : readPlainText(text);
    const more: TextProblem[] = isGuessed ? [{ code: 'guessed-encoding', value: '' }] : [];
    return { kind: 'read', hash, text: { ...reading, problems: [...reading.problems, ...more] } };
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    return refused(code === 'ENOENT' ? 'not-there' : 'unreadable', code || String(error));
  }
}

/** The bytes of a file that did not change while they were read. */
async function readSteadily(path: string): Promise<Uint8Array | { readonly code: RefusalCode; readonly detail: string }> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const before = await stat(path);
    // A pipe or a device would never end.
    if (!before.isFile()) return { code: 'not-a-file', detail: '' };
    if (before.size > MAX_TEXT) return { code: 'too-large', detail: (before.size / 1e6).toFixed(0) };
    const bytes = await readFile(path);
    const after = await stat(path);
    if (after.size === before.size && after.mtimeMs === before.mtimeMs && bytes.length === before.size) return bytes;
  }
  return { code: 'changing', detail: '' };
}

/** What a file is by its first bytes, whatever its name says; empty for what may be text. */
function formatOf(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.slice(0, 8));
  if (head.startsWith('%PDF')) return 'PDF';
  if (head.startsWith('PK\x03\x04')) return 'ZIP';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'OLE';
  if (head.startsWith('\x89PNG') || head.startsWith('\xff\xd8\xff') || head.startsWith('GIF8')) return 'picture';
  return '';
}
