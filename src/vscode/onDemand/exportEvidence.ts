import * as vscode from 'vscode';
import { EVIDENCE_FORMATS, evidenceOf, writeEvidence, type EvidenceFormat, type EvidenceRow, type EvidenceWords } from '../../core/quotations/evidence.ts';
import { quotedIn, reportOf } from '../../core/quotations/quoted.ts';
import { writeFileAtomic } from '../../engine/writeFile.ts';
import { registerCommand } from '../commands.ts';
import { inform } from '../inform.ts';
import type { Services } from '../services.ts';
import { nameOf, type LibraryService } from '../library/libraryService.ts';

/** A table of what bears out the sentences of the draft, written to a file. @returns its address; `undefined` when the writer leaves */
async function exportEvidence(task: unknown, library: LibraryService, { drafts }: Services): Promise<string | undefined> {
  const document = drafts.active?.document;
  if (document === undefined) { inform(vscode.l10n.t('Open a Markdown draft first.')); return undefined; }
  const target = await targetOf(task, document);
  if (target === undefined) { return undefined; }
  const reading = drafts.read(document);
  const quoted = quotedIn(reading).filter(({ items }) => items.length > 0);
  const client = await library.open();
  const reports = await client.call('verifyAll', quoted.map(({ quotation, items }) => ({ quotation: quotation.text, citekeys: [...new Set(items.map(item => item.citekey))] })));
  const rows = evidenceOf(reading, quoted.map((one, at) => reportOf(one, reports[at]!)));
  const content = writeEvidence(rows, target.format, wordsOf(nameOf(document.uri)));
  if (target.uri.scheme === 'file') { await writeFileAtomic(target.uri.fsPath, content); } else { await vscode.workspace.fs.writeFile(target.uri, new TextEncoder().encode(content)); }
  inform(vscode.l10n.t('{0}: {1} rows.', nameOf(target.uri), rows.length));
  return target.uri.toString();
}

interface Target {
  readonly uri: vscode.Uri;
  readonly format: EvidenceFormat;
}

/** `{ target: 'file:///…/evidence.csv' }`, or what the writer chooses; the end of the name is the format. */
async function targetOf(task: unknown, document: vscode.TextDocument): Promise<Target | undefined> {
  const given = typeof task === 'object' && task !== null && 'target' in task && typeof task.target === 'string' ? vscode.Uri.parse(task.target, true) : undefined;
  const uri = given ?? await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Evidence of the draft'), filters: { Markdown: ['md'], CSV: ['csv'], HTML: ['html'] },
    defaultUri: vscode.Uri.joinPath(document.uri, '..', `${nameOf(document.uri).replace(/\.\w+$/, '')}-evidence.md`),
  });
  const format = EVIDENCE_FORMATS.find(end => uri?.path.toLowerCase().endsWith(`.${end}`)) ?? 'md';
  return uri && { uri, format };
}

function wordsOf(name: string): EvidenceWords {
  const { t } = vscode.l10n;
  return {
    title: t('What bears out {0}', name),
    columns: [t('Sentence'), t('Citation'), t('Quotation'), t('Passage'), t('Place'), t('Page'), t('State')],
    state: row => [stateWord(row), row.isElsewhere ? t('other page than cited') : ''].filter(Boolean).join('; '),
  };
}

function stateWord({ state }: EvidenceRow): string {
  switch (state) {
    case 'exact': return vscode.l10n.t('word for word');
    case 'typographic': return vscode.l10n.t('word for word but for marks, dashes or blanks');
    case 'marked-edit': return vscode.l10n.t('edited, and marked as such');
    case 'altered': return vscode.l10n.t('not the source’s words');
    case 'not-found': return vscode.l10n.t('not found in the texts compared');
    case 'no-text': return vscode.l10n.t('no text to compare with');
    case 'no-quotation': return vscode.l10n.t('no quotation, not compared');
  }
}

export function registerExportEvidence(library: LibraryService, services: Services): vscode.Disposable {
  return registerCommand('rapporteur.exportEvidence', services.log, task => exportEvidence(task, library, services));
}
