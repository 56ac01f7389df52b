import { expect, test } from 'vitest';
import { dayOf } from '../../../src/core/dates/days.ts';
import { certaintiesOf, certaintyWords, labelOf, surenessOf } from '../../../src/core/timeline/certainty.ts';
import { isEmptyFilter, matching, NO_FILTER, searchTexts } from '../../../src/core/timeline/filter.ts';
import type { Filter } from '../../../src/core/timeline/types.ts';
import { dataOf, dto, event } from './support.ts';

const data = dataOf([
  event('Paris Conference', '1989-07-30/1989-08-30', { place: 'Paris', kind: 'conference', kindText: 'conference', citekeys: ['khan2022'], participants: [{ actor: 'france', role: 'host' }] }),
  event('Fère-en-Tardenois talks', '1987-12', { processes: ['talks'] }),
  event('Contacts', '1985~', { participants: [{ actor: 'hun-sen', role: 'party' }] }),
], { actors: [{ id: 'france', name: 'France', type: 'state', typeText: 'States' }, { id: 'hun-sen', name: 'Hun Sen', type: 'person', typeText: 'Persons' }], processes: [{ id: 'talks', title: 'Sihanouk and Hun Sen' }] });
const texts = searchTexts(data);
const found = (filter: Partial<Filter>, mentioned: readonly string[] = []) => [...matching(data, () => texts, { ...NO_FILTER, ...filter }, new Set(mentioned))];

test('an empty filter lets everything through', () => {
  expect(isEmptyFilter(NO_FILTER)).toBe(true);
  expect(found({})).toEqual([0, 1, 2]);
});

test('all words must occur, in whatever field, without regard to case and accents', () => {
  expect(found({ text: 'paris' })).toEqual([0]);
  expect(found({ text: 'FERE talks' })).toEqual([1]);
  expect(found({ text: 'france khan2022' })).toEqual([0]);
  expect(found({ text: 'hun sen' })).toEqual([1, 2]);
  expect(found({ text: '1987-12' })).toEqual([1]);
  expect(found({ text: 'paris jakarta' })).toEqual([]);
});

test('each facet asks for one of its values', () => {
  expect(found({ kinds: ['conference'] })).toEqual([0]);
  expect(found({ actors: ['hun-sen', 'france'] })).toEqual([0, 2]);
  expect(found({ processes: ['talks'] })).toEqual([1]);
  expect(found({ certainties: ['approximate'] })).toEqual([2]);
  expect(found({ certainties: ['exact'] })).toEqual([0]);
});

test('mentioned or not', () => {
  expect(found({ mentioned: 'mentioned' }, ['Contacts'])).toEqual([2]);
  expect(found({ mentioned: 'not-mentioned' }, ['Contacts'])).toEqual([0, 1]);
});

test('a stretch of time keeps what may have been within it', () => {
  expect(found({ range: [dayOf(1989, 8, 15), dayOf(1989, 9, 1)] })).toEqual([0]);
  expect(found({ range: [dayOf(1985, 5, 1), dayOf(1985, 5, 2)] })).toEqual([2]);
  expect(found({ range: [dayOf(1990), dayOf(1991)] })).toEqual([]);
});

test.each([
  ['1991-10-23', ''], ['1989-08', 'known to the month'], ['1989-21', 'known to the season'], ['1985~', 'known to the year, approximate'],
  ['198X', 'known to the decade'], ['1985%', 'known to the year, approximate, uncertain'], ['[1988,1989]', 'known to the year, one of several dates'],
  ['1991-05-01/..', 'open end'], ['1991-05-01/', 'end unknown'], ['/1991-05-01', 'start unknown'],
])('%s is said to be %j', (edtf, words) => { expect(certaintyWords(dto(edtf))).toBe(words); });

test('a label says what its date leaves in doubt', () => {
  expect(labelOf('Talks', surenessOf(dto('1985~')))).toBe('c. Talks');
  expect(labelOf('Talks', surenessOf(dto('1985?')))).toBe('Talks (?)');
  expect(labelOf('Talks', surenessOf(dto('1985-01-02')))).toBe('Talks');
});

test('a date is in every class that applies', () => {
  expect(certaintiesOf(dto('1985%'))).toEqual(['coarse', 'approximate', 'uncertain']);
  expect(certaintiesOf(dto('1991-05-01/..'))).toEqual(['open']);
  expect(certaintiesOf(dto('1991-05-01'))).toEqual(['exact']);
});
