import * as vscode from 'vscode';
import { renameInEntry } from '../core/corpus/rename.ts';
import type { Entry } from '../core/corpus/types.ts';
import { mayName } from '../core/draft/mayName.ts';
import { mentionAt } from '../core/draft/index.ts';
import { renameMentions } from '../core/draft/rename.ts';
import { DRAFT_SELECTOR, rangesInText, toRange } from './convert.ts';
import { entriesAt } from './mentions.ts';
import type { Services } from './services.ts';
import { workspaceReadings } from './workspaceReadings.ts';

/** In characters; no name is longer. */
const MAX_LENGTH = 200;

/** *Rename Symbol* on a name gives its entry another preferred name, in the corpus and wherever drafts use the old one. */
class RenameEntry implements vscode.RenameProvider {
  readonly #services: Services;
  constructor(services: Services) { this.#services = services; }

  prepareRename(document: vscode.TextDocument, position: vscode.Position): { range: vscode.Range; placeholder: string } {
    const entry = this.#entryAt(document, position);
    const mention = mentionAt(this.#services.drafts.read(document), document.offsetAt(position));
    return { range: toRange(document, mention ?? entry.nameSpan), placeholder: entry.name };
  }

  async provideRenameEdits(document: vscode.TextDocument, position: vscode.Position, given: string, token: vscode.CancellationToken): Promise<vscode.WorkspaceEdit | undefined> {
    const entry = this.#entryAt(document, position);
    const newName = given.replace(/\s+/g, ' ').trim();
    if (newName === entry.name) { return undefined; }
    this.#accept(newName, entry);
    const edit = new vscode.WorkspaceEdit();
    const file = await vscode.workspace.openTextDocument(vscode.Uri.parse(entry.uri, true));
    let kept = 0;
    for await (const { uri, reading } of workspaceReadings(this.#services, token, text => mayName(text, entry))) {
      const renamed = renameMentions(reading, entry.key, entry.name, newName);
      kept += renamed.kept;
      if (renamed.edits.length === 0 || !isWritable(uri, this.#services)) { continue; }
      const ranges = rangesInText(reading.text, renamed.edits.map(({ span }) => span));
      for (const [index, { newText }] of renamed.edits.entries()) { edit.replace(uri, ranges[index]!, newText); }
    }
    if (token.isCancellationRequested) { return undefined; }
    const isKept = kept > 0 && !entry.names.some(({ text, kind }) => text === entry.name && kind !== 'preferred');
    const edits = renameInEntry(file.getText(), newName, isKept ? entry.name : undefined);
    if (edits === undefined) { throw new Error(vscode.l10n.t('The entry of {0} cannot be changed: mend its file first.', entry.name)); }
    for (const { span, newText } of edits) { edit.replace(file.uri, toRange(file, span), newText); }
    return edit;
  }

  /** What the editor shows where it cannot be done is the message of an error. */
  #entryAt(document: vscode.TextDocument, position: vscode.Position): Entry {
    const entries = entriesAt(document, position, this.#services);
    const [entry] = entries;
    if (entry === undefined) { throw new Error(vscode.l10n.t('No entry of a corpus is named here.')); }
    if (entries.length > 1) { throw new Error(vscode.l10n.t('This name could be several: {0}.', entries.map(({ name }) => name).join('; '))); }
    if (!isWritable(vscode.Uri.parse(entry.uri, true), this.#services)) { throw new Error(vscode.l10n.t('{0} is in a corpus that comes with the extension, and keeps its name.', entry.name)); }
    return entry;
  }

  #accept(newName: string, entry: Entry): void {
    if (newName === '') { throw new Error(vscode.l10n.t('A name has at least one letter.')); }
    if (newName.length > MAX_LENGTH) { throw new Error(vscode.l10n.t('That is too long for a name.')); }
    const same = [...this.#services.corpus.snapshot.entries.values()].find(other => other !== entry && other.name === newName);
    if (same !== undefined) { throw new Error(vscode.l10n.t('Another entry is called {0}: no draft could tell the two apart.', newName)); }
  }
}

function isWritable(uri: vscode.Uri, { extensionUri }: Services): boolean {
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false && !uri.toString().startsWith(`${extensionUri.toString()}/`);
}

export function registerRenameEntry(services: Services): vscode.Disposable {
  return vscode.languages.registerRenameProvider(DRAFT_SELECTOR, new RenameEntry(services));
}
