import { describe, expect, test } from 'vitest';
import { citationAt } from '../../../src/core/draft/index.ts';
import { read } from './world.ts';

const quoted = (text: string) => read(text).quotations.map(quotation => quotation.text);
const numbers = (text: string) => read(text).blocks.flatMap(block => block.sentences.flatMap(sentence => sentence.numbers.map(number => `${number.text}=${number.value}`)));

describe('quotations', () => {
  test.each([
    ['curly', 'a “b c” d', 'b c'], ['straight', 'a "b c" d', 'b c'], ['guillemets', 'a «b c» d', 'b c'], ['German', 'a „b c“ d', 'b c'], ['single', 'a ‘b c’ d', 'b c'],
    ['straight single', "a 'b c' d", 'b c'], ['nested, the outer', 'a “b ‘c’ “d” e” f', 'b ‘c’ “d” e'], ['with an apostrophe', 'a ‘b’s c’ d', 'b’s c'],
    ['two', '"a" and "b"', 'a', 'b'], ['over lines', '“a\nb”', 'a\nb'], ['not apostrophes', "Ahmed's and Martin's"], ['not an open mark', '“a b'], ['not a closing mark', 'a b”'],
    ['not inches', 'it is 5" wide and 6" high'], ['not in code', '`"a"` b'], ['not the decades', 'the ’80s and the ’90s'],
    ['with a stop inside', '“A. B.” c', 'A. B.'], ['over an open one', '“a "b" c', 'b'],
  ])('%s: %s', (_, text, ...wanted) => expect(quoted(text)).toEqual(wanted));

  test('of a block have no marks, and leave out the citation', () => {
    expect(read('> He went\n> home. And stayed.\n> [@khan2022, p. 3]').quotations).toMatchObject([{ start: 2, end: 29, text: 'He went\nhome. And stayed.', block: true }]);
  });
  test('belong to the sentence in which they begin', () => {
    expect(read('A “b. C” d. E “f”.').blocks[0]!.sentences.map(sentence => sentence.quotations.length)).toEqual([1, 1]);
  });
});

describe('numbers', () => {
  test.each([
    ['digits', '21 men', '21=21'], ['thousands', '1,200,000 people', '1,200,000=1200000'], ['decimals', '3.5 tons', '3.5=3.5'], ['words', 'twenty-one men', 'twenty-one=21'],
    ['scale', '1.7 million and two thousand', '1.7 million=1700000', 'two thousand=2000'], ['a scale with an article', 'a hundred men', 'a hundred=100'], ['half a scale', 'half a million people and half a year', 'half a million=500000', 'half=0.5'], ['bn', '$1.6bn', '1.6bn=1600000000'],
    ['percent', '21 % and 5% and ten per cent', '21 %=21', '5%=5', 'ten per cent=10'], ['parts', 'a quarter and two-thirds of them, half of it', 'a quarter=0.25', `two-thirds=${2 / 3}`, 'half=0.5'],
    ['not dates', 'in 1989 and on 3 May 1990'], ['not names', 'the P5 and R2P'], ['not notes and citations', 'a[^1] [@khan2022, p. 3]'], ['not sections', '§3'], ['not a bare one', 'one may ask no one'],
    ['one of a scale', 'one hundred', 'one hundred=100'], ['a dozen', 'a dozen', 'a dozen=12'],
  ])('%s: %s', (_, text, ...wanted) => expect(numbers(text)).toEqual(wanted));
});

describe('notes', () => {
  test('are references and definitions', () => {
    expect(read('A[^1] b.[^x]\n\n[^1]: C[^2]\n\n[^x]:\n').notes.map(({ label, kind }) => `${label} ${kind}`)).toEqual(['1 reference', 'x reference', '1 definition', '2 reference', 'x definition']);
  });
  test('stand exactly at their marks', () => {
    const text = 'A[^1].\n\n[^1]: B';
    expect(read(text).notes.map(({ start, end }) => text.slice(start, end))).toEqual(['[^1]', '[^1]:']);
  });
});

describe('dates', () => {
  const edtf = (text: string) => read(text).dates.map(date => date.date?.edtf);
  test('go on from the block before', () => expect(edtf('In 1989 it began.\n\nThat year it ended.')).toEqual(['1989', '1989']));
  test('of notes stand alone', () => expect(edtf('In 1989 it began.[^1]\n\n[^1]: Later in 1991.\n\nThat year it ended.')).toEqual(['1989', '1991', '1989']));
  test('are not read in citations', () => expect(edtf('So [@khan2022, in 1990].')).toEqual([]));
});

describe('citations', () => {
  test('belong to their sentence, a bracket after the stop included', () => {
    expect(read('One thing. [@khan2022] Another [@martin2018].').blocks[0]!.sentences.map(sentence => sentence.citations.flatMap(cluster => cluster.items.map(item => item.citekey)))).toEqual([['khan2022'], ['martin2018']]);
  });
  test('are found by an offset', () => expect(citationAt(read('A [see @khan2022, p. 3].'), 10)?.citekey).toBe('khan2022'));
  test('leave out Quarto’s cross-references', () => expect(read('See @fig-map.').citations).toEqual([]));
  test('leave out numbered examples, wherever they are defined', () => {
    expect(read('See (@good).\n\n(@good) An example.').citations).toEqual([]);
    expect(read('See (@good).').citations).toHaveLength(1);
  });
});
