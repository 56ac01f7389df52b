import * as vscode from 'vscode';
import type { CorpusFileSystem } from '../engine/corpus/corpusStore.ts';
import type { ListedFile } from '../engine/corpus/loadFiles.ts';
import { BUNDLED_ROOT, BUNDLED_SCHEME, onDisk } from './bundledFiles.ts';
import { corpusFolders } from './corpusFolders.ts';
import { Disposable } from './disposable.ts';

/** Folders deeper than this in a corpus are not read: a link that leads back up would never end. */
const MAX_DEPTH = 6;
const CORPUS_PATH = /(?:\.(?:md|ya?ml|json)|\/[^./]+)$/i;
const IGNORED_PATH = /\/(?:node_modules|\.git|dist|out)\//;
/** Settings that decide which folders are corpora. */
const SETTINGS = ['rapporteur.corpora', 'rapporteur.bundledCorpora'];

/** Corpora as the editor sees them: bundled, in the workspace, and listed in the settings. */
export class EditorCorpusFiles extends Disposable implements CorpusFileSystem {
  readonly #extensionUri: vscode.Uri;
  readonly #changed = this.own(new vscode.EventEmitter<string>());
  readonly #foldersChanged = this.own(new vscode.EventEmitter<undefined>());
  /** Another set of folders may be meant now: a setting or the workspace's folders have changed. */
  readonly onDidChangeFolders = this.#foldersChanged.event;
  readonly #returned = this.own(new vscode.EventEmitter<undefined>());
  /** The writer comes back to this window from another program, in which anything may have been changed. */
  readonly onDidReturn = this.#returned.event;
  /** Watchers of corpora outside the workspace, by folder. */
  readonly #outside = new Map<string, vscode.Disposable>();

  constructor(extensionUri: vscode.Uri) {
    super();
    this.#extensionUri = extensionUri;
    this.own(this.#watch('**'));
    this.own({ dispose: () => { this.#watchOutside([]); } });
    // What happens in the editor itself is known at once, also where nothing can be watched.
    this.own(vscode.workspace.onDidSaveTextDocument(document => this.#tell(document.uri)));
    this.own(vscode.workspace.onDidCreateFiles(event => { for (const uri of event.files) { this.#tell(uri); } }));
    this.own(vscode.workspace.onDidDeleteFiles(event => { for (const uri of event.files) { this.#tell(uri); } }));
    this.own(vscode.workspace.onDidRenameFiles(event => { for (const { oldUri, newUri } of event.files) { this.#tell(oldUri); this.#tell(newUri); } }));
    let isFocused = vscode.window.state.focused;
    this.own(vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused && !isFocused) { this.#returned.fire(undefined); }
      isFocused = focused;
    }));
    this.own(vscode.workspace.onDidChangeConfiguration(event => { if (SETTINGS.some(name => event.affectsConfiguration(name))) { this.#foldersChanged.fire(undefined); } }));
    this.own(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#foldersChanged.fire(undefined)));
  }

  onDidChange(listener: (uri: string) => void): { dispose(): void } {
    return this.#changed.event(listener);
  }

  #watch(pattern: vscode.GlobPattern): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    return vscode.Disposable.from(watcher, ...[watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete].map(event => event(uri => this.#tell(uri))));
  }

  /** A folder that comes or goes is told once, without the files in it: names without an ending are folders. */
  #tell(uri: vscode.Uri): void {
    if (CORPUS_PATH.test(uri.path) && !IGNORED_PATH.test(uri.path)) { this.#changed.fire(uri.toString()); }
  }

  /** The editor's own watcher sees the workspace alone. */
  #watchOutside(folders: readonly vscode.Uri[]): void {
    const wanted = new Map(folders.filter(uri => vscode.workspace.getWorkspaceFolder(uri) === undefined).map(uri => [uri.toString(), uri]));
    for (const [folder, watcher] of this.#outside) {
      if (!wanted.has(folder)) { watcher.dispose(); this.#outside.delete(folder); }
    }
    for (const [folder, uri] of wanted) {
      if (!this.#outside.has(folder)) { this.#outside.set(folder, this.#watch(new vscode.RelativePattern(uri, '**'))); }
    }
  }

  /** The bundled corpora are read where they lie: the way through the editor is longer. */
  #onDisk(uri: vscode.Uri): vscode.Uri {
    return onDisk(uri, this.#extensionUri);
  }

  async findCorpora(): Promise<string[]> {
    const settings = vscode.workspace.getConfiguration('rapporteur');
    const folders = new Map<string, vscode.Uri>();
    const add = (uri: vscode.Uri) => folders.set(uri.toString(), uri);
    for (const folder of await corpusFolders()) { add(folder); }
    const listed = settings.get<readonly string[]>('corpora', []).filter(folder => folder.trim() !== '').map(folder => vscode.Uri.file(folder));
    this.#watchOutside(listed);
    for (const folder of listed) { add(folder); }
    if (settings.get<boolean>('bundledCorpora', true)) {
      for (const [name, type] of await vscode.workspace.fs.readDirectory(this.#onDisk(BUNDLED_ROOT))) {
        if (type === vscode.FileType.Directory) { add(vscode.Uri.joinPath(BUNDLED_ROOT, name)); }
      }
    }
    return [...folders.keys()];
  }

  async listFiles(folderUri: string): Promise<ListedFile[]> {
    const files: ListedFile[] = [];
    const visit = async (folder: vscode.Uri, prefix: string, depth: number): Promise<void> => {
      const children = await vscode.workspace.fs.readDirectory(this.#onDisk(folder));
      await Promise.all(children.map(async ([name, type]) => {
        const uri = vscode.Uri.joinPath(folder, name);
        // A symbolic link could lead out of the corpus.
        if (name.startsWith('.') || (type & vscode.FileType.SymbolicLink) !== 0) { return; }
        if (type === vscode.FileType.Directory && depth < MAX_DEPTH) { await visit(uri, `${prefix}${name}/`, depth + 1); }
        if (type === vscode.FileType.File && /\.(?:md|ya?ml|json)$/i.test(name)) {
          const stat = await statOf(this.#onDisk(uri));
          if (stat !== undefined) { files.push({ path: `${prefix}${name}`, uri: uri.toString(), size: stat.size, mtime: stat.mtime }); }
        }
      }));
    };
    await visit(vscode.Uri.parse(folderUri, true), '', 0);
    return files.sort((a, b) => a.path < b.path ? -1 : 1);
  }

  async read(uri: string): Promise<Uint8Array> {
    return vscode.workspace.fs.readFile(this.#onDisk(vscode.Uri.parse(uri, true)));
  }

  /** The build packs every corpus that comes with the extension. */
  async packed(folderUri: string): Promise<Uint8Array | undefined> {
    const { path, scheme } = vscode.Uri.parse(folderUri, true);
    return scheme === BUNDLED_SCHEME ? vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#extensionUri, 'dist', 'corpora', `${path}.json`)) : undefined;
  }
}

/** `undefined` for a file that has gone since its folder was listed. */
async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') { return undefined; }
    throw error;
  }
}
