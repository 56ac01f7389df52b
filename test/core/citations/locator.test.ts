import { describe, expect, test } from 'vitest';
import { locatorTerms, readLocator } from '../../../src/core/citations/locator.ts';

const told = (suffix: string, lang?: string) => {
  const { locator, suffix: rest } = readLocator(suffix, locatorTerms(lang));
  return [locator === undefined ? '' : `${locator.label} ${locator.value}`, rest];
};

describe('a locator', () => {
  test.each([
    ['p. 33', 'page 33', ''], ['33', 'page 33', ''], ['pp. 33-35, 38-39 and passim', 'page 33-35, 38-39', 'and passim'], ['sec. 3.2, n. 24', 'section 3.2', 'n. 24'],
    ['§ 5', 'section 5', ''], ['chap. IV', 'chapter IV', ''], ['p. iv', 'page iv', ''], ['s.v. "peace"', '', 's.v. "peace"'], ['para. 3(a)(ii)', 'paragraph 3(a)(ii)', ''],
    ['n. 24. See also', 'note 24', '. See also'], ['passim', '', 'passim'], ['see p. 3', '', 'see p. 3'], ['{pp. iv, vi-xi, (xv)-(xvii)} with more', 'page iv, vi-xi, (xv)-(xvii)', 'with more'],
    ['{}33 years later', '', '33 years later'], ['{A, B}', 'page A, B', ''], ['vol. 2:33', 'volume 2:33', ''], ['Chapter 3', 'chapter 3', ''], ['', '', ''], ['p.', '', 'p.'],
    ['pp. 3--5', 'page 3–5', ''], ['book 2, chap. 3', 'book 2', 'chap. 3'],
  ])('in %j is %j, then %j', (suffix, locator, rest) => expect(told(suffix)).toEqual([locator, rest]));

  test('spans its label and its value', () => expect(readLocator('sec. 3.2, n. 24').span).toEqual({ start: 0, end: 8 }));
  test('is read in the language of the document', () => expect(told('S. 12', 'de')).toEqual(['page 12', '']));
  test('is read in English where the language is not known', () => expect(told('p. 12', 'km')).toEqual(['page 12', '']));
  test('has British labels without their full stop in a British document', () => expect(told('vols 2', 'en-GB')).toEqual(['volume 2', '']));
});
