import * as vscode from 'vscode';
import { insertCitation, insertQuotation, sameSourceOtherLocator, type CitationForm, type Insertion } from '../../core/citations/insert.ts';
import { rankSources } from '../../core/citations/match.ts';
import { nextNoteLabel } from '../../core/citations/noteInsert.ts';
import { formatReference, shortReference } from '../../core/citations/reference.ts';
import { lookUp } from '../../core/corpus/lookup.ts';
import { sentenceAt } from '../../core/draft/index.ts';
import { insertName } from '../../core/draft/insertName.ts';
import { supportFor } from '../../core/draft/support.ts';
import { authorityOf, iconOf } from '../../core/views/words.ts';
import type { Snapshot, Statement } from '../../core/corpus/types.ts';
import { citationFrom, citekeyFrom, formFrom, keyFrom, nodeFrom, registerCommand, type CitationArgument } from '../commands.ts';
import { toSpan } from '../convert.ts';
import { inform } from '../inform.ts';
import { nothingFound } from './lookUp.ts';
import { pickFrom, pickSeveral, type PickRow } from './pick.ts';
import type { Services } from '../services.ts';
import { citationOf } from '../sidebar.ts';
import { writeInto, writeWords } from './write.ts';

interface CitationRow extends PickRow {
  readonly citation: CitationArgument;
}
/** A form of citation, or the selected words as a quotation with the citation after it. */
type WrittenAs = CitationForm | 'quotation';

/** How many statements for the sentence at the cursor come before the works. */
const MAX_FOR_SENTENCE = 5;

/**
 * Sources by author, title, year and key, then statements with the locator that goes in with them; before anything is typed,
 * first what the sentence at the cursor can rest on.
 */
function citationRows(query: string, services: Services): CitationRow[] {
  const { bibliographies, corpus: { snapshot }, drafts } = services;
  const editor = drafts.active;
  const document = editor?.document;
  const uses = new Map<string, number>();
  for (const item of document === undefined ? [] : drafts.read(document).citations.flatMap(cluster => cluster.items)) { uses.set(item.citekey, (uses.get(item.citekey) ?? 0) + 1); }
  const sources = rankSources(query, bibliographies.of(document).sources, uses, 40).map(({ citekey, item }): CitationRow => (
    { heading: vscode.l10n.t('Works'), icon: 'book', label: shortReference(item), description: `@${citekey}`, detail: formatReference(item), citation: { citekey } }));
  const statements = lookUp(snapshot, query, { classes: ['statement'], limit: 30 }).flatMap(hit => hit.class === 'statement' ? statementRow(hit.statement, snapshot, vscode.l10n.t('Statements')) : []);
  const near = query === '' && editor !== undefined ? supportRows(editor, services)?.rows.slice(0, MAX_FOR_SENTENCE) ?? [] : [];
  return [...near, ...sources, ...statements];
}

function statementRow(statement: Statement, snapshot: Snapshot, heading: string): CitationRow[] {
  const [first] = statement.citations;
  return first === undefined ? [] : [{
    heading, icon: 'comment', label: authorityOf([first], snapshot), description: snapshot.entries.get(statement.entryKey)?.name ?? '', detail: statement.text,
    citation: { citekey: first.citekey, suffixText: first.suffixText },
  }];
}

/** What may bear on the sentence at the cursor, best first; `undefined` where there is no sentence. */
function supportRows({ document, selection }: vscode.TextEditor, { corpus: { snapshot }, drafts }: Services): { readonly rows: CitationRow[]; readonly end: number } | undefined {
  const reading = drafts.read(document);
  const sentence = sentenceAt(reading, document.offsetAt(selection.active));
  if (sentence === undefined) { return undefined; }
  return { rows: supportFor([sentence], reading.text, snapshot).flatMap(({ statement }) => statementRow(statement, snapshot, vscode.l10n.t('May bear on this sentence'))), end: sentence.end };
}

