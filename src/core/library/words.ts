import type { Span } from '../text.ts';

/** A word of a text, folded as the index folds it. */
export interface Word extends Span {
  readonly folded: string;
}

/** The index takes letters, numbers and private-use characters for words, and marks as part of the letter before. */
const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;
const ASCII = /^[\x00-\x7f]*$/;
const ASCII_WORD = /[A-Za-z0-9]+/g;
const MARK = /\p{M}+/gu;

/** The words of a text in their order, as SQLite's tokenizer `unicode61 remove_diacritics 2` sees them. */
export function wordsOf(text: string): Word[] {
  // Of letters and numbers of ASCII alone, as most are, words are found in half the time.
  if (ASCII.test(text)) return Array.from(text.matchAll(ASCII_WORD), match => ({ start: match.index, end: match.index + match[0].length, folded: match[0].toLowerCase() }));
  return Array.from(text.matchAll(WORD), match => ({ start: match.index, end: match.index + match[0].length, folded: foldWord(match[0]) }));
}

/** `cuellar` for `Cuéllar`. Letters that only look alike stay apart, as in the index: `ø` is not `o`. */
export function foldWord(word: string): string {
  // Most words need nothing but small letters.
  return /^[a-z0-9]+$/.test(word) ? word : word.toLowerCase().normalize('NFD').replace(MARK, '').normalize('NFC');
}
