import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { textsOfCorpora } from '../../core/library/corpusTexts.ts';
import { LibraryClient } from '../../engine/library/libraryClient.ts';
import type { ImportReport } from '../../engine/library/protocol.ts';
import { RemoteError, type CallOptions } from '../../engine/library/remote.ts';
import type { CorpusService } from '../corpusService.ts';
import { Disposable } from '../disposable.ts';
import { inform, reasonOf } from '../inform.ts';
import { libraryTrouble } from './words.ts';

/** A file that the writer has put into the library; the file stays where it is. */
export interface LibraryFile {
  readonly uri: string;
  readonly citekey: string;
  /** As it was when it was last read: the same is not read again. */
  readonly size: number;
  readonly modified: number;
}

const FILES = 'library.files';
/** Files that could not be read, as they were then: the same are not tried again by themselves. */
const REFUSED = 'library.refused';
/** What an import has still to do. */
const PENDING = 'library.pending';
const MAX_DRAFTS = 500;
const MAX_REFUSED = 2000;
const IGNORED = '**/{node_modules,.git,dist,out}/**';

/**
 * The library of this workspace: an index of full texts, corpora and drafts in the extension's storage. Opened when first
 * asked for, so that a writer who does not search pays nothing.
 */
export class LibraryService extends Disposable {
  /** Folder of the extension for this workspace. */
  readonly storage: vscode.Uri;
  readonly #corpus: CorpusService;
  readonly #log: vscode.LogOutputChannel;
  readonly #state: vscode.Memento;
  readonly #client: LibraryClient;
  #opened: Promise<LibraryClient> | undefined;
  /** Taken in and not yet written down. */
  readonly #taken = new Map<string, LibraryFile>();
  readonly #onDidChange = this.own(new vscode.EventEmitter<undefined>());
  /** Full texts came in, or are there again. */
  readonly onDidChange = this.#onDidChange.event;

