import * as vscode from 'vscode';
import { ANNEX_KINDS, annexSentence, insertAnnex, refreshAnnexes, type AnnexKind } from '../../core/annexes/index.ts';
import { languageOf } from '../../core/draft/index.ts';
import { registerCommand } from '../commands.ts';
import { toWorkspaceEdit } from '../convert.ts';
import { inform } from '../inform.ts';
import { wordsForDraft } from '../l10n.ts';
import type { Services } from '../services.ts';

const titles = (): Readonly<Record<AnnexKind, string>> => ({
  actors: vscode.l10n.t('List of actors'), abbreviations: vscode.l10n.t('List of abbreviations'), chronology: vscode.l10n.t('Chronology'), sources: vscode.l10n.t('Sources used'),
});

/** Asks which, and puts it at the end of the draft. */
async function insert({ drafts, corpus, bibliographies, extensionUri }: Services, given: unknown): Promise<void> {
  const editor = drafts.active;
  if (editor === undefined) { inform(vscode.l10n.t('Open a Markdown draft first: that is where the annex goes.')); return; }
  const words = titles();
  const kind = ANNEX_KINDS.find(known => known === given)
    ?? (await vscode.window.showQuickPick(ANNEX_KINDS.map(known => ({ label: words[known], known })), { title: vscode.l10n.t('Insert Annex'), placeHolder: vscode.l10n.t('It goes to the end of the draft, and is brought up to date when you ask for it') }))?.known;
  if (kind === undefined) { return; }
  const { document } = editor;
  const { sources } = await bibliographies.ready(document);
  const snapshot = await corpus.ready();
  await wordsForDraft(languageOf(drafts.read(document)), extensionUri);
  const reading = drafts.read(document);
  const edit = insertAnnex(reading, reading.text.length, kind, snapshot, sources);
  if (!await vscode.workspace.applyEdit(toWorkspaceEdit(document, [edit]))) { void vscode.window.showWarningMessage(vscode.l10n.t('The document cannot be changed: it may be open for reading only.')); return; }
  editor.revealRange(new vscode.Range(document.positionAt(edit.span.start), document.positionAt(edit.span.start)));
}

/** Brings all annexes of the draft up to date; what stands outside of their markers stays as it is. */
async function refresh({ drafts, corpus, bibliographies, extensionUri }: Services): Promise<void> {
  const document = drafts.active?.document;
  if (document === undefined) { inform(vscode.l10n.t('Open a Markdown draft first: its annexes are brought up to date.')); return; }
  const { sources } = await bibliographies.ready(document);
  const snapshot = await corpus.ready();
  await wordsForDraft(languageOf(drafts.read(document)), extensionUri);
  const { edits, problems, count } = refreshAnnexes(drafts.read(document), snapshot, sources);
  if (edits.length > 0 && !await vscode.workspace.applyEdit(toWorkspaceEdit(document, edits))) { void vscode.window.showWarningMessage(vscode.l10n.t('The document cannot be changed: it may be open for reading only.')); return; }
  const [problem] = problems;
  if (problem !== undefined) { void vscode.window.showWarningMessage(vscode.l10n.t('Line {0}: {1}', document.positionAt(problem.start).line + 1, annexSentence(problem))); return; }
  void vscode.window.showInformationMessage(count === 0 ? vscode.l10n.t('This draft has no annexes. Insert Annex makes one.')
    : edits.length === 0 ? vscode.l10n.t('The annexes are up to date.') : vscode.l10n.t('{0} of {1} annexes brought up to date.', edits.length, count));
}

export function registerAnnexes(services: Services): vscode.Disposable {
  const { log } = services;
  return vscode.Disposable.from(
    registerCommand('rapporteur.insertAnnex', log, kind => insert(services, kind)),
    registerCommand('rapporteur.refreshAnnexes', log, () => refresh(services)),
  );
}
