import * as vscode from 'vscode';
import { formatReference, shortReference } from '../../core/citations/reference.ts';
import { LIBRARY_EXTENSIONS, type ReadingProgress } from '../../engine/library/documents/types.ts';
import { registerCommand } from '../commands.ts';
import { nothingFound } from '../lookUp.ts';
import { signalOf } from '../pandoc.ts';
import { pickFrom } from '../pick.ts';
import type { Services } from '../services.ts';
import { nameOf, type LibraryService } from './libraryService.ts';
import { importSentence } from './words.ts';

interface WorkRow extends vscode.QuickPickItem {
  readonly citekey: string;
}

/** The work that a file is the text of: chosen by the writer, the one whose key is in the file's name first. */
async function askForWork(uri: vscode.Uri, services: Services): Promise<string | undefined> {
  const { corpus, bibliographies, drafts } = services;
  const sources = [...new Map([...corpus.snapshot.sources, ...bibliographies.of(drafts.active?.document).sources]).values()];
  const name = nameOf(uri).replace(/\.\w+$/, '').toLowerCase();
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const rows = (query: string): WorkRow[] => [
    ...sources.filter(source => query === '' || plain(`${source.citekey} ${formatReference(source.item)}`).includes(plain(query)))
      .toSorted((a, b) => Number(plain(name).includes(plain(b.citekey))) - Number(plain(name).includes(plain(a.citekey))))
      .map(source => ({ citekey: source.citekey, icon: 'book', label: shortReference(source.item), description: `@${source.citekey}`, detail: formatReference(source.item) })),
    { citekey: '', label: vscode.l10n.t('None of these: import it without a work') },
  ];
  return (await pickFrom(rows, { placeholder: vscode.l10n.t('Which work is {0} the text of?', nameOf(uri)), value: '', services, nothing: nothingFound }))?.citekey;
}

/** `{ files: ['file:///…'], citekey: 'khan2022' }`: what is to be imported without a question. */
function taskFrom(target: unknown): { readonly uris: readonly vscode.Uri[]; readonly citekey: string } | undefined {
  if (typeof target !== 'object' || target === null || !('files' in target) || !Array.isArray(target.files)) { return undefined; }
  const files = target.files.filter((file): file is string => typeof file === 'string');
  return { uris: files.map(file => vscode.Uri.parse(file, true)), citekey: 'citekey' in target && typeof target.citekey === 'string' ? target.citekey : '' };
}

/** @returns what became of each file, in a sentence; `undefined` when the writer leaves */
async function importTexts(target: unknown, library: LibraryService, services: Services): Promise<readonly string[] | undefined> {
  if (!vscode.workspace.isTrusted) { void vscode.window.showInformationMessage(vscode.l10n.t('This folder is not trusted, so nothing is imported.')); return undefined; }
  const task = taskFrom(target);
  const given = task?.uris ?? (Array.isArray(target) ? target : []).filter(one => one instanceof vscode.Uri);
  const uris = given.length > 0 ? given : await vscode.window.showOpenDialog({
    canSelectMany: true, openLabel: vscode.l10n.t('Import'), title: vscode.l10n.t('Texts for the library'), filters: { [vscode.l10n.t('Texts and documents')]: LIBRARY_EXTENSIONS.map(end => end.slice(1)) },
  });
  if (uris === undefined) { return undefined; }
  const works = new Map<vscode.Uri, string>();
  for (const uri of uris) {
    const citekey = task === undefined ? await askForWork(uri, services) : task.citekey;
    if (citekey !== undefined) { works.set(uri, citekey); }
  }
  const sentences: string[] = [];
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Importing texts'), cancellable: true }, async (progress, token) => {
    for (const [uri, citekey] of works) {
      if (token.isCancellationRequested) { break; }
      progress.report({ message: nameOf(uri) });
      const onProgress = (value: unknown) => {
        const { page, pages } = value as ReadingProgress;
        progress.report({ message: vscode.l10n.t('{0}: page {1} of {2}', nameOf(uri), page, pages), increment: 100 / works.size / pages });
      };
      // One file that cannot be read keeps none of the others out.
      sentences.push(importSentence(nameOf(uri), await library.importFile(uri, citekey, { signal: signalOf(token), onProgress })));
    }
  });
  for (const sentence of sentences) { services.log.info(`library: ${sentence}`); }
  if (sentences.length > 0) { void vscode.window.showInformationMessage(sentences.join(' ')); }
  return sentences;
}

export function registerImportTexts(library: LibraryService, services: Services): vscode.Disposable {
  return registerCommand('rapporteur.importTexts', services.log, target => importTexts(target, library, services));
}
