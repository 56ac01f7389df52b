import { getEnvironmentData } from 'node:worker_threads';
import { setTranslations, type Translations } from '../core/l10n.ts';

/** Under this name a thread finds the words of the writer's language, which who starts it has left for it. */
export const WORDS = 'rapporteur.words';

/** Called by a thread before it says anything that a writer reads. */
export function takeWords(): void {
  const words: unknown = getEnvironmentData(WORDS);
  if (typeof words === 'object' && words !== null) { setTranslations(words as Translations); }
}
