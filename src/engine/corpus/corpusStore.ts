import { mergeCorpora } from '../../core/corpus/snapshot.ts';
import type { Snapshot } from '../../core/corpus/types.ts';
import type { ListedFile } from './loadFiles.ts';
import { Looks, type LookedAt } from './looks.ts';
import { News, type Schedule } from './news.ts';
import { openCorpus, type OpenCorpus } from './openCorpus.ts';

/** The world as the corpus store needs it: folders, files and news of changes. Addresses are URI strings. */
export interface CorpusFileSystem {
  /** Folders that hold a `corpus.yaml`, in the order of precedence. */
  findCorpora(): Promise<string[]>;
  /** All files under a folder. `path` is relative to it, with `/`. */
  listFiles(folderUri: string): Promise<ListedFile[]>;
  read(uri: string): Promise<Uint8Array>;
  /**
   * What `packCorpus` once made of the folder, where there is such a thing. Only asked for when the folder is opened; its files are
   * looked at soon after all the same, and they are what counts.
   */
  packed?(folderUri: string): Promise<Uint8Array | undefined>;
  /** News of a file or folder that was made, changed or taken away. */
  onDidChange(listener: (uri: string) => void): { dispose(): void };
}

export interface CorpusStoreOptions {
  /** `setTimeout` unless told. */
  readonly schedule?: Schedule;
  /** Told of what should not happen: the file system failing as a whole. */
  readonly onError?: (error: unknown) => void;
}

/**
 * All corpora of the file system as one immutable snapshot, kept up to date. A file that cannot be read or understood is a
 * problem in the snapshot, never a failure. Reads one thing at a time and leaves room for others while it does.
 */
export class CorpusStore {
  readonly #files: CorpusFileSystem;
  readonly #onError: (error: unknown) => void;
  readonly #listeners = new Set<(snapshot: Snapshot) => void>();
  readonly #watch: { dispose(): void };
  readonly #news: News;
  readonly #looks: Looks;
  #corpora = new Map<string, OpenCorpus>();
  #snapshot: Snapshot | undefined;
  #work: Promise<void> = Promise.resolve();
  #isWanted = false;
  #isDisposed = false;

  constructor(files: CorpusFileSystem, options: CorpusStoreOptions = {}) {
    this.#files = files;
    this.#onError = options.onError ?? (() => undefined);
    const schedule = options.schedule ?? afterTime;
    this.#news = new News(schedule, () => this.#begin(() => this.#readNews()));
    this.#looks = new Looks(schedule, what => this.#begin(() => this.#lookAgain(what)));
    this.#watch = files.onDidChange(uri => { if (this.#isWanted && !this.#isDisposed) this.#news.note(uri); });
  }

  /** `undefined` until the first load is done. */
  get snapshot(): Snapshot | undefined {
    return this.#snapshot;
  }

