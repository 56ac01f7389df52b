import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { afterwards } from './runner.ts';

export { assert };

/** The folder of the workspace that the tests run in: a copy of test/fixtures/workspace. */
export function workspaceFolder(): vscode.Uri {
  return vscode.workspace.workspaceFolders![0]!.uri;
}

/** Waits until the value is there, asking again as the editor goes on; fails with the last thing seen. */
export async function waitFor<T>(what: string, find: () => T | undefined | false | Promise<T | undefined | false> | Thenable<T | undefined | false>, timeoutMs = 20_000): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const found = await find();
    if (found !== undefined && found !== false) { return found; }
    if (Date.now() > end) { throw new Error(`${what}: not seen within ${timeoutMs / 1000} s`); }
    await new Promise(resolve => { setTimeout(resolve, 25); });
  }
}

/** A draft in a file of its own with the cursor at the `|`; the file goes away with the test. */
export async function openDraft(textWithCursor: string, name = `draft-${Date.now()}-${Math.random().toString(36).slice(2, 6)}.md`): Promise<{ editor: vscode.TextEditor; document: vscode.TextDocument; offset: number }> {
  const at = textWithCursor.indexOf('|');
  const text = at === -1 ? textWithCursor : textWithCursor.slice(0, at) + textWithCursor.slice(at + 1);
  const uri = await writeFile(name, text);
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  const offset = Math.max(0, at);
  const position = document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  await corpusReady();
  return { editor, document, offset };
}

/** Writes a file of the workspace, and removes it when the test ends. */
export async function writeFile(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), path);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  afterwards(async () => { try { await vscode.workspace.fs.delete(uri, { recursive: true }); } catch { /* a test may have removed it */ } });
  return uri;
}

let isReady = false;
/** Waits until the bundled corpus answers. */
export async function corpusReady(): Promise<void> {
  if (isReady) { return; }
  await vscode.extensions.getExtension('rapporteur.rapporteur')!.activate();
  await waitFor('the bundled corpus', async () => (await symbols('Rafeeuddin Ahmed')).length > 0, 60_000);
  isReady = true;
}

export async function symbols(query: string): Promise<readonly vscode.SymbolInformation[]> {
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[] | undefined>('vscode.executeWorkspaceSymbolProvider', query);
  return (found ?? []).filter(symbol => symbol.name.toLowerCase().includes(query.toLowerCase().split(' ')[0] ?? ''));
}

/** The words of all hovers at the words, as the reader sees them: entities resolved, links as their titles. */
export async function hoverText(document: vscode.TextDocument, words: string): Promise<string> {
  return (await hovers(document, words)).map(hover => hover.contents.map(content => readable(content)).join('\n')).join('\n');
}

export async function hovers(document: vscode.TextDocument, words: string): Promise<vscode.Hover[]> {
  const at = document.getText().indexOf(words);
  assert.notEqual(at, -1, `the draft has no “${words}”`);
  return vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(at + Math.floor(words.length / 2)));
}

function readable(content: vscode.MarkdownString | vscode.MarkedString): string {
  const text = typeof content === 'string' ? content : content.value;
  return text.replace(/\[([^\]]*)\]\(command:[^)]*\)/g, '$1').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

export async function complete(document: vscode.TextDocument, offset: number): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, document.positionAt(offset));
  return list.items;
}

export function labelOf(item: vscode.CompletionItem): string {
  return typeof item.label === 'string' ? item.label : item.label.label;
}

/** Diagnostics of Rapporteur on a file, once there are some that the test accepts. */
export async function diagnostics(uri: vscode.Uri, accept: (found: vscode.Diagnostic[]) => boolean = found => found.length > 0): Promise<vscode.Diagnostic[]> {
  return waitFor(`diagnostics on ${uri.path.split('/').at(-1)}`, () => {
    const found = vscode.languages.getDiagnostics(uri).filter(diagnostic => diagnostic.source === 'Rapporteur');
    return accept(found) ? found : undefined;
  });
}
