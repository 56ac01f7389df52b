import { expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { dayOf } from '../../../src/core/dates/days.ts';
import { axisOf } from '../../../src/core/timeline/ticks.ts';
import { fitView, xOf } from '../../../src/core/timeline/view.ts';

const axis = (from: number, to: number, width = 1000) => axisOf(fitView(from, to, width), width);

test('over some years the upper tier names decades and the lower years', () => {
  const { upper, lower } = axis(dayOf(1979), dayOf(1993));
  expect(upper.map(tick => tick.text)).toEqual(['1970s', '1980s', '1990s']);
  expect(lower[0]!.text).toBe('1979');
});

test('over one year the upper tier names the year and the lower its months', () => {
  const { upper, lower } = axis(dayOf(1989), dayOf(1990));
  expect(upper.map(tick => tick.text)).toEqual(['1989', '1990']);
  expect(lower.map(tick => tick.text)).toContain('Jul');
});

test('over a month the lower tier counts days and starts anew with each month', () => {
  const { upper, lower } = axis(dayOf(1989, 7, 20), dayOf(1989, 8, 20));
  expect(upper.map(tick => tick.text)).toEqual(['July 1989', 'August 1989']);
  expect(lower.some(tick => tick.day === dayOf(1989, 8, 1))).toBe(true);
});

test('the first upper tick stands at or before the left edge, so that the year is always known', () => {
  fc.assert(fc.property(fc.integer({ min: -700_000, max: 100_000 }), fc.integer({ min: 3, max: 1_500_000 }), (from, days) => {
    expect(axis(from, from + days).upper[0]!.day).toBeLessThanOrEqual(from + 1);
  }));
});

test('ticks never crowd: fewer than one each 30 pixels in the lower tier, and their order is that of time', () => {
  fc.assert(fc.property(fc.integer({ min: -700_000, max: 100_000 }), fc.integer({ min: 3, max: 1_500_000 }), (from, days) => {
    const view = fitView(from, from + days, 1000);
    const { lower } = axisOf(view, 1000);
    for (let at = 1; at < lower.length; at++) { expect(xOf(view, lower[at]!.day) - xOf(view, lower[at - 1]!.day)).toBeGreaterThan(28); }
  }));
});

test('seasons follow each other without a gap and show only where they have room', () => {
  const { seasons } = axis(dayOf(1989), dayOf(1991));
  expect(seasons.slice(0, 5).map(season => season.text)).toEqual(['winter', 'spring', 'summer', 'autumn', 'winter']);
  expect(seasons[1]!.from).toBe(dayOf(1989, 3, 1));
  for (let at = 1; at < seasons.length; at++) { expect(seasons[at]!.from).toBe(seasons[at - 1]!.to); }
  expect(axis(dayOf(1900), dayOf(2000)).seasons).toEqual([]);
});

test('years before Christ are called so', () => {
  expect(axis(dayOf(-43), dayOf(-40)).upper.map(tick => tick.text).join(' ')).toContain('BC');
});
