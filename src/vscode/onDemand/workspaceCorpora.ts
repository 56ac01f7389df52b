import * as vscode from 'vscode';
import type { NewFile } from '../../core/corpus/newFiles.ts';
import { createFileAtomic } from '../../engine/writeFile.ts';
import { corpusFolders } from '../corpusFolders.ts';
import { inform } from '../inform.ts';
import type { Services } from '../services.ts';

/**
 * The folder of a corpus in the workspace: the one there is, or the one that the writer chooses.
 * @param onNone what to do where there is none; unless told, that is said
 */
export async function pickCorpus({ corpus }: Services, placeHolder: string, onNone: () => unknown = tellNone): Promise<vscode.Uri | undefined> {
  const found = await corpusFolders();
  if (found.length === 0) { await onNone(); return undefined; }
  const folders = found.sort((one, other) => one.path.localeCompare(other.path));
  if (folders.length === 1) { return folders[0]; }
  const titles = new Map(corpus.snapshot.corpora.map(one => [one.id, one.title]));
  const picked = await vscode.window.showQuickPick(folders.map(uri => {
    const name = uri.path.split('/').pop() ?? '';
    return { label: titles.get(name) ?? name, description: vscode.workspace.asRelativePath(uri), uri };
  }), { placeHolder });
  return picked?.uri;
}

function tellNone(): void {
  inform(vscode.l10n.t('There is no corpus in this workspace yet. Create a Corpus makes one.'));
}

/** Ids of all entries, and names of all files of a folder of entries, whatever they hold. */
export async function takenIds(folder: vscode.Uri, { corpus }: Services): Promise<ReadonlySet<string>> {
  const listed = await Promise.all(['actors', 'events', 'concepts'].map(name => vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, name)).then(found => found, () => [])));
  return new Set([...[...corpus.snapshot.entries.values()].map(({ id }) => id), ...listed.flat().map(([name]) => name.replace(/\.md$/iu, '').toLowerCase())]);
}

/** @returns whether the file was made; one that is there stays as it is */
export async function createFile(folder: vscode.Uri, { path, text }: NewFile): Promise<boolean> {
  const uri = vscode.Uri.joinPath(folder, path);
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
  if (uri.scheme === 'file') { return createFileAtomic(uri.fsPath, text); }
  if (await vscode.workspace.fs.stat(uri).then(() => true, () => false)) { return false; }
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return true;
}
