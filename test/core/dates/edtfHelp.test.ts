import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { describeEdtfError } from '../../../src/core/dates/index.ts';

describe('help for a bad date', () => {
  test.each([
    ['', 'A date is missing.'],
    ['1989-13', 'There is no month 13: months are 01 to 12, and 21 to 24 are spring to winter.'],
    ['1989-90', 'For an interval write 1989/1990.'],
    ['1989-02-30', 'There is no day 30 in 1989-02, which has 28 days.'],
    ['1990/1988', 'The interval ends before it begins; if the dates are right, write 1988/1990.'],
    ['1985-1990', 'For an interval write 1985/1990.'],
    ['1985-present', 'For something that still goes on write 1985/.., or 1985/ when its end is not known.'],
    ['1989-5-3', 'Months and days have two digits: write 1989-05-03.'],
    ['198', 'A year has four digits; write 198X for any of the years that begin with 198.'],
    ['198x', 'Unspecified digits are a capital X: write 198X.'],
    ['late 1985', 'Write 1985-39 for late 1985.'],
    ['the late 1970s', 'Write 1976/1979 for the late 1970s, and keep the words in `wording`.'],
    ['28 August 1990', 'Write 1990-08-28 for 28 August 1990.'],
    ['c. 1985', 'Write 1985~ for c. 1985.'],
    ['5/8/1990', 'Write the year first, then the month, then the day: 1990-08-28.'],
    ['last year', '“last year” is not a date that can be read.'],
  ])('%j: %s', (text, help) => expect(describeEdtfError(text).startsWith(help)).toBe(true));

  test('long texts are not repeated', () => expect(describeEdtfError('x'.repeat(100_000)).length).toBeLessThan(300));
  test('there is a sentence for every text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
      expect(describeEdtfError(text)).toMatch(/\S.*\.$/s);
    }));
  });
});
