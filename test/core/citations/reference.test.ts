import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { formatCitation, formatReference, shortReference } from '../../../src/core/citations/reference.ts';
import type { CslItem } from '../../../src/core/citations/types.ts';

const KHAN: CslItem = {
  id: 'khan2022', type: 'report', author: [{ family: 'Khan', given: 'Asif R.' }], issued: { 'date-parts': [[2022]] },
  title: 'When Great Powers Behave: Mediation Lessons from the Cambodia Peace Process', publisher: 'HD Centre; NUPI',
};
const item = (fields: Partial<CslItem>): CslItem => ({ id: 'k', type: 'book', title: 'Title', ...fields });
const named = (...author: CslItem['author'] & object) => item({ author, issued: { 'date-parts': [[1999]] } });

describe('a reference', () => {
  test('of a report', () => {
    expect(formatReference(KHAN)).toBe('Khan, Asif R. 2022. When Great Powers Behave: Mediation Lessons from the Cambodia Peace Process. HD Centre; NUPI.');
  });

  test('of an article', () => {
    expect(formatReference(item({
      type: 'article-journal', author: [{ family: 'Haas', given: 'Michael' }], title: 'The Paris Conference', 'container-title': 'Bulletin', volume: '23', issue: 2,
      page: '42-53', issued: { 'date-parts': [[1991, 4]] }, DOI: '10.1080/1467',
    }))).toBe('Haas, Michael. 1991. “The Paris Conference.” Bulletin 23 (2): 42–53. https://doi.org/10.1080/1467.');
  });

  test('of a chapter', () => {
    expect(formatReference(item({
      type: 'chapter', author: [{ family: 'Evans', given: 'Gareth' }], title: 'Why?', 'container-title': 'Peace', editor: [{ family: 'Peou', given: 'Sorpong' }], page: '3',
      publisher: 'OUP', 'publisher-place': 'Oxford', issued: { 'date-parts': [[1994]] },
    }))).toBe('Evans, Gareth. 1994. “Why?” In Peace, edited by Sorpong Peou, 3. Oxford: OUP.');
  });

  test('of a newspaper article has its day', () => {
    expect(formatReference(item({ type: 'article-newspaper', title: 'X', 'container-title': 'The Times', author: [{ literal: 'Staff' }], issued: { 'date-parts': [[1989, 5, 3]] } })))
      .toBe('Staff. 1989. “X.” The Times. 3 May 1989.');
  });

  test('of a treaty begins with its title', () => {
    expect(formatReference(item({ type: 'treaty', title: 'Paris Agreement', 'container-title': 'UNTS', volume: 1663, page: '27', issued: { 'date-parts': [[1991, 10, 23]] } })))
      .toBe('Paris Agreement. 1991. UNTS 1663, 27. 23 October 1991.');
  });

  test('of a resolution has its number', () => {
    expect(formatReference(item({ type: 'legislation', authority: 'UN Security Council', title: 'On Cambodia', genre: 'resolution', number: '745', issued: { 'date-parts': [[1992]] } })))
      .toBe('UN Security Council. 1992. On Cambodia. Resolution 745.');
  });

  test('with editors alone says so', () => expect(formatReference(item({ editor: [{ family: 'A' }, { family: 'B', given: 'C' }] }))).toContain('A and C B, eds. n.d. Title.'));
  test('of an item with nothing but a key is its year and key', () => expect(shortReference({ id: 'x', type: 'book' })).toBe('@x n.d.'));
  test.each(['book', 'interview', 'map', 'no-such-type', 'legal_case', 'dataset', 'speech'])('of type %s holds author, year and title', type => {
    expect(formatReference({ ...KHAN, type })).toContain('Khan, Asif R. 2022. When Great Powers Behave');
  });
});

