import { expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { closest, lineColumn, problem, PROBLEMS } from '../../../src/core/corpus/problems.ts';

test.each([['sate', 'state'], ['stat', 'state'], ['tsate', 'state'], ['persn', 'person'], ['indonsia', 'indonesia'], ['State', 'state'], ['zebra', undefined], ['', undefined]])('%j is near to %j', (given, nearest) => {
  expect(closest(given, ['person', 'state', 'indonesia'])).toBe(nearest);
});

test.each([[0, 1, 1], [2, 1, 3], [3, 2, 1], [4, 2, 2], [99, 3, 1]])('offset %i is line %i, column %i', (offset, line, column) => {
  expect(lineColumn('ab\nc\n', offset)).toEqual({ line, column });
});

test('the line of an offset is the count of line ends before it', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('a', '\n'), { maxLength: 30 }), fc.nat(30), (letters, offset) => {
    const text = letters.join('');
    const before = text.slice(0, offset);
    expect(lineColumn(text, offset)).toEqual({ line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') });
  }));
});

test.each(Object.entries(PROBLEMS))('%s is told in one or two sentences', (_, [, words]) => { expect(words.replace(/\{\d\}$/, 'x.')).toMatch(/[.]$/); });

test('what the writer wrote is no template', () => { expect(problem('bad-date', { start: 0, end: 0 }, '{1}').message).toContain('“{1}”'); });
test('very long words are cut', () => { expect(problem('bad-date', { start: 0, end: 0 }, 'x'.repeat(10_000)).message.length).toBeLessThan(500); });
