import * as vscode from 'vscode';
import type { TextEdit } from '../../core/text.ts';
import { toRange, toWorkspaceEdit } from '../convert.ts';

/**
 * Changes a draft in one step to undo and puts the cursor to `caret`, an offset in the changed text. One edit goes in
 * together with its cursor: a writer who types on at once is not thrown about by a cursor that moves late.
 * @returns whether the draft could be changed
 */
export async function writeInto(editor: vscode.TextEditor, edits: readonly TextEdit[], caret: number): Promise<boolean> {
  const { document } = editor;
  const { version } = document;
  const [edit, ...others] = edits;
  if (edit === undefined) { return true; }
  const inEdit = caret - edit.span.start;
  if (others.length === 0 && !/[\r\n]/.test(edit.newText) && inEdit >= 0 && inEdit <= edit.newText.length) {
    const snippet = new vscode.SnippetString().appendText(edit.newText.slice(0, inEdit)).appendTabstop(0).appendText(edit.newText.slice(inEdit));
    const isWritten = await editor.insertSnippet(snippet, toRange(document, edit.span)) && document.version !== version;
    if (isWritten) { editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport); }
    return isWritten;
  }
  if (!await vscode.workspace.applyEdit(toWorkspaceEdit(document, edits)) || document.version === version) { return false; }
  const position = document.positionAt(caret);
  // Something typed since then has moved the cursor to where the writer wants it.
  if (document.version === version + 1) { editor.selection = new vscode.Selection(position, position); }
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.One, preserveFocus: false });
  return true;
}

/** Puts words in the place of what is selected, at every cursor. @returns whether the draft could be changed */
export async function writeWords(editor: vscode.TextEditor, words: string): Promise<boolean> {
  const { version } = editor.document;
  return await editor.insertSnippet(new vscode.SnippetString().appendText(words), editor.selections) && editor.document.version !== version;
}
