import { describe, expect, test } from 'vitest';
import { folded, rankSources } from '../../../src/core/citations/match.ts';
import type { CslItem } from '../../../src/core/citations/types.ts';

const source = (id: string, family: string, year: number, title: string, more: Partial<CslItem> = {}) => ({ item: { id, type: 'book', author: [{ family, given: 'X.' }], issued: { 'date-parts': [[year]] }, title, ...more } satisfies CslItem });
const SOURCES = [
  source('khan2022', 'Khan', 2022, 'When Great Powers Behave'), source('solomon2000', 'Solomon', 2000, 'Exiting Indochina'), source('dang1999', 'Đặng', 1999, 'Khan and the powers'),
  source('un1990', 'UN', 1990, 'Letter', { publisher: 'Permanent Mission' }),
];
const found = (query: string, usage?: ReadonlyMap<string, number>) => rankSources(query, SOURCES, usage).map(({ item }) => item.id);

describe('sources are found', () => {
  test.each([
    ['by key', 'khan2022', ['khan2022']], ['by key with its sign', '@khan2022', ['khan2022']], ['by author', 'solomon', ['solomon2000']], ['by title', 'indochina', ['solomon2000']], ['by year', '2000', ['solomon2000']],
    ['by author and year', 'khan 2022', ['khan2022']], ['in any order', 'powers 2022 khan', ['khan2022']], ['without accents', 'dang', ['dang1999']], ['with accents', 'Đặng', ['dang1999']], ['by publisher', 'mission', ['un1990']],
    ['by the beginning of words', 'sol exi', ['solomon2000']], ['not when one word fits nothing', 'khan zzz', []], ['author before title', 'khan', ['khan2022', 'dang1999']], ['in capitals', 'KHAN POWERS 2022', ['khan2022']], ['with signs', '(khan.*', []],
  ])('%s', (_, query, ids) => expect(found(query)).toEqual(ids));

  test.each([['2022-khan', ['khan2022']], ['khan_powers', ['khan2022', 'dang1999']], ['behave:khan', ['khan2022']]])('by words joined as a key is: %s', (query, ids) => expect(found(query)).toEqual(ids));
  test('cited already before those that fit as well', () => expect(found('khan', new Map([['dang1999', 3]]))).toEqual(['dang1999', 'khan2022']));
  test('by their whole key before all that are cited', () => expect(found('khan2022', new Map([['dang1999', 9]]))[0]).toBe('khan2022'));
  test('as many as are asked for, the best of them', () => expect(rankSources('khan', SOURCES, undefined, 1).map(({ item }) => item.id)).toEqual(['khan2022']));
  test('all, in the order of their keys, when nothing is asked', () => expect(found('')).toEqual(['dang1999', 'khan2022', 'solomon2000', 'un1990']));
  test('those used most first, when they fit equally', () => expect(found('', new Map([['un1990', 2], ['solomon2000', 1]]))).toEqual(['un1990', 'solomon2000', 'dang1999', 'khan2022']));
});

test('a limit changes nothing but the number', () => {
  const usage = new Map([['solomon2000', 2]]);
  for (const query of ['', 'k', '2', 'po', 'x']) { expect(rankSources(query, SOURCES, usage, 2)).toEqual(rankSources(query, SOURCES, usage).slice(0, 2)); }
});

test.each([['Ünal', 'unal'], ['Łódź', 'lodz'], ['Straße', 'strasse'], ['ﬁn', 'fin']])('%s is folded to %s', (text, expected) => expect(folded(text)).toBe(expected));
