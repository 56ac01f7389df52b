import * as vscode from 'vscode';
import { LIBRARY_EXTENSIONS } from '../../engine/library/documents/types.ts';
import { nameOf } from '../library/libraryService.ts';

/** More files than this in one folder are no folder of sources. */
const MAX_FILES = 5000;
const MAX_DEPTH = 12;

/** Whether the library reads files of this name. */
export function isTextFile(uri: vscode.Uri): boolean {
  const path = uri.path.toLowerCase();
  return LIBRARY_EXTENSIONS.some(end => path.endsWith(end));
}

/** Files as they are, and of folders the files in them that the library reads, in the order of their names. Links are not followed: they may lead in a circle. */
export async function textFilesIn(uris: readonly vscode.Uri[], isWanted: (uri: vscode.Uri) => boolean = () => true): Promise<vscode.Uri[]> {
  const found = new Map<string, vscode.Uri>();
  const visit = async (folder: vscode.Uri, depth: number): Promise<void> => {
    const entries = await vscode.workspace.fs.readDirectory(folder).then(read => read, () => []);
    for (const [name, type] of entries.sort(([a], [b]) => a < b ? -1 : 1)) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (found.size >= MAX_FILES || name.startsWith('.') || name === 'node_modules') { continue; }
      if (type === vscode.FileType.Directory) { if (depth < MAX_DEPTH) { await visit(uri, depth + 1); } } else if (type === vscode.FileType.File && isTextFile(uri) && isWanted(uri)) { found.set(uri.toString(), uri); }
    }
  };
  for (const uri of uris) {
    // A file that is not there is told by its import.
    const isFolder = await vscode.workspace.fs.stat(uri).then(({ type }) => (type & vscode.FileType.Directory) !== 0, () => false);
    if (isFolder) { await visit(uri, 0); } else { found.set(uri.toString(), uri); }
  }
  return [...found.values()];
}

/** Where the originals go that lie outside of the workspace, when the writer asks for copies; else they stay where they are. */
export async function keptAt(uri: vscode.Uri): Promise<vscode.Uri> {
  const folder = vscode.workspace.getConfiguration('rapporteur').get<string>('library.copyTo', '').trim();
  const workspace = vscode.workspace.workspaceFolders?.[0];
  if (folder === '' || workspace === undefined || vscode.workspace.getWorkspaceFolder(uri) !== undefined) { return uri; }
  const target = vscode.Uri.joinPath(workspace.uri, folder, nameOf(uri));
  // A setting that a folder brings leads nowhere outside of it.
  if (!target.path.startsWith(`${workspace.uri.path}/`)) { return uri; }
  const size = (at: vscode.Uri) => vscode.workspace.fs.stat(at).then(found => found.size, () => undefined);
  const there = await size(target);
  if (there !== undefined) { return there === await size(uri) ? target : uri; }
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(target, '..'));
  await vscode.workspace.fs.copy(uri, target, { overwrite: false });
  return target;
}
