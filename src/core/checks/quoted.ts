import type { Quotation } from '../draft/types.ts';

/** Shorter quotations are terms and names. */
const MIN_WORDS = 5;

/** Whether words are quoted as somebody’s own, which is more than a term: `“a matter of life and death”`, not `“framework”`. */
export function isQuotedAtLength({ text }: Pick<Quotation, 'text'>): boolean {
  return text.trim().split(/\s+/).length >= MIN_WORDS;
}
