import { expect, test } from 'vitest';
import { readCsvText } from '../../../../src/core/library/reading/csvText.ts';
import { readTable } from '../../../../src/core/proposals/table.ts';

const HEAD = ['year', 'country', 'party'];
const ROWS = ['year: 1991 · country: Cambodia · party: Reed Front', 'year: 1992 · country: Laos · party: Ox League'];
const rowsOf = (text: string) => readCsvText(text).blocks.filter(({ kind }) => kind === 'text').map(block => block.text);
const PLAIN = 'year,country,party\n1991,Cambodia,Reed Front\n1992,Laos,Ox League\n';

test.each<[name: string, text: string, title: string]>([
  ['no title', PLAIN, ''],
  ['a title above it', `Peace agreements\n${PLAIN}`, 'Peace agreements'],
  ['a title with marks of its own', `Peace agreements, by year, country and party\n${PLAIN.replaceAll(',', ';')}`, 'Peace agreements, by year, country and party'],
  ['a title as a spreadsheet saves it', `Peace agreements,,\n,,\n${PLAIN}`, 'Peace agreements'],
  ['a title, its source and an empty line', `"Peace agreements, all"\nSource: Quill\n\n${PLAIN}`, 'Peace agreements, all'],
  ['a line that says what parts its fields', `sep=;\r\nPeace agreements\r\n${PLAIN.replaceAll(',', ';').replaceAll('\n', '\r\n')}`, 'Peace agreements'],
  ['tabs', `Peace agreements, all\n${PLAIN.replaceAll(',', '\t')}`, 'Peace agreements, all'],
])('a table with %s has its columns by their names', (_, text, title) => {
  expect([rowsOf(text), readCsvText(text).title, readTable(text).columns]).toEqual([ROWS, title, HEAD]);
});

test('what stands above a table can be found as well, where it stands', () => {
  const text = `Peace agreements\nSource: Quill\n${PLAIN}`;
  const above = readCsvText(text).blocks.filter(({ kind }) => kind === 'aside');
  expect(above.map(block => [block.text, block.places[0]?.[1]])).toEqual([['Peace agreements', 0], ['Source: Quill', 17]]);
});

test.each<[text: string, rows: string[]]>([
  ['year,\n1991,so\n', ['year: 1991 · so']], ['name\nAda\nBo\n', ['name: Ada', 'name: Bo']], ['name;sum\nAda;1,5\nBo;2,5\n', ['name: Ada · sum: 1,5', 'name: Bo · sum: 2,5']],
  ['', []], ['one title\n', []], ['a,b,c\n', []],
])('of a table without a title nothing is lost: %j', (text, rows) => { expect(rowsOf(text)).toEqual(rows); });
