import * as vscode from 'vscode';
import { lookUp } from '../../core/corpus/lookup.ts';
import { isEmptyQuery, readQuery } from '../../core/library/query.ts';
import type { Shelf, SearchResult } from '../../core/library/types.ts';
import type { CallOptions } from '../../engine/library/remote.ts';
import type { Services } from '../services.ts';

/** What a writer asks the library: words and fields, or passages that are like a text. */
export type Question =
  | { readonly kind: 'words'; readonly words: string }
  | {
    readonly kind: 'like'; readonly text: string;
    /** Words that narrow what is like it. */
    readonly words: string;
    /** Texts and passages that are not given: the draft, the passage itself. */
    readonly exceptKeys: readonly string[];
    readonly exceptIds: readonly number[];
  };

export interface AskOptions extends Pick<CallOptions, 'signal'> {
  readonly limit: number;
  /** The last word may be begun only. */
  readonly isTyping?: boolean;
  /** The best of what was seen first. */
  readonly onFirst?: (result: SearchResult) => void;
}

const LIKE_SHELVES: readonly Shelf[] = ['statements', 'sources', 'entries'];

/** @returns `undefined` for a question that asks for nothing */
export async function askLibrary(question: Question, { library, corpus }: Pick<Services, 'library' | 'corpus'>, { limit, isTyping = false, signal, onFirst }: AskOptions): Promise<SearchResult | undefined> {
  if (question.kind === 'like') {
    const { text, words, exceptKeys, exceptIds } = question;
    const client = await library.open();
    return client.call('similar', { text: `${text} ${words}`, limit, exceptKeys, exceptIds, shelves: LIKE_SHELVES }, { signal });
  }
  const namesOf = (words: string) => lookUp(corpus.snapshot, words, { classes: ['actor', 'event'], limit: 3 }).flatMap(hit => 'entry' in hit ? hit.entry.names.map(name => name.text) : []);
  const { query } = readQuery(question.words, { isTyping, namesOf });
  const client = await library.open();
  return isEmptyQuery(query) ? undefined : client.call('search', { query, limit }, { signal, onProgress: value => { onFirst?.(value as SearchResult); } });
}

/** What is asked, as it stands above its answers. */
export function questionText(question: Question): string {
  const { words } = question;
  if (question.kind === 'words') { return `“${words}”`; }
  const like = vscode.l10n.t('like “{0}”', question.text.length > 60 ? `${question.text.slice(0, 60)}…` : question.text);
  return words === '' ? like : `${like} · ${words}`;
}
