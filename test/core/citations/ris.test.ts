import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { readRis } from '../../../src/core/citations/ris.ts';

const record = (...lines: string[]) => ['TY  - RPRT', ...lines, 'ER  - '].join('\n');
const first = (...lines: string[]) => readRis(record('ID  - k', ...lines)).value[0]!.item;
const codes = (text: string) => readRis(text).problems.map(({ code }) => code);

describe('a record', () => {
  test('becomes a source', () => {
    expect(first('AU  - Khan, Asif R.', 'TI  - When Great Powers Behave', 'PY  - 2022', 'PB  - HD Centre', 'UR  - https://x.org', 'KW  - a', 'KW  - b')).toEqual({
      id: 'k', type: 'report', author: [{ family: 'Khan', given: 'Asif R.' }], title: 'When Great Powers Behave', issued: { 'date-parts': [[2022]] }, publisher: 'HD Centre', URL: 'https://x.org', keyword: 'a, b',
    });
  });
  test.each([['1991/10/23/', [1991, 10, 23]], ['1991/10', [1991, 10]], ['1991///spring', [1991]], ['1991-10-23', [1991, 10, 23]], ['1991', [1991]]])('has its date from %s', (date, parts) => {
    expect(first(`DA  - ${date}`).issued).toEqual({ 'date-parts': [parts] });
  });
  test('has its exact date rather than its year', () => expect(first('PY  - 1991', 'DA  - 1991/10/23').issued).toEqual({ 'date-parts': [[1991, 10, 23]] }));
  test('has its pages', () => expect(first('SP  - 3', 'EP  - 9')['page']).toBe('3-9'));
  test('has an institution as it is', () => expect(first('AU  - United Nations').author).toEqual([{ literal: 'United Nations' }]));
  test('goes on over lines', () => expect(first('TI  - A title', 'that goes on').title).toBe('A title that goes on'));
  test('without an ID is given a key, and says so', () => {
    const { value, problems } = readRis(`${record('AU  - Đặng, A', 'PY  - 1991')}\n${record('AU  - Dang, B', 'PY  - 1991')}`);
    expect(value.map(({ item }) => item.id)).toEqual(['dang1991', 'dang1991a']);
    expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['made-key information', 'made-key information']);
  });
  test('stands where it stands', () => {
    const text = `\uFEFF\n${record('ID  - k')}\n\n`;
    const { span } = readRis(text).value[0]!;
    expect(text.slice(span.start, span.end)).toBe(record('ID  - k').trimEnd());
  });
});

describe('a file', () => {
  test('with the line ends of Windows is read', () => expect(readRis(record('ID  - k', 'TI  - A').replaceAll('\n', '\r\n')).value[0]!.item).toMatchObject({ id: 'k', title: 'A' }));
  test('with a record that never ends keeps it and the next', () => {
    const text = `TY  - BOOK\nID  - a\n${record('ID  - b')}`;
    expect(readRis(text).value.map(({ item }) => item.id)).toEqual(['a', 'b']);
    expect(codes(text)).toEqual(['unclosed-entry']);
  });
  test('with an unknown type says so', () => expect(codes('TY  - XXXX\nID  - a\nER  - ')).toEqual(['unknown-type']));
  test('with a line outside says so', () => expect(codes('AU  - A\n')).toEqual(['stray-line']));
  test('of prose holds nothing', () => expect(readRis('Hello\nworld')).toEqual({ value: [], problems: [] }));
  test('of any kind never throws', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('TY  - BOOK', 'ER  - ', 'AU  - A, B', 'PY  - x', 'SP  - ', 'DA  - 1/2', 'SN  - 1', '__proto__', 'TY  - constructor', '', 'ID  - ')).map(lines => lines.join('\n')), text => {
      expect(() => readRis(text)).not.toThrow();
    }));
  });
});
