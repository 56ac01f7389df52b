import * as vscode from 'vscode';
import type { CitationForm } from '../../core/citations/insert.ts';
import { datesIn } from '../../core/dates/format.ts';
import { languageOf } from '../../core/draft/index.ts';
import { insertCited } from '../../core/draft/insertCited.ts';
import { paragraphsAbout } from '../../core/timeline/draftMarks.ts';
import { timelineOf } from '../../core/timeline/model.ts';
import { whenOf } from '../../core/views/cards.ts';
import { toSpan } from '../convert.ts';
import type { Services } from '../services.ts';
import { writeInto } from './write.ts';

/** Writes the event's name and date where the cursor is, then its citation. @returns what was done, in a sentence */
export async function insertEvent(key: string, { corpus, drafts }: Services): Promise<string> {
  const event = corpus.snapshot.entries.get(key);
  const editor = await drafts.show();
  if (editor === undefined) { return vscode.l10n.t('Open a Markdown draft first: that is where it goes.'); }
  if (event?.class !== 'event') { return vscode.l10n.t('This event is not in the corpus any more.'); }
  const { document, selection } = editor;
  const when = datesIn(languageOf(drafts.read(document)), () => whenOf(event));
  const citation = timelineOf(corpus.snapshot).events.find(({ id }) => id === event.key)?.citation ?? event.citations[0];
  const citations = citation === undefined ? [] : [{ citekey: citation.citekey, suffixText: citation.suffixText }];
  const form = vscode.workspace.getConfiguration('rapporteur', document).get<CitationForm>('citation.form', 'bracketed');
  const { edits, caret } = insertCited(document.getText(), toSpan(document, selection), when === '' ? event.name : `${event.name} (${when})`, citations, form);
  if (!await writeInto(editor, edits, caret)) { return vscode.l10n.t('The document cannot be changed: it may be open for reading only.'); }
  return vscode.l10n.t('{0} inserted', event.name);
}

/** Shows a place of the draft; only because the writer asked for it. */
export async function goTo(offset: number, { drafts }: Services): Promise<void> {
  const editor = await drafts.show();
  if (editor === undefined) { return; }
  const position = editor.document.positionAt(offset);
  await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.One, selection: new vscode.Range(position, position) });
}

/** Lists the paragraphs of the draft that speak of a stretch of time; the chosen one is shown. @returns what to say where there is no draft */
export async function pickParagraph(range: readonly [number, number], services: Services): Promise<string | undefined> {
  const { corpus, drafts } = services;
  const document = drafts.active?.document;
  if (document === undefined) { return vscode.l10n.t('Open a Markdown draft first: its paragraphs are what is listed.'); }
  const found = paragraphsAbout(drafts.read(document), range, corpus.snapshot);
  const picked = await vscode.window.showQuickPick(
    found.map(({ offset, text }) => ({ label: text, description: vscode.l10n.t('line {0}', document.positionAt(offset).line + 1), offset })),
    { placeHolder: found.length === 0 ? vscode.l10n.t('No paragraph of the draft speaks of this time') : vscode.l10n.t('Paragraphs that speak of this time') },
  );
  if (picked !== undefined) { await goTo(picked.offset, services); }
  return undefined;
}
