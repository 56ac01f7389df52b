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
  return rangesInText(text, [span])[0]!;
}

/** Turns many stretches of a text that is not open in an editor into ranges, with one look for its lines. */
export function rangesInText(text: string, spans: readonly Span[]): vscode.Range[] {
  if (spans.length === 0) { return []; }
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), match => match.index + match[0].length)];
  const position = (offset: number) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) { low = middle; } else { high = middle; }
    }
    return new vscode.Position(low, Math.max(0, offset - starts[low]!));
  };
  return spans.map(({ start, end }) => new vscode.Range(position(start), position(end)));
}
