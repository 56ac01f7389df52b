import { setImmediate } from 'node:timers/promises';
import { problem, WHOLE_FILE } from '../../core/corpus/problems.ts';
import { CorpusReader, type ReadCorpus } from '../../core/corpus/read.ts';
import { mergeCorpora } from '../../core/corpus/snapshot.ts';
import type { FileProblem, Snapshot } from '../../core/corpus/types.ts';
import { loadFile, type ListedFile, type LoadedFile } from './loadFiles.ts';

/** The world as the corpus store needs it: folders, files and news of changes. Addresses are URI strings. */
export interface CorpusFileSystem {
  /** Folders that hold a `corpus.yaml`, in the order of precedence. */
  findCorpora(): Promise<string[]>;
  /** All files under a folder. `path` is relative to it, with `/`; `size` is in bytes. */
  listFiles(folderUri: string): Promise<{ path: string; uri: string; size: number }[]>;
  read(uri: string): Promise<Uint8Array>;
  /** News of a file or folder that was made, changed or taken away. */
  onDidChange(listener: (uri: string) => void): { dispose(): void };
}

export interface CorpusStoreOptions {
  /** Runs something after a number of milliseconds; `setTimeout` unless told. */
  readonly schedule?: (run: () => void, delayMs: number) => { dispose(): void };
  /** Told of what should not happen: the file system failing as a whole. */
  readonly onError?: (error: unknown) => void;
}

/** Changes within this time are read together: a `git checkout` changes many files at once. */
const DEBOUNCE_MS = 150;
/** Reading pauses for others after this long. */
const SLICE_MS = 15;
const READS_AT_ONCE = 64;

interface OpenCorpus {
  readonly reader: CorpusReader;
  readonly files: ReadonlyMap<string, LoadedFile>;
  /** Why the folder could not be listed. */
  readonly failure: FileProblem | undefined;
  readonly corpus: ReadCorpus;
}

/**
 * All corpora of the file system as one immutable snapshot, kept up to date. A file that cannot be read or understood is a
 * problem in the snapshot, never a failure. Reads one thing at a time and leaves room for others while it does.
 */
export class CorpusStore {
  readonly #files: CorpusFileSystem;
  readonly #schedule: NonNullable<CorpusStoreOptions['schedule']>;
  readonly #onError: (error: unknown) => void;
  readonly #listeners = new Set<(snapshot: Snapshot) => void>();
  readonly #watch: { dispose(): void };
  #corpora = new Map<string, OpenCorpus>();
  #snapshot: Snapshot | undefined;
  #changed = new Set<string>();
  #timer: { dispose(): void } | undefined;
  #work: Promise<void> = Promise.resolve();
  #isDisposed = false;

  constructor(files: CorpusFileSystem, options: CorpusStoreOptions = {}) {
    this.#files = files;
    this.#schedule = options.schedule ?? afterTime;
    this.#onError = options.onError ?? (() => undefined);
    this.#watch = files.onDidChange(uri => this.#noteChange(uri));
  }

  /** `undefined` until the first load is done. */
  get snapshot(): Snapshot | undefined {
    return this.#snapshot;
  }

  /** The text of a corpus file as it was last read. */
  textOf(uri: string): string | undefined {
    for (const { files } of this.#corpora.values()) {
      const found = files.get(uri);
      if (found !== undefined) return found.file.text;
    }
    return undefined;
  }

