import * as vscode from 'vscode';
import { insertCitation, type CitationForm } from '../core/citations/insert.ts';
import { formatReference, shortReference } from '../core/citations/reference.ts';
import { lookUp } from '../core/corpus/lookup.ts';
import { authorityOf } from '../core/views/words.ts';
import { citationFrom, citekeyFrom, keyFrom, nodeFrom, registerCommand, type CitationArgument } from './commands.ts';
import { toWorkspaceEdit } from './convert.ts';
import { pickFrom, type PickRow } from './pick.ts';
import type { Services } from './services.ts';
import { citationOf } from './sidebar.ts';

interface CitationRow extends PickRow {
  readonly citation: CitationArgument;
}

/** Sources and statements that match, statements with the locator that goes in with them. */
function citationRows(query: string, { corpus }: Services): CitationRow[] {
  const { snapshot } = corpus;
  return lookUp(snapshot, query, { classes: ['source', 'statement'], limit: 60 }).flatMap((hit): CitationRow[] => {
    if (hit.class === 'source') {
      return [{ label: `$(book) ${shortReference(hit.source.item)}`, description: `@${hit.source.citekey}`, detail: formatReference(hit.source.item), citation: { citekey: hit.source.citekey } }];
    }
    const first = hit.class === 'statement' ? hit.statement.citations[0] : undefined;
    if (hit.class !== 'statement' || first === undefined) { return []; }
    return [{
      label: `$(comment) ${authorityOf([first], snapshot)}`, description: snapshot.entries.get(hit.statement.entryKey)?.name ?? '',
      detail: hit.statement.text, citation: { citekey: first.citekey, suffixText: first.suffixText },
    }];
  });
}

/** Puts a citation where the cursor is: a new one, or joined to the one the cursor stands in. One undo step. */
async function insertAt(editor: vscode.TextEditor, citation: CitationArgument): Promise<void> {
  const { document } = editor;
  const form = vscode.workspace.getConfiguration('rapporteur', document).get<CitationForm>('citation.form', 'bracketed');
  const { edits, caret } = insertCitation(document.getText(), document.offsetAt(editor.selection.active), [citation], form);
  if (!await vscode.workspace.applyEdit(toWorkspaceEdit(document, edits))) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The citation could not be inserted: the document cannot be changed.'));
    return;
  }
  const position = document.positionAt(caret);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.One, preserveFocus: false });
}

async function insertText(editor: vscode.TextEditor, text: string): Promise<void> {
  await editor.edit(builder => { for (const selection of editor.selections) { builder.replace(selection, text); } });
}

function draftOrTell({ drafts }: Services): vscode.TextEditor | undefined {
  const editor = drafts.active;
  if (editor === undefined) { void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown draft first: that is where it goes.')); }
  return editor;
}

export function registerInsert(services: Services): vscode.Disposable {
  const { corpus, log } = services;
  const insertPickedCitation = async (argument: unknown) => {
    const editor = draftOrTell(services);
    if (editor === undefined) { return; }
    const selected = editor.document.getText(editor.selection);
    const citation = citationFrom(argument) ?? (await pickFrom(query => citationRows(query, services), {
      placeholder: vscode.l10n.t('Author, title, year or words of a statement'), value: selected.length < 80 ? selected : '',
    }))?.citation;
    if (citation !== undefined) { await insertAt(editor, citation); }
  };
  return vscode.Disposable.from(
    registerCommand('rapporteur.insertCitation', log, insertPickedCitation),
    registerCommand('rapporteur.insertNodeCitation', log, async target => {
      const key = nodeFrom(target)?.subject.kind === 'entry' ? keyFrom(target) : undefined;
      const citation = key === undefined ? citationFrom(target) : citationOf(key, services);
      if (citation === undefined) {
        void vscode.window.showInformationMessage(vscode.l10n.t('No statement speaks of this, so there is nothing to cite.'));
        return;
      }
      await insertPickedCitation(citation);
    }),
    registerCommand('rapporteur.insertName', log, async target => {
      const editor = draftOrTell(services);
      if (editor === undefined) { return; }
      const known = corpus.snapshot.entries.get(keyFrom(target) ?? '');
      const name = known?.name ?? (await pickFrom(query => lookUp(corpus.snapshot, query, { classes: ['actor', 'event', 'concept'], limit: 100 })
        .flatMap(hit => 'entry' in hit ? [{ label: hit.entry.name, description: hit.entry.names.slice(1).map(other => other.text).join(', ') }] : []),
      { placeholder: vscode.l10n.t('Name of an actor, an event or a concept'), value: '' }))?.label;
      if (name !== undefined) { await insertText(editor, name); }
    }),
    registerCommand('rapporteur.insertNodeName', log, async target => {
      const editor = draftOrTell(services);
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
