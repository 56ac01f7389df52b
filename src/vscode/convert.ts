import * as vscode from 'vscode';
import type { Span, TextEdit } from '../core/text.ts';

/** Languages whose documents are drafts. */
export const DRAFT_LANGUAGES: readonly string[] = ['markdown', 'quarto'];
export const DRAFT_SELECTOR: vscode.DocumentSelector = DRAFT_LANGUAGES.map(language => ({ language }));

export function isDraft(document: vscode.TextDocument): boolean {
  return DRAFT_LANGUAGES.includes(document.languageId) && document.uri.scheme !== 'output';
}

export function toRange(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

export function toSpan(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

export function toWorkspaceEdit(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits.map(({ span, newText }) => vscode.TextEdit.replace(toRange(document, span), newText)));
  return edit;
}

/** Turns offsets of a text that is not open in an editor into a range. */
export function rangeInText(text: string, span: Span): vscode.Range {
  const position = (offset: number) => {
    let line = 0;
    let lineStart = 0;
    for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) { line++; lineStart = at + 1; }
    return new vscode.Position(line, Math.max(0, offset - lineStart));
  };
  return new vscode.Range(position(span.start), position(span.end));
}
