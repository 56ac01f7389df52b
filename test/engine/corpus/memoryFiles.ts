import type { CorpusFileSystem } from '../../../src/engine/corpus/corpusStore.ts';
import type { ListedFile } from '../../../src/engine/corpus/loadFiles.ts';

/**
 * A file system in memory: addresses and their bytes. `write` and `remove` tell the listeners, as a watcher would;
 * `writeSilently` and `removeSilently` are what a watcher misses.
 */
export class MemoryFiles implements CorpusFileSystem {
  readonly files = new Map<string, Uint8Array | Error>();
  readonly reads: string[] = [];
  readonly #listeners = new Set<(uri: string) => void>();
  readonly #times = new Map<string, number>();
  #writes = 0;

  constructor(texts: Readonly<Record<string, string | Uint8Array | Error>> = {}) {
    for (const [uri, text] of Object.entries(texts)) this.files.set(uri, bytesOf(text));
  }

  get listening(): number {
    return this.#listeners.size;
  }

  write(uri: string, text: string | Uint8Array | Error): void {
    this.writeSilently(uri, text);
    this.tell(uri);
  }

  writeSilently(uri: string, text: string | Uint8Array | Error): void {
    this.files.set(uri, bytesOf(text));
    this.#times.set(uri, ++this.#writes);
  }

  remove(uri: string): void {
    this.removeSilently(uri);
    this.tell(uri);
  }

  removeSilently(uri: string): void {
    for (const known of [...this.files.keys()]) if (known === uri || known.startsWith(`${uri}/`)) this.files.delete(known);
  }

  tell(uri: string): void {
    for (const listener of this.#listeners) listener(uri);
  }

  findCorpora(): Promise<string[]> {
    return Promise.resolve([...this.files.keys()].filter(uri => uri.endsWith('/corpus.yaml')).map(uri => uri.slice(0, -'/corpus.yaml'.length)).sort());
  }

  listFiles(folderUri: string): Promise<ListedFile[]> {
    const inside = [...this.files].filter(([uri]) => uri.startsWith(`${folderUri}/`));
    if (inside.length === 0) return Promise.reject(new Error('not found'));
    return Promise.resolve(inside.map(([uri, bytes]) => ({
      uri, path: uri.slice(folderUri.length + 1), size: bytes instanceof Error ? 0 : bytes.byteLength, mtime: this.#times.get(uri) ?? 0,
    })));
  }

  read(uri: string): Promise<Uint8Array> {
    this.reads.push(uri);
    const bytes = this.files.get(uri) ?? new Error('not found');
    return bytes instanceof Error ? Promise.reject(bytes) : Promise.resolve(bytes);
  }

  onDidChange(listener: (uri: string) => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => { this.#listeners.delete(listener); } };
  }
}

function bytesOf(text: string | Uint8Array | Error): Uint8Array | Error {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

/** A clock that the test moves. */
export class TestClock {
  #now = 0;
  #due: { readonly at: number; readonly run: () => void }[] = [];

  readonly schedule = (run: () => void, delayMs: number): { dispose(): void } => {
    const timer = { at: this.#now + delayMs, run };
    this.#due.push(timer);
    return { dispose: () => { this.#due = this.#due.filter(known => known !== timer); } };
  };

  get waiting(): number {
    return this.#due.length;
  }

  /** Lets the time pass up to the next thing that is due. @returns whether there was one */
  next(): boolean {
    const timer = this.#due.toSorted((a, b) => a.at - b.at)[0];
    if (timer === undefined) return false;
    this.#due = this.#due.filter(known => known !== timer);
    this.#now = Math.max(this.#now, timer.at);
    timer.run();
    return true;
  }

  /** Lets some milliseconds pass; what is due in them runs. */
  pass(durationMs: number): void {
    const end = this.#now + durationMs;
    while (this.#due.some(timer => timer.at <= end)) this.next();
    this.#now = end;
  }
}
