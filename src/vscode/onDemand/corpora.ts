import * as vscode from 'vscode';
import { registerCommand } from '../commands.ts';
import { inform } from '../inform.ts';
import type { Services } from '../services.ts';

/** Copies a bundled corpus into the workspace, where the writer can change it; nothing that is there is overwritten. */
async function copyBundled({ extensionUri }: Services): Promise<void> {
  const workspace = vscode.workspace.workspaceFolders?.[0];
  if (workspace === undefined) {
    inform(vscode.l10n.t('Open a folder first: the corpus is copied into it.'));
    return;
  }
  if (!vscode.workspace.isTrusted) {
    inform(vscode.l10n.t('This folder is not trusted, so nothing is written into it.'));
    return;
  }
  const bundled = vscode.Uri.joinPath(extensionUri, 'corpus');
  const names = (await vscode.workspace.fs.readDirectory(bundled)).filter(([, type]) => type === vscode.FileType.Directory).map(([name]) => name);
  const name = names.length === 1 ? names[0] : await vscode.window.showQuickPick(names);
  if (name === undefined) { return; }
  const target = vscode.Uri.joinPath(workspace.uri, 'corpus', name);
  try {
    await vscode.workspace.fs.copy(vscode.Uri.joinPath(bundled, name), target, { overwrite: false });
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileExists') {
      inform(vscode.l10n.t('There is already a folder corpus/{0}.', name));
      return;
    }
    throw error;
  }
  // The copy takes the place of the bundled one, or every entry would be there twice.
  await setBundled(false);
}

/** Shows or hides what comes with the extension, in this workspace; in a window without a folder, everywhere. */
export async function setBundled(isShown: boolean): Promise<void> {
  const target = vscode.workspace.workspaceFolders === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration('rapporteur').update('bundledCorpora', isShown, target);
}

export function registerCorpora(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('rapporteur.reloadCorpora', services.log, () => { services.bibliographies.reload(); return services.corpus.reload(); }),
    registerCommand('rapporteur.openBundledCorpus', services.log, () => copyBundled(services)),
    registerCommand('rapporteur.hideBundledCorpora', services.log, () => setBundled(false)),
    registerCommand('rapporteur.showBundledCorpora', services.log, () => setBundled(true)),
  );
}