describe('names', () => {
  test.each([
    ['one', [{ family: 'Khan', given: 'A.' }], 'Khan 1999'],
    ['two', [{ family: 'A' }, { family: 'B' }], 'A and B 1999'],
    ['three', [{ family: 'A' }, { family: 'B' }, { family: 'C' }], 'A, B and C 1999'],
    ['four', [{ family: 'A' }, { family: 'B' }, { family: 'C' }, { family: 'D' }], 'A et al. 1999'],
    ['an institution', [{ literal: 'HD Centre' }], 'HD Centre 1999'],
    ['a particle', [{ family: 'Stoel', 'non-dropping-particle': 'van der', given: 'Max' }], 'van der Stoel 1999'],
    ['a dropping particle', [{ family: 'Gaulle', 'dropping-particle': 'de', given: 'Charles' }], 'Gaulle 1999'],
  ])('%s', (_, author, expected) => expect(shortReference(named(...author))).toBe(expected));

  test('are turned round for the first author only', () => expect(formatReference(named({ family: 'A', given: 'B' }, { family: 'C', given: 'D' }))).toMatch(/^A, B and D C\. 1999\./));
  test('with a dropping particle carry it after the given name', () => expect(formatReference(named({ family: 'Gaulle', 'dropping-particle': 'de', given: 'Charles' }))).toMatch(/^Gaulle, Charles de\./));
  test('with static ordering are never turned round', () => {
    expect(formatReference(named({ family: 'Hun', given: 'Sen', 'static-ordering': true } as never))).toMatch(/^Hun Sen\. 1999\./);
  });
  test('that are empty count for nothing', () => expect(shortReference(item({ author: [{}], editor: [{ family: 'E' }] }))).toBe('E n.d.'));
});

describe('years', () => {
  test.each([
    [undefined, 'n.d.'], [{}, 'n.d.'], [{ 'date-parts': [[1985]], circa: true }, 'c. 1985'], [{ 'date-parts': [[1988], [1990]] }, '1988–1990'],
    [{ 'date-parts': [[1982], [0]] }, '1982–'], [{ 'date-parts': [['1991', '10']] }, '1991'], [{ literal: 'forthcoming' }, 'forthcoming'],
    [{ raw: '23 October 1991' }, '1991'], [{ 'date-parts': [[-44]] }, '44 BCE'], [{ 'date-parts': [] }, 'n.d.'], [{ 'date-parts': [[1989], [1989]] }, '1989'],
  ])('%j is %s', (issued, year) => expect(shortReference(item({ author: [{ family: 'A' }], ...issued && { issued } }))).toBe(`A ${year}`));
});

describe('a citation', () => {
  test('has its locator', () => expect(formatCitation(KHAN, 'sec. 3.2')).toBe('Khan 2022, sec. 3.2'));
  test('has its prefix', () => expect(formatCitation(KHAN, '', { prefix: 'citing' })).toBe('citing Khan 2022'));
  test('in the text has its author outside', () => expect(formatCitation(KHAN, 'p. 3', { mode: 'in-text' })).toBe('Khan (2022, p. 3)'));
  test('with its author suppressed has the year', () => expect(formatCitation(KHAN, 'p. 3', { mode: 'suppress-author' })).toBe('2022, p. 3'));
});

describe('markup', () => {
  test('of CSL is taken out', () => expect(formatReference(item({ title: 'The <i>Paris</i> <span class="nocase">UN</span> H<sub>2</sub>O' }))).toBe('The Paris UN H2O. n.d.'));
  test('of scripts is taken out', () => expect(formatReference(item({ title: '<script>alert(1)</script><img src=x onerror=y>A' }))).toBe('alert(1)A. n.d.'));
  test('that taking out would make is taken out as well', () => expect(formatReference(item({ title: '<<i>script>x</<i>script>' }))).not.toMatch(/<[a-z/]/i));
  test('less-than signs stay', () => expect(formatReference(item({ title: 'a < b' }))).toContain('a < b'));
  test('marks that turn the direction of the text are left out', () => expect(formatReference(item({ title: 'a\u202Eb\u0000c' }))).toBe('a b c. n.d.'));

  test('never survives, and no item makes the formatting throw', () => {
    const field = fc.oneof(fc.string(), fc.constantFrom('<b>x</b>', '<<script>', '</', '<!--', '&lt;'), fc.integer(), fc.constant(null), fc.array(fc.string()), fc.object());
    const any = fc.record({ title: field, author: field, issued: field, publisher: field, type: fc.string(), 'container-title': field }, { requiredKeys: [] });
    fc.assert(fc.property(any, fields => {
      const hostile = { id: 'k', type: 'book', ...fields } as unknown as CslItem;
      expect(`${formatReference(hostile)} ${shortReference(hostile)} ${formatCitation(hostile, '<b>')}`).not.toMatch(/<[a-z/!?]/i);
    }));
  });
});
