import type { Passage } from '../library/types.ts';
import type { Span } from '../text.ts';
import { searchTexts } from './searchText.ts';
import { verifyQuotation } from './verify.ts';

/** Words of a text with what stands before and behind them: https://www.w3.org/TR/annotation-model/#text-quote-selector */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

const AROUND = 32;

/** The selector of words of a passage. */
export function selectorOf(passage: Pick<Passage, 'text'>, { start, end }: Span): TextQuoteSelector {
  return {
    type: 'TextQuoteSelector', exact: passage.text.slice(start, end),
    prefix: passage.text.slice(Math.max(0, start - AROUND), start), suffix: passage.text.slice(end, end + AROUND),
  };
}

/**
 * Where the words of a selector stand in a text that may have changed since: the place whose surroundings are most like
 * those it was made from; of a text in which they have been changed, the place most like them.
 */
export function findSelector(text: string, { exact, prefix, suffix }: Omit<TextQuoteSelector, 'type'>): Span | undefined {
  const passage: Passage = {
    id: 0, textKey: '', shelf: 'sources', citekey: '', title: '', kind: 'text', text, page: '', turns: [], section: '', note: '', start: 0, end: text.length, ref: '',
  };
  const { matches } = verifyQuotation(exact, searchTexts([passage]));
  const likeness = ({ start, end }: Span) => alike(reverse(text.slice(Math.max(0, start - AROUND * 2), start)), reverse(prefix)) + alike(text.slice(end, end + AROUND * 2), suffix);
  return matches.map(match => match.span).toSorted((a, b) => likeness(b) - likeness(a) || a.start - b.start)[0];
}

/** How many letters two texts begin with in common, whatever is between the words. */
function alike(a: string, b: string): number {
  const [x, y] = [a.replace(/\s+/g, ''), b.replace(/\s+/g, '')];
  let at = 0;
  while (at < x.length && at < y.length && x[at] === y[at]) at++;
  return at;
}

function reverse(text: string): string {
  return Array.from(text).reverse().join('');
}
