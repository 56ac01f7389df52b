import * as vscode from 'vscode';
import { accept, merge, type Acceptance, type AcceptContext, type FileChange } from '../../core/proposals/accept.ts';
import type { EntryKey } from '../../core/corpus/types.ts';
import type { Proposal } from '../../core/proposals/types.ts';
import { writeFileAtomic } from '../../engine/writeFile.ts';
import type { Services } from '../services.ts';
import { createFile, takenIds } from './workspaceCorpora.ts';

/** What came of accepting: written, there already, or the reason why not. */
export type Outcome = 'written' | 'there' | 'changed' | Extract<Acceptance, { kind: 'refused' }>['reason'];

/** As long as this a corpus is waited for to be read again, so that the next proposal is held against what was just written. */
const READ_MS = 3000;

/** Writes a proposal into a corpus, or into an entry that is there: whole files, or none. @param into the entry that it is merged into */
export async function writeProposal(proposal: Proposal, folder: vscode.Uri, into: EntryKey | undefined, services: Services): Promise<Outcome> {
  const texts = new Map<string, string | undefined>();
  for (;;) {
    const wanted = new Set<string>();
    const context: AcceptContext = {
      snapshot: services.corpus.snapshot, taken: await takenIds(folder, services),
      textOf: uri => { if (!texts.has(uri)) { wanted.add(uri); } return texts.get(uri); },
    };
    const acceptance = into === undefined ? accept(proposal, context) : merge(proposal, into, context);
    if (wanted.size === 0) { return acceptance.kind === 'changes' ? apply(acceptance.changes, folder, services) : acceptance.kind === 'there' ? 'there' : acceptance.reason; }
    for (const uri of wanted) { texts.set(uri, await writableText(uri)); }
  }
}

/** The text of a file of the workspace as the writer sees it; nothing for the corpora that come with the extension. */
async function writableText(address: string): Promise<string | undefined> {
  const uri = vscode.Uri.parse(address, true);
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) { return undefined; }
  const open = openDocument(uri);
  if (open !== undefined) { return open.getText(); }
  return vscode.workspace.fs.readFile(uri).then(bytes => new TextDecoder().decode(bytes), () => undefined);
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
}

async function apply(changes: readonly FileChange[], folder: vscode.Uri, { corpus }: Services): Promise<Outcome> {
  const uris: vscode.Uri[] = [];
  for (const change of changes) {
    const uri = change.kind === 'create' ? vscode.Uri.joinPath(folder, change.path) : vscode.Uri.parse(change.uri, true);
    const isDone = change.kind === 'create' ? await createFile(folder, change) : await changeFile(uri, change.before, change.text);
    if (!isDone) { return 'changed'; }
    uris.push(uri);
  }
  const isRead = () => changes.every((change, at) => corpus.textOf(uris[at]!.toString()) === change.text);
  await new Promise<void>(resolve => {
    const done = () => { listening.dispose(); clearTimeout(timer); resolve(); };
    const listening = corpus.onDidChange(() => { if (isRead()) { done(); } });
    const timer = setTimeout(done, READ_MS);
    if (isRead()) { done(); }
  });
  return 'written';
}

/** A file that is open is changed as if the writer typed, so that it can be undone; another at once and whole. */
async function changeFile(uri: vscode.Uri, before: string, text: string): Promise<boolean> {
  if (await writableText(uri.toString()) !== before) { return false; }
  const document = openDocument(uri);
  if (document === undefined) {
    if (uri.scheme === 'file') { await writeFileAtomic(uri.fsPath, text); } else { await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text)); }
    return true;
  }
  const wasDirty = document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(document.positionAt(0), document.positionAt(before.length)), text);
  if (!await vscode.workspace.applyEdit(edit)) { return false; }
  if (!wasDirty) { await document.save(); }
  return true;
}
