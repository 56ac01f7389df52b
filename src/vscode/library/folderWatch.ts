import * as vscode from 'vscode';
import { Disposable } from '../disposable.ts';
import { reasonOf } from '../inform.ts';
import { runSoon } from '../runSoon.ts';
import type { ImportReports } from './importReports.ts';
import { runImport } from '../onDemand/importRun.ts';
import type { LibraryService } from './libraryService.ts';
import { isTextFile, textFilesIn } from '../onDemand/textFiles.ts';

/** A program that saves a file writes it in several steps. */
const PAUSE_MS = 1500;
const SETTING = 'rapporteur.library.watch';

/**
 * Takes in what is put into the folders that the setting names, by its name as the text of a work. Without such a folder
 * nothing is watched and nothing opened; what is in the library as it is, and what could not be read as it is, is not even read.
 */
export class FolderWatch extends Disposable {
  readonly #library: LibraryService;
  readonly #reports: ImportReports;
  readonly #workOf: (uri: vscode.Uri) => string;
  readonly #log: vscode.LogOutputChannel;
  readonly #look = this.own(runSoon(() => { this.#queue = this.#queue.then(() => this.#takeIn()); }, PAUSE_MS));
  readonly #ending = new AbortController();
  readonly #watchers: vscode.Disposable[] = [];
  #queue: Promise<void> = Promise.resolve();

  constructor(library: LibraryService, reports: ImportReports, workOf: (uri: vscode.Uri) => string, log: vscode.LogOutputChannel) {
    super();
    this.#library = library;
    this.#reports = reports;
    this.#workOf = workOf;
    this.#log = log;
    this.own({ dispose: () => { this.#ending.abort(); this.#stop(); } });
    this.own(vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration(SETTING)) { this.#start(); } }));
    this.own(vscode.workspace.onDidGrantWorkspaceTrust(() => this.#start()));
    this.#start();
  }

  get #folders(): vscode.Uri[] {
    const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
    const named = vscode.workspace.getConfiguration('rapporteur').get<readonly string[]>('library.watch', []);
    return !vscode.workspace.isTrusted ? [] : named.filter(name => typeof name === 'string' && name.trim() !== '').flatMap(name => {
      const isWhole = /^(?:\/|[a-z]:[\\/])/i.test(name);
      return isWhole ? [vscode.Uri.file(name)] : workspace === undefined ? [] : [vscode.Uri.joinPath(workspace, name)];
    });
  }

  #start(): void {
    this.#stop();
    for (const folder of this.#folders) {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*'), false, false, true);
      const onFile = (uri: vscode.Uri) => { if (isTextFile(uri)) { this.#look.schedule(); } };
      this.#watchers.push(watcher, watcher.onDidCreate(onFile), watcher.onDidChange(onFile));
    }
    if (this.#watchers.length > 0) { this.#look.schedule(); }
  }

  #stop(): void {
    for (const watcher of this.#watchers.splice(0)) { watcher.dispose(); }
  }

  async #takeIn(): Promise<void> {
    try {
      const files = await textFilesIn(this.#folders);
      const fresh: vscode.Uri[] = [];
      for (const uri of files) { if (!await this.#library.isAsItWas(uri)) { fresh.push(uri); } }
      if (fresh.length === 0) { return; }
      const rows = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Importing texts') }, progress =>
        runImport(fresh.map(uri => ({ uri, citekey: this.#workOf(uri) })), this.#library, { signal: this.#ending.signal, onProgress: message => { progress.report({ message }); } }));
      await this.#reports.tell(rows.filter(row => row.state !== 'unchanged'));
    } catch (error) { this.#log.error(`library: ${reasonOf(error)}`); }
  }
}
