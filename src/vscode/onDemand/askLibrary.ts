import * as vscode from 'vscode';
import { lookUp } from '../../core/corpus/lookup.ts';
import { particularsOfText, type Particular } from '../../core/library/bearing.ts';
import { isEmptyQuery, readQuery } from '../../core/library/query.ts';
import type { Shelf, SearchResult } from '../../core/library/types.ts';
import type { CallOptions } from '../../engine/library/remote.ts';
import type { Services } from '../services.ts';

/** What a writer asks the library: words and fields, or passages that are like a text. */
export type Question = { readonly kind: 'words'; readonly words: string } | LikeQuestion;

export interface LikeQuestion {
  readonly kind: 'like';
  /** As it is called above the answers. */
  readonly text: string;
  /** What it says. */
  readonly particulars: readonly Particular[];
  /** Words that narrow what is like it. */
  readonly words: string;
  /** Texts and passages that are not given: the draft, the passage itself. */
  readonly exceptKeys: readonly string[];
  readonly exceptIds: readonly number[];
}

export interface AskOptions extends Pick<CallOptions, 'signal'> {
  readonly limit: number;
  /** The last word may be begun only. */
  readonly isTyping?: boolean;
  /** The best of what was seen first. */
  readonly onFirst?: (result: SearchResult) => void;
}

/** What a writer has written bears nothing out. */
const BEARING_SHELVES: readonly Shelf[] = ['sources', 'statements', 'entries'];

/** @returns `undefined` for a question that asks for nothing */
export async function askLibrary(question: Question, { library, corpus }: Pick<Services, 'library' | 'corpus'>, { limit, isTyping = false, signal, onFirst }: AskOptions): Promise<SearchResult | undefined> {
  if (question.kind === 'like') {
    const { particulars, words, exceptKeys, exceptIds } = question;
    const client = await library.open();
    return client.call('similar', { particulars: [...particulars, ...particularsOfText(words)], limit, exceptKeys, exceptIds, shelves: BEARING_SHELVES }, { signal });
  }
  const namesOf = (words: string) => lookUp(corpus.snapshot, words, { classes: ['actor', 'event'], limit: 3 }).flatMap(hit => 'entry' in hit ? hit.entry.names.map(name => name.text) : []);
  const { query } = readQuery(question.words, { isTyping, namesOf });
  const client = await library.open();
  return isEmptyQuery(query) ? undefined : client.call('search', { query, limit }, { signal, onProgress: value => { onFirst?.(value as SearchResult); } });
}

/** Passages that share the rarer words of one. */
export function likePassage(text: string, id: number): LikeQuestion {
  return { kind: 'like', text, particulars: particularsOfText(text), words: '', exceptKeys: [], exceptIds: [id] };
}

/** What is asked, as it stands above its answers. */
export function questionText(question: Question): string {
  const { words } = question;
  if (question.kind === 'words') { return `“${words}”`; }
  const like = vscode.l10n.t('like “{0}”', shortened(question.text));
  return words === '' ? like : `${like} · ${words}`;
}

/** As much of a text as a heading has room for. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
