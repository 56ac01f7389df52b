import { expect, test } from 'vitest';
import { emptySnapshot } from '../../../src/core/corpus/snapshot.ts';
import { makeDraftContext, readDraft } from '../../../src/core/draft/index.ts';

const CONTEXT = makeDraftContext(emptySnapshot);
const draft = (lang: string, suffix: string) => `---\ntitle: T\n${lang === '' ? '' : `lang: ${lang}\n`}---\n\nSee [@khan2022, ${suffix}].\n`;
const located = (text: string, previous?: Parameters<typeof readDraft>[2]) => readDraft(text, CONTEXT, previous).citations[0]?.items[0]?.locator;

test.each([
  ['', 'p. 33', { label: 'page', value: '33' }], ['en-GB', 'sect. 3.2', { label: 'section', value: '3.2' }], ['fr', 'chapitre 4', { label: 'chapter', value: '4' }], ['fr-CA', 'nᵒ 12', { label: 'issue', value: '12' }],
  ['"fr"', 'paragr. 7', { label: 'paragraph', value: '7' }], ['de', 'S. 12', { label: 'page', value: '12' }], ['fr', 'kapitel 4', undefined],
])('in a draft whose language is %j, %j is read in that language', (lang, suffix, locator) => { expect(located(draft(lang, suffix))).toEqual(locator); });

test('a change of language is a change of every locator', () => {
  const before = readDraft(draft('en', 'chapitre 4'), CONTEXT);
  expect(before.citations[0]?.items[0]?.locator).toBeUndefined();
  expect(located(draft('fr', 'chapitre 4'), before)).toEqual({ label: 'chapter', value: '4' });
});
