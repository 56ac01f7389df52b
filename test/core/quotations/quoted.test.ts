import { describe, expect, test } from 'vitest';
import { EMPTY_DRAFT_CONTEXT } from './support.ts';
import { readDraft } from '../../../src/core/draft/index.ts';
import { findSelector, selectorOf } from '../../../src/core/quotations/anchor.ts';
import { differenceOf, differenceText } from '../../../src/core/quotations/difference.ts';
import { correctionOf, quotedIn, reportOf } from '../../../src/core/quotations/quoted.ts';
import { searchTexts } from '../../../src/core/quotations/searchText.ts';
import { verifyQuotation } from '../../../src/core/quotations/verify.ts';
import { passageOf } from './support.ts';

const SOURCE = 'The keeper kept a ledger of the harbour for many years. It was the last of its kind, and nobody wrote another.';
const texts = searchTexts([passageOf(SOURCE, { page: '41', citekey: 'ledger2001' })]);

function ledger(draft: string) {
  const reading = readDraft(draft, EMPTY_DRAFT_CONTEXT);
  return quotedIn(reading).map(quoted => {
    const entry = reportOf(quoted, verifyQuotation(quoted.quotation.text, texts));
    const correction = correctionOf(entry);
    const corrected = correction === undefined ? undefined : draft.slice(0, correction.span.start) + correction.newText + draft.slice(correction.span.end);
    return { keys: quoted.items.map(item => item.citekey), state: entry.report.state, elsewhere: entry.elsewhere, corrected };
  });
}

describe('a quotation of a draft', () => {
  test('is looked up in what its sentence cites, in the text or in its note', () => {
    expect(ledger('He “kept a ledger of the harbour” [@ledger2001, p. 41]. “Nobody” else.')).toMatchObject([{ keys: ['ledger2001'], state: 'exact', elsewhere: undefined }, { keys: [] }]);
    expect(ledger('He “kept a ledger of the harbour”.[^1]\n\n[^1]: [@ledger2001, p. 43].')).toMatchObject([{ keys: ['ledger2001'], state: 'exact', elsewhere: { said: '43', stands: '41' } }]);
  });

  test('is told to stand on another page only when none of the cited ones is its', () => {
    expect(ledger('He “kept a ledger of the harbour” [@ledger2001, pp. 40-42].')).toMatchObject([{ elsewhere: undefined }]);
    expect(ledger('He “kept a ledger of the harbour” [@ledger2001, p. 12; @ledger2001, p. 41].')).toMatchObject([{ elsewhere: undefined }]);
    expect(ledger('He “kept a ledger of the harbour” [@ledger2001, p. 12].')).toMatchObject([{ elsewhere: { said: '12', stands: '41' } }]);
  });

  test.each([
    ['He “kept no ledger of the harbour for many years” [@ledger2001].', 'He “kept a ledger of the harbour for many years” [@ledger2001].'],
    ['He “held a ledger of the harbour for many months” [@ledger2001].', 'He “kept a ledger of the harbour for many years” [@ledger2001].'],
    ['“It was the last of its sort, and nobody wrote another,” she says [@ledger2001].', '“It was the last of its kind, and nobody wrote another,” she says [@ledger2001].'],
  ])('that is altered is corrected to the words of the source, its own stop kept: %s', (written, corrected) => {
    expect(ledger(written)).toMatchObject([{ state: 'altered', corrected }]);
  });

  test('that is exact, edited or not found is not corrected', () => {
    expect(ledger('He “kept a ledger of the harbour” and “kept a […] harbour” and “ran a lighthouse at the edge” [@ledger2001].').map(entry => entry.corrected)).toEqual([undefined, undefined, undefined]);
  });
});

test('a difference is shown where it is', () => {
  expect(differenceText(differenceOf('kept no ledger of the harbour', 'kept a ledger of the old harbour'))).toBe('kept [no → a] ledger of the [– → old] harbour');
  expect(differenceText(differenceOf('very much kept', 'kept'))).toBe('[very much → –] kept');
  expect(differenceText(differenceOf('same words', 'same words'))).toBe('same words');
  expect(differenceOf('a '.repeat(700), 'b').map(part => part.kind)).toEqual(['written', 'source']);
});

describe('a selector of words', () => {
  const text = `First “the last of its kind” here. ${SOURCE}`;
  const passage = passageOf(text);
  const at = text.lastIndexOf('the last of its kind');
  const selector = selectorOf(passage, { start: at, end: at + 20 });
  const found = (changed: string) => {
    const span = findSelector(changed, selector);
    return span && `${span.start} ${changed.slice(span.start, span.end)}`;
  };

  test('says the words and what is around them', () => {
    expect(selector).toEqual({ type: 'TextQuoteSelector', exact: 'the last of its kind', prefix: 'f the harbour for many years. It was '.slice(-32), suffix: ', and nobody wrote another.' });
  });

  test('finds them again at their place, also when the text around them has changed', () => {
    expect(found(text)).toBe(`${at} the last of its kind`);
    const longer = `A new beginning. ${text.replace('for many years', 'for years')}`;
    expect(found(longer)).toBe(`${longer.lastIndexOf('the last of its kind')} the last of its kind`);
    expect(found(text.replaceAll('of its kind', 'of\n   its  kind'))).toBe(`${at + 4} the last of\n   its  kind`);
  });

  test('finds nothing where nothing like them stands', () => {
    expect(found('Some other text, about the sea.')).toBeUndefined();
  });
});
