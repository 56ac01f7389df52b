import type { CorpusFileSystem } from '../../../src/engine/corpus/corpusStore.ts';

/** A file system in memory: addresses and their bytes. `write` and `remove` tell the listeners, as a watcher would. */
export class MemoryFiles implements CorpusFileSystem {
  readonly files = new Map<string, Uint8Array | Error>();
  readonly reads: string[] = [];
  readonly #listeners = new Set<(uri: string) => void>();

  constructor(texts: Readonly<Record<string, string | Uint8Array | Error>> = {}) {
    for (const [uri, text] of Object.entries(texts)) this.files.set(uri, bytesOf(text));
  }

  get listening(): number {
    return this.#listeners.size;
  }

  write(uri: string, text: string | Uint8Array | Error): void {
    this.files.set(uri, bytesOf(text));
    for (const listener of this.#listeners) listener(uri);
  }

  remove(uri: string): void {
    for (const known of [...this.files.keys()]) if (known === uri || known.startsWith(`${uri}/`)) this.files.delete(known);
    for (const listener of this.#listeners) listener(uri);
  }

  findCorpora(): Promise<string[]> {
    return Promise.resolve([...this.files.keys()].filter(uri => uri.endsWith('/corpus.yaml')).map(uri => uri.slice(0, -'/corpus.yaml'.length)).sort());
  }

  listFiles(folderUri: string): Promise<{ path: string; uri: string; size: number }[]> {
    return Promise.resolve([...this.files].filter(([uri]) => uri.startsWith(`${folderUri}/`)).map(([uri, bytes]) => ({
      uri, path: uri.slice(folderUri.length + 1), size: bytes instanceof Error ? 0 : bytes.byteLength,
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

/** A clock that the test moves: what is due runs when it says so. */
export class TestClock {
  #due: (() => void)[] = [];

  readonly schedule = (run: () => void): { dispose(): void } => {
    this.#due.push(run);
    return { dispose: () => { this.#due = this.#due.filter(known => known !== run); } };
  };

  get waiting(): number {
    return this.#due.length;
  }

  run(): void {
    for (const run of this.#due.splice(0)) run();
  }
}
