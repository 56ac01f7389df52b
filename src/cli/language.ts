import { readFile } from 'node:fs/promises';
import { setEnvironmentData } from 'node:worker_threads';
import { primary, setDateLanguage, setTranslations, type Translations } from '../core/l10n.ts';
import { WORDS } from '../engine/l10n.ts';
import { ownFolder } from './corpora.ts';

/**
 * The language that a terminal asks for, as a BCP 47 tag: `fr-CA` of `fr_CA.UTF-8` (POSIX, base definitions, 8.2).
 * @param system that of a system which has no such variables
 */
export function terminalLanguage({ LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>, system = 'en'): string {
  const named = [LC_ALL, LC_MESSAGES, LANG].find(value => value !== undefined && value !== '') ?? system;
  const tag = named.replace(/[.@].*$/, '').replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-|$)/i.test(tag) ? tag : 'en';
}

/** Has the program speak a language, where its words come along, and English otherwise. Called before anything is said. */
export async function speak(tag: string): Promise<void> {
  const language = primary(tag);
  const text = language === 'en' ? undefined : await readFile(await ownFolder('l10n', `bundle.l10n.${language}.json`), 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const words = JSON.parse(text) as Translations;
  setTranslations(words, tag);
  setDateLanguage(language === 'fr' ? 'fr' : 'en');
  setEnvironmentData(WORDS, words);
}
