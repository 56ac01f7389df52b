import * as vscode from 'vscode';

const CORPUS_FILES = '**/corpus.yaml';
const IGNORED = '**/{node_modules,.git,dist,out}/**';
const IGNORED_NAME = /^(?:\..*|node_modules|dist|out)$/;
const MOST_CORPORA = 100;
/** Of a folder that has to be walked: corpora are not deeper, and a folder far away is slow. */
const MAX_DEPTH = 3;
const MOST_FOLDERS = 300;

/** Folders of the workspace that are corpora, since they have a file `corpus.yaml`. */
export async function corpusFolders(): Promise<vscode.Uri[]> {
  const files = await vscode.workspace.findFiles(CORPUS_FILES, IGNORED, MOST_CORPORA);
  const virtual = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => isVirtual(uri) && !files.some(file => vscode.workspace.getWorkspaceFolder(file)?.uri.toString() === uri.toString()));
  const walked = await Promise.all(virtual.map(({ uri }) => walk(uri)));
  return [...files.map(file => vscode.Uri.joinPath(file, '..')), ...walked.flat()];
}

/** Many of these cannot be searched: there the editor finds nothing. */
function isVirtual({ scheme }: vscode.Uri): boolean {
  return scheme !== 'file' && scheme !== 'vscode-remote';
}

async function walk(root: vscode.Uri): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  let folders = [root];
  for (let depth = 0, seen = 0; depth <= MAX_DEPTH && folders.length > 0; depth++) {
    const read = folders.slice(0, MOST_FOLDERS - seen);
    seen += read.length;
    const children = await Promise.all(read.map(async folder => ({ folder, entries: await vscode.workspace.fs.readDirectory(folder).then(entries => entries, () => []) })));
    folders = children.flatMap(({ folder, entries }) => {
      if (entries.some(([name]) => name === 'corpus.yaml')) { found.push(folder); }
      return entries.flatMap(([name, type]) => type === vscode.FileType.Directory && !IGNORED_NAME.test(name) ? [vscode.Uri.joinPath(folder, name)] : []);
    });
  }
  return found;
}
