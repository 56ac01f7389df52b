import { describe, expect, test } from 'vitest';
import { passagesOf } from '../../../../src/core/library/passages.ts';
import { readPlainText } from '../../../../src/core/library/reading/plainText.ts';

const shown = (text: string) => readPlainText(text).blocks.map(block => `${[block.kind, block.page, block.section, block.note].filter(Boolean).join(' ')}| ${block.text}`);

describe('a plain text', () => {
  test('is read as paragraphs, lines and split words put together', () => {
    expect(shown('The harbour was kept by diplo-\nmacy and well-\nmeaning keepers.\n\nThe diplomacy of well-meaning\nmen.')).toEqual([
      'text| The harbour was kept by diplomacy and well-meaning keepers.', 'text| The diplomacy of well-meaning men.',
    ]);
  });

  test('keeps a hyphen before a name or a number, and takes ligatures, soft hyphens and odd blanks apart', () => {
    expect(shown('The Sino-\nSoviet of\uFB01ce of 1991-\n92 was\u00A0e\u00ADmpty.')).toEqual(['text| The Sino-Soviet office of 1991-92 was empty.']);
  });

  test('puts a paragraph together over a form feed, a page number and a running head', () => {
    const page = (number: number, words: string) => `Harbours and their keepers        ${number}\n\n${words}\n\f`;
    expect(shown(page(7, 'It went on for a long') + page(8, 'time and over many') + page(9, 'pages.') + page(10, 'And then it ended.'))).toEqual([
      'text 7| It went on for a long time and over many pages.', 'text 10| And then it ended.',
    ]);
  });

  test('knows the page of every word of a paragraph over several', () => {
    const [passage] = passagesOf(readPlainText('12\n\nIt went on for a long\n\f13\n\ntime.\n\f14\n\nNext.').blocks);
    expect([passage!.page, passage!.turns]).toEqual(['12', [{ at: 22, page: '13' }, { at: 28, page: '14' }]]);
  });

  test('counts pages that have no number from those that have', () => {
    expect(readPlainText('a\n\f2\n\nb\n\fc\n\f4\n\nd\n\fe').pages.map(page => `${page.label}${page.isPrinted ? '' : '?'}`)).toEqual(['1?', '2', '3?', '4', '5?']);
    expect(readPlainText('a\n\fb').pages.map(page => page.label)).toEqual(['1', '2']);
    expect(readPlainText('a\n\nb').pages).toEqual([]);
  });

  test('reads roman numbers of a preface beside the others', () => {
    expect(readPlainText('vi\n\na\n\fvii\n\nb\n\f1\n\nc\n\f2\n\nd').pages.map(page => page.label)).toEqual(['vi', 'vii', '1', '2']);
  });

  test('says so when printed numbers and pages do not agree, and gives no page then', () => {
    const { pages, problems } = readPlainText('5\n\na\n\f9\n\nb\n\fz\n\f20\n\nd');
    expect(pages.map(page => page.label)).toEqual(['5', '9', '', '20']);
    expect(problems).toEqual([{ code: 'pages-do-not-agree', value: '3' }]);
  });

  test('has notes where the text has marks, and takes the marks out', () => {
    expect(shown('The keeper left in May.1 He said “no”.2 It was 3.14 in all and No.3 of P5.\n\n1 See Quill, p.3.\n2 Ibid., and what he wrote to the \n\nharbour office later.\n\nThen he came back.')).toEqual([
      'text| The keeper left in May. He said “no”. It was 3.14 in all and No.3 of P5.', 'note 1| See Quill, p.3.', 'note 2| Ibid., and what he wrote to the harbour office later.', 'text| Then he came back.',
    ]);
  });

  test('takes a numbered list for no notes', () => {
    expect(shown('They agreed on three points.\n\n1 A ledger.\n\n2 A keeper.').filter(block => block.startsWith('note'))).toEqual([]);
  });

  test('has sections where numbers follow each other', () => {
    const text = readPlainText('1 Introduction\n\nSo it began.\n\n2 The keepers and\nthe harbour\n\nIt went on.\n\n2.1 What was lost\n\n7 May was the day.\n\n3 The end\n\nIt ended.');
    expect(text.sections.map(section => `${section.number} ${section.title}`)).toEqual(['1 Introduction', '2 The keepers and the harbour', '2.1 What was lost', '3 The end']);
    expect(text.blocks.filter(block => block.kind === 'text').map(block => block.section)).toEqual(['1', '2', '2.1', '3']);
  });

  test('has endnotes behind its text', () => {
    expect(shown('It began in May.1 It ended in June.2\n\nNotes\n\n1. Quill, passim.\n2. Ledger of the Harbour.').slice(1)).toEqual([
      'note 1| Quill, passim.', 'note 2| Ledger of the Harbour.', 'heading Notes| Notes',
    ]);
  });

  test('without blank lines has paragraphs where lines are set in', () => {
    expect(shown('    It began in May and it\nwent on for long.\n    It ended in June and all\nwere glad of it.')).toEqual(['text| It began in May and it went on for long.', 'text| It ended in June and all were glad of it.']);
  });

  test('of nothing, or of signs only, has no text', () => {
    expect(readPlainText('').problems).toEqual([{ code: 'no-text', value: '0' }]);
    expect(readPlainText('- - -\f\f').problems.map(problem => problem.code)).toEqual(['no-text']);
  });

  test.each([
    ['one line', 'word '.repeat(50_000)], ['short lines', 'word.1\n'.repeat(25_000)], ['blank lines', '\n'.repeat(75_000)], ['form feeds', '1\n\f'.repeat(12_000)],
    ['numbers', Array.from({ length: 12_000 }, (_, at) => `${at + 1} A`).join('\n\n')], ['hyphens', 'a-\n'.repeat(25_000)], ['no characters', '\u0000\uD800\u202E'.repeat(25_000)],
  ])('of very much of %s is read like any other', (_, text) => {
    expect(readPlainText(text).blocks.length).toBeGreaterThanOrEqual(0);
  });
});
