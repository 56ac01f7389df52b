import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { readCslItems, readCslYaml } from '../../../src/core/citations/csl.ts';
import { dateFromText, readCslDate } from '../../../src/core/citations/cslDateInput.ts';

const told = (text: string) => { const { value, problems } = readCslItems(text); return { ids: value.map(({ item }) => item.id), codes: problems.map(({ code }) => code) }; };
const item = (fields: object) => readCslItems(JSON.stringify([{ id: 'a', type: 'book', ...fields }]));

describe('CSL-JSON', () => {
  test('gives its items and where they stand', () => {
    const text = '[\n  {"id": "a", "type": "book"},\n  {"id": "b", "type": "report"}\n]';
    const { value, problems } = readCslItems(text);
    expect(value.map(({ span }) => text.slice(span.start, span.end))).toEqual(['{"id": "a", "type": "book"}', '{"id": "b", "type": "report"}']);
    expect(problems).toEqual([]);
  });

  test.each([
    ['an empty file', '', [], []], ['an empty list', '[]', [], []], ['one byte order mark', '\uFEFF[{"id":"a","type":"book"}]', ['a'], []], ['a table with a list of items', '{"items": [{"id":"a","type":"book"}]}', ['a'], []],
    ['a number as id', '[{"id":7,"type":"book"}]', ['7'], []], ['no id', '[{"type":"book"},{"id":"b","type":"book"}]', ['b'], ['missing-id']], ['the key as citation-key', '[{"citation-key":"k","type":"book"}]', ['k'], []],
    ['no type', '[{"id":"a"}]', ['a'], ['missing-type']], ['two items with one id', '[{"id":"a","type":"book"},{"id":"a","type":"map"}]', ['a'], ['duplicate-citekey']],
    ['an item that is no table', '[[1],{"id":"b","type":"book"}]', ['b'], ['bad-item']], ['a comma too many', '[{"id":"a","type":"book"},]', ['a'], []], ['no comma between items', '[{"id":"a","type":"book"}{"id":"b","type":"book"}]', ['a', 'b'], []],
    ['a comma missing in an item', '[\n{"id":"a" "type":"book"},\n{"id":"b","type":"book"}\n]', ['b'], ['bad-json']], ['an item that never closes', '[\n {"id":"a","type":"book",\n {"id":"b","type":"book"}\n]', ['b'], ['bad-json']],
    ['a string that never closes', '[\n {"id":"a,"type":"book"},\n {"id":"b","type":"book"}\n]', ['b'], ['bad-json']], ['no list', 'hello', [], ['bad-json']], ['a file cut short', '[{"id":"a","type":"book"},{"id":"b"', ['a'], ['bad-json']],
  ])('with %s', (_, text, ids, codes) => expect(told(text)).toEqual({ ids, codes }));

  test('tells the place of a broken item', () => {
    const text = '[\n{"id":"a" "type":"book"},\n{"id":"b","type":"book"}\n]';
    const { span } = readCslItems(text).problems[0]!;
    expect(text.slice(span.start, span.end)).toBe('{"id":"a" "type":"book"}');
  });

  test('with __proto__ keys changes nothing but itself', () => {
    const { value } = readCslItems('[{"id":"a","type":"book","__proto__":{"polluted":1},"constructor":"x"}]');
    expect(value[0]!.item).toEqual({ id: 'a', type: 'book' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(value[0]!.item)).toBe(Object.prototype);
  });

  test('10,000 items are all read', () => expect(readCslItems(JSON.stringify(Array.from({ length: 10_000 }, (_, id) => ({ id, type: 'book', title: 'T' })))).value).toHaveLength(10_000));
  test('100,000 brackets are read to the end', () => expect(readCslItems('['.repeat(100_000)).value).toEqual([]));
  test('100,000 braces are read to the end', () => expect(readCslItems(`[${'{"a":'.repeat(100_000)}`).value).toEqual([]));
  test('of any kind never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.array(fc.object()).map(value => JSON.stringify(value)), fc.array(fc.constantFrom(...Array.from('[]{}",:\\n\n 1a'))).map(parts => parts.join(''))), text => {
      expect(() => readCslItems(text)).not.toThrow();
    }));
  });
});

