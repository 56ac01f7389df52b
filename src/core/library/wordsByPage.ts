import { selectorOf, type TextQuoteSelector } from '../quotations/anchor.ts';
import { searchTexts } from '../quotations/searchText.ts';
import { verifyQuotation } from '../quotations/verify.ts';
import type { Span } from '../text.ts';
import { pageOf } from './pageOf.ts';
import type { Passage } from './types.ts';

/** Words that stand on one page. */
export interface WordsOnPage extends Omit<TextQuoteSelector, 'type'> {
  /** The page as the text that was read calls it, e.g. `17`; empty where that is not known. */
  readonly label: string;
  /** How many pages with other labels come before it in that text: of a file whose pages all have words, its index. */
  readonly ordinal: number;
}

/** Words of a text that was read, by the pages on which they are printed; none when they do not stand in it. */
export function wordsByPage(passages: readonly Passage[], selector: TextQuoteSelector): WordsOnPage[] {
  const place = placeOf(passages, selector);
  if (place === undefined) return [];
  const { passage, span } = place;
  const labels = [...labelsUpTo(passages, passage)];
  const borders = [0, ...passage.turns.map(turn => turn.at), passage.text.length];
  return borders.slice(0, -1).flatMap((from, at): WordsOnPage[] => {
    const part = { start: Math.max(span.start, from), end: Math.min(span.end, borders[at + 1]!) };
    const label = pageOf(passage, from);
    if (label !== '' && labels.at(-1) !== label) labels.push(label);
    if (passage.text.slice(part.start, part.end).trim() === '') return [];
    const { exact, prefix, suffix } = selectorOf(passage, part);
    return [{ exact, prefix, suffix, label, ordinal: Math.max(0, labels.length - 1) }];
  });
}

/** The passage that a selector was made from, else the first one with its words. */
function placeOf(passages: readonly Passage[], { exact, prefix, suffix }: TextQuoteSelector): { readonly passage: Passage; readonly span: Span } | undefined {
  const whole = `${prefix}${exact}${suffix}`;
  const passage = passages.find(one => one.text.includes(whole));
  if (passage === undefined) return verifyQuotation(exact, searchTexts(passages)).matches[0];
  const start = passage.text.indexOf(whole) + prefix.length;
  return { passage, span: { start, end: start + exact.length } };
}

/** The labels of pages, one after another, to the page on which a passage begins. */
function* labelsUpTo(passages: readonly Passage[], last: Passage): Generator<string> {
  let before = '';
  for (const passage of passages) {
    for (const label of [passage.page, ...passage === last ? [] : passage.turns.map(turn => turn.page)]) {
      if (label !== '' && label !== before) yield before = label;
    }
    if (passage === last) return;
  }
}