  constructor(context: vscode.ExtensionContext, corpus: CorpusService, log: vscode.LogOutputChannel) {
    super();
    this.storage = context.storageUri ?? context.globalStorageUri;
    this.#corpus = corpus;
    this.#log = log;
    this.#state = context.workspaceState;
    const dist = (...path: string[]) => vscode.Uri.joinPath(context.extensionUri, 'dist', ...path).fsPath;
    this.#client = new LibraryClient({
      workerFile: dist('library.worker.cjs'),
      readers: { worker: dist('documents.worker.cjs'), wasm: dist('pandoc', 'pandoc.wasm'), cMaps: `${dist('cmaps')}/` },
      onEvent: () => { void this.#refill(); },
      onCrash: error => { this.#log.error(`library: ${error.message}`); this.#opened = undefined; },
    });
    this.own(corpus.onDidChange(() => { if (this.#opened !== undefined) { void this.#opened.then(() => this.#putCorpora()).catch((error: unknown) => this.#fail(error)); } }));
    this.own(vscode.workspace.onDidSaveTextDocument(document => {
      if (this.#opened !== undefined && isDraftFile(document.uri) && document.languageId === 'markdown') { void this.#opened.then(() => this.#putDraft(document.uri)).catch((error: unknown) => this.#fail(error)); }
    }));
  }

  override dispose(): void {
    super.dispose();
    void this.#client.dispose();
  }

  /** Where the index is kept. */
  get file(): vscode.Uri {
    return vscode.Uri.joinPath(this.storage, 'library.sqlite');
  }

  get files(): readonly LibraryFile[] {
    const written = this.#state.get<readonly LibraryFile[]>(FILES, []);
    return this.#taken.size === 0 ? written : [...written.filter(file => !this.#taken.has(file.uri)), ...this.#taken.values()];
  }

  /** The open library, with corpora, drafts and files in it as they are now. */
  open(): Promise<LibraryClient> {
    this.#opened ??= this.#open().catch((error: unknown) => { this.#opened = undefined; throw error; });
    return this.#opened;
  }

  /** What an import has still to do that was stopped before its end. */
  get pending(): readonly { readonly uri: vscode.Uri; readonly citekey: string }[] {
    return this.#state.get<readonly { readonly uri: string; readonly citekey: string }[]>(PENDING, []).map(({ uri, citekey }) => ({ uri: vscode.Uri.parse(uri, true), citekey }));
  }

  /** Writes down what an import has still to do, and what it has taken in by now. */
  async keepPending(files: readonly { readonly uri: vscode.Uri; readonly citekey: string }[]): Promise<void> {
    if (this.#taken.size > 0) {
      const written = this.#state.update(FILES, this.files);
      this.#taken.clear();
      await written;
    }
    await this.#state.update(PENDING, files.length === 0 ? undefined : files.map(({ uri, citekey }) => ({ uri: uri.toString(), citekey })));
  }

  /** Whether a file was read, or could not be, as it is now; told by its size and time alone. */
  async isAsItWas(uri: vscode.Uri): Promise<boolean> {
    const known = [...this.files, ...this.#refused].find(file => file.uri === uri.toString());
    if (known === undefined) { return false; }
    return vscode.workspace.fs.stat(uri).then(({ size, mtime }) => size === known.size && mtime === known.modified, () => false);
  }

  /** Puts a file in, or in again when it has changed. Files that have not are not even read. That it is there is written down by `keepPending`. */
  async importFile(uri: vscode.Uri, citekey: string, options: CallOptions = {}): Promise<ImportReport> {
    const client = await this.open();
    const key = uri.toString();
    if (this.files.some(file => file.uri === key && file.citekey === citekey) && await this.isAsItWas(uri) && await client.call('has', key)) { return { state: 'unchanged' }; }
    // As it is before it is read: what is saved meanwhile is read again.
    const before = await vscode.workspace.fs.stat(uri).then(found => found, () => undefined);
    const report = await client.call('importFile', { key, shelf: 'sources', path: uri.fsPath, citekey, title: nameOf(uri) }, options);
    const file: LibraryFile = { uri: key, citekey, size: before?.size ?? 0, modified: before?.mtime ?? 0 };
    const isIn = report.state === 'imported' || report.state === 'unchanged';
    if (isIn) { this.#taken.set(key, file); }
    // A copy of another file has nothing to be tried for again either.
    const isOut = report.state === 'duplicate' || report.state === 'refused' && report.code !== 'cancelled' && report.code !== 'changing' && report.code !== 'not-there';
    if (isOut || this.#refused.some(one => one.uri === key)) { await this.#state.update(REFUSED, [...this.#refused.filter(one => one.uri !== key), ...isOut ? [file] : []].slice(-MAX_REFUSED)); }
    if (isIn) { this.#onDidChange.fire(undefined); }
    return report;
  }

  get #refused(): readonly LibraryFile[] {
    return this.#state.get<readonly LibraryFile[]>(REFUSED, []);
  }

  async #open(): Promise<LibraryClient> {
    const file = vscode.Uri.joinPath(this.storage, 'library.sqlite');
    const { rebuilt, isReadOnly } = await this.#client.call('open', { file: file.fsPath });
    if (rebuilt !== undefined) { inform(libraryTrouble('rebuilt')); }
    if (isReadOnly) { void vscode.window.showWarningMessage(libraryTrouble('not-writable')); } else { await this.#fill(); }
    return this.#client;
  }

  /** What was damaged is empty now. */
  async #refill(): Promise<void> {
    inform(libraryTrouble('rebuilt'));
    await this.#fill().catch((error: unknown) => this.#fail(error));
    this.#onDidChange.fire(undefined);
  }

  async #fill(): Promise<void> {
    await this.#putCorpora();
    const texts = await this.#client.call('texts', undefined);
    const known = new Set(texts.filter(text => text.shelf === 'sources').map(text => text.key));
    const listed = new Set(this.files.map(file => file.uri));
    // What went into the index just before the editor was ended may not have been noted here.
    const unlisted = texts.filter(text => text.shelf === 'sources' && !listed.has(text.key)).map(({ key, citekey }) => ({ uri: key, citekey, size: 0, modified: 0 }));
    if (unlisted.length > 0) { await this.#state.update(FILES, [...this.files, ...unlisted]); }
    for (const uri of await vscode.workspace.findFiles('**/*.md', IGNORED, MAX_DRAFTS)) { await this.#putDraft(uri); }
    for (const file of this.files) {
      const uri = vscode.Uri.parse(file.uri, true);
      try {
        const { size, mtime } = await vscode.workspace.fs.stat(uri);
        if (!known.has(file.uri) || size !== file.size || mtime !== file.modified) {
          await this.#client.call('importFile', { key: file.uri, shelf: 'sources', path: uri.fsPath, citekey: file.citekey, title: nameOf(uri) });
        }
      } catch (error) { this.#log.warn(`library: ${nameOf(uri)}: ${reasonOf(error)}`); }
    }
  }

  async #putCorpora(): Promise<void> {
    const texts = textsOfCorpora(this.#corpus.snapshot, text => createHash('sha256').update(text).digest('hex'));
    const known = new Map((await this.#client.call('texts', undefined)).filter(text => text.shelf === 'entries' || text.shelf === 'statements').map(text => [text.key, text.hash]));
    const changed = texts.filter(text => known.get(text.key) !== text.hash);
    const there = new Set(texts.map(text => text.key));
    const gone = [...known.keys()].filter(key => !there.has(key));
    if (changed.length > 0) { await this.#client.call('put', changed); }
    if (gone.length > 0) { await this.#client.call('remove', gone); }
  }

  async #putDraft(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const isEntry = [...this.#corpus.snapshot.entries.values()].some(entry => entry.uri === key);
    if (isEntry || !isDraftFile(uri) || this.files.some(file => file.uri === key)) { return; }
    await this.#client.call('importFile', { key, shelf: 'drafts', path: uri.fsPath, citekey: '', title: nameOf(uri) });
  }

  #fail(error: unknown): void {
    if (error instanceof RemoteError && error.code === 'closed') { return; }
    this.#log.error(`library: ${reasonOf(error)}`);
  }
}

function isDraftFile(uri: vscode.Uri): boolean {
  return uri.scheme === 'file' || uri.scheme === 'vscode-remote';
}

export function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) ?? uri.path;
}