describe('a field', () => {
  test('that is a number becomes a text', () => expect(item({ volume: 3 }).value[0]!.item['volume']).toBe('3'));
  test('of the wrong shape is told and left out', () => {
    const { value, problems } = item({ title: ['x'], author: [{ family: 'A' }, 7], publisher: 'P' });
    expect(value[0]!.item).toEqual({ id: 'a', type: 'book', author: [{ family: 'A' }], publisher: 'P' });
    expect(problems.map(({ message }) => message)).toEqual([
      'Field "title" of reference a should be a text.', 'Field "author" of reference a should be a list of names with "family" and "given", or "literal".',
    ]);
  });
  test('of names may be one text', () => expect(item({ author: 'United Nations' }).value[0]!.item.author).toEqual([{ literal: 'United Nations' }]));
  test('that is null is as good as none', () => expect(item({ title: null })).toMatchObject({ problems: [] }));
  test('that CSL does not know is kept', () => expect(item({ custom: { a: 1 }, 'my-field': 'x' }).value[0]!.item).toMatchObject({ custom: { a: 1 }, 'my-field': 'x' }));
});

describe('a date', () => {
  test.each([
    [{ 'date-parts': [['1991', '10', 23]] }, { 'date-parts': [[1991, 10, 23]] }], [{ 'date-parts': [1991, 10] }, { 'date-parts': [[1991, 10]] }], [{ 'date-parts': [[1988], [1990]] }, { 'date-parts': [[1988], [1990]] }],
    [{ raw: '1991-10-23' }, { 'date-parts': [[1991, 10, 23]] }], [{ literal: 'forthcoming' }, { literal: 'forthcoming' }], [{ 'date-parts': [[1985]], circa: 'true' }, { 'date-parts': [[1985]], circa: true }],
    [{ 'date-parts': [[1989]], season: '2' }, { 'date-parts': [[1989]], season: 2 }], [{ year: 1991, month: '10' }, { 'date-parts': [[1991, 10]] }], ['1991', { 'date-parts': [[1991]] }], [1991, { 'date-parts': [[1991]] }],
    [{ 'date-parts': [] }, undefined], [{ 'date-parts': [[]] }, undefined], [{}, undefined], [[], undefined], [true, undefined], [{ 'date-parts': [[null, 3]] }, undefined],
  ])('%j is %j', (given, expected) => expect(readCslDate(given)).toEqual(expected));

  test.each([
    ['1985~', { 'date-parts': [[1985]], circa: true }], ['1989-21', { 'date-parts': [[1989]], season: 1 }], ['1988-07/1990-09', { 'date-parts': [[1988, 7], [1990, 9]] }], ['1982/..', { 'date-parts': [[1982], [0]] }],
    ['198X', { literal: '198X' }], ['late 1985', { literal: 'late 1985' }], ['', undefined], ['1991?', { 'date-parts': [[1991]] }],
  ])('in EDTF %j is %j', (text, expected) => expect(dateFromText(text)).toEqual(expected));

  test('that is none is told', () => expect(item({ issued: [] }).problems.map(({ message }) => message)).toEqual(['Field "issued" of reference a should be a date such as {"date-parts": [[1991, 10, 23]]}.']));
});

describe('CSL-YAML', () => {
  const text = '---\nreferences:\n- id: a\n  type: report\n  title: "X: Y"\n  issued: 1991-10-23\n  author:\n  - family: Khan\n    given: A.\n- id: b\n  type: book\n---\n';
  test('under references is read', () => expect(readCslYaml(text).value.map(({ item: { id } }) => id)).toEqual(['a', 'b']));
  test('has dates and names', () => expect(readCslYaml(text).value[0]!.item).toMatchObject({ issued: { 'date-parts': [[1991, 10, 23]] }, author: [{ family: 'Khan', given: 'A.' }] }));
  test('as a list is read', () => expect(readCslYaml('- id: a\n  type: book\n').value).toHaveLength(1));
  test('has its items where they stand', () => { const { span } = readCslYaml(text).value[1]!; expect(text.slice(span.start, span.end)).toContain('id: b'); });
  test('that is broken tells where', () => expect(readCslYaml('- id: a\n  type: "book\n').problems[0]!.code).toBe('bad-yaml'));
  test('that is no list says so', () => expect(readCslYaml('a: 1\n').problems.map(({ code }) => code)).toEqual(['bad-shape']));
  test('of aliases without end is not followed', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((letter, index) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefgh'[index]!}`).join(',')}]`).join('\n')}\nreferences:\n- id: *h\n`;
    expect(readCslYaml(bomb).value).toEqual([]);
  });
  test('10,000 levels deep is a problem, no crash', () => expect(readCslYaml(`- ${'['.repeat(10_000)}`).problems.length).toBeGreaterThan(0));
  test('that is empty holds nothing', () => expect(readCslYaml('')).toEqual({ value: [], problems: [] }));
});
