import { setImmediate } from 'node:timers/promises';
import * as vscode from 'vscode';
import { placeOfPassage } from '../../core/library/corpusTexts.ts';
import { makeDraftContext } from '../../core/draft/index.ts';
import { TextProposals } from '../../core/proposals/fromText.ts';
import { registerCommand } from '../commands.ts';
import { inform } from '../inform.ts';
import type { Services } from '../services.ts';
import { nameOf, type LibraryService } from '../library/libraryService.ts';
import type { ProposalTree } from '../library/proposalTree.ts';
import type { Proposals } from '../library/proposals.ts';

/** A thousand pages; what comes after is proposed when that is decided. */
const MOST_PASSAGES = 8000;

/** What a text of the library proposes for the corpora. @returns how many are new; `undefined` when the writer leaves */
async function proposeFromText(target: unknown, library: LibraryService, proposals: Proposals, tree: ProposalTree, services: Services): Promise<number | undefined> {
  const client = await library.open();
  const key = typeof target === 'string' && library.files.some(file => file.uri === target) ? target : await pickText(library);
  if (key === undefined) { return undefined; }
  await services.corpus.whenReady();
  const passages = (await client.call('textPassages', key)).filter(passage => passage.kind !== 'heading').slice(0, MOST_PASSAGES);
  const found = new TextProposals(makeDraftContext(services.corpus.snapshot));
  const isWhole = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Looking for actors and events'), cancellable: true }, async (progress, token) => {
    for (const [at, passage] of passages.entries()) {
      found.add({ source: key, title: nameOf(vscode.Uri.parse(key, true)), citekey: passage.citekey, suffixText: placeOfPassage(passage), passage: passage.text });
      // One passage takes a few milliseconds: the editor has its turn after each.
      await setImmediate();
      if (token.isCancellationRequested) { return false; }
      if (at % 50 === 49) { progress.report({ increment: 5000 / passages.length }); }
    }
    return true;
  });
  if (!isWhole) { return undefined; }
  const added = await proposals.add(found.all);
  if (added === 0) { inform(vscode.l10n.t('It names nobody and nothing that is not in your corpora or decided already.')); } else { await tree.show(); }
  return added;
}

async function pickText(library: LibraryService): Promise<string | undefined> {
  if (library.files.length === 0) { inform(vscode.l10n.t('There is no text in the library yet. Import one first.')); return undefined; }
  const rows = library.files.map(({ uri, citekey }) => ({ label: nameOf(vscode.Uri.parse(uri, true)), description: citekey === '' ? '' : `@${citekey}`, uri }));
  return (await vscode.window.showQuickPick(rows, { placeHolder: vscode.l10n.t('Which text is to be looked through for actors, events, dates, offices and statements?'), matchOnDescription: true }))?.uri;
}

export function registerProposeFromText(library: LibraryService, proposals: Proposals, tree: ProposalTree, services: Services): vscode.Disposable {
  return registerCommand('rapporteur.proposeFromText', services.log, target => proposeFromText(target, library, proposals, tree, services));
}