  /** Addresses of the folders that were read, in the order of precedence. */
  get folders(): readonly string[] {
    return [...this.#corpora.keys()];
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
    this.#isWanted = true;
    return this.#after(async () => {
      const news = this.#news.take();
      try {
        await this.#read({ finds: true, isTouched: () => true, isChanged: () => true });
      } catch (error) {
        this.#news.putBack(news);
        this.#looks.startOver({ folders: new Set(), finds: true });
        throw error;
      }
      this.#looks.startOver({ folders: new Set(this.#corpora.keys()), finds: true });
      return this.#publish();
    });
  }

  /** Looks whether anything has changed without news, as after the writer was in another program. Cheap when nothing has. */
  refresh(): Promise<void> {
    return this.#after(async () => {
      if (this.#isWanted && await this.#read({ finds: true, isTouched: () => true, isChanged: () => false })) this.#publish();
    });
  }

  /** Resolves when all that has been begun is done. */
  async idle(): Promise<void> {
    await this.#work;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#watch.dispose();
    this.#news.dispose();
    this.#looks.dispose();
    this.#listeners.clear();
  }

  async #readNews(): Promise<void> {
    const news = [...this.#news.take()];
    const known = [...this.#corpora.keys()];
    const folders = new Set(known.filter(folder => news.some(uri => isInside(uri, folder) || isInside(folder, uri))));
    const finds = news.some(uri => isAboutFolders(uri) || known.some(folder => isInside(folder, uri)));
    if (folders.size === 0 && !finds) return;
    const changed = new Set(news);
    let isOther = false;
    try {
      isOther = await this.#read({ finds, isTouched: folder => folders.has(folder), isChanged: uri => changed.has(uri) });
    } catch (error) {
      this.#news.putBack(news);
      throw error;
    } finally {
      for (const folder of this.#corpora.keys()) if (!known.includes(folder)) folders.add(folder);
      this.#looks.startOver({ folders, finds: finds || this.#hasLost(known) });
    }
    if (isOther) this.#publish();
  }

  async #lookAgain({ folders, finds }: LookedAt): Promise<void> {
    const known = [...this.#corpora.keys()];
    if (!await this.#read({ finds, isTouched: folder => folders.has(folder), isChanged: () => false })) return;
    // The watcher has kept silent about this, so there may be more.
    this.#looks.startOver({ folders, finds: finds || this.#hasLost(known) });
    this.#publish();
  }

  /**
   * Reads the corpora that are touched, and those that are found for the first time. @returns whether anything is other than
   * before
   */
  async #read({ finds, isTouched, isChanged }: { readonly finds: boolean; readonly isTouched: (folder: string) => boolean; readonly isChanged: (uri: string) => boolean }): Promise<boolean> {
    const folders = finds ? await this.#files.findCorpora() : [...this.#corpora.keys()];
    const opened = new Map<string, OpenCorpus>();
    let isAnyLost = false;
    for (const folder of folders) {
      const before = this.#corpora.get(folder);
      const isOpened = before === undefined || isTouched(folder);
      const now = isOpened ? await openCorpus(this.#files, folder, before, isChanged) : before;
      opened.set(folder, now);
      isAnyLost ||= isOpened && isLost(now);
    }
    if (isAnyLost && !finds) {
      const found = new Set(await this.#files.findCorpora());
      for (const folder of folders) if (!found.has(folder)) opened.delete(folder);
    }
    const isOther = [...opened.keys()].join('\n') !== [...this.#corpora.keys()].join('\n')
      || [...opened].some(([folder, { corpus }]) => this.#corpora.get(folder)?.corpus !== corpus);
    this.#corpora = opened;
    return isOther;
  }

  /** A corpus that went may come back, of which its own files tell nothing. */
  #hasLost(known: readonly string[]): boolean {
    return known.some(folder => !this.#corpora.has(folder));
  }

  #publish(): Snapshot {
    const snapshot = mergeCorpora([...this.#corpora.values()].map(({ corpus }) => corpus));
    if (this.#isDisposed) return snapshot;
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

  #begin(run: () => Promise<void>): void {
    this.#after(run).catch(this.#onError);
  }
}

/** The folder has gone, or is no corpus any more: whether it still counts only finding can tell. */
function isLost({ failure, files }: OpenCorpus): boolean {
  return failure !== undefined || ![...files.values()].some(({ file }) => file.path === 'corpus.yaml');
}

/** A corpus may have come or gone: folders have names without an ending, and are told without the files in them. */
function isAboutFolders(uri: string): boolean {
  return uri.endsWith('/corpus.yaml') || /\/[^./]+$/.test(uri);
}

/** Whether an address is the folder's or that of something in it. */
function isInside(uri: string, folder: string): boolean {
  const path = folder.replace(/\/$/, '');
  return uri === path || uri.startsWith(`${path}/`);
}

function afterTime(run: () => void, delayMs: number): { dispose(): void } {
  const timer = setTimeout(run, delayMs);
  return { dispose: () => { clearTimeout(timer); } };
}
