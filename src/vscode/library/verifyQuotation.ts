import * as vscode from 'vscode';
import { holdsPlace } from '../../core/corpus/locators.ts';
import { placeOfPassage } from '../../core/library/corpusTexts.ts';
import type { QuotationState } from '../../core/quotations/verify.ts';
import { registerCommand } from '../commands.ts';
import { toWorkspaceEdit } from '../convert.ts';
import type { Services } from '../services.ts';
import type { LibraryService } from './libraryService.ts';
import { openPassage } from './search.ts';
import { quotationSentence } from './words.ts';

/** @returns the state of the quotation at the cursor; `undefined` where there is none. What can be done about it is offered, not waited for. */
async function verifyQuotation(library: LibraryService, { drafts, log }: Services): Promise<QuotationState | undefined> {
  const editor = drafts.active;
  const at = editor?.document.offsetAt(editor.selection.active) ?? 0;
  const reading = editor === undefined ? undefined : drafts.read(editor.document);
  const quotation = reading?.quotations.find(one => one.start <= at && at <= one.end);
  if (editor === undefined || reading === undefined || quotation === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor into a quotation of a draft first.'));
    return undefined;
  }
  const sentence = reading.blocks.flatMap(block => block.sentences).find(one => one.start <= quotation.end && quotation.end <= one.end);
  const items = (sentence?.citations ?? []).flatMap(cluster => cluster.items);
  const client = await library.open();
  const version = editor.document.version;
  const report = await client.call('verify', { quotation: quotation.text, citekeys: [...new Set(items.map(item => item.citekey))] });
  const [match] = report.matches;
  const place = match === undefined ? '' : [`@${match.passage.citekey || match.passage.title}`, placeOfPassage({ ...match.passage, page: match.page })].filter(Boolean).join(', ');
  const locator = items.find(item => item.citekey === match?.passage.citekey)?.locator;
  const isElsewhere = match !== undefined && locator?.label === 'page' && match.page !== '' && report.matches.every(one => !holdsPlace(locator, { label: 'page', value: one.page }));
  const sentences = [quotationSentence(report, place), ...isElsewhere ? [vscode.l10n.t('The citation says page {0}; these words stand on page {1}.', locator.value, match.page)] : []];
  const open = vscode.l10n.t('Open');
  const correct = vscode.l10n.t('Correct to the Source');
  const canCorrect = report.matches.length === 1 && !quotation.block && (report.state === 'typographic' || report.state === 'altered');
  void offer(sentences.join(' '), [...match === undefined ? [] : [open], ...canCorrect ? [correct] : []], async chosen => {
    if (match === undefined) { return; }
    if (chosen === open) { await openPassage(match.passage, match.exact); return; }
    if (editor.document.version !== version) { void vscode.window.showInformationMessage(vscode.l10n.t('The draft has changed since. Verify the quotation once more.')); return; }
    await vscode.workspace.applyEdit(toWorkspaceEdit(editor.document, [{ span: { start: quotation.start + 1, end: quotation.end - 1 }, newText: match.exact }]));
  }, log);
  return report.state;
}

async function offer(sentence: string, actions: readonly string[], run: (action: string) => Promise<void>, log: vscode.LogOutputChannel): Promise<void> {
  try {
    const chosen = await vscode.window.showInformationMessage(sentence, ...actions);
    if (chosen !== undefined) { await run(chosen); }
  } catch (error) { log.error(`quotation: ${error instanceof Error ? error.message : String(error)}`); }
}

export function registerVerifyQuotation(library: LibraryService, services: Services): vscode.Disposable {
  return registerCommand('rapporteur.verifyQuotation', services.log, () => verifyQuotation(library, services));
}
