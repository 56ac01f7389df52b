import { describe, expect, test } from 'vitest';
import { snapshotOf, SOURCES } from '../corpus/helpers.ts';
import { worldOf } from './world.ts';

const world = worldOf(snapshotOf({ 'references.json': SOURCES }));

describe('a citekey', () => {
  test.each([
    ['that is known', 'So it was [@khan2022, sec. 2].', []],
    ['that is not', 'So it was [@nobody1999].', ['@nobody1999']],
    ['of two', 'So it was [@khan2022; see @nobody1999, p. 3].', ['@nobody1999']],
    ['in the text', 'As @nobody1999 [p. 3] says.', ['@nobody1999']],
    ['in a note', 'So it was.[^1]\n\n[^1]: See @nobody1999.', ['@nobody1999']],
    ['in a quotation', '> So it was [@nobody1999].', ['@nobody1999']],
    ['in code', '`[@nobody1999]`', []],
    ['for all works', '---\nnocite: "[@*]"\n---\n\nText.', []],
  ])('%s: %s', (_, text, words) => expect(world.marked(text, 'unknown-citekey')).toEqual(words));

  test('that is nearly one brings that one', () => {
    expect(world.messages('So [@kahn2022].', 'unknown-citekey')).toEqual(['No reference has the key @kahn2022 (did you mean @khan2022?).']);
    expect(world.fixed('So [@kahn2022, p. 3].', 'unknown-citekey')).toBe('So [@khan2022, p. 3].');
  });
});
