import * as vscode from 'vscode';
import { DICTIONARY_FORMATS } from '../../core/dictionaries/formats.ts';
import { registerCommand } from '../commands.ts';
import { inform } from '../inform.ts';
import type { Services } from '../services.ts';

/** `cspell` of a caller that does not want to be asked. */
async function exportNames({ corpus }: Services, given: unknown): Promise<readonly string[] | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined || !vscode.workspace.isTrusted) {
    inform(folder === undefined ? vscode.l10n.t('Open a folder first: that is where the file goes.') : vscode.l10n.t('This folder is not trusted, so nothing is written into it.'));
    return undefined;
  }
  const format = DICTIONARY_FORMATS.find(({ id }) => id === given)
    ?? (await vscode.window.showQuickPick(DICTIONARY_FORMATS.map(one => ({ label: one.title, detail: one.write(corpus.snapshot).map(({ path }) => path).join(', '), one })), { title: vscode.l10n.t('Names for a program that checks spelling or style') }))?.one;
  if (format === undefined) { return undefined; }
  const files = format.write(await corpus.ready()).map(({ path, text }) => ({ uri: vscode.Uri.joinPath(folder.uri, path), path, text }));
  // Undone like any change, and a file that is open with changes in it is changed there.
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, text } of files) { edit.createFile(uri, { overwrite: true, contents: new TextEncoder().encode(text) }); }
  if (!await vscode.workspace.applyEdit(edit)) { void vscode.window.showWarningMessage(vscode.l10n.t('The file could not be written: look whether its folder may be written into.')); return undefined; }
  inform(`${vscode.l10n.t('{0} written.', files.map(({ path }) => path).join(', '))} ${vscode.l10n.t(format.use)}`);
  return files.map(({ uri }) => uri.toString());
}

export function registerExportNames(services: Services): vscode.Disposable {
  return registerCommand('rapporteur.exportNames', services.log, format => exportNames(services, format));
}
