import type * as vscode from 'vscode';

/** A front matter of more lines than this is not looked for the end of. */
const MAX_LINES = 20_000;

/** The front matter of a draft with both its lines of `---`; empty when it has none. Reads no more of the draft than that. */
export function frontMatterOf(document: vscode.TextDocument): string {
  if (document.lineCount < 2 || !/^\uFEFF?---[ \t]*$/.test(document.lineAt(0).text) || document.lineAt(1).text.trim() === '') { return ''; }
  const last = Math.min(document.lineCount, MAX_LINES);
  for (let line = 1; line < last; line++) {
    if (/^(?:---|\.\.\.)[ \t]*$/.test(document.lineAt(line).text)) { return document.getText(document.lineAt(0).range.with({ end: document.lineAt(line).rangeIncludingLineBreak.end })); }
  }
  return '';
}
