import { expect, test } from 'vitest';
import { lastUpTo } from '../../src/core/sorted.ts';
import { fc } from '../properties.ts';

test('the last of a sorted list that is no more than a number is what looking at each of them finds', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -20, max: 20 })), fc.integer({ min: -25, max: 25 }), (numbers, most) => {
    const sorted = numbers.toSorted((a, b) => a - b);
    expect(lastUpTo(sorted, number => number, most)).toBe(sorted.findLastIndex(number => number <= most));
  }));
});
