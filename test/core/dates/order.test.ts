import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import {
  compareDates, couldBeWithin, couldHold, holdsAt, isBefore, isWithin, latestHeld, overlaps, parseEdtf, type EdtfDate,
} from '../../../src/core/dates/index.ts';

const at = (edtf: string): EdtfDate => parseEdtf(edtf)!;
const SAMPLES = [
  '1988', '1989', '1989~', '1989?', '1989-05', '1989-05-13', '1989-05-13~', '1989-21', '1989-24', '1985-39', '198X', '19XX', '1988/1990', '1988-07/1990-09', '1989/..',
  '../1989', '1989/', '/1989', '[1988,1990]', '{1988,1990}', '[1985-09..1985-12]', '[..1988]', '[1990..]', '1989-05/1989-05', '-0044', '1990-01-01', '1989-12-31',
].map(at);
const sample = fc.constantFrom(...SAMPLES);

describe('compareDates', () => {
  const order = (...texts: string[]): string[] => texts.map(at).sort(compareDates).map(date => date.edtf);
  test('the first possible day counts first', () => expect(order('1990', '1989-12', '1989')).toEqual(['1989', '1989-12', '1990']));
  test('then the last one', () => expect(order('1989', '1989-01', '1989-01-01')).toEqual(['1989-01-01', '1989-01', '1989']));
  test('then a point before an interval before a set', () => expect(order('{1989}', '1989/1989', '1989')).toEqual(['1989', '1989/1989', '{1989}']));
  test('then the text', () => expect(order('1989~', '1989?', '1989')).toEqual(['1989', '1989?', '1989~']));
  test('no date comes last', () => {
    expect(compareDates(undefined, at('1989'))).toBeGreaterThan(0);
    expect(compareDates(at('1989'), undefined)).toBeLessThan(0);
    expect(compareDates(undefined, undefined)).toBe(0);
  });
  test('since ever comes first', () => expect(order('-0044', '../1989')).toEqual(['../1989', '-0044']));
  test('is a total order', () => {
    fc.assert(fc.property(sample, sample, sample, (a, b, c) => {
      expect(Math.sign(compareDates(a, b))).toBe(-Math.sign(compareDates(b, a)) + 0);
      expect(compareDates(a, b) === 0).toBe(a.edtf === b.edtf);
      if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) expect(compareDates(a, c)).toBeLessThanOrEqual(0);
    }), { numRuns: 2000 });
  });
});

describe('isBefore', () => {
  test.each([
    ['1988', '1989', 'yes'], ['1989', '1988', 'no'], ['1989', '1989', 'unknown'], ['1989-05', '1989', 'unknown'],
    ['1990-08-28', '1990-08-29', 'yes'], ['1990-08-28', '1990-08-28', 'unknown'], ['1990-08-29', '1990-08-28', 'no'],
    ['1988/1990', '1991', 'yes'], ['1988/1990', '1990', 'unknown'], ['1988/1990', '1989-12', 'no'], ['1985/..', '2022', 'no'], ['1985/', '2022', 'unknown'],
    ['../1985', '1986', 'yes'], ['/1985', '1986', 'yes'], ['[1982,1983]', '1984', 'yes'], ['[1982,1985]', '1984', 'unknown'], ['{1982,1985}', '1984', 'no'],
    ['[..1988]', '1989', 'yes'], ['[1990..]', '1989', 'no'], ['1985-39', '1986-03', 'yes'],
  ] as const)('%s before %s: %s', (a, b, answer) => expect(isBefore(at(a), at(b))).toBe(answer));
  test('an approximate date gives no definite answer one unit from its edges', () => {
    expect(isBefore(at('1985~'), at('1986'))).toBe('unknown');
    expect(isBefore(at('1985~'), at('1987-01-02'))).toBe('yes');
    expect(isBefore(at('1990-08-28~'), at('1990-08-29'))).toBe('unknown');
    expect(isBefore(at('1988?'), at('1987'))).toBe('unknown');
  });
  test('nor does a season a month from its edges', () => {
    expect(isBefore(at('1989-21'), at('1989-06'))).toBe('unknown');
    expect(isBefore(at('1989-21'), at('1989-07-03'))).toBe('yes');
  });
  test('nor late 1985 in January 1986, but the second half of 1985 does', () => {
    expect(isBefore(at('1985-39'), at('1986-01'))).toBe('unknown');
    expect(isBefore(at('1985-41'), at('1986-01'))).toBe('yes');
  });
  test('winter 1989 may have been at the beginning of 1989', () => expect(isBefore(at('1989-02'), at('1989-24'))).toBe('unknown'));
  test('both directions never hold, and yes one way is no the other way', () => {
    fc.assert(fc.property(sample, sample, (a, b) => {
      if (isBefore(a, b) === 'yes') expect(isBefore(b, a)).toBe('no');
    }), { numRuns: 1000 });
  });
});

