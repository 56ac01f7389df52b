import { expect, test } from 'vitest';
import type { Passage } from '../../../src/core/library/types.ts';
import { wordsByPage } from '../../../src/core/library/wordsByPage.ts';
import { selectorOf } from '../../../src/core/quotations/anchor.ts';

const passage = (id: number, page: string, text: string, turns: Passage['turns'] = []): Passage => ({
  id, textKey: 'a', shelf: 'sources', citekey: '', title: '', kind: 'text', text, page, turns, section: '', note: '', start: 0, end: 0, ref: '',
});
const TEXT = [
  passage(1, 'iv', 'Here it begins.'), passage(2, '1', 'The keeper kept a ledger of the harbour.', [{ at: 18, page: '2' }]), passage(3, '2', 'It was lost at sea.'), passage(4, '4', 'Nobody wrote another.'),
];
const found = (at: number, words: string) => {
  const one = TEXT[at]!;
  const start = one.text.indexOf(words);
  return wordsByPage(TEXT, selectorOf(one, { start, end: start + words.length })).map(({ label, ordinal, exact }) => [label, ordinal, exact]);
};

test('words stand on the page that their passage names, which is counted from the first', () => {
  expect(found(0, 'it begins')).toEqual([['iv', 0, 'it begins']]);
  expect(found(2, 'lost at sea')).toEqual([['2', 2, 'lost at sea']]);
  expect(found(3, 'Nobody')).toEqual([['4', 3, 'Nobody']]);
});

test('words that go on over the end of a page stand on both', () => {
  expect(found(1, 'kept a ledger of')).toEqual([['1', 1, 'kept a '], ['2', 2, 'ledger of']]);
  expect(found(1, 'the harbour')).toEqual([['2', 2, 'the harbour']]);
});

test('of words that a passage does not have around them any more, the place that is like it; of others none', () => {
  const at = (exact: string) => wordsByPage(TEXT, { type: 'TextQuoteSelector', exact, prefix: 'not there', suffix: '' }).map(({ label }) => label);
  expect(at('lost at sea')).toEqual(['2']);
  expect(at('The lighthouse burned down')).toEqual([]);
});

test('of a text without pages nothing is said', () => {
  expect(wordsByPage([passage(1, '', 'One word.')], { type: 'TextQuoteSelector', exact: 'One', prefix: '', suffix: ' word.' })).toEqual([{ label: '', ordinal: 0, exact: 'One', prefix: '', suffix: ' word.' }]);
});
