import { expect, test } from 'vitest';
import { parseEdtf } from '../../../src/core/dates/edtf.ts';
import { dateCard } from '../../../src/core/views/cards.ts';
import { happenedOn } from '../../../src/core/views/happened.ts';
import { snapshot } from './world.ts';

const on = (edtf: string) => happenedOn(snapshot, parseEdtf(edtf)!).map(({ event, how }) => `${how}: ${event.name}`);

test('what happened within a date comes before what was under way, the shorter first', () => {
  expect(on('1999-05')).toEqual(['then: Quay meeting', 'under-way: Spring talks', 'under-way: Long war', 'possibly: A letter']);
});

test('of a longer date the order is that of time', () => {
  expect(on('1999')).toEqual(['then: A letter', 'then: Spring talks', 'then: Quay meeting', 'under-way: Long war']);
});

test('a date without a record has nothing', () => { expect(on('1950')).toEqual([]); });

test('the card says which is which, each with its authority', () => {
  const card = dateCard(parseEdtf('1999-05')!, 'May\n1999', snapshot)!;
  expect(card.title).toBe('May 1999');
  expect(card.subtitle).toBe('');
  expect(card.facts).toEqual([
    'Quay meeting (12 May 1999) [Khan 2022, sec. 1]', 'Under way: Spring talks (April – June 1999) [Khan 2022, sec. 1]',
    'Under way: Long war (1980–2000) [Khan 2022, sec. 1]', 'Possibly: A letter (1999) [Khan 2022, sec. 1]',
  ]);
  expect(card.actions).toEqual([{ kind: 'what-happened', date: '1999-05' }, { kind: 'show-on-timeline', key: 'quay' }]);
});

test('the card says what words mean that are no date by themselves, and how much there is more', () => {
  const card = dateCard(parseEdtf('1999-05')!, 'that spring', snapshot, 1)!;
  expect(card.subtitle).toBe('May 1999');
  expect(card.facts.at(-1)).toBe('and 3 more');
});
