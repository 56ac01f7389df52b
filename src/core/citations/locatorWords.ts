import { preferredTerm } from './locatorTerms.ts';

/** `lang` in the front matter at the head of a draft, a BCP 47 tag. */
const LANG = /^\uFEFF?---[ \t]*\r?\n(?:(?!---|\.\.\.).*\r?\n){0,400}?lang:[ \t]*["']?([A-Za-z][A-Za-z0-9-]*)/;

/** A word before a number, as in `sec. 3.2`. */
const TERM = /(?<![\p{L}\p{N}])([\p{L}§¶]+\.?)(?=[ \u00A0]?\d)/gu;

/**
 * The place in a work with the terms of the draft's language, where pandoc would not know the English ones that a corpus is
 * written with: `sec. 3.2, n. 24` in a draft in French is `sect. 3.2, n. 24`. The same in a draft in English, or in none that is known.
 */
export function locatorIn(draft: string, suffixText: string): string {
  const language = LANG.exec(draft.slice(0, 20_000))?.[1] ?? '';
  return /^(?:en\b|$)/i.test(language) ? suffixText : suffixText.replace(TERM, (term: string) => preferredTerm(language, term) ?? term);
}
