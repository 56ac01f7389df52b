import type { Snapshot } from '../corpus/types.ts';

/** Letters with the marks, apostrophes and hyphens within a word: `Sihanouk`, `N’Djamena`, `Jean-Marie`. */
const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

/** The names of all entries, each once, in the order of the alphabet. */
export function namesOf(snapshot: Snapshot): string[] {
  const names = [...snapshot.entries.values()].filter(entry => entry.class !== 'concept').flatMap(entry => entry.names.map(name => name.text.replace(/\s+/g, ' ').trim()));
  return sorted(names.filter(name => name !== ''));
}

/** The words that names are made of and a dictionary may not know: with a capital or a letter outside `a-z`. Parts of words with hyphens too. */
export function wordsOfNames(snapshot: Snapshot): string[] {
  const words = namesOf(snapshot).flatMap(name => [...name.matchAll(WORD)].flatMap(([word]) => (word.includes('-') ? [word, ...word.split('-')] : [word])));
  return sorted(words.filter(word => /[\p{L}\p{M}].*[\p{L}\p{M}]/u.test(word) && /[^a-z'’-]/.test(word)));
}

/** Forms that the house style replaces, with what it has instead. */
export function houseStyle(snapshot: Snapshot): ReadonlyMap<string, string> {
  return new Map(snapshot.corpora.flatMap(({ preferredNames }) => [...preferredNames]));
}

/** Each once, in an order that is the same everywhere. */
function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
