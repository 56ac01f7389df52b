import { describe, expect, test } from 'vitest';
import { excerptLine, resultGroups } from '../../../src/core/library/results.ts';
import { passageOfFile, selectedWords } from '../../../src/core/library/selected.ts';
import { passageOfView, textView } from '../../../src/core/library/textView.ts';
import { NOTHING_FOUND, type Hit, type Passage, type Shelf } from '../../../src/core/library/types.ts';

const passage = (id: number, text: string, more: Partial<Passage> = {}): Passage => ({
  id, text, kind: 'text', page: '', turns: [], section: '', note: '', start: 0, end: 0, ref: '', textKey: 'file:///a.txt', shelf: 'sources', citekey: 'quill2001', title: 'a.txt', ...more,
});
const hit = (id: number, shelf: Shelf): Hit => ({ ...passage(id, 'words', { shelf }), highlights: [], score: 10 - id });

describe('results', () => {
  test('stand under the kind of text they are in, sources first and drafts last', () => {
    const groups = resultGroups({ ...NOTHING_FOUND, hits: [hit(4, 'drafts'), hit(1, 'sources'), hit(2, 'entries'), hit(3, 'sources')] });
    expect(groups.map(group => [group.shelf, group.hits.map(one => one.id)])).toEqual([['sources', [1, 3]], ['entries', [2]], ['drafts', [4]]]);
  });

  test('show the piece of the passage in which the words stand, and where they are in it', () => {
    const text = `${'before '.repeat(40)}the harbour\nledger ${'after '.repeat(40)}`.trim();
    const start = text.indexOf('ledger');
    const line = excerptLine({ text, highlights: [{ start, end: start + 6 }] }, 100);
    expect(line.text).toMatch(/^… before .*the harbour ledger after .* …$/);
    expect(line.text).not.toMatch(/\n/);
    expect(line.highlights.map(span => line.text.slice(span.start, span.end))).toEqual(['ledger']);
    expect(excerptLine({ text: 'a short one', highlights: [{ start: 2, end: 7 }] }, 100)).toEqual({ text: 'a short one', highlights: [{ start: 2, end: 7 }] });
  });
});

describe('what is selected in a text', () => {
  const passages = [
    passage(1, 'The keeper kept a ledger of the harbour.', { page: '41', start: 0, end: 45 }),
    passage(2, 'See Quill, passim.', { kind: 'note', note: '1', page: '41', start: 100, end: 120 }),
    passage(3, 'It was the last of its kind. Nobody wrote another.', { page: '41', turns: [{ at: 29, page: '42' }], start: 45, end: 100 }),
  ];

  test('of a document is found in its view', () => {
    const view = textView(passages);
    expect(view).toBe('[p. 41]\n\nThe keeper kept a ledger of the harbour.\n\n[n. 1] See Quill, passim.\n\nIt was the last of its kind. Nobody wrote another.\n');
    for (const words of ['kept a', 'passim', 'Nobody']) expect(passageOfView(passages, view.indexOf(words))?.text).toContain(words);
  });

  test('of a file is found by its place, though notes stand elsewhere', () => {
    expect([10, 44, 60, 110, 130].map(at => passageOfFile(passages, at)?.id)).toEqual([1, 1, 3, 2, undefined]);
  });

  test('is given as the library has it, with the page on which it begins', () => {
    expect(selectedWords('kept a led-\nger of the', passages, passages[0]!)).toMatchObject({ text: 'kept a ledger of the', page: '41' });
    expect(selectedWords('Nobody wrote', passages, passages[2]!)).toMatchObject({ text: 'Nobody wrote', page: '42' });
    expect(selectedWords('not in\nthere', passages, passages[0]!)).toMatchObject({ text: 'not in there', passage: passages[0], page: '41' });
  });
});
