import * as vscode from 'vscode';
import type { Services } from './services.ts';

/** A walkthrough, or another page of the editor's own: extensions are told nothing of what such a tab holds. */
const isPage = ({ input }: vscode.Tab): boolean => input === undefined;

/** Lets menus, welcome texts and the walkthrough know whether there is a draft at hand. */
export function registerDraftContext({ drafts }: Services): vscode.Disposable {
  let hasPage = vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isPage));
  const tell = (): void => {
    const inDraft = drafts.active !== undefined;
    void vscode.commands.executeCommand('setContext', 'rapporteur.inDraft', inDraft);
    // The editor never ticks a step for what was so before it read the walkthrough, so that it is told this only afterwards.
    if (inDraft && hasPage) { void vscode.commands.executeCommand('setContext', 'rapporteur.walkthrough.inDraft', true); }
  };
  tell();
  return vscode.Disposable.from(
    drafts.onDidChangeActive(tell),
    vscode.window.tabGroups.onDidChangeTabs(({ opened }) => { if (!hasPage && opened.some(isPage)) { hasPage = true; tell(); } }),
  );
}
