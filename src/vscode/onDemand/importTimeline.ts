import * as vscode from 'vscode';
import type { Citation } from '../../core/corpus/types.ts';
import { shortReference } from '../../core/citations/reference.ts';
import { parseEdtf } from '../../core/dates/edtf.ts';
import { formatDate } from '../../core/dates/format.ts';
import { knownEvents, newEntries, type NewEntry } from '../../core/timeline/importEntries.ts';
import { formatOf, readEvents } from '../../engine/timeline/importEvents.ts';
import { registerCommand, wishFrom } from '../commands.ts';
import { mayWrite } from '../inform.ts';
import type { Services } from '../services.ts';
import { createFile, pickCorpus, takenIds } from './workspaceCorpora.ts';

/** What is not asked for, because whoever runs the command says it: all events of the file, on the authority of a work. */
interface Wish { readonly file: vscode.Uri; readonly citekey: string }

/** `{ file: 'file:///…/events.mw', citekey: 'khan2022' }` */
function importFrom(given: unknown): Wish | undefined {
  const { file, citekey = '' } = wishFrom(given, 'file', 'citekey');
  return file === undefined ? undefined : { file: vscode.Uri.parse(file, true), citekey };
}

/**
 * Takes events of a Markwhen text or a TimelineJS spreadsheet into a corpus of the workspace: the writer chooses the file,
 * the corpus, the source and the events; each becomes a file of its own, and no file that is there is touched.
 * @returns how many were written; `undefined` when the writer thought better of it
 */
async function importTimeline(services: Services, wish: Wish | undefined): Promise<number | undefined> {
  if (!mayWrite()) { return undefined; }
  const folder = await pickCorpus(services, vscode.l10n.t('Import into which corpus?'));
  if (folder === undefined) { return undefined; }
  const [file] = wish !== undefined ? [wish.file] : await vscode.window.showOpenDialog({ title: vscode.l10n.t('Import Events'), filters: { [vscode.l10n.t('Markwhen, TimelineJS')]: ['mw', 'markwhen', 'csv'] } }) ?? [];
  const format = formatOf(file?.path ?? '');
  if (file === undefined || format === undefined) { return undefined; }
  const script = vscode.Uri.joinPath(services.extensionUri, 'dist', 'import.worker.cjs').fsPath;
  const { events, problems } = await readEvents(script, { format, bytes: await vscode.workspace.fs.readFile(file) });
  for (const { line, message } of problems) { services.log.warn(`${file.path}:${line}: ${message}`); }
  if (events.length === 0) { void vscode.window.showWarningMessage(vscode.l10n.t('No event with a date was found. The log of Rapporteur says why.')); return 0; }
  const citation = wish !== undefined ? citing(wish.citekey) : await pickSource(services);
  if (citation === undefined) { return undefined; }
  const { snapshot } = services.corpus;
  const { entries, left } = newEntries(events, await takenIds(folder, services), knownEvents(snapshot), citation ?? undefined);
  for (const { event, reason } of left) { services.log.info(`${event.title}: left out, ${reason}`); }
  const chosen = entries.length === 0 || wish !== undefined ? entries : await pickEntries(entries, problems.length);
  if (chosen === undefined) { return undefined; }
  let written = 0;
  for (const entry of chosen) { if (await createFile(folder, entry)) { written++; } }
  void vscode.window.showInformationMessage(left.length + problems.length === 0
    ? vscode.l10n.t('{0} events imported', written)
    : vscode.l10n.t('{0} events imported; {1} are there already or were not understood, the log of Rapporteur names them', written, left.length + problems.length));
  return written;
}

/** The work that the events are taken from; `null` for none yet, `undefined` when the writer thought better of it. */
async function pickSource({ bibliographies, drafts }: Services): Promise<Citation | null | undefined> {
  const none = { label: vscode.l10n.t('No source yet'), description: vscode.l10n.t('each entry will be listed as one that names no source'), citekey: '' };
  const sources = [...bibliographies.of(drafts.active?.document).sources.values()].map(source => ({ label: shortReference(source.item), description: `@${source.citekey}`, detail: source.item.title ?? '', citekey: source.citekey }));
  const picked = await vscode.window.showQuickPick([none, ...sources], { placeHolder: vscode.l10n.t('On whose authority? Every entry will cite it'), matchOnDescription: true, matchOnDetail: true });
  if (picked === undefined) { return undefined; }
  return citing(picked.citekey);
}

function citing(citekey: string): Citation | null {
  return citekey === '' ? null : { citekey, locator: undefined, suffixText: '', prefix: '' };
}

async function pickEntries(entries: readonly NewEntry[], problems: number): Promise<readonly NewEntry[] | undefined> {
  const when = (edtf: string) => { const date = parseEdtf(edtf); return date === undefined ? edtf : formatDate(date); };
  const picked = await vscode.window.showQuickPick(
    entries.map(entry => ({ label: entry.event.title, description: when(entry.event.edtf), detail: entry.path, picked: true, entry })),
    { canPickMany: true, title: problems === 0 ? vscode.l10n.t('Events to import') : vscode.l10n.t('Events to import ({0} lines were not understood)', problems), matchOnDescription: true },
  );
  return picked?.map(item => item.entry);
}

export function registerImport(services: Services): vscode.Disposable {
  return registerCommand('rapporteur.importTimeline', services.log, wish => importTimeline(services, importFrom(wish)));
}
