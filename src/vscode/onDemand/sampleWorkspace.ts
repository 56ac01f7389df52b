import * as vscode from 'vscode';
import { registerCommand } from '../commands.ts';
import type { Services } from '../services.ts';

/** Copies the sample paper into a folder of the writer's choice and opens it; nothing that is there is overwritten. */
async function openSample({ extensionUri }: Services, given: unknown): Promise<vscode.Uri | undefined> {
  const [parent] = given instanceof vscode.Uri ? [given] : await vscode.window.showOpenDialog({
    canSelectFolders: true, canSelectFiles: false, title: vscode.l10n.t('Where should the sample paper go?'), openLabel: vscode.l10n.t('Put It Here'),
  }) ?? [];
  if (parent === undefined) { return undefined; }
  const folder = vscode.Uri.joinPath(parent, 'rapporteur-sample');
  if (!await vscode.workspace.fs.stat(folder).then(() => true, () => false)) {
    await vscode.workspace.fs.copy(vscode.Uri.joinPath(extensionUri, 'samples', 'cambodia'), folder, { overwrite: false });
  }
  // With a folder given, whoever called opens what it likes.
  if (given === undefined) { await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true }); }
  return folder;
}

export function registerSampleWorkspace(services: Services): vscode.Disposable {
  return registerCommand('rapporteur.openSample', services.log, parent => openSample(services, parent));
}
