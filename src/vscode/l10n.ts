import { setEnvironmentData } from 'node:worker_threads';
import * as vscode from 'vscode';
import { setDateLanguage, setTranslations } from '../core/l10n.ts';
import { learnWordsIn, WORDS } from '../engine/l10n.ts';

/** The language that our words are shown in, as a BCP 47 tag: the editor's where there is a translation, else English. */
export function language(): string {
  return vscode.l10n.bundle === undefined ? 'en' : vscode.env.language;
}

/** Hands the words in the editor's language to what does not know the editor: the core here, and the threads that are yet to start. */
export function shareWords(): void {
  const words = vscode.l10n.bundle;
  if (words === undefined) { return; }
  setTranslations(words, vscode.env.language);
  setDateLanguage(/^fr\b/i.test(vscode.env.language) ? 'fr' : 'en');
  setEnvironmentData(WORDS, words);
}

/** To be waited for before words are written into a draft in this language. */
export async function wordsForDraft(tag: string, extensionUri: vscode.Uri): Promise<void> {
  await learnWordsIn(tag, async name => new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'l10n', name))));
}
