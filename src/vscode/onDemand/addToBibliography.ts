import * as vscode from 'vscode';
import { bibliographyFormat } from '../../core/citations/bibliographyFormat.ts';
import type { BibliographyState } from '../../core/bibliography/types.ts';
import type { CslItem } from '../../core/citations/types.ts';
import { registerCommand } from '../commands.ts';
import { isDraft, toRange, toWorkspaceEdit } from '../convert.ts';
import { corpusFolders } from '../corpusFolders.ts';
import { inform } from '../inform.ts';
import type { Services } from '../services.ts';
import { createFile } from './workspaceCorpora.ts';

/** Of a corpus. */
const REFERENCES = 'references.json';

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

/** Adds what is cited to the bibliography that is to have it: the draft's own, or that of the corpus whose entry is in front. */
async function addCited(services: Services): Promise<void> {
  const document = services.drafts.active?.document;
  if (document === undefined) { return; }
  const corpus = (await corpusFolders()).find(({ path }) => document.uri.path.startsWith(`${path}/`));
  await (corpus === undefined ? addToDraft(document, services) : addToCorpus(document, corpus, services));
}

async function addToDraft(document: vscode.TextDocument, services: Services): Promise<void> {
  const { bibliographies: states } = await services.bibliographies.ready(document);
  const items = borrowed(document, services);
  if (items.length === 0) { inform(vscode.l10n.t('Everything that this draft cites is in its own bibliographies, or is not known at all.')); return; }
  const file = await chooseFile(states.filter(({ namedBy, state, uri }) => namedBy !== 'corpus' && namedBy !== 'zotero' && state === 'ready' && uri !== document.uri.toString()));
  if (file === undefined) {
    inform(vscode.l10n.t('This draft has no bibliography to add to: make a file such as references.bib, and name it at the head of the draft with “bibliography: references.bib”.'));
    return;
  }
  await append(vscode.Uri.parse(file.uri, true), file.name, items, services);
}

/** What the entry cites in vain, out of what the workspace and the drafts that are open can cite. */
async function addToCorpus(entry: vscode.TextDocument, folder: vscode.Uri, services: Services): Promise<void> {
  const { corpus: { snapshot }, bibliographies } = services;
  const missing = new Set(snapshot.problems.filter(({ uri, code }) => code === 'unknown-source' && uri === entry.uri.toString()).map(({ span }) => entry.getText(toRange(entry, span)).replace(/^@/u, '')));
  if (missing.size === 0) { inform(vscode.l10n.t('Everything that this entry cites is in the references of its corpus.')); return; }
  const known = new Map<string, CslItem>();
  for (const document of [undefined, ...vscode.workspace.textDocuments.filter(isDraft)]) {
    for (const [citekey, { item }] of (await bibliographies.ready(document)).sources) { if (missing.has(citekey) && !known.has(citekey)) { known.set(citekey, item); } }
  }
  if (known.size === 0) {
    inform(vscode.l10n.t('No draft that is open can cite {0}: open the one whose bibliography has it, and try again.', [...missing].map(citekey => `@${citekey}`).join(', ')));
    return;
  }
  await createFile(folder, { path: REFERENCES, text: '[]\n' });
  await append(vscode.Uri.joinPath(folder, REFERENCES), REFERENCES, [...known.values()], services);
}

/** One undoable edit, saved. */
async function append(uri: vscode.Uri, name: string, items: readonly CslItem[], { bibliographies }: Services): Promise<void> {
  const target = await vscode.workspace.openTextDocument(uri);
  const format = bibliographyFormat(uri.toString());
  const { version } = target;
  const edit = format && await bibliographies.addition(target.getText(), format, items);
  // What changed meanwhile is not written over.
  if (edit === undefined || target.version !== version || !await vscode.workspace.applyEdit(toWorkspaceEdit(target, [edit])) || !await target.save()) {
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} was not changed. Look what the Problems view says of it, and try again.', name));
    return;
  }
  vscode.window.setStatusBarMessage(items.length === 1 ? vscode.l10n.t('1 reference added to {0}', name) : vscode.l10n.t('{0} references added to {1}', items.length, name), 5000);
}

export function registerAddToBibliography(services: Services): vscode.Disposable {
  return registerCommand('rapporteur.addCitedToBibliography', services.log, () => addCited(services));
}
