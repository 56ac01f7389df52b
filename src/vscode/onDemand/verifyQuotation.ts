import * as vscode from 'vscode';
import { correctionOf, quotedIn, reportOf } from '../../core/quotations/quoted.ts';
import type { QuotationState } from '../../core/quotations/verify.ts';
import { registerCommand } from '../commands.ts';
import { toWorkspaceEdit } from '../convert.ts';
import { inform, reasonOf } from '../inform.ts';
import type { Services } from '../services.ts';
import type { LibraryService } from '../library/libraryService.ts';
import { targetOf } from '../library/openPassage.ts';
import { openAt } from './passages.ts';
import { elsewhereSentence, placeOfReport, quotationSentence } from '../library/words.ts';

/** @returns the state of the quotation at the cursor; `undefined` where there is none. What can be done about it is offered, not waited for. */
async function verifyQuotation(library: LibraryService, { drafts, log }: Services): Promise<QuotationState | undefined> {
  const editor = drafts.active;
  const at = editor?.document.offsetAt(editor.selection.active) ?? 0;
  const reading = editor === undefined ? undefined : drafts.read(editor.document);
  const quoted = reading === undefined ? undefined : quotedIn(reading).find(({ quotation }) => quotation.start <= at && at <= quotation.end);
  if (editor === undefined || quoted === undefined) {
    inform(vscode.l10n.t('Put the cursor into a quotation of a draft first.'));
    return undefined;
  }
  const client = await library.open();
  const version = editor.document.version;
  const entry = reportOf(quoted, await client.call('verify', { quotation: quoted.quotation.text, citekeys: [...new Set(quoted.items.map(item => item.citekey))] }));
  const { report, elsewhere } = entry;
  const [match] = report.matches;
  const sentences = [quotationSentence(report, placeOfReport(report)), ...elsewhere === undefined ? [] : [elsewhereSentence(elsewhere)]];
  const open = vscode.l10n.t('Open');
  const correct = vscode.l10n.t('Correct to the Source');
  const correction = correctionOf(entry);
  void offer(sentences.join(' '), [...match === undefined ? [] : [open], ...correction === undefined ? [] : [correct]], async chosen => {
    if (chosen === open && match !== undefined) { await openAt(targetOf(match.passage, match.span), library); }
    if (chosen !== correct || correction === undefined) { return; }
    if (editor.document.version !== version) { inform(vscode.l10n.t('The draft has changed since. Verify the quotation once more.')); return; }
    await vscode.workspace.applyEdit(toWorkspaceEdit(editor.document, [correction]));
  }, log);
  return report.state;
}

async function offer(sentence: string, actions: readonly string[], run: (action: string) => Promise<void>, log: vscode.LogOutputChannel): Promise<void> {
  try {
    const chosen = await vscode.window.showInformationMessage(sentence, ...actions);
    if (chosen !== undefined) { await run(chosen); }
  } catch (error) { log.error(`quotation: ${reasonOf(error)}`); }
}

export function registerVerifyQuotation(library: LibraryService, services: Services): vscode.Disposable {
  return registerCommand('rapporteur.verifyQuotation', services.log, () => verifyQuotation(library, services));
}