/** Applies an insertion as one undo step, and leaves the cursor where it says. */
async function apply(editor: vscode.TextEditor, { edits, caret }: Insertion): Promise<boolean> {
  if (await writeInto(editor, edits, caret)) { return true; }
  tellReadOnly();
  return false;
}

/** Puts citations where the cursor is: new ones, or joined to those the cursor stands in. */
async function insertAt(editor: vscode.TextEditor, citations: readonly CitationArgument[], writtenAs?: WrittenAs): Promise<void> {
  if (citations.length === 0) { return; }
  const { document } = editor;
  const form = writtenAs ?? vscode.workspace.getConfiguration('rapporteur', document).get<CitationForm>('citation.form', 'bracketed');
  await apply(editor, form === 'quotation' ? insertQuotation(document.getText(), toSpan(document, editor.selection), citations)
    : insertCitation(document.getText(), document.offsetAt(editor.selection.active), citations, form));
}

/** A form with its name. */
type FormItem = vscode.QuickPickItem & { readonly form: WrittenAs };

async function pickForm(editor: vscode.TextEditor): Promise<FormItem | undefined> {
  const forms: FormItem[] = [
    { label: vscode.l10n.t('In brackets'), description: '[@khan2022, p. 3]', form: 'bracketed' }, { label: vscode.l10n.t('In the text'), description: '@khan2022 [p. 3]', form: 'in-text' },
    { label: vscode.l10n.t('Without the author'), description: '[-@khan2022, p. 3]', form: 'suppress-author' }, { label: vscode.l10n.t('As a footnote'), description: `[^${nextNoteLabel(editor.document.getText())}]`, form: 'note' },
  ];
  if (!editor.selection.isEmpty) { forms.push({ label: vscode.l10n.t('With the selected words as a quotation'), description: '“…” [@khan2022, p. 3]', form: 'quotation' }); }
  return vscode.window.showQuickPick(forms, { title: vscode.l10n.t('Insert Citation As') });
}

/** What the sentence at the cursor can rest on, best first, each with its locator. Answers with the keys that went in. */
async function citeThis(services: Services, editor: vscode.TextEditor): Promise<readonly string[] | undefined> {
  const found = supportRows(editor, services);
  if (found === undefined || found.rows.length === 0) {
    inform(vscode.l10n.t('No statement of your corpora speaks of what this sentence says.'));
    return undefined;
  }
  const matching = (query: string) => found.rows.filter(row => `${row.label} ${row.description ?? ''} ${row.detail ?? ''}`.toLowerCase().includes(query.toLowerCase()));
  const chosen = await pickSeveral(matching, { placeholder: vscode.l10n.t('What this sentence can rest on'), value: '', services, nothing: nothingFound }, row => row.citation.citekey);
  if (chosen.length === 0) { return undefined; }
  const end = editor.document.positionAt(found.end);
  editor.selection = new vscode.Selection(end, end);
  await insertAt(editor, chosen.map(row => row.citation));
  return chosen.map(row => row.citation.citekey);
}

/** Cites the last work again, or the one that is named, with the cursor where its page goes. */
async function citeSameSource(editor: vscode.TextEditor, citekey: string | undefined): Promise<void> {
  const insertion = sameSourceOtherLocator(editor.document.getText(), editor.document.offsetAt(editor.selection.active), 'p.', citekey);
  if (insertion === undefined) {
    inform(vscode.l10n.t('Nothing is cited before the cursor.'));
    return;
  }
  await apply(editor, insertion);
}

/** A name goes in the place of what is selected, or set off from what stands around the cursor. */
async function insertText(editor: vscode.TextEditor, name: string): Promise<void> {
  const { document, selection, selections } = editor;
  const isPlaced = selections.length === 1 && selection.isEmpty;
  const { edits, caret } = insertName(document.getText(), document.offsetAt(selection.active), name);
  if (!await (isPlaced ? writeInto(editor, edits, caret) : writeWords(editor, name))) { tellReadOnly(); }
}

