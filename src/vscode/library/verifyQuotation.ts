import * as vscode from 'vscode';
import { holdsPlace } from '../../core/corpus/locators.ts';
import { placeOfPassage } from '../../core/library/corpusTexts.ts';
import { registerCommand } from '../commands.ts';
import { toWorkspaceEdit } from '../convert.ts';
import type { Services } from '../services.ts';
import type { LibraryService } from './libraryService.ts';
import { openPassage } from './search.ts';
import { quotationSentence } from './words.ts';

async function verifyQuotation(library: LibraryService, { drafts }: Services): Promise<void> {
  const editor = drafts.active;
  const at = editor?.document.offsetAt(editor.selection.active) ?? 0;
  const reading = editor === undefined ? undefined : drafts.read(editor.document);
  const quotation = reading?.quotations.find(one => one.start <= at && at <= one.end);
  if (editor === undefined || reading === undefined || quotation === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor into a quotation of a draft first.'));
    return;
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
  const chosen = await vscode.window.showInformationMessage(sentences.join(' '), ...match === undefined ? [] : [open], ...canCorrect ? [correct] : []);
  if (chosen === open && match !== undefined) { await openPassage(match.passage, match.exact); }
  if (chosen === correct && match !== undefined) {
    if (editor.document.version !== version) { void vscode.window.showInformationMessage(vscode.l10n.t('The draft has changed since. Verify the quotation once more.')); return; }
    await vscode.workspace.applyEdit(toWorkspaceEdit(editor.document, [{ span: { start: quotation.start + 1, end: quotation.end - 1 }, newText: match.exact }]));
  }
}

export function registerVerifyQuotation(library: LibraryService, services: Services): vscode.Disposable {
  return registerCommand('rapporteur.verifyQuotation', services.log, () => verifyQuotation(library, services));
}
