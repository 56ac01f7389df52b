import { describe, expect, test } from 'vitest';
import { foldText, scoreText } from '../../../src/core/library/score.ts';

const score = (text: string, words: string, isPrefix = false) => scoreText(text, [{ words: words.split(' '), isPrefix, weight: 1 }]);

describe('the score of a text', () => {
  test.each([
    ['harbour', 'harbour'], ['The harbour froze.', 'harbour'], ['Harbour', 'harbour'], ['in the harbour', 'harbour'], ['“Harbour”', 'harbour'],
    ['Pérez de Cuéllar met them.', 'cuellar'], ['the Æsir', 'æsir'], ['ЦК КПСС', 'кпсс'], ['1991–1993', '1991'], ['power-sharing', 'power sharing'],
    ['the harbour … froze', 'harbour froze'], ['năm 1954', 'nam 1954'],
  ])('in which words stand is more than nothing: %s has %s', (text, words) => {
    expect(score(text, words)).toBeGreaterThan(0);
  });

  test.each([
    ['harbours', 'harbour'], ['unharbour', 'harbour'], ['harbouré', 'harbour'], ['éharbour', 'harbour'], ['harbour7', 'harbour'], ['ЦКК', 'цк'],
    ['harbour has froze', 'harbour froze'], ['harbour', 'harbour froze'], ['', 'harbour'], ['sharing power', 'power sharing'],
  ])('in which they do not is nothing: %s has no %s', (text, words) => {
    expect(score(text, words)).toBe(0);
  });

  test('counts a beginning where a word begins so, and nowhere else', () => {
    expect(score('It was governed.', 'gover', true)).toBeGreaterThan(0);
    expect(score('A misgovernment.', 'gover', true)).toBe(0);
    expect(score('the peace agreements', 'peace agree', true)).toBeGreaterThan(0);
  });

  test('is higher the more often they stand there, and the shorter the text is', () => {
    const [once, twice] = ['The harbour froze in the long winter.', 'The harbour froze, and the harbour thawed.'];
    expect(score(twice, 'harbour')).toBeGreaterThan(score(once, 'harbour'));
    expect(score(once, 'harbour')).toBeGreaterThan(score(`${once} ${'Nothing else was said of it. '.repeat(20)}`, 'harbour'));
  });
});

test('a text is folded with its dashes and quotation marks as they are', () => {
  expect(foldText('“Cuéllar” – Ngô')).toBe('“cuellar” – ngo');
});