describe('overlaps', () => {
  test.each([
    ['1989', '1990', 'no'], ['1989', '1989', 'unknown'], ['1990-08-28', '1990-08-28', 'yes'], ['1989', '1988/1990', 'yes'], ['1988', '1988/1990', 'unknown'],
    ['1989-05', '1989', 'unknown'], ['1988/1990', '1989/1991', 'yes'], ['2020', '1985/..', 'yes'], ['2020', '1985/', 'unknown'], ['1984', '1985/', 'no'],
    ['{1988,1990}', '1989', 'no'], ['{1988-05-01,1990}', '1988-05-01', 'yes'], ['[1988,1990]', '1989', 'no'], ['[1988,1990]', '1990', 'unknown'],
    ['1985~', '1986-06', 'unknown'], ['1985~', '1988', 'no'],
  ] as const)('%s and %s: %s', (a, b, answer) => {
    expect(overlaps(at(a), at(b))).toBe(answer);
    expect(overlaps(at(b), at(a))).toBe(answer);
  });
  test('what overlaps is not before', () => {
    fc.assert(fc.property(sample, sample, (a, b) => {
      if (isBefore(a, b) === 'yes') expect(overlaps(a, b)).toBe('no');
      if (overlaps(a, b) === 'yes') expect(isBefore(a, b)).not.toBe('yes');
    }), { numRuns: 1000 });
  });
});

describe('isWithin', () => {
  test.each([
    ['1990-08-28', '1990', 'yes'], ['1990-08', '1990', 'yes'], ['1990', '1990-08', 'unknown'], ['1989', '1990', 'no'], ['1989', '1988/1990', 'yes'],
    ['1988/1990', '1989', 'no'], ['1988/1990', '1988/1991', 'yes'], ['1988/1991', '1989/1990', 'no'], ['1989-12/1990-02', '1990', 'no'], ['1985/', '1985/1990', 'unknown'],
    ['1985/..', '1985/1990', 'no'], ['1989-21', '1989', 'yes'], ['1989-24', '1989', 'unknown'], ['1985~', '1985', 'unknown'], ['1986', '1985~', 'unknown'], ['1987-06', '1985~', 'no'],
    ['[1982,1983]', '1982', 'unknown'], ['[1982,1983]', '198X', 'yes'],
  ] as const)('%s within %s: %s', (inner, outer, answer) => {
    expect(isWithin(at(inner), at(outer))).toBe(answer);
    expect(couldBeWithin(at(inner), at(outer))).toBe(answer !== 'no');
  });
  test('a more exact date is within the one it makes more exact', () => {
    fc.assert(fc.property(fc.integer({ min: 1000, max: 2999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (year, month, day) => {
      const two = (value: number): string => String(value).padStart(2, '0');
      const chain = [`${year}-${two(month)}-${two(day)}`, `${year}-${two(month)}`, String(year), `${String(year).slice(0, 3)}X`, `${String(year).slice(0, 2)}XX`].map(at);
      for (const [index, inner] of chain.entries()) for (const outer of chain.slice(index)) expect(isWithin(inner, outer)).toBe('yes');
    }));
  });
});

describe('an office at a date', () => {
  const held = (start: string, end: string, when: string): string => holdsAt({ start: parseEdtf(start), end: parseEdtf(end) }, at(when));
  test.each([
    ['1988', '1999', '1990', 'yes'], ['1988', '1999', '1988', 'unknown'], ['1988', '1999', '1987', 'no'], ['1988', '1999', '2000', 'no'], ['1988', '1999', '1999', 'unknown'],
    ['1988', '', '1987', 'no'], ['1988', '', '1990', 'unknown'], ['1988', '', '1988', 'unknown'], ['', '1988', '1989', 'no'], ['', '1988', '1980', 'unknown'],
    ['', '', '1990', 'unknown'], ['1988/..', '', '1990', 'yes'], ['1988/1990', '', '1991', 'no'], ['1988-03-05', '', '1988-03-05', 'yes'], ['', '1988-03-05', '1988-03-05', 'yes'],
    ['1988', '1999', '1987/1990', 'unknown'], ['1988~', '', '1987', 'unknown'], ['1988~', '', '1986', 'no'],
  ] as const)('from %j to %j, at %s: %s', (start, end, when, answer) => {
    expect(held(start, end, when)).toBe(answer);
    expect(couldHold({ start: parseEdtf(start), end: parseEdtf(end) }, at(when))).toBe(answer !== 'no');
  });

  const minister = { role: 'Foreign Minister', start: at('1988'), end: undefined };
  const envoy = { role: 'Permanent Representative', start: undefined, end: at('1988') };
  test('the office that the person had last is shown', () => expect(latestHeld([envoy, minister])).toBe(minister));
  test('of those that could hold at the date', () => {
    expect(latestHeld([envoy, minister], at('1990'))).toBe(minister);
    expect(latestHeld([envoy, minister], at('1985'))).toBe(envoy);
  });
  test('a sure one before one that began later', () => {
    const sure = { start: at('1980'), end: at('1999') };
    expect(latestHeld([minister, sure], at('1990'))).toBe(sure);
  });
  test('none, when none could hold', () => expect(latestHeld([minister], at('1970'))).toBeUndefined());
});
