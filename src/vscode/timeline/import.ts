import * as vscode from 'vscode';
import type { Citation, Snapshot } from '../../core/corpus/types.ts';
import { shortReference } from '../../core/citations/reference.ts';
import { parseEdtf } from '../../core/dates/edtf.ts';
import { formatDate } from '../../core/dates/format.ts';
import { fold } from '../../core/timeline/filter.ts';
import { newEntries, type NewEntry } from '../../core/timeline/importEntries.ts';
import { formatOf, readEvents } from '../../engine/timeline/importEvents.ts';
import { registerCommand } from '../commands.ts';
import type { Services } from '../services.ts';
import { createFile, pickCorpus, takenIds } from '../workspaceCorpora.ts';

/**
 * Takes events of a Markwhen text or a TimelineJS spreadsheet into a corpus of the workspace: the writer chooses the file,
 * the corpus, the source and the events; each becomes a file of its own, and no file that is there is touched.
 */
async function importTimeline(services: Services): Promise<void> {
  if (!vscode.workspace.isTrusted) { void vscode.window.showInformationMessage(vscode.l10n.t('This folder is not trusted, so nothing is written into it.')); return; }
  const folder = await pickCorpus(services, vscode.l10n.t('Import into which corpus?'));
  if (folder === undefined) { return; }
  const [file] = await vscode.window.showOpenDialog({ title: vscode.l10n.t('Import Events'), filters: { [vscode.l10n.t('Markwhen, TimelineJS')]: ['mw', 'markwhen', 'csv'] } }) ?? [];
  const format = formatOf(file?.path ?? '');
  if (file === undefined || format === undefined) { return; }
  const script = vscode.Uri.joinPath(services.extensionUri, 'dist', 'import.worker.cjs').fsPath;
  const { events, problems } = await readEvents(script, { format, bytes: await vscode.workspace.fs.readFile(file) });
  for (const { line, message } of problems) { services.log.warn(`${file.path}:${line}: ${message}`); }
  if (events.length === 0) { void vscode.window.showWarningMessage(vscode.l10n.t('No event with a date was found. The log of Rapporteur says why.')); return; }
  const citation = await pickSource(services);
  if (citation === undefined) { return; }
  const { snapshot } = services.corpus;
  const { entries, left } = newEntries(events, await takenIds(folder, services), isKnown(snapshot), citation ?? undefined);
  for (const { event, reason } of left) { services.log.info(`${event.title}: left out, ${reason}`); }
  const chosen = entries.length === 0 ? [] : await pickEntries(entries, problems.length);
  if (chosen === undefined) { return; }
  let written = 0;
  for (const entry of chosen) { if (await createFile(folder, entry)) { written++; } }
  void vscode.window.showInformationMessage(left.length + problems.length === 0
    ? vscode.l10n.t('{0} events imported', written)
    : vscode.l10n.t('{0} events imported; {1} are there already or were not understood, the log of Rapporteur names them', written, left.length + problems.length));
}

/** The work that the events are taken from; `null` for none yet, `undefined` when the writer thought better of it. */
async function pickSource({ bibliographies, drafts }: Services): Promise<Citation | null | undefined> {
  const none = { label: vscode.l10n.t('No source yet'), description: vscode.l10n.t('each entry will be listed as one that names no source'), citekey: '' };
  const sources = [...bibliographies.of(drafts.active?.document).sources.values()].map(source => ({ label: shortReference(source.item), description: `@${source.citekey}`, detail: source.item.title ?? '', citekey: source.citekey }));
  const picked = await vscode.window.showQuickPick([none, ...sources], { placeHolder: vscode.l10n.t('On whose authority? Every entry will cite it'), matchOnDescription: true, matchOnDetail: true });
  if (picked === undefined) { return undefined; }
  return picked.citekey === '' ? null : { citekey: picked.citekey, locator: undefined, suffixText: '', prefix: '' };
}

async function pickEntries(entries: readonly NewEntry[], problems: number): Promise<readonly NewEntry[] | undefined> {
  const when = (edtf: string) => { const date = parseEdtf(edtf); return date === undefined ? edtf : formatDate(date); };
  const picked = await vscode.window.showQuickPick(
    entries.map(entry => ({ label: entry.event.title, description: when(entry.event.edtf), detail: entry.path, picked: true, entry })),
    { canPickMany: true, title: problems === 0 ? vscode.l10n.t('Events to import') : vscode.l10n.t('Events to import ({0} lines were not understood)', problems), matchOnDescription: true },
  );
  return picked?.map(item => item.entry);
}

function isKnown({ events }: Snapshot): (title: string, edtf: string) => boolean {
  const known = new Set(events.flatMap(event => event.names.map(name => `${fold(name.text)}\n${event.date?.edtf ?? ''}`)));
  return (title, edtf) => known.has(`${fold(title)}\n${edtf}`);
}

export function registerImport(services: Services): vscode.Disposable {
  return registerCommand('rapporteur.importTimeline', services.log, () => importTimeline(services));
}
