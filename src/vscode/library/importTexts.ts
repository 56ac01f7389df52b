import * as vscode from 'vscode';
import { workOfFile } from '../../core/library/workOfFile.ts';
import { LIBRARY_EXTENSIONS } from '../../engine/library/documents/types.ts';
import { registerCommand } from '../commands.ts';
import { inform, reasonOf } from '../inform.ts';
import { signalOf } from '../pandoc.ts';
import type { Services } from '../services.ts';
import { askForWork } from '../onDemand/askForWork.ts';
import { FolderWatch } from './folderWatch.ts';
import { ImportReports } from './importReports.ts';
import { runImport, type FileToTake } from '../onDemand/importRun.ts';
import { nameOf, type LibraryService } from './libraryService.ts';
import { keptAt, textFilesIn } from '../onDemand/textFiles.ts';

/** `{ files: ['file:///…'], citekey: 'khan2022' }`: what is to be imported without a question; folders stand for the files in them. Without a key the names of the files tell. */
function taskFrom(target: unknown): { readonly uris: readonly vscode.Uri[]; readonly citekey: string | undefined } | undefined {
  if (typeof target !== 'object' || target === null || !('files' in target) || !Array.isArray(target.files)) { return undefined; }
  const files = target.files.filter((file): file is string => typeof file === 'string');
  return { uris: files.map(file => vscode.Uri.parse(file, true)), citekey: 'citekey' in target && typeof target.citekey === 'string' ? target.citekey : undefined };
}

/** What a menu of the explorer hands over: the file under the pointer, and all that are selected. */
function selectedIn(target: unknown, selected: unknown): vscode.Uri[] {
  const uris = (Array.isArray(selected) ? selected : Array.isArray(target) ? target : [target]).filter(one => one instanceof vscode.Uri);
  return uris;
}

async function askForFiles(): Promise<readonly vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    canSelectMany: true, openLabel: vscode.l10n.t('Import'), title: vscode.l10n.t('Texts for the library'), filters: { [vscode.l10n.t('Texts and documents')]: LIBRARY_EXTENSIONS.map(end => end.slice(1)) },
  });
}

async function askForFolder(): Promise<readonly vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, canSelectMany: true, openLabel: vscode.l10n.t('Import'), title: vscode.l10n.t('A folder of texts for the library') });
}

/** The work that the name of a file tells; empty for none. */
export function workByName(uri: vscode.Uri, { corpus, bibliographies, drafts }: Services): string {
  return workOfFile(nameOf(uri), [...corpus.snapshot.sources.values(), ...bibliographies.of(drafts.active?.document).sources.values()]) ?? '';
}

/** @returns what became of each file, in a sentence; `undefined` when the writer leaves */
async function importTexts(given: readonly vscode.Uri[], task: ReturnType<typeof taskFrom>, importer: Importer): Promise<readonly string[] | undefined> {
  const { library, services, reports } = importer;
  if (!vscode.workspace.isTrusted) { inform(vscode.l10n.t('This folder is not trusted, so nothing is imported.')); return undefined; }
  const isEntry = (uri: vscode.Uri) => services.corpus.textOf(uri.toString()) !== undefined;
  const uris = await textFilesIn(given, uri => !isEntry(uri));
  if (uris.length === 0) { inform(vscode.l10n.t('There is no file here that the library reads: PDF, Word, OpenDocument, EPUB, HTML, Markdown, plain text or a table.')); return []; }
  await services.corpus.whenReady();
  // Who imports one file is asked which work it is; of many, their names tell, and the report says what they told.
  const only = task === undefined && given.length === 1 && uris.length === 1 ? uris[0] : undefined;
  const asked = only && await askForWork({ placeholder: vscode.l10n.t('Which work is {0} the text of?', nameOf(only)), name: nameOf(only), none: vscode.l10n.t('None of these: import it without a work') }, services);
  if (only !== undefined && asked === undefined) { return undefined; }
  return takeIn(uris.map(uri => ({ uri, citekey: asked ?? task?.citekey ?? workByName(uri, services) })), { library, reports });
}

async function takeIn(files: readonly FileToTake[], taking: Taking): Promise<readonly string[]> {
  const { library, reports } = taking;
  const rows = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Importing texts'), cancellable: true }, async (progress, token) => {
    const kept: FileToTake[] = [];
    for (const { uri, citekey } of files) { kept.push({ uri: await keptAt(uri), citekey }); }
    return runImport(kept, library, { signal: signalOf(token), onProgress: (message, increment) => { progress.report({ message, increment }); } });
  });
  const left = rows.filter(row => row.state === 'left').map(({ uri, citekey }) => ({ uri: vscode.Uri.parse(uri, true), citekey }));
  await reports.tell(rows, left.length === 0 ? undefined : () => takeIn(left, taking));
  return rows.map(row => row.sentence);
}

/** What files are taken in with. */
export interface Taking {
  readonly library: Pick<LibraryService, 'pending' | 'keepPending' | 'importFile'>;
  readonly reports: Pick<ImportReports, 'tell'>;
}

interface Importer extends Taking {
  readonly services: Services;
}

/** An import that the end of the editor stopped goes on where it was, when the writer wants that. */
export async function offerToGoOn(taking: Taking): Promise<void> {
  const left = taking.library.pending;
  if (left.length === 0 || !vscode.workspace.isTrusted) { return; }
  const goOn = vscode.l10n.t('Go On');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('An import stopped before its end: {0} files are left.', left.length), goOn, vscode.l10n.t('Leave Them'));
  if (chosen === goOn) { await takeIn(left, taking); } else if (chosen !== undefined) { await taking.library.keepPending([]); }
}

export function registerImportTexts(library: LibraryService, services: Services): vscode.Disposable {
  const reports = new ImportReports(services.state, services.log);
  const importer: Importer = { library, services, reports };
  void offerToGoOn(importer).catch((error: unknown) => { services.log.error(`library: ${reasonOf(error)}`); });
  return vscode.Disposable.from(
    reports,
    new FolderWatch(library, reports, uri => workByName(uri, services), services.log),
    registerCommand('rapporteur.importTexts', services.log, async (target, selected) => {
      const task = taskFrom(target);
      const given = task?.uris ?? selectedIn(target, selected);
      const uris = given.length > 0 ? given : await askForFiles();
      return uris && importTexts(uris, task, importer);
    }),
    registerCommand('rapporteur.importFolder', services.log, async (target, selected) => {
      const task = taskFrom(target);
      const given = task?.uris ?? selectedIn(target, selected);
      const uris = given.length > 0 ? given : await askForFolder();
      return uris && importTexts(uris, task ?? { uris, citekey: undefined }, importer);
    }),
  );
}
