import { roleOf } from '../../core/corpus/read.ts';
import { problem, WHOLE_FILE } from '../../core/corpus/problems.ts';
import type { CorpusFile, FileProblem } from '../../core/corpus/types.ts';
import { fileFault } from '../../core/fileFault.ts';
import type { CorpusFileSystem } from './corpusStore.ts';

export interface ListedFile {
  readonly path: string;
  readonly uri: string;
  /** In bytes. */
  readonly size: number;
  /** Of the last change, in milliseconds since 1970; some file systems always say 0. */
  readonly mtime: number;
}

export interface LoadedFile {
  readonly file: CorpusFile;
  /** As listed. */
  readonly size: number;
  readonly mtime: number;
  readonly problem: FileProblem | undefined;
}

const MEGABYTE = 1_000_000;
/** In bytes. An entry is a page of text; a list of references can be long. */
const MAX_ENTRY = 1 * MEGABYTE;
const MAX_OTHER = 50 * MEGABYTE;

/** Reads one file of a corpus. What stands in the way becomes a problem of the file. Never rejects. */
export async function loadFile(files: Pick<CorpusFileSystem, 'read'>, { path, uri, size, mtime }: ListedFile): Promise<LoadedFile> {
  const failed = (code: 'too-large' | 'not-utf8' | 'unreadable-file', ...values: string[]): LoadedFile =>
    ({ size, mtime, file: { path, uri, text: undefined }, problem: { ...problem(code, WHOLE_FILE, ...values), uri } });
  const limit = roleOf(path) === 'entry' ? MAX_ENTRY : MAX_OTHER;
  const tooLarge = (bytes: number) => failed('too-large', (bytes / MEGABYTE).toFixed(1), String(limit / MEGABYTE));
  if (size > limit) return tooLarge(size);
  try {
    const bytes = await files.read(uri);
    if (bytes.byteLength > limit) return tooLarge(bytes.byteLength);
    const text = decodeUtf8(bytes);
    return text === undefined ? failed('not-utf8') : { size, mtime, file: { path, uri, text }, problem: undefined };
  } catch (error) {
    return failed('unreadable-file', fileFault(error));
  }
}

/** Strictly: one wrong byte and the text is none. A byte order mark is taken off, as editors do, so that offsets agree with theirs. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
