import * as vscode from 'vscode';
import { bibliographyFormat } from '../../core/citations/bibliographyFormat.ts';
import type { BibliographyState } from '../../core/bibliography/types.ts';
import type { CslItem } from '../../core/citations/types.ts';
import { registerCommand } from '../commands.ts';
import { toWorkspaceEdit } from '../convert.ts';
import { inform } from '../inform.ts';
import type { Services } from '../services.ts';

/** References that the draft cites and only a corpus or Zotero has: pandoc would not find them in the draft's bibliography. */
function borrowed(document: vscode.TextDocument, { bibliographies, drafts }: Services): CslItem[] {
  const { sources, bibliographies: parts } = bibliographies.of(document);
  const own = new Set(parts.filter(({ namedBy }) => namedBy === 'draft' || namedBy === 'project' || namedBy === 'workspace').map(({ uri }) => uri));
  const cited = new Set(drafts.read(document).citations.flatMap(cluster => cluster.items).map(item => item.citekey));
  return [...cited].flatMap(citekey => {
    const source = sources.get(citekey);
    return source === undefined || own.has(source.uri) ? [] : [source.item];
  });
}

async function chooseFile(states: readonly BibliographyState[]): Promise<BibliographyState | undefined> {
  if (states.length < 2) { return states[0]; }
  return (await vscode.window.showQuickPick(states.map(state => ({ label: state.name, state })), { title: vscode.l10n.t('Add the references to') }))?.state;
}

/** Adds cited references of corpora to the draft's bibliography; one undoable edit, saved. */
async function addCited(services: Services): Promise<void> {
  const document = services.drafts.active?.document;
  if (document === undefined) { return; }
  const { bibliographies: states } = await services.bibliographies.ready(document);
  const items = borrowed(document, services);
  if (items.length === 0) { inform(vscode.l10n.t('Everything that this draft cites is in its own bibliographies, or is not known at all.')); return; }
  const file = await chooseFile(states.filter(({ namedBy, state, uri }) => namedBy !== 'corpus' && namedBy !== 'zotero' && state === 'ready' && uri !== document.uri.toString()));
  if (file === undefined) {
    inform(vscode.l10n.t('This draft has no bibliography to add to: make a file such as references.bib, and name it at the head of the draft with “bibliography: references.bib”.'));
    return;
  }
  const target = await vscode.workspace.openTextDocument(vscode.Uri.parse(file.uri, true));
  const format = bibliographyFormat(file.uri);
  const { version } = target;
  const edit = format && await services.bibliographies.addition(target.getText(), format, items);
  // What changed meanwhile is not written over.
  if (edit === undefined || target.version !== version || !await vscode.workspace.applyEdit(toWorkspaceEdit(target, [edit])) || !await target.save()) {
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} was not changed. Look what the Problems view says of it, and try again.', file.name));
    return;
  }
  vscode.window.setStatusBarMessage(items.length === 1 ? vscode.l10n.t('1 reference added to {0}', file.name) : vscode.l10n.t('{0} references added to {1}', items.length, file.name), 5000);
}

export function registerAddToBibliography(services: Services): vscode.Disposable {
  return registerCommand('rapporteur.addCitedToBibliography', services.log, () => addCited(services));
}
