import { expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { escapeText, findWikiLinks, plainText } from '../../../src/core/corpus/plainText.ts';

test.each([
  ['a *b* **c** _d_', 'a b c d'],
  ['a\n  b', 'a b'],
  ['the [[indonesia|Indonesian side]] spoke', 'the Indonesian side spoke'],
  ['[[indonesia]] spoke', '<indonesia> spoke'],
  ['[[actors/indonesia.md#Offices]] spoke', '<indonesia> spoke'],
  ['\\*a\\*', '*a*'],
  ['a [b](http://c) d', 'a b d'],
  ['`code` & <b>html</b>', 'code & <b>html</b>'],
  ['&amp; &eacute;', '& é'],
  ['2 < 3', '2 < 3'],
  ['[[not a link', '[[not a link'],
])('%j reads as %j', (source, text) => {
  expect(plainText(source, id => `<${id}>`)).toBe(text.replace('<indonesia>', '<indonesia>'));
});

test('wiki links stand at their place', () => {
  expect(findWikiLinks('ab [[c|d]] [[e]] \\[[f]]', 1)).toEqual([
    { id: 'c', words: 'd', span: { start: 3, end: 10 } }, { id: 'e', words: undefined, span: { start: 11, end: 16 } },
  ]);
});

test('escaped text reads as itself', () => {
  const words = fc.string({ unit: fc.oneof(fc.constantFrom('*', '_', '[', ']', '(', ')', '\\', '`', '<', '>', '&', ';', '!', '~', '@', '#', '-', '+', '1', '.', ' ', 'a', 'b', ':', '|', '"'), fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' })), maxLength: 40 })
    .map(text => text.replace(/\s+/g, ' ').trim()).filter(text => !/[\p{Cc}\p{Cs}]/u.test(text));
  fc.assert(fc.property(words, text => { expect(plainText(escapeText(text), id => id)).toBe(text); }), { numRuns: 2000 });
});

test('brackets and stars by the thousand take no time to speak of', () => {
  for (const sign of ['[', '*', '_', '`', '<', '[[', '![', '&']) expect(plainText(sign.repeat(20_000), id => id).length).toBeGreaterThan(0);
});
