import * as vscode from 'vscode';
import type { BibliographyFiles } from '../engine/bibliography/bibliographyStore.ts';

/** The text of a file that is being edited; `undefined` where the file itself holds what there is. */
function unsavedText(uri: string): Uint8Array | undefined {
  const document = vscode.workspace.textDocuments.find(open => open.isDirty && open.uri.toString() === uri);
  return document && new TextEncoder().encode(document.getText());
}

/** Bibliography files as the editor sees them, in and outside the workspace; what is not saved yet counts. */
export const editorBibliographyFiles: BibliographyFiles = {
  async size(uri) {
    const unsaved = unsavedText(uri);
    if (unsaved !== undefined) { return unsaved.byteLength; }
    try {
      const { type, size } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri, true));
      return (type & vscode.FileType.Directory) === 0 ? size : undefined;
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') { return undefined; }
      throw error;
    }
  },

  async read(uri) {
    return unsavedText(uri) ?? vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
  },

  watch(uri, listener) {
    const file = vscode.Uri.parse(uri, true);
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    // Characters of patterns stand for any one character: at worst a neighbour's change is looked at, too.
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), name.replace(/[*?[\]{}]/g, '?'));
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const edited = (document: vscode.TextDocument) => { if (document.uri.toString() === uri) { listener(); } };
    return vscode.Disposable.from(
      watcher, watcher.onDidChange(listener), watcher.onDidCreate(listener), watcher.onDidDelete(listener),
      vscode.workspace.onDidChangeTextDocument(({ document }) => edited(document)), vscode.workspace.onDidCloseTextDocument(edited),
    );
  },
};
