import * as vscode from 'vscode';
import { saidWithin } from '../../core/draft/support.ts';
import { particularsOfText } from '../../core/library/bearing.ts';
import type { SelectedWords } from '../../core/library/selected.ts';
import { toSpan } from '../convert.ts';
import type { LikeQuestion } from '../onDemand/askLibrary.ts';
import type { Services } from '../services.ts';
import { runSoon } from '../runSoon.ts';
import { SOURCE_SCHEME } from './openPassage.ts';

/** What is selected in the active editor, blanks made one. */
export function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection).replace(/\s+/g, ' ').trim() ?? '';
}

/** What passages are wanted for: the words that are selected, else the sentence of a draft that the cursor is in; `undefined` for neither. Nothing bears itself out. */
export function inQuestion({ corpus, drafts }: Services): LikeQuestion | undefined {
  const [draft, shown, text] = [drafts.active, vscode.window.activeTextEditor, selectedText()];
  const said = draft === undefined || text !== '' && shown !== draft ? undefined : saidWithin(drafts.read(draft.document), toSpan(draft.document, draft.selection), corpus.snapshot);
  const editor = said === undefined ? shown : draft;
  return said === undefined && text === '' ? undefined : { kind: 'like', text, particulars: particularsOfText(text), ...said, words: '', exceptKeys: editor === undefined ? [] : [editor.document.uri.toString()], exceptIds: [] };
}

/** The address of the text of the library that a document shows; `undefined` for any other. */
export function libraryTextOf({ uri }: vscode.TextDocument, { library }: Pick<Services, 'library'>): string | undefined {
  const key = uri.scheme === SOURCE_SCHEME ? uri.query : uri.toString();
  return library.files.some(file => file.uri === key) ? key : undefined;
}

/** Tells menus which documents are texts of the library, by what `resourcePath` is in their `when` clauses: the window may know a file by another scheme. */
export function registerLibraryTexts({ library }: Pick<Services, 'library'>): vscode.Disposable {
  const tell = runSoon(() => { void vscode.commands.executeCommand('setContext', 'rapporteur.libraryTexts', library.files.map(file => vscode.Uri.parse(file.uri, true).fsPath)); }, 0);
  tell.schedule();
  return vscode.Disposable.from(tell, library.onDidChange(() => { tell.schedule(); }));
}

/** What is selected in a text of the library, with the passage it stands in; without a selection the passage at the cursor. */
export async function selectedInLibrary(services: Pick<Services, 'library'>): Promise<SelectedWords | undefined> {
  const editor = vscode.window.activeTextEditor;
  const key = editor && libraryTextOf(editor.document, services);
  if (editor === undefined || key === undefined) { return undefined; }
  const { document, selection } = editor;
  const client = await services.library.open();
  return client.call('selected', { key, text: document.getText(selection), at: document.offsetAt(selection.start), isView: document.uri.scheme === SOURCE_SCHEME });
}
