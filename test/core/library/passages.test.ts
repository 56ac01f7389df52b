import { describe, expect, test } from 'vitest';
import { partOnPage } from '../../../src/core/library/corpusTexts.ts';
import { dayOf } from '../../../src/core/dates/index.ts';
import { pageOf } from '../../../src/core/library/pageOf.ts';
import { daysOf, passagesOf } from '../../../src/core/library/passages.ts';
import type { TextBlock } from '../../../src/core/library/types.ts';

const block = (text: string, more: Partial<TextBlock> = {}): TextBlock => ({ kind: 'text', text, page: '', turns: [], section: '', note: '', places: [[0, 0]], ...more });
const sentence = (words: number) => `${Array.from({ length: words - 1 }, (_, i) => `w${i}`).join(' ')} end. `;
const counts = (blocks: readonly TextBlock[]) => passagesOf(blocks).map(passage => passage.text.split(/\s+/).length);

describe('passages', () => {
  test('are of about 80 words and whole sentences', () => {
    expect(counts([block(sentence(20).repeat(10).trim().replaceAll('w0', 'A'))])).toEqual([80, 80, 40]);
  });

  test('put short paragraphs together', () => {
    const passages = passagesOf([block('First point.'), block('Second point.')]);
    expect(passages.map(passage => passage.text)).toEqual(['First point.\nSecond point.']);
  });

  test('stay within one section', () => {
    expect(passagesOf([block('One.', { section: '1' }), block('Two.', { section: '2' })]).map(passage => passage.section)).toEqual(['1', '2']);
  });

  test('cut a sentence without an end', () => {
    expect(counts([block('word '.repeat(500))])).toEqual([110, 110, 110, 110, 60]);
    expect(passagesOf([block('x'.repeat(10_000))]).map(passage => passage.text.length)).toEqual([4000, 4000, 2000]);
  });

  test('go on after a note that stands in the midst of a paragraph', () => {
    const passages = passagesOf([block('It held for a while'), block('See there.', { kind: 'note', note: '3' }), block('and then it did not.')]);
    expect(passages.map(passage => [passage.kind, passage.note, passage.text])).toEqual([['note', '3', 'See there.'], ['text', '', 'It held for a while\nand then it did not.']]);
  });

  test('know the page of each of their words', () => {
    const [passage] = passagesOf([block('It held on this page and on the next.', { page: '7', turns: [{ at: 21, page: '8' }] }), block('And on.', { page: '8' })]);
    expect([passage!.page, passage!.turns]).toEqual(['7', [{ at: 21, page: '8' }]]);
    expect([0, 20, 21, 40].map(at => pageOf(passage!, at))).toEqual(['7', '7', '8', '8']);
  });

  test('know where they stand in the file', () => {
    const [passage] = passagesOf([block('one two three', { places: [[0, 100], [8, 120]] })]);
    expect([passage!.start, passage!.end]).toEqual([100, 125]);
  });

  test('know the days they name', () => {
    expect(daysOf('It met on 23 October 1991 and in 1989.')).toEqual([[dayOf(1991, 10, 23), dayOf(1991, 10, 23)], [dayOf(1989), dayOf(1990) - 1]]);
    expect(daysOf('It met twice, and two years later again.')).toEqual([]);
    expect(daysOf('Since 1979 it has voted.')).toEqual([[dayOf(1979), dayOf(1980) - 1]]);
  });

  test('of nothing are none', () => {
    expect(passagesOf([])).toEqual([]);
    expect(passagesOf([block('  ')])).toEqual([]);
  });
});

test('what of a passage stands on a page ends where the next page begins', () => {
  const passage = { text: 'Eight, nine and ten.', page: '8', turns: [{ at: 7, page: '9' }, { at: 16, page: '10' }] };
  const on = (page: string) => { const { start, end } = partOnPage(passage, page); return passage.text.slice(start, end); };
  expect(['8', '9', '10', '11'].map(on)).toEqual(['Eight, ', 'nine and ', 'ten.', 'Eight, nine and ten.']);
});
