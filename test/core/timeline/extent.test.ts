import { expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { dayOf } from '../../../src/core/dates/days.ts';
import { domainOf, extentOf } from '../../../src/core/timeline/extent.ts';
import { dto } from './support.ts';

const DOMAIN = [dayOf(1970), dayOf(2000)] as const;
const extent = (edtf: string) => extentOf(dto(edtf), DOMAIN);

test('an exact day is an instant within that day', () => {
  const { shape, a, b } = extent('1991-10-23');
  expect(shape).toBe('instant');
  expect(a).toBe(b);
  expect(Math.floor(a)).toBe(dayOf(1991, 10, 23));
});

test('a month, a year and a decade reach over all their days', () => {
  expect(extent('1989-08')).toMatchObject({ shape: 'within', a: dayOf(1989, 8), b: dayOf(1989, 9) });
  expect(extent('1989')).toMatchObject({ shape: 'within', a: dayOf(1989), b: dayOf(1990) });
  expect(extent('198X')).toMatchObject({ shape: 'within', a: dayOf(1980), b: dayOf(1990) });
});

test('an approximate date has tails outside what is written, of half its unit', () => {
  const { a, b, outerA, outerB } = extent('1985~');
  expect([outerA, outerB]).toEqual([dayOf(1985), dayOf(1986)]);
  expect(outerA - a).toBe(365 / 2);
  expect(b - outerB).toBe(365 / 2);
});

test('a span between years is certain only between them', () => {
  expect(extent('1988/1990')).toMatchObject({ shape: 'span', outerA: dayOf(1988), coreA: dayOf(1989), coreB: dayOf(1990), outerB: dayOf(1991), left: 'vague', right: 'vague' });
});

test('a span between days is certain throughout, its last day included', () => {
  expect(extent('1989-07-30/1989-08-30')).toMatchObject({ coreA: dayOf(1989, 7, 30), coreB: dayOf(1989, 8, 31), left: 'sharp', right: 'sharp' });
});

test('a span within one year is certain on no day', () => {
  const { coreA, coreB } = extent('1989/1989');
  expect(coreA).toBeGreaterThanOrEqual(coreB);
});

test('an open end reaches to the end of all that is known, an unknown one no further than what is', () => {
  expect(extent('1991-05-01/..')).toMatchObject({ right: 'open', outerB: DOMAIN[1] });
  expect(extent('1991-05-01/')).toMatchObject({ right: 'unknown', outerB: dayOf(1991, 5, 2) });
  expect(extent('/1991-05-01')).toMatchObject({ left: 'unknown', outerA: dayOf(1991, 5, 1) });
});

test('one of several dates keeps each of them', () => {
  const { shape, members } = extent('[1988,1990]');
  expect(shape).toBe('one-of');
  expect(members).toEqual([[dayOf(1988), dayOf(1989)], [dayOf(1990), dayOf(1991)]]);
});

const EDTF = fc.constantFrom('1989', '1989-08', '1989-08-03', '198X', '1989-21', '1985~', '1985?', '1985%', '1989-08~', '1989-08-03~', '1988/1990', '1988-07/1990-09',
  '1988-07-01/1990-09-02', '1991-05/..', '../1991-05', '1991-05/', '/1991-05', '[1988,1989]', '{1988,1989}', '[..1988]', '[1989..]', '1985~/1990', '19XX', '0001/3999');

test('nothing is drawn more exact than its EDTF: what is certain lies within what is written, and that within what is drawn', () => {
  fc.assert(fc.property(EDTF, edtf => {
    const date = dto(edtf);
    const { a, b, outerA, outerB, coreA, coreB } = extentOf(date, DOMAIN);
    for (const day of [a, b, outerA, outerB, coreA, coreB]) { expect(Number.isFinite(day)).toBe(true); }
    expect(a).toBeLessThanOrEqual(b);
    if (coreA < coreB) {
      expect(coreA).toBeGreaterThanOrEqual(outerA);
      expect(coreB).toBeLessThanOrEqual(outerB);
      // Certain only after the latest start and before the earliest end; a day is as fine as EDTF goes.
      if (date.start[1] !== null) { expect(coreA).toBeGreaterThanOrEqual(date.start[1] - 1); }
      if (date.end[0] !== null) { expect(coreB).toBeLessThanOrEqual(Math.max(date.end[0] + 1, date.start[1] ?? 0)); }
    }
    if (date.start[0] !== null && a !== b) { expect(a).toBeLessThanOrEqual(date.start[0]); }
    if (date.end[1] !== null && a !== b) { expect(b).toBeGreaterThanOrEqual(date.end[1]); }
  }));
});

test('the domain reaches from the first finite day to the last', () => {
  expect(domainOf([dto('1991-05/..'), dto('1985')])).toEqual([dayOf(1985), dayOf(1991, 6)]);
  expect(domainOf([])).toEqual([0, 365]);
});
