import * as vscode from 'vscode';
import { emptySnapshot } from '../core/corpus/snapshot.ts';
import type { Snapshot } from '../core/corpus/types.ts';
import { CorpusStore } from '../engine/corpus/corpusStore.ts';
import { Disposable } from './disposable.ts';
import { EditorCorpusFiles } from './files.ts';
import { reasonOf } from './inform.ts';

/** All corpora as one immutable snapshot, and one event when another takes its place. */
export class CorpusService extends Disposable {
  readonly #store: CorpusStore;
  readonly #log: vscode.LogOutputChannel;
  readonly #onDidChange = this.own(new vscode.EventEmitter<Snapshot>());
  readonly onDidChange = this.#onDidChange.event;
  readonly #first = Promise.withResolvers<undefined>();
  #isReady = false;

  constructor(extensionUri: vscode.Uri, log: vscode.LogOutputChannel) {
    super();
    this.#log = log;
    const files = this.own(new EditorCorpusFiles(extensionUri));
    this.#store = this.own(new CorpusStore(files, { onError: error => { this.#told('reading what has changed in corpora', error); } }));
    this.own(this.#store.onDidChangeSnapshot(snapshot => {
      this.#becomeReady();
      log.info(`${snapshot.corpora.length} corpora, ${snapshot.entries.size} entries, ${snapshot.statements.length} statements, ${snapshot.problems.length} problems`);
      this.#onDidChange.fire(snapshot);
    }));
    this.own(files.onDidChangeFolders(() => { void this.reload(); }));
    this.own(files.onDidReturn(() => { void this.#guarded('looking at corpora', () => this.#store.refresh()); }));
  }

  get snapshot(): Snapshot {
    return this.#store.snapshot ?? emptySnapshot;
  }

  /** Whether the corpora have been read, or could not be. Until then the snapshot is empty, which says nothing. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Resolves when `isReady`: what answers a question of the writer waits for it, since the writer does not ask again. */
  whenReady(): Promise<unknown> {
    return this.#first.promise;
  }

  /** Text of a corpus file as it was last read, for placing problems. */
  textOf(uri: string): string | undefined {
    return this.#store.textOf(uri);
  }

  /** The corpora once they have been read for the first time, which has begun already. */
  async ready(): Promise<Snapshot> {
    await this.whenReady();
    if (this.#store.snapshot === undefined) { await this.reload(); }
    return this.snapshot;
  }

  /** Addresses of the corpora's folders. */
  get folders(): readonly string[] {
    return this.#store.folders;
  }

  /** Reads all corpora again; what cannot be read is a problem of its file, not a failure. */
  async reload(): Promise<void> {
    await this.#guarded('loading corpora', () => this.#store.load());
    this.#becomeReady();
  }

  #becomeReady(): void {
    this.#isReady = true;
    this.#first.resolve(undefined);
  }

  async #guarded(what: string, run: () => Promise<unknown>): Promise<void> {
    try { await run(); } catch (error) { this.#told(what, error); }
  }

  #told(what: string, error: unknown): void {
    this.#log.error(`${what}: ${reasonOf(error)}`);
  }
}
