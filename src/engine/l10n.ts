import { getEnvironmentData } from 'node:worker_threads';
import { addTranslations, hasWordsIn, primary, setTranslations, type Translations } from '../core/l10n.ts';

/** Under this name a thread finds the words of the writer's language, which who starts it has left for it. */
export const WORDS = 'rapporteur.words';

/** Called by a thread before it says anything that a writer reads. */
export function takeWords(): void {
  const words: unknown = getEnvironmentData(WORDS);
  if (typeof words === 'object' && words !== null) { setTranslations(words as Translations); }
}

/**
 * Has what is written into a draft be in its language, where words for it come along.
 * @param read gives the text of a file of the folder l10n; one that is not there is no words
 */
export async function learnWordsIn(tag: string, read: (name: string) => Promise<string>): Promise<void> {
  if (hasWordsIn(tag) || !/^[a-z]{2,3}$/.test(primary(tag))) { return; }
  const text = await read(`bundle.l10n.${primary(tag)}.json`).catch(() => '{}');
  addTranslations(JSON.parse(text) as Translations, tag);
}
