import { expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { civilOf, dayOf } from '../../../src/core/dates/index.ts';

test('1970-01-01 is day 0', () => expect(dayOf(1970, 1, 1)).toBe(0));

test('agrees with the platform, leap years and years before 1 included', () => {
  fc.assert(fc.property(fc.date({ min: new Date('-002000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), date => {
    const midnight = Math.floor(date.getTime() / 86_400_000);
    expect(dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(midnight);
    expect(civilOf(midnight)).toEqual({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  }));
});

test('months outside the year run over', () => {
  expect(dayOf(1989, 13)).toBe(dayOf(1990, 1));
  expect(dayOf(1990, 0)).toBe(dayOf(1989, 12));
});

test('comes back from any day of a hundred million years', () => {
  fc.assert(fc.property(fc.integer({ min: -36_500_000_000, max: 36_500_000_000 }), day => {
    const { year, month, day: date } = civilOf(day);
    expect(dayOf(year, month, date)).toBe(day);
  }));
});
