import * as vscode from 'vscode';
import { pathKind } from '../core/bibliography/path.ts';

/** Where a path that a draft or a setting names may lead, the likeliest first; nowhere for an address or another machine. */
export function namedFiles(path: string, document: vscode.TextDocument): vscode.Uri[] {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri) ?? (document.isUntitled ? vscode.workspace.workspaceFolders?.[0] : undefined);
  const bases = [...document.isUntitled ? [] : [vscode.Uri.joinPath(document.uri, '..')], ...folder === undefined ? [] : [folder.uri]];
  const kind = pathKind(path);
  const found = kind === 'relative' ? bases.map(base => vscode.Uri.joinPath(base, path))
    : kind === 'absolute' ? [(bases[0] ?? vscode.Uri.file('/')).with({ path: vscode.Uri.file(path).path })] : [];
  // In a folder that is not trusted a draft may only name what is in it.
  return found.filter(uri => vscode.workspace.isTrusted || vscode.workspace.getWorkspaceFolder(uri) !== undefined);
}

/** The first of several files that is there and is no larger than the limit. */
export async function readFirst(uris: readonly vscode.Uri[], maxBytes: number): Promise<{ readonly uri: vscode.Uri; readonly bytes: Uint8Array } | undefined> {
  for (const uri of uris) {
    try {
      const { size, type } = await vscode.workspace.fs.stat(uri);
      if ((type & vscode.FileType.Directory) === 0 && size <= maxBytes) { return { uri, bytes: await vscode.workspace.fs.readFile(uri) }; }
    } catch { /* the next one may be there */ }
  }
  return undefined;
}

/** An image of a draft: only from the draft's own folder and what is below it. */
export async function readImage(target: string, document: vscode.TextDocument, maxBytes: number): Promise<Uint8Array | undefined> {
  let path: string;
  try { path = decodeURIComponent(target.replace(/[?#].*$/, '')); } catch { return undefined; }
  if (document.isUntitled || pathKind(path) !== 'relative') { return undefined; }
  const folder = vscode.Uri.joinPath(document.uri, '..');
  const uri = vscode.Uri.joinPath(folder, path);
  return uri.path.startsWith(`${folder.path.replace(/\/$/, '')}/`) ? (await readFirst([uri], maxBytes))?.bytes : undefined;
}
