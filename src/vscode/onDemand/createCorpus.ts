import * as vscode from 'vscode';
import { freeId, newActor, newCorpus, newEvent, type NewFile } from '../../core/corpus/newFiles.ts';
import type { CslItem } from '../../core/citations/types.ts';
import { formatDate } from '../../core/dates/format.ts';
import { parseEdtf } from '../../core/dates/edtf.ts';
import { proposeEntries, type Proposals } from '../../core/draft/proposals.ts';
import { registerCommand, wishFrom } from '../commands.ts';
import { inform, mayWrite } from '../inform.ts';
import type { Services } from '../services.ts';
import { setBundled } from './corpora.ts';
import { createFile } from './workspaceCorpora.ts';

const BEGINNINGS = ['nothing', 'draft', 'bibliography'] as const;
type Beginning = (typeof BEGINNINGS)[number];

/** What is not asked for, because whoever runs the command says it: `{ title: 'The harbour', beginning: 'draft' }` takes all that is named more than once. */
interface Wish { readonly title: string; readonly beginning: Beginning }

function corpusFrom(given: unknown): Wish | undefined {
  const { title, beginning = 'nothing' } = wishFrom(given, 'title', 'beginning');
  const known = BEGINNINGS.find(one => one === beginning);
  return title === undefined || known === undefined ? undefined : { title, beginning: known };
}

/** What it is to begin with; not asked where there is neither a draft nor a bibliography to begin from. */
async function pickBeginning(proposals: Proposals, items: readonly CslItem[]): Promise<Beginning | undefined> {
  const [actors, events] = [proposals.actors.length, proposals.events.length];
  const rows: (vscode.QuickPickItem & { readonly beginning: Beginning })[] = [
    { label: `$(file) ${vscode.l10n.t('From nothing')}`, beginning: 'nothing' },
    ...actors + events === 0 ? [] : [{ label: `$(edit) ${vscode.l10n.t('From this draft')}`, description: vscode.l10n.t('{0} names and {1} dated events to choose from', actors, events), beginning: 'draft' as const }],
    ...items.length === 0 ? [] : [{ label: `$(book) ${vscode.l10n.t('From the bibliography')}`, description: vscode.l10n.t('{0} works', items.length), beginning: 'bibliography' as const }],
  ];
  if (rows.length === 1) { return 'nothing'; }
  return (await vscode.window.showQuickPick(rows, { placeHolder: vscode.l10n.t('What should the corpus begin with?') }))?.beginning;
}

/** The entries that the writer chooses of what the draft proposes; nothing is said of them yet. */
async function pickEntries({ actors, events }: Proposals, isAsked: boolean): Promise<NewFile[] | undefined> {
  const taken = new Set<string>();
  const claim = (id: string) => { taken.add(id); return id; };
  const when = (edtf: string) => { const date = parseEdtf(edtf); return date === undefined ? edtf : formatDate(date); };
  const rows = [
    ...actors.map(({ name, type, times, isLikely, sentence }) => ({
      label: name, description: times === 1 ? type : vscode.l10n.t('{0}, named {1} times', type, times), detail: sentence, picked: isLikely,
      file: () => newActor(claim(freeId(name, taken, 'actor')), name, type),
    })),
    ...events.map(({ name, kind, edtf, sentence }) => ({
      label: name, description: `${kind}, ${when(edtf)}`, detail: sentence, picked: false,
      file: () => newEvent(claim(freeId(name, taken, 'event', /\d{4}/u.exec(edtf)?.[0])), name, kind, edtf),
    })),
  ];
  const picked = isAsked ? await vscode.window.showQuickPick(rows, { canPickMany: true, matchOnDetail: true, title: vscode.l10n.t('Entries to begin with') }) : rows.filter(row => row.picked);
  return picked?.map(row => row.file());
}

/** A corpus in the folder `corpus/` of the workspace; nothing that is there is touched. */
async function createCorpus(services: Services, wish: Wish | undefined): Promise<vscode.Uri | undefined> {
  const draft = services.drafts.active?.document;
  // Of several folders, the one in which the writer works.
  const workspace = (draft && vscode.workspace.getWorkspaceFolder(draft.uri)) ?? vscode.workspace.workspaceFolders?.[0];
  if (workspace === undefined) { inform(vscode.l10n.t('Open a folder first: the corpus is made in it.')); return undefined; }
  if (!mayWrite()) { return undefined; }
  const proposals = draft === undefined ? { actors: [], events: [] } : proposeEntries(services.drafts.read(draft));
  const { sources, bibliographies } = await services.bibliographies.ready(draft);
  const own = [...sources.values()].filter(({ corpusId }) => corpusId === undefined);
  const items = own.map(({ item }) => item);
  const beginning = wish?.beginning ?? await pickBeginning(proposals, items);
  const title = beginning && (wish?.title ?? await vscode.window.showInputBox({ prompt: vscode.l10n.t('What is the corpus about?'), placeHolder: vscode.l10n.t('The peace process of …') }))?.trim();
  if (title === undefined || title === '') { return undefined; }
  const entries = beginning === 'draft' ? await pickEntries(proposals, wish === undefined) : [];
  if (entries === undefined) { return undefined; }
  // What its entries will cite; of the names of a draft, without all that a Zotero holds.
  const zotero = new Set(bibliographies.filter(({ namedBy }) => namedBy === 'zotero').map(({ uri }) => uri));
  const references = beginning === 'bibliography' ? items : beginning === 'draft' ? own.filter(({ uri }) => !zotero.has(uri)).map(({ item }) => item) : [];
  const parent = vscode.Uri.joinPath(workspace.uri, 'corpus');
  const names = await vscode.workspace.fs.readDirectory(parent).then(found => found.map(([name]) => name.toLowerCase()), () => []);
  const id = freeId(title, new Set([...names, ...services.corpus.snapshot.corpora.map(corpus => corpus.id)]), 'corpus');
  const folder = vscode.Uri.joinPath(parent, id);
  for (const file of [...newCorpus(id, title, references), ...entries]) { await createFile(folder, file); }
  const uri = vscode.Uri.joinPath(folder, 'corpus.yaml');
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  void offerToHideBundled(title);
  return uri;
}

/** The writer's own would be hard to find among the hundreds of entries that come along. */
async function offerToHideBundled(title: string): Promise<void> {
  if (!vscode.workspace.getConfiguration('rapporteur').get<boolean>('bundledCorpora', true)) { return; }
  const hide = vscode.l10n.t('Hide the Bundled Corpus Here');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('“{0}” is shown together with the corpus on Cambodia that comes with Rapporteur.', title), hide);
  if (chosen === hide) { await setBundled(false); }
}

export function registerCreateCorpus(services: Services): vscode.Disposable {
  return registerCommand('rapporteur.createCorpus', services.log, wish => createCorpus(services, corpusFrom(wish)));
}
