import * as vscode from 'vscode';
import type { CorpusFileSystem } from '../engine/corpus/corpusStore.ts';
import { Disposable } from './disposable.ts';

/** Folders deeper than this in a corpus are not read: a link that leads back up would never end. */
const MAX_DEPTH = 6;
const CORPUS_FILES = '**/corpus.yaml';
const CORPUS_PATH = /(?:\.(?:md|ya?ml|json)|\/[^./]+)$/i;
const IGNORED_PATH = /\/(?:node_modules|\.git|dist|out)\//;
const IGNORED = '**/{node_modules,.git,dist,out}/**';

/** Corpora as the editor sees them: bundled, in the workspace, and listed in the settings. */
export class EditorCorpusFiles extends Disposable implements CorpusFileSystem {
  readonly #bundled: vscode.Uri;
  readonly #changed = this.own(new vscode.EventEmitter<string>());
  readonly #foldersChanged = this.own(new vscode.EventEmitter<undefined>());
  /** Another set of folders may be meant now: a setting or the workspace's folders have changed. */
  readonly onDidChangeFolders = this.#foldersChanged.event;

  constructor(extensionUri: vscode.Uri) {
    super();
    this.#bundled = vscode.Uri.joinPath(extensionUri, 'corpus');
    // A folder that comes or goes is told once, without the files in it: names without an ending are folders.
    const watcher = this.own(vscode.workspace.createFileSystemWatcher('**'));
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
      this.own(event(uri => { if (CORPUS_PATH.test(uri.path) && !IGNORED_PATH.test(uri.path)) { this.#changed.fire(uri.toString()); } }));
    }
    this.own(vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration('rapporteur')) { this.#foldersChanged.fire(undefined); } }));
    this.own(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#foldersChanged.fire(undefined)));
  }

  onDidChange(listener: (uri: string) => void): { dispose(): void } {
    return this.#changed.event(listener);
  }

  async findCorpora(): Promise<string[]> {
    const settings = vscode.workspace.getConfiguration('rapporteur');
    const folders = new Map<string, vscode.Uri>();
    const add = (uri: vscode.Uri) => folders.set(uri.toString(), uri);
    for (const file of await vscode.workspace.findFiles(CORPUS_FILES, IGNORED, 100)) { add(vscode.Uri.joinPath(file, '..')); }
    for (const folder of settings.get<readonly string[]>('corpora', [])) { if (folder.trim() !== '') { add(vscode.Uri.file(folder)); } }
    if (settings.get<boolean>('bundledCorpora', true)) {
      for (const [name, type] of await vscode.workspace.fs.readDirectory(this.#bundled)) {
        if (type === vscode.FileType.Directory) { add(vscode.Uri.joinPath(this.#bundled, name)); }
      }
    }
    return [...folders.keys()];
  }

  async listFiles(folderUri: string): Promise<{ path: string; uri: string; size: number }[]> {
    const files: { path: string; uri: string; size: number }[] = [];
    const visit = async (folder: vscode.Uri, prefix: string, depth: number): Promise<void> => {
      const children = await vscode.workspace.fs.readDirectory(folder);
      await Promise.all(children.map(async ([name, type]) => {
        const uri = vscode.Uri.joinPath(folder, name);
        // A symbolic link could lead out of the corpus.
        if (name.startsWith('.') || (type & vscode.FileType.SymbolicLink) !== 0) { return; }
        if (type === vscode.FileType.Directory && depth < MAX_DEPTH) { await visit(uri, `${prefix}${name}/`, depth + 1); }
        if (type === vscode.FileType.File && /\.(?:md|ya?ml|json)$/i.test(name)) {
          files.push({ path: `${prefix}${name}`, uri: uri.toString(), size: (await vscode.workspace.fs.stat(uri)).size });
        }
      }));
    };
    await visit(vscode.Uri.parse(folderUri, true), '', 0);
    return files.sort((a, b) => a.path < b.path ? -1 : 1);
  }

  async read(uri: string): Promise<Uint8Array> {
    return vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
  }
}
