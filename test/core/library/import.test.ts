import { describe, expect, test } from 'vitest';
import { countStates, importReport, type ImportRow } from '../../../src/core/library/importReport.ts';
import { workOfFile } from '../../../src/core/library/workOfFile.ts';

const works = [
  { citekey: 'quill1997', item: { id: 'quill1997', type: 'book', title: 'The Keeper', author: [{ family: 'Quíll', given: 'Ada' }], issued: { 'date-parts': [[1997]] } } },
  { citekey: 'tarn-port', item: { id: 'tarn-port', type: 'book', title: 'The Port', editor: [{ family: 'Tarn' }], issued: { 'date-parts': [[2001]] } } },
  { citekey: 'tarn-sea', item: { id: 'tarn-sea', type: 'book', title: 'The Sea', author: [{ family: 'Tarn' }], issued: { 'date-parts': [[2003]] } } },
  { citekey: 'tarn-sea2', item: { id: 'tarn-sea2', type: 'book', title: 'The Sea again', author: [{ family: 'Tarn' }], issued: { 'date-parts': [[2003]] } } },
];

describe('the work that a file is the text of', () => {
  test.each([
    ['quill1997.pdf', 'its key is the name', 'quill1997'],
    ['scan of Quill1997 (final).pdf', 'its key is in the name', 'quill1997'],
    ['tarn_port.docx', 'its key is written with other marks', 'tarn-port'],
    ['Quill - 1997 - The Keeper.pdf', 'author and year, marks or not', 'quill1997'],
    ['Tarn 2001.pdf', 'editor and year', 'tarn-port'],
    ['Tarn 2003.pdf', 'two works of one author and year', undefined],
    ['1997.pdf', 'only a year', undefined],
    ['Quill.pdf', 'only an author', undefined],
    ['notes.txt', 'nothing of a work', undefined],
  ])('%s, %s', (name, _, expected) => { expect(workOfFile(name, works)).toBe(expected); });
});

describe('the report of an import', () => {
  const row = (state: ImportRow['state'], sentence: string, citekey = ''): ImportRow => ({ uri: `file:///${sentence}`, state, sentence, citekey });
  const rows = [row('imported', 'a.pdf: 3 passages.', 'quill1997'), row('unchanged', 'b.pdf is there.'), row('refused', '*x*<b>.pdf is damaged.', 'quill1997')];
  const words = { title: 'Import', heading: (state: string, count: number) => `${state} (${count})`, asWork: (key: string) => `Taken for @${key}.` };

  test('has what failed before what is as it was, each with its reason, and no markup from names', () => {
    expect(importReport(rows, words)).toBe('# Import\n\n## imported (1)\n\n- a.pdf: 3 passages. Taken for \\@quill1997.\n\n## refused (1)\n\n- \\*x\\*\\<b\\>.pdf is damaged.\n\n## unchanged (1)\n\n- b.pdf is there.\n');
  });
  test('counts', () => { expect(countStates(rows)).toEqual({ imported: 1, unchanged: 1, duplicate: 0, refused: 1, left: 0 }); });
});
