import { describe, expect, test } from 'vitest';
import { emptySnapshot } from '../../../src/core/corpus/snapshot.ts';
import { worldOf } from './world.ts';

const world = worldOf(emptySnapshot);

describe('dangling-note', () => {
  test.each([
    ['a defined note', 'A.[^1]\n\n[^1]: B.', []],
    ['a note defined before', '[^1]: B.\n\nA.[^1]', []],
    ['no note', 'A.[^1]', ['[^1]']],
    ['another note', 'A.[^a] B.[^b]\n\n[^b]: C.', ['[^a]']],
    ['a mark in code', '`[^1]`', []],
    ['a note within a note', 'A.[^1]\n\n[^1]: B.[^2]', ['[^2]']],
  ])('%s', (_, text, words) => expect(world.marked(text, 'dangling-note')).toEqual(words));

  test('can be given its note', () => expect(world.fixed('A.[^1]', 'dangling-note')).toBe('A.[^1]\n\n[^1]: \n'));
});

describe('unused-note', () => {
  test.each([
    ['a note that is referred to', 'A.[^1]\n\n[^1]: B.', []],
    ['one that is not', 'A.\n\n[^1]: B.', ['[^1]:']],
    ['a second definition', 'A.[^1]\n\n[^1]: B.\n\n[^1]: C.', ['[^1]:']],
    ['a note in a note', 'A.[^1]\n\n[^1]: B.[^2]\n\n[^2]: C.', []],
  ])('%s', (_, text, words) => expect(world.marked(text, 'unused-note')).toEqual(words));

  test.each([
    ['between others', 'A.\n\n[^1]: B.\n\nC.\n', 'A.\n\nC.\n'],
    ['with further paragraphs', 'A.[^2]\n\n[^1]: B.\n\n    More.\n\n[^2]: C.\n', 'A.[^2]\n\n[^2]: C.\n'],
    ['right before another', 'A.[^2]\n\n[^1]: B.\n[^2]: C.\n', 'A.[^2]\n\n[^2]: C.\n'],
    ['at the end', 'A.\r\n\r\n[^1]: B.\r\n', 'A.\r\n\r\n'],
    ['that is a second one', 'A.[^1]\n\n[^1]: B.\n\n[^1]: C.\n', 'A.[^1]\n\n[^1]: B.\n\n'],
  ])('can be taken away: %s', (_, text, wanted) => expect(world.fixed(text, 'unused-note')).toBe(wanted));
});
