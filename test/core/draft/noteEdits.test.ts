import { describe, expect, test } from 'vitest';
import { makeDraftContext, readDraft } from '../../../src/core/draft/index.ts';
import { definitionOf, noteMarkAt, noteText, referencesTo, renumberNotes } from '../../../src/core/draft/noteEdits.ts';
import { emptySnapshot } from '../../../src/core/corpus/snapshot.ts';

const CONTEXT = makeDraftContext(emptySnapshot);
const read = (text: string) => readDraft(text, CONTEXT);

function renumbered(text: string): string {
  return renumberNotes(read(text)).toSorted((a, b) => b.span.start - a.span.start).reduce((changed, { span, newText }) => changed.slice(0, span.start) + newText + changed.slice(span.end), text);
}

describe('notes are numbered anew', () => {
  test.each([
    ['in the order of their marks', 'One[^3] and two[^1].\n\n[^1]: A.\n\n[^3]: B.\n', 'One[^1] and two[^2].\n\n[^2]: A.\n\n[^1]: B.\n'],
    ['with every mark of a note', 'One[^9], two[^2], one again[^9].\n\n[^2]: B.\n\n[^9]: A.\n', 'One[^1], two[^2], one again[^1].\n\n[^2]: B.\n\n[^1]: A.\n'],
    ['but not those with names', 'One[^see], two[^7].\n\n[^see]: A.\n\n[^7]: B.\n', 'One[^see], two[^1].\n\n[^see]: A.\n\n[^1]: B.\n'],
    ['those that nothing marks last', 'One[^5].\n\n[^2]: Unused.\n\n[^5]: A.\n', 'One[^1].\n\n[^2]: Unused.\n\n[^1]: A.\n'],
    ['not in code', 'One[^2] and `[^9]`.\n\n[^2]: A.\n', 'One[^1] and `[^9]`.\n\n[^1]: A.\n'],
    ['a mark within a note after those of the text', 'One[^4] two[^6].\n\n[^4]: See[^8].\n\n[^6]: B.\n\n[^8]: C.\n', 'One[^1] two[^2].\n\n[^1]: See[^3].\n\n[^2]: B.\n\n[^3]: C.\n'],
  ])('%s', (_, text, expected) => { expect(renumbered(text)).toBe(expected); });
  test('twice with the same result as once', () => {
    const once = renumbered('One[^3] and two[^1].\n\n[^1]: A.\n\n[^3]: B.\n');
    expect(renumberNotes(read(once))).toEqual([]);
  });
});

describe('a note', () => {
  const text = 'One[^1] and two[^1].\n\n[^1]: See  the\n    archive.\n\nMore.\n';
  test('has its text', () => { expect(noteText(read(text), '1')).toBe('See the archive.'); });
  test('that is nowhere has none', () => { expect(noteText(read(text), '7')).toBe(''); });
  test('is found from its mark, and its marks from it', () => {
    const reading = read(text);
    expect(noteMarkAt(reading, text.indexOf('[^1]') + 2)).toMatchObject({ label: '1', kind: 'reference' });
    expect(definitionOf(reading, '1')?.start).toBe(text.indexOf('[^1]:'));
    expect(referencesTo(reading, '1')).toHaveLength(2);
  });
});
