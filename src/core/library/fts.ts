import type { Phrase, Query } from './query.ts';

/**
 * The one place where words become a term of FTS5 (https://www.sqlite.org/fts5.html#full_text_query_syntax): a string in
 * quotation marks is taken as it is, whatever is in it.
 */
export function ftsPhrase({ words, isPrefix }: Phrase): string {
  return `"${words.join(' ').replaceAll('"', '""')}"${isPrefix ? ' *' : ''}`;
}

/** What `MATCH` is given for a query; the empty string when it asks for no words. */
export function ftsQuery({ all, none }: Pick<Query, 'all' | 'none'>): string {
  const wanted = all.map(alternatives => alternatives.length === 1 ? ftsPhrase(alternatives[0]!) : `(${alternatives.map(ftsPhrase).join(' OR ')})`).join(' AND ');
  return wanted === '' || none.length === 0 ? wanted : `(${wanted}) NOT (${none.map(ftsPhrase).join(' OR ')})`;
}

/** Passages that have any of the phrases. */
export function ftsAny(phrases: readonly Phrase[]): string {
  return phrases.map(ftsPhrase).join(' OR ');
}