function tellReadOnly(): void {
  void vscode.window.showWarningMessage(vscode.l10n.t('Nothing could be inserted: the document cannot be changed.'));
}

async function draftOrTell({ drafts }: Services): Promise<vscode.TextEditor | undefined> {
  const editor = await drafts.show();
  if (editor === undefined) { inform(vscode.l10n.t('Open a Markdown draft first: that is where it goes.')); }
  return editor;
}

export function registerInsert(services: Services): vscode.Disposable {
  const { corpus, log } = services;
  const insertPicked = async (argument: unknown, ask?: (editor: vscode.TextEditor) => Promise<FormItem | undefined>) => {
    const editor = await draftOrTell(services);
    if (editor === undefined) { return; }
    const given = citationFrom(argument);
    const form = formFrom(argument);
    const asked = form === undefined ? await ask?.(editor) : undefined;
    const writtenAs = form ?? asked?.form;
    if (ask !== undefined && writtenAs === undefined) { return; }
    const selected = editor.document.getText(editor.selection);
    const citations = given !== undefined ? [given] : (await pickSeveral(query => citationRows(query, services), {
      title: asked?.label, placeholder: vscode.l10n.t('Author, title, year or words of a statement'), value: selected.length < 80 && writtenAs !== 'quotation' ? selected : '', services, nothing: nothingFound,
    }, row => row.citation.citekey)).map(row => row.citation);
    await insertAt(editor, citations, writtenAs);
  };
  return vscode.Disposable.from(
    registerCommand('rapporteur.insertCitation', log, argument => insertPicked(argument)),
    registerCommand('rapporteur.insertCitationAs', log, argument => insertPicked(argument, pickForm)),
    registerCommand('rapporteur.citeThis', log, async () => {
      const editor = await draftOrTell(services);
      return editor && citeThis(services, editor);
    }),
    registerCommand('rapporteur.citeSameSource', log, async target => {
      const editor = await draftOrTell(services);
      if (editor !== undefined) { await citeSameSource(editor, citekeyFrom(target)); }
    }),
    registerCommand('rapporteur.insertNodeCitation', log, async target => {
      const key = nodeFrom(target)?.subject.kind === 'entry' ? keyFrom(target) : undefined;
      const citation = key === undefined ? citationFrom(target) : citationOf(key, services);
      if (citation === undefined) {
        inform(vscode.l10n.t('No statement speaks of this, so there is nothing to cite.'));
        return;
      }
      await insertPicked(citation);
    }),
    registerCommand('rapporteur.insertName', log, async target => {
      const editor = await draftOrTell(services);
      if (editor === undefined) { return; }
      const known = corpus.snapshot.entries.get(keyFrom(target) ?? '');
      const name = known?.name ?? (await pickFrom(query => lookUp(corpus.snapshot, query, { classes: ['actor', 'event', 'concept'], limit: 100 })
        .flatMap(hit => 'entry' in hit ? [{ icon: iconOf(hit.entry), label: hit.entry.name, name: hit.entry.name, description: hit.entry.names.slice(1).map(other => other.text).join(', ') }] : []),
      { placeholder: vscode.l10n.t('Name of an actor, an event or a concept'), value: '', services, nothing: nothingFound }))?.name;
      if (name !== undefined) { await insertText(editor, name); }
    }),
    registerCommand('rapporteur.insertNodeName', log, async target => {
      const editor = await draftOrTell(services);
      const entry = corpus.snapshot.entries.get(keyFrom(target) ?? '');
      if (editor !== undefined && entry !== undefined) { await insertText(editor, entry.name); }
    }),
    registerCommand('rapporteur.copyReference', log, async target => {
      const source = services.bibliographies.of(services.drafts.active?.document).sources.get(citekeyFrom(target) ?? '');
      if (source === undefined) { return; }
      await vscode.env.clipboard.writeText(formatReference(source.item));
      vscode.window.setStatusBarMessage(vscode.l10n.t('Reference copied'), 3000);
    }),
  );
}
