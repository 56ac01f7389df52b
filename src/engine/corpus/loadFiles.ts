import { roleOf } from '../../core/corpus/read.ts';
import { problem, WHOLE_FILE } from '../../core/corpus/problems.ts';
import type { CorpusFile, FileProblem } from '../../core/corpus/types.ts';
import type { CorpusFileSystem } from './corpusStore.ts';

export interface ListedFile {
  readonly path: string;
  readonly uri: string;
  readonly size: number;
}

export interface LoadedFile {
  readonly file: CorpusFile;
  /** As listed, in bytes. */
  readonly size: number;
  readonly problem: FileProblem | undefined;
}

const MEGABYTE = 1_000_000;
/** In bytes. An entry is a page of text; a list of references can be long. */
const MAX_ENTRY = 1 * MEGABYTE;
const MAX_OTHER = 50 * MEGABYTE;

/** Reads one file of a corpus. What stands in the way becomes a problem of the file. Never rejects. */
export async function loadFile(files: Pick<CorpusFileSystem, 'read'>, { path, uri, size }: ListedFile): Promise<LoadedFile> {
  const failed = (code: 'too-large' | 'not-utf8' | 'unreadable-file', ...values: string[]): LoadedFile =>
    ({ size, file: { path, uri, text: undefined }, problem: { ...problem(code, WHOLE_FILE, ...values), uri } });
  const limit = roleOf(path) === 'entry' ? MAX_ENTRY : MAX_OTHER;
  const tooLarge = (bytes: number) => failed('too-large', (bytes / MEGABYTE).toFixed(1), String(limit / MEGABYTE));
  if (size > limit) return tooLarge(size);
  try {
    const bytes = await files.read(uri);
    if (bytes.byteLength > limit) return tooLarge(bytes.byteLength);
    const text = decodeUtf8(bytes);
    return text === undefined ? failed('not-utf8') : { size, file: { path, uri, text }, problem: undefined };
  } catch (error) {
    return failed('unreadable-file', error instanceof Error ? error.message : String(error));
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
