/**
 * What suites in the extension host need: drafts with a cursor, waiting without sleeping, and what the editor's surfaces
 * answer. Files and settings that a test makes go away with it.
 */
import * as assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { afterwards } from './runner.ts';

export { assert };

const POLL_MS = 25;

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('rapporteur.rapporteur');
  assert.ok(found, 'the extension is not there');
  return found;
}

/** The folder of the workspace that the tests run in: a copy of test/fixtures/workspace. */
export function workspaceFolder(): vscode.Uri {
  return vscode.workspace.workspaceFolders![0]!.uri;
}

type Answer<T> = T | undefined | false;

/** Asks again until there is an answer; fails by naming what did not come. */
export async function waitFor<T>(what: string, find: () => Answer<T> | Thenable<Answer<T>>, timeoutMs = 45_000): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const found = await find();
    if (found !== undefined && found !== false) { return found; }
    if (Date.now() > end) { throw new Error(`${what}: not seen within ${timeoutMs / 1000} s`); }
    await pause(POLL_MS);
  }
}

/** Waits for what an event says next; ask before doing what fires it. */
export function nextEvent<T>(what: string, event: vscode.Event<T>, accept: (value: T) => boolean = () => true, timeoutMs = 45_000): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { listening.dispose(); reject(new Error(`${what}: no event within ${timeoutMs / 1000} s`)); }, timeoutMs);
    const listening = event(value => {
      if (!accept(value)) { return; }
      clearTimeout(timer);
      listening.dispose();
      resolve(value);
    });
  });
}

export interface OpenDraft {
  readonly editor: vscode.TextEditor;
  readonly document: vscode.TextDocument;
  /** Where the `|` stood, in UTF-16 code units; 0 when there was none. */
  readonly offset: number;
}

export interface DraftOptions {
  readonly name?: string;
  /** `false` opens the draft without waiting until the bundled corpus answers. */
  readonly waitForCorpus?: boolean;
}

let drafts = 0;

/** Opens a draft in a file of its own with the cursor at the `|`, and waits until the bundled corpus answers. */
export async function openDraft(textWithCursor: string, { name = `draft-${++drafts}.md`, waitForCorpus = true }: DraftOptions = {}): Promise<OpenDraft> {
  const at = textWithCursor.indexOf('|');
  const uri = await writeFile(name, at === -1 ? textWithCursor : textWithCursor.slice(0, at) + textWithCursor.slice(at + 1));
  const opened = await openUri(uri, Math.max(0, at));
  if (waitForCorpus) { await corpusReady(); }
  return opened;
}

/** Opens a copy, with a name of its own, of a file of the fixture workspace, e.g. `corpus/actors/ada-quill.md`. */
export async function openCopy(path: string): Promise<OpenDraft> {
  const name = `copy-${++drafts}-${path.split('/').at(-1)!}`;
  return openUri(await writeFile(name, await vscode.workspace.fs.readFile(vscode.Uri.joinPath(workspaceFolder(), path))), 0);
}

async function openUri(uri: vscode.Uri, offset: number): Promise<OpenDraft> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  placeCursor(editor, offset);
  return { editor, document, offset };
}

export function placeCursor(editor: vscode.TextEditor, offset: number): void {
  const position = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
}

/** Selects the first place where the words stand. */
export function select(editor: vscode.TextEditor, words: string): void {
  const at = offsetOf(editor.document, words);
  editor.selection = new vscode.Selection(editor.document.positionAt(at), editor.document.positionAt(at + words.length));
}

export function offsetOf(document: vscode.TextDocument, words: string): number {
  const at = document.getText().indexOf(words);
  assert.notEqual(at, -1, `the draft has no “${words}”`);
  return at;
}

/** The text of a draft with `|` at the cursor. */
export function withCursor(editor: vscode.TextEditor): string {
  const text = editor.document.getText();
  const at = editor.document.offsetAt(editor.selection.active);
  return `${text.slice(0, at)}|${text.slice(at)}`;
}

/** Writes a file of the workspace. When the test ends it is removed, or holds again what it held. */
export async function writeFile(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), path);
  const before = await readIfThere(uri);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  afterwards(async () => {
    if (before !== undefined) { await vscode.workspace.fs.writeFile(uri, before); return; }
    if (await readIfThere(uri) !== undefined) { await vscode.workspace.fs.delete(uri); }
  });
  return uri;
}

async function readIfThere(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try { return await vscode.workspace.fs.readFile(uri); } catch { return undefined; }
}

/** Sets a setting for the test, of the extension unless told, e.g. `hover.statements`. */
export async function set(key: string, value: unknown, section = 'rapporteur'): Promise<void> {
  const update = (to: unknown): Thenable<void> => vscode.workspace.getConfiguration(section).update(key, to, vscode.ConfigurationTarget.Global);
  const before = vscode.workspace.getConfiguration(section).inspect(key)?.globalValue;
  afterwards(() => update(before));
  await update(value);
}

/**
 * Runs something that asks with a quick pick, and accepts its first item. A list that is not filled yet is accepted as
 * nothing, so the whole is tried again until it gives a value: not for what changes something before it asks.
 */
export async function acceptFirst<T>(ask: () => Thenable<T | undefined>): Promise<T> {
  return waitFor('a chosen item', async () => {
    const answer = Promise.resolve(ask());
    const ended = answer.then(() => true);
    for (let waitMs = POLL_MS; !await Promise.race([ended, pause(waitMs, false)]); waitMs *= 2) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    return answer;
  });
}

/**
 * Runs a command that asks with a list of ours, and accepts its first row until what follows from that is seen. A list that
 * has no row yet stays.
 */
export async function acceptUntil<T>(what: string, run: () => Thenable<unknown>, find: () => Answer<T>): Promise<T> {
  const ended = Promise.resolve(run());
  const found = await waitFor(what, async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return find();
  });
  await ended;
  return found;
}

let ready: Promise<void> | undefined;
/** Waits until the bundled corpus answers. Where it never does, every test that needs it fails at once. */
export function corpusReady(): Promise<void> {
  ready ??= (async () => {
    await extension().activate();
    await waitFor('the bundled corpus', async () => (await symbols('Rafeeuddin Ahmed')).length > 0, 100_000);
  })();
  return ready;
}

/** What *Go to Symbol in Workspace* answers, of all extensions, with the words in the name. */
export async function symbols(query: string): Promise<readonly vscode.SymbolInformation[]> {
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[] | undefined>('vscode.executeWorkspaceSymbolProvider', query);
  return (found ?? []).filter(symbol => symbol.name.toLowerCase().includes(query.toLowerCase().split(' ')[0] ?? ''));
}

/** The words of all hovers at the words, as the reader sees them: entities resolved, links as their titles. */
export async function hoverText(document: vscode.TextDocument, words: string): Promise<string> {
  return (await hovers(document, words)).map(hover => hover.contents.map(readable).join('\n')).join('\n');
}

export async function hovers(document: vscode.TextDocument, words: string): Promise<vscode.Hover[]> {
  const at = offsetOf(document, words) + Math.floor(words.length / 2);
  return vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(at));
}

/** VS Code hands back Markdown, whatever a provider gave. */
function readable(content: vscode.Hover['contents'][number]): string {
  return (content as vscode.MarkdownString).value.replace(/\[([^\]]*)\]\(command:[^)]*\)/g, '$1').replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
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
  return waitFor(`diagnostics on ${uri.path.split('/').at(-1) ?? ''}`, () => {
    const found = vscode.languages.getDiagnostics(uri).filter(diagnostic => diagnostic.source === 'Rapporteur');
    return accept(found) ? found : undefined;
  });
}
