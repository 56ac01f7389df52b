import type { Entry } from '../corpus/types.ts';
import { plainLetters } from '../text.ts';

/**
 * Whether a text can name an entry at all, so that it is worth reading. Quick, and `true` where in doubt: one of the names has
 * all its longest word but for the end, which plurals and possessives change.
 */
export function mayName(text: string, { names }: Pick<Entry, 'names'>): boolean {
  const bare = bareLetters(text);
  return names.some(name => {
    const words = bareLetters(name.text).split(/[^\p{L}\p{N}]+/u);
    const longest = words.reduce((a, b) => b.length > a.length ? b : a, '');
    return bare.includes(longest.slice(0, Math.max(2, longest.length - 1)));
  });
}

/** Letters as names are compared: without case, accents and what cannot be seen. */
function bareLetters(text: string): string {
  return plainLetters(text.normalize('NFKD').replace(/[\p{M}\u00ad\u200c\u200d\u2060\ufeff]+/gu, '').toLowerCase());
}
