import * as vscode from 'vscode';

/** One sentence for the writer, who is not waited for. */
export function inform(sentence: string): void {
  void vscode.window.showInformationMessage(sentence);
}

/** Whether files may be written in this workspace; where not, the writer is told. */
export function mayWrite(): boolean {
  if (!vscode.workspace.isTrusted) { inform(vscode.l10n.t('This folder is not trusted, so nothing is written into it.')); }
  return vscode.workspace.isTrusted;
}

/** What an error says, for the log. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
