import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { locatorTerms, readLocator, type LocatorTerms } from '../../../src/core/citations/locator.ts';
import { pandocLocators, plainValue, type ToldLocator } from './locatorOracle.ts';

function ours(suffix: string, terms: LocatorTerms): ToldLocator | undefined {
  const { locator } = readLocator(suffix, terms);
  return locator && { label: locator.label, value: plainValue(locator.value) };
}

/** CSL takes a locator without a label for a page. */
const labelled = (told: ToldLocator | undefined) => (told?.label === '' ? { ...told, label: 'page' } : told);

describe.each(['en-US', 'en-GB', 'fr-FR', 'de-DE', 'es-ES'])('every word for a locator means in %s what it means to citeproc', async lang => {
  const terms = locatorTerms(lang);
  const suffixes = [...terms.keys()].map(term => `${term} 3`);
  const theirs = await pandocLocators(suffixes, lang);
  test.each(suffixes)('%j', suffix => expect(ours(suffix, terms)).toEqual(theirs[suffixes.indexOf(suffix)]));
});

const pieces = [
  'p. ', 'pp. ', '33', '33-35', 'iv', 'xx', 'sec. ', '3.2', ', ', ' ', ' ', 'n. ', '24', 'para. ', '(a)', '(iv)', '{', '}', '§ ', '§§', 'chap. ', 'A', 'passim',
  'and ', ':', '\\; ', '3a', 'D-Z', '.', '-', '--', '–', 's.v. ', 'word', 'no. 3', 'P. ', 'Vol. 2', 'p.3', '12:3', '“x”', '()', '(', '33ff', '1st', 'cc', 'mix',
  'l. ', 'v. 3', 'book ', 'figure', '{p. 3}', '{}', '&', "'s", '[17]', '*p.* ', '\u00A0', 'p.\\ ', '\\ ', 'n.&nbsp;',
];
const suffix = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map(parts => parts.join('').replace(/^[\s,]+/, '').trim())
  .filter(text => text !== '' && !text.endsWith('\\') && !text.includes('](') && !text.includes('*') && !/\[17\][[({]/.test(text));

test('2,000 random suffixes are taken apart as citeproc takes them apart', { timeout: 120_000 }, async () => {
  const suffixes = fc.sample(suffix, { numRuns: 2000 });
  for (let from = 0; from < suffixes.length; from += 200) {
    const batch = suffixes.slice(from, from + 200);
    const theirs = await pandocLocators(batch, 'en-US');
    for (const [index, text] of batch.entries()) { expect({ text, told: ours(text, locatorTerms()) }).toEqual({ text, told: labelled(theirs[index]) }); }
  }
});
