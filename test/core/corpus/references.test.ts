import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { findJsonObjects } from '../../../src/core/corpus/jsonItems.ts';
import { readReferences } from '../../../src/core/corpus/references.ts';
import { codesOf, wordsAt } from './helpers.ts';

function json(text: string) {
  return readReferences({ path: 'references.json', uri: 'file:///r', text }, 'c');
}
const keysOf = (text: string) => json(text).sources.map(source => source.citekey);

test('a CSL item is a source that knows its place', () => {
  const text = '[\n  {"id": "a", "type": "book", "title": "T"},\n  {"id": "b", "type": "chapter"}\n]';
  const { sources, problems } = json(text);
  expect(problems).toEqual([]);
  expect(sources).toMatchObject([{ citekey: 'a', item: { title: 'T', type: 'book' }, corpusId: 'c' }, { citekey: 'b' }]);
  expect(text.slice(sources[1]!.span.start, sources[1]!.span.end)).toBe('{"id": "b", "type": "chapter"}');
});

test('fields that nobody knows are kept', () => {
  expect(json('[{"id":"a","type":"book","custom":{"x":[1]}}]').sources[0]!.item['custom']).toEqual({ x: [1] });
});

describe('one broken reference costs itself only', () => {
  test.each([
    ['a comma missing', '[\n  {"id": "a", "type": "book"},\n  {"id": "b" "type": "book"},\n  {"id": "c", "type": "book"}\n]', ['a', 'c']],
    ['a brace missing', '[\n  {"id": "a", "type": "book",\n  {"id": "b", "type": "book"}\n]', ['b']],
    ['a quote missing', '[\n  {"id": "a, "type": "book"},\n  {"id": "b", "type": "book"}\n]', ['b']],
    ['a comma between them missing', '[\n  {"id": "a", "type": "book"}\n  {"id": "b", "type": "book"}\n]', ['a', 'b']],
    ['the end missing', '[\n  {"id": "a", "type": "book"},\n  {"id": "b", "ty', ['a']],
    ['a trailing comma', '[{"id": "a", "type": "book"},]', ['a']],
    ['braces in texts', '[{"id": "a", "type": "book", "title": "{ \\" }"}, {"id": "b" "type": "book"}]', ['a']],
  ])('%s', (_, text, keys) => {
    expect(keysOf(text)).toEqual(keys);
    expect(json(text).problems.length).toBeGreaterThan(0);
  });
});

test('a file that is no JSON is one problem', () => { expect(codesOf(json('nothing here').problems)).toEqual(['bad-json']); });

test('an item without an id is none', () => { expect(codesOf(json('[{"type":"book"}]').problems)).toEqual(['bad-reference']); });

test('a number is a key too', () => { expect(keysOf('[{"id": 7, "type": "book"}]')).toEqual(['7']); });

test('a field of the wrong shape is left out', () => {
  const { sources, problems } = json('[{"id":"a","type":"book","author":"Khan","title":5,"issued":"1988"}]');
  expect(sources[0]!.item).toEqual({ id: 'a', type: 'book' });
  expect(codesOf(problems)).toEqual(['bad-reference-field', 'bad-reference-field', 'bad-reference-field']);
});

test('an unknown type is told, with the nearest known one', () => {
  const text = '[{"id":"a","type":"bok"}]';
  const { sources, problems } = json(text);
  expect(problems[0]!.message).toContain('did you mean “book”?');
  expect(wordsAt(text, problems[0])).toBe('{"id":"a","type":"bok"}');
  expect(sources[0]!.item.type).toBe('bok');
});

test('__proto__ changes nothing', () => {
  const { sources } = json('[{"id":"a","type":"book","__proto__":{"polluted":1}}]');
  expect((sources[0]!.item as Record<string, unknown>)['polluted']).toBeUndefined();
});

test.each(['- id: a\n  type: book\n  issued: {date-parts: [[1988, 7]]}\n', 'references:\n- id: a\n  type: book\n  issued:\n    date-parts:\n    - [1988, 7]\n'])('CSL in YAML, as pandoc keeps it: %j', text => {
  const { sources, problems } = readReferences({ path: 'references.yaml', uri: 'file:///r', text }, 'c');
  expect(problems).toEqual([]);
  expect(sources).toMatchObject([{ citekey: 'a', item: { issued: { 'date-parts': [['1988', '7']] } } }]);
});

test('in sound JSON every object is found whole, however it is set out', () => {
  const item = fc.record({ id: fc.string(), title: fc.string(), author: fc.array(fc.record({ family: fc.string() })) });
  fc.assert(fc.property(fc.array(item), fc.constantFrom(0, 1, 2), (items, indent) => {
    const text = JSON.stringify(items, null, indent);
    expect(findJsonObjects(text, false).map(({ start, end }) => JSON.parse(text.slice(start, end)) as unknown)).toEqual(JSON.parse(text));
  }));
});

test.each([['braces', '['.concat('{'.repeat(200_000))], ['quotes', `[${'{"'.repeat(100_000)}`], ['lines', '[\n'.concat('  {\n'.repeat(50_000))], ['backslashes', `[{"a": "${'\\'.repeat(200_001)}"}]`]])(
  'hostile %s are read in one pass', (_, text) => { expect(() => json(text)).not.toThrow(); });