  onDidChangeSnapshot(listener: (snapshot: Snapshot) => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => { this.#listeners.delete(listener); } };
  }

  /** Finds all corpora and reads every file again; what has the same text as before is not parsed again. */
  load(): Promise<Snapshot> {
    return this.#after(async () => {
      this.#forgetChanges();
      const folders = [...new Set(await this.#files.findCorpora())];
      const opened = new Map<string, OpenCorpus>();
      for (const folder of folders) opened.set(folder, await this.#open(folder, undefined));
      return this.#publish(opened);
    });
  }

  /** Resolves when all that has been begun is done. */
  async idle(): Promise<void> {
    await this.#work;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#watch.dispose();
    this.#forgetChanges();
    this.#listeners.clear();
  }

  #noteChange(uri: string): void {
    if (this.#isDisposed || this.#snapshot === undefined) return;
    this.#changed.add(uri);
    this.#timer?.dispose();
    this.#timer = this.#schedule(() => { this.#after(() => this.#readChanges()).catch(this.#onError); }, DEBOUNCE_MS);
  }

  #forgetChanges(): void {
    this.#timer?.dispose();
    this.#timer = undefined;
    this.#changed = new Set();
  }

  async #readChanges(): Promise<void> {
    const changed = this.#changed;
    this.#forgetChanges();
    const isNewOrGone = [...changed].some(uri => uri.endsWith('/corpus.yaml'));
    const folders = isNewOrGone ? [...new Set(await this.#files.findCorpora())] : [...this.#corpora.keys()];
    const opened = new Map<string, OpenCorpus>();
    let isSame = folders.length === this.#corpora.size;
    for (const folder of folders) {
      const before = this.#corpora.get(folder);
      const inside = [...changed].filter(uri => uri.startsWith(`${folder.replace(/\/$/, '')}/`) || folder.startsWith(uri));
      const now = before !== undefined && inside.length === 0 ? before : await this.#open(folder, new Set(inside));
      opened.set(folder, now);
      isSame &&= before !== undefined && before.failure?.message === now.failure?.message && areSame(before.files, now.files);
    }
    if (!isSame) this.#publish(opened);
  }

  /** @param changed addresses of files to read again, beside those that are new or have another size; all when not given */
  async #open(folder: string, changed: ReadonlySet<string> | undefined): Promise<OpenCorpus> {
    const before = this.#corpora.get(folder);
    const { listed, failure } = await this.#list(folder, before);
    const files = new Map<string, LoadedFile>();
    const wanted: ListedFile[] = [];
    for (const file of listed) {
      const known = before?.files.get(file.uri);
      if (changed === undefined || known === undefined || known.size !== file.size || changed.has(file.uri)) wanted.push(file);
      else files.set(file.uri, known);
    }
    for (let at = 0; at < wanted.length; at += READS_AT_ONCE) {
      const loaded = await Promise.all(wanted.slice(at, at + READS_AT_ONCE).map(file => loadFile(this.#files, file)));
      for (const one of loaded) files.set(one.file.uri, one);
    }
    const reader = before?.reader ?? new CorpusReader();
    const all = [...files.values()].map(({ file }) => file);
    const corpusId = reader.idOf(all, folder);
    let pausedAt = performance.now();
    for (const file of all) {
      reader.prepare(file, corpusId);
      if (performance.now() - pausedAt < SLICE_MS) continue;
      await setImmediate();
      pausedAt = performance.now();
    }
    await setImmediate();
    const problems = [failure, ...[...files.values()].map(loaded => loaded.problem)].filter(found => found !== undefined);
    return { reader, files, failure, corpus: reader.read(all, folder, problems) };
  }

  /** A folder that cannot be listed now still has the files that it had. */
  async #list(folder: string, before: OpenCorpus | undefined): Promise<{ readonly listed: readonly ListedFile[]; readonly failure: FileProblem | undefined }> {
    try {
      return { listed: await this.#files.listFiles(folder), failure: undefined };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        listed: [...before?.files.values() ?? []].map(({ file, size }) => ({ path: file.path, uri: file.uri, size })),
        failure: { ...problem('unreadable-folder', WHOLE_FILE, reason), uri: `${folder.replace(/\/$/, '')}/corpus.yaml` },
      };
    }
  }

  #publish(corpora: Map<string, OpenCorpus>): Snapshot {
    const snapshot = mergeCorpora([...corpora.values()].map(({ corpus }) => corpus));
    if (this.#isDisposed) return snapshot;
    this.#corpora = corpora;
    this.#snapshot = snapshot;
    for (const listener of [...this.#listeners]) {
      try { listener(snapshot); } catch (error) { this.#onError(error); }
    }
    return snapshot;
  }

  /** One reading at a time, in the order of asking; one that fails does not stop the next. */
  #after<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#work.then(run);
    this.#work = result.then(() => undefined, () => undefined);
    return result;
  }
}

function areSame(before: ReadonlyMap<string, LoadedFile>, now: ReadonlyMap<string, LoadedFile>): boolean {
  if (before.size !== now.size) return false;
  return [...now].every(([uri, { file, problem: found }]) => {
    const known = before.get(uri);
    return known !== undefined && known.file.text === file.text && known.problem?.message === found?.message;
  });
}

function afterTime(run: () => void, delayMs: number): { dispose(): void } {
  const timer = setTimeout(run, delayMs);
  return { dispose: () => { clearTimeout(timer); } };
}
