import * as vscode from 'vscode';
import { Disposable } from './disposable.ts';

/** The text of a project file; its paths are relative to its folder. */
export interface ProjectFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}
export interface ProjectFiles {
  /** The one that counts most first: those of the folders from the draft upwards, then that of the project. */
  readonly files: readonly ProjectFile[];
  readonly isComplete: boolean;
}

/** Quarto’s project file, and the metadata that it lets every folder of a project have. */
const PROJECT = ['_quarto.yml', '_quarto.yaml'];
const METADATA = ['_metadata.yml', '_metadata.yaml'];
/** In bytes: what a person writes; a longer one is no project file. */
const MAX_SIZE = 100_000;
const MAX_DEPTH = 30;
const NONE: ProjectFiles = { files: [], isComplete: true };

/** Quarto's project files around drafts (https://quarto.org/docs/projects/quarto-projects.html), read when first asked for. */
export class Projects extends Disposable {
  readonly #byFolder = new Map<string, ProjectFiles>();
  readonly #onDidChange = this.own(new vscode.EventEmitter<undefined>());
  readonly onDidChange = this.#onDidChange.event;
  /** Counts the times that everything was forgotten. */
  #generation = 0;

  constructor() {
    super();
    const watcher = this.own(vscode.workspace.createFileSystemWatcher('**/{_quarto,_metadata}.{yml,yaml}'));
    const forget = () => { this.#generation++; this.#byFolder.clear(); this.#onDidChange.fire(undefined); };
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) { this.own(event(forget)); }
    this.own(vscode.workspace.onDidChangeWorkspaceFolders(forget));
  }

  /** The project files for a draft in the workspace, as far as they are known now. */
  of(draft: vscode.Uri): ProjectFiles {
    const workspace = vscode.workspace.getWorkspaceFolder(draft);
    if (workspace === undefined) { return NONE; }
    const folder = vscode.Uri.joinPath(draft, '..');
    const known = this.#byFolder.get(folder.toString());
    if (known !== undefined) { return known; }
    const pending: ProjectFiles = { files: [], isComplete: false };
    this.#byFolder.set(folder.toString(), pending);
    const generation = this.#generation;
    void findFiles(folder, workspace.uri).then(files => {
      if (generation !== this.#generation) { return; }
      this.#byFolder.set(folder.toString(), { files, isComplete: true });
      this.#onDidChange.fire(undefined);
    });
    return pending;
  }
}

async function findFiles(folder: vscode.Uri, workspace: vscode.Uri): Promise<ProjectFile[]> {
  const found: ProjectFile[] = [];
  let at = folder;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const project = await firstOf(at, PROJECT);
    found.push(...await firstOf(at, METADATA), ...project);
    if (project.length > 0) { return found; }
    if (at.path === workspace.path || at.path === '/') { break; }
    at = vscode.Uri.joinPath(at, '..');
  }
  // Metadata of folders without a project around them count for nothing.
  return [];
}

async function firstOf(folder: vscode.Uri, names: readonly string[]): Promise<ProjectFile[]> {
  for (const name of names) {
    const uri = vscode.Uri.joinPath(folder, name);
    try {
      if ((await vscode.workspace.fs.stat(uri)).size > MAX_SIZE) { continue; }
      return [{ uri, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) }];
    } catch { /* There is no such file. */ }
  }
  return [];
}
