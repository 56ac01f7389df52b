import * as vscode from 'vscode';
import type { SelectedWords } from '../../core/library/selected.ts';
import type { Services } from '../services.ts';
import { runSoon } from '../runSoon.ts';
import { SOURCE_SCHEME } from './openPassage.ts';

/** What is selected in the active editor, blanks made one. */
export function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection).replace(/\s+/g, ' ').trim() ?? '';
}

/** The words that are selected, else the sentence of a draft that the cursor is in; empty for neither. */
export function wordsInQuestion({ drafts }: Services): string {
  const text = selectedText();
  const editor = drafts.active;
  if (text !== '' || editor === undefined) { return text; }
  const at = editor.document.offsetAt(editor.selection.active);
  const sentence = drafts.read(editor.document).blocks.flatMap(block => block.sentences).find(one => one.start <= at && at <= one.end);
  return sentence === undefined ? '' : editor.document.getText().slice(sentence.start, sentence.end);
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
