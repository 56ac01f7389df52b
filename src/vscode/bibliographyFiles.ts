import * as vscode from 'vscode';
import type { BibliographyFiles } from '../engine/bibliography/bibliographyStore.ts';

/** Bibliography files as the editor sees them, in and outside the workspace. */
export const editorBibliographyFiles: BibliographyFiles = {
  async size(uri) {
    try {
      const { type, size } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri, true));
      return (type & vscode.FileType.Directory) === 0 ? size : undefined;
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') { return undefined; }
      throw error;
    }
  },

  async read(uri) {
    return vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
  },

  watch(uri, listener) {
    const file = vscode.Uri.parse(uri, true);
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    // Characters of patterns stand for any one character: at worst a neighbour's change is looked at, too.
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), name.replace(/[*?[\]{}]/g, '?'));
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    return vscode.Disposable.from(watcher, watcher.onDidChange(listener), watcher.onDidCreate(listener), watcher.onDidDelete(listener));
  },
};
