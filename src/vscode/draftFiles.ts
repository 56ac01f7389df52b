import * as vscode from 'vscode';

const DRAFT_FILES = '**/*.{md,markdown,qmd}';
const EXCLUDED = '**/{node_modules,.git,out,dist,_site}/**';
/** In bytes; what is longer is no draft. */
const MAX_SIZE = 20_000_000;

/** All Markdown files of the workspace, those of corpora among them. */
export async function draftFiles(token?: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  return (await vscode.workspace.findFiles(DRAFT_FILES, EXCLUDED, undefined, token)).sort((a, b) => a.path < b.path ? -1 : 1);
}

/** The text of a file as it is saved; nothing for one that cannot be read or is no draft by its size. */
export async function readDraftFile(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.length > MAX_SIZE ? undefined : new TextDecoder().decode(bytes);
  } catch { return undefined; }
}
