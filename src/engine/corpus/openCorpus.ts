import { setImmediate } from 'node:timers/promises';
import { problem, WHOLE_FILE } from '../../core/corpus/problems.ts';
import { unpackCorpus } from '../../core/corpus/packed.ts';
import { CorpusReader, type ReadCorpus } from '../../core/corpus/read.ts';
import type { FileProblem } from '../../core/corpus/types.ts';
import { fileFault } from '../../core/fileFault.ts';
import type { CorpusFileSystem } from './corpusStore.ts';
import { decodeUtf8, loadFile, type ListedFile, type LoadedFile } from './loadFiles.ts';

/** Reading pauses for others after this long. */
const SLICE_MS = 15;
const READS_AT_ONCE = 64;

/** A corpus as it was last read, with what makes the next reading cheap. */
export interface OpenCorpus {
  readonly reader: CorpusReader;
  readonly files: ReadonlyMap<string, LoadedFile>;
  /** Why the folder could not be listed. */
  readonly failure: FileProblem | undefined;
  readonly corpus: ReadCorpus;
}

/**
 * Lists the folder and reads what is new, what has another size or time than before, what could not be read before, and what
 * `isChanged` says.
 * @returns a reading whose `corpus` is that of `before` when no text has changed
 */
export async function openCorpus(files: CorpusFileSystem, folder: string, before: OpenCorpus | undefined, isChanged: (uri: string) => boolean): Promise<OpenCorpus> {
  const packed = before === undefined ? await openPacked(files, folder) : undefined;
  if (packed !== undefined) return packed;
  const { listed, failure } = await list(files, folder, before);
  const loaded = new Map<string, LoadedFile>();
  const wanted: ListedFile[] = [];
  for (const file of listed) {
    const known = before?.files.get(file.uri);
    if (known === undefined || isOther(known, file) || isChanged(file.uri)) wanted.push(file);
    else loaded.set(file.uri, known);
  }
  for (let at = 0; at < wanted.length; at += READS_AT_ONCE) {
    for (const one of await Promise.all(wanted.slice(at, at + READS_AT_ONCE).map(file => loadFile(files, file)))) loaded.set(one.file.uri, one);
  }
  if (before !== undefined && before.failure?.message === failure?.message && areSame(before.files, loaded)) return { ...before, files: loaded };
  const reader = before?.reader ?? new CorpusReader();
  const all = [...loaded.values()].map(({ file }) => file);
  const corpusId = reader.idOf(all, folder);
  let pausedAt = performance.now();
  for (const file of all) {
    reader.prepare(file, corpusId);
    if (performance.now() - pausedAt < SLICE_MS) continue;
    await setImmediate();
    pausedAt = performance.now();
  }
  await setImmediate();
  const problems = [failure, ...[...loaded.values()].map(one => one.problem)].filter(found => found !== undefined);
  return { reader, files: loaded, failure, corpus: reader.read(all, folder, problems) };
}

/** A file that could not be read may have been moved away just then, and moving it back changes neither its size nor its time. */
function isOther({ size, mtime, problem: found }: LoadedFile, listed: ListedFile): boolean {
  return size !== listed.size || mtime !== listed.mtime || found?.code === 'unreadable-file';
}

/** No file has changed at such a time, so the next reading compares the files with what was packed. */
const PACKED_MTIME = -1;

/** Whatever is wrong with what was packed, the files themselves are there. */
async function openPacked(files: CorpusFileSystem, folder: string): Promise<OpenCorpus | undefined> {
  try {
    const bytes = await files.packed?.(folder);
    if (bytes === undefined) return undefined;
    const packed = unpackCorpus(decodeUtf8(bytes) ?? '', folder);
    const loaded = packed.files.map((file): LoadedFile => ({ file, size: file.text.length, mtime: PACKED_MTIME, problem: undefined }));
    return { reader: new CorpusReader(), files: new Map(loaded.map(one => [one.file.uri, one])), failure: undefined, corpus: packed.corpus };
  } catch {
    return undefined;
  }
}

/** A folder that cannot be listed now still has the files that it had. */
async function list(files: CorpusFileSystem, folder: string, before: OpenCorpus | undefined): Promise<{ readonly listed: readonly ListedFile[]; readonly failure: FileProblem | undefined }> {
  try {
    return { listed: await files.listFiles(folder), failure: undefined };
  } catch (error) {
    return {
      listed: [...before?.files.values() ?? []].map(({ file, size, mtime }) => ({ path: file.path, uri: file.uri, size, mtime })),
      failure: { ...problem('unreadable-folder', WHOLE_FILE, fileFault(error)), uri: `${folder.replace(/\/$/, '')}/corpus.yaml` },
    };
  }
}

function areSame(before: ReadonlyMap<string, LoadedFile>, now: ReadonlyMap<string, LoadedFile>): boolean {
  if (before.size !== now.size) return false;
  return [...now].every(([uri, { file, problem: found }]) => {
    const known = before.get(uri);
    return known !== undefined && known.file.text === file.text && known.problem?.message === found?.message;
  });
}
