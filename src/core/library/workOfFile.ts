import { yearOf } from '../citations/cslDates.ts';
import type { CslItem } from '../citations/types.ts';
import { folded } from '../text.ts';

/**
 * The work that a file is the text of, as far as its name says so beyond doubt: by a citekey (`khan2022.pdf`), or by the
 * family name of an author or editor and the year (`Khan - 2022 - When great powers behave.pdf`).
 * @returns its citekey; `undefined` when the name fits none, or more than one
 */
export function workOfFile(name: string, works: Iterable<{ readonly citekey: string; readonly item: CslItem }>): string | undefined {
  const words = wordsOf(name.replace(/\.[a-z]+$/i, ''));
  const all = [...new Map([...works].map(work => [work.citekey, work])).values()];
  return onlyOf(all.filter(({ citekey }) => holds(words, wordsOf(citekey)))) ?? onlyOf(all.filter(({ item }) => {
    const year = yearOf(item);
    return /^\d{4}$/.test(year) && words.includes(year) && [...item.author ?? [], ...item.editor ?? []].some(({ family }) => family !== undefined && family !== '' && holds(words, wordsOf(family)));
  }));
}

/** Letters without marks and figures, in small letters; `_` parts words in the names of files. */
function wordsOf(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether the words stand in this order next to each other. */
function holds(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.length > 0 && ` ${words.join(' ')} `.includes(` ${wanted.join(' ')} `);
}

function onlyOf(works: readonly { readonly citekey: string }[]): string | undefined {
  return works.length === 1 ? works[0]!.citekey : undefined;
}
