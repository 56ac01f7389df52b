import { describe, expect, test } from 'vitest';
import { searchTexts } from '../../../src/core/quotations/searchText.ts';
import { verifyQuotation } from '../../../src/core/quotations/verify.ts';
import { passageOf } from './support.ts';

const TEXTS = searchTexts([
  passageOf('The keeper’s “ledger” was kept – as he said – with a co-ordinated care that few had seen. It was the', { page: '7' }),
  passageOf('last of its kind. The keeper was a modest man. The keeper was a modest man.', { page: '8' }),
  passageOf('He kept it until 1999.', { kind: 'note', note: '3', page: '8' }),
]);
const verdict = (words: string) => {
  const { state, matches } = verifyQuotation(words, TEXTS);
  return [state, ...matches.map(match => `${match.page}: ${match.exact}`)];
};

describe('a quotation', () => {
  test.each([
    ['with a co-ordinated care that few had seen', ['exact', '7: with a co-ordinated care that few had seen']],
    ['that few had seen.', ['exact', '7: that few had seen']],
    ['that few had\n  seen,', ['exact', '7: that few had seen']],
    ['It was the last of its kind', ['exact', '7: It was the last of its kind']],
    ['The keeper\'s "ledger" was kept - as he said', ['typographic', '7: The keeper’s “ledger” was kept – as he said']],
    ['with a coordinated care', ['typographic', '7: with a co-ordinated care']],
    ['was kept […] with a co-ordinated care', ['marked-edit', '7: was kept – as he said – with a co-ordinated care']],
    ['[his] ledger was kept … with [great] care that few had seen', ['marked-edit', '7: ledger” was kept – as he said – with a co-ordinated care that few had seen']],
    ['was kept ... that few had seen', ['marked-edit', '7: was kept – as he said – with a co-ordinated care that few had seen']],
    ['with a careful co-ordinated care that many had seen', ['altered', '7: with a co-ordinated care that few had seen']],
    ['that few had seen […] with a co-ordinated care', ['not-found']],
    ['nobody wrote these words anywhere at all', ['not-found']],
    ['until 1999', ['exact', '8: until 1999']],
    ['eeper was a mod', ['not-found']],
  ])('%s is told for what it is', (words, expected) => { expect(verdict(words)).toEqual(expected); });

  test('that stands in two places has both: which is meant is not known', () => {
    expect(verdict('The keeper was a modest man')).toHaveLength(3);
  });

  test('without a text to look through is not judged', () => {
    expect(verifyQuotation('anything', []).state).toBe('no-text');
  });

  test('of signs only is not found', () => {
    expect(verdict('… […] -')).toEqual(['not-found']);
  });
});

describe('the text of a source', () => {
  test('is folded, and each of its letters knows where it stands in the text as it was written', () => {
    const written = ' A  “co-ordinated” o\u00adﬃce –\tand so on… of  the “ keeper ”\u00a0-\nas he said.';
    const [text] = searchTexts([passageOf(written)]);
    expect(text?.folded).toBe('A coordinated office - and so on... of the keeper - as he said. ');
    const at = (words: string) => {
      const start = text!.folded.indexOf(words);
      return text!.plain.slice(text!.back(start), text!.back(start + words.length - 1) + 1);
    };
    expect(['coordinated', 'office', 'on...', 'of the keeper', '- as'].map(at)).toEqual(['co-ordinated', 'o\u00adﬃce', 'on…', 'of  the “ keeper', '- as']);
  });
});
