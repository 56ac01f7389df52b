import { describe, expect, test } from 'vitest';
import { plainValue, readYaml } from '../../../src/core/corpus/yaml.ts';
import { codesOf, wordsAt } from './helpers.ts';

function valueOf(text: string): unknown {
  const { root } = readYaml(text);
  return root === undefined ? undefined : JSON.parse(JSON.stringify(plainValue(root)));
}

test('numbers and dates keep the text that stands in the file', () => {
  expect(valueOf('a: 1988\nb: 1.10\nc: 1988-07-01\nd: 0x1F\ne: >-\n  x\nf: 007')).toEqual({ a: '1988', b: '1.10', c: '1988-07-01', d: '0x1F', e: 'x', f: '007' });
});

test('a key with nothing behind it is left out', () => {
  expect(valueOf('a:\nb: ~\nc: null\nd: x')).toEqual({ d: 'x' });
});

test('an error stands where it is in the file, not in the front matter', () => {
  const text = '---\na: [b\nc: d\n---\n';
  expect(wordsAt(text, readYaml(text, 4, 16).problems[0])).not.toBe('');
  expect(readYaml(text, 4, 16).problems[0]!.span.start).toBeGreaterThanOrEqual(4);
});

test('one broken key costs itself only', () => {
  const text = 'a: 1\nb: [x, y\nc: 3\nd: "open\ne: 5\n';
  const { root, problems } = readYaml(text);
  expect(plainValue(root!)).toMatchObject({ a: '1', c: '3', e: '5' });
  expect(codesOf(problems)).toEqual(['bad-yaml', 'bad-yaml']);
});

test('of a key that stands twice the first counts', () => {
  const { root, problems } = readYaml('a: 1\na: 2\n');
  expect(plainValue(root!)).toMatchObject({ a: '1' });
  expect(codesOf(problems)).toEqual(['duplicate-key']);
});

test('an anchor can be used again', () => {
  expect(valueOf('a: &x [b]\nc: *x')).toEqual({ a: ['b'], c: ['b'] });
});

test('merge keys mean nothing', () => {
  expect(valueOf('a: &x {b: c}\nd:\n  <<: *x')).toEqual({ a: { b: 'c' }, d: { '<<': { b: 'c' } } });
});

test('a tag is reported', () => {
  expect(codesOf(readYaml('a: !!js/function "x"\nb: c').problems)).toEqual(['bad-yaml']);
});

test('__proto__ is a key like others', () => {
  const { root } = readYaml('__proto__: {polluted: true}\na: b');
  expect(Object.keys(plainValue(root!) as object)).toEqual(['__proto__', 'a']);
  expect((plainValue(root!) as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

describe('bombs are refused', () => {
  const laughs = `a: &a [x, x]\n${'bcdefghijklmnop'.split('').map((name, index) => `${name}: &${name} [*${'abcdefghijklmnop'[index]!}, *${'abcdefghijklmnop'[index]!}]`).join('\n')}`;
  test.each([
    ['nested lists', `a: ${'['.repeat(20_000)}`],
    ['closed nested lists', `a: ${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['nested tables', `a: ${'{a: '.repeat(5000)}`],
    ['nested items', `a:\n  ${'- '.repeat(3000)}x`],
    ['a billion laughs', laughs],
    ['an alias of itself', 'a: &a [*a]'],
    ['nested blocks', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('%s', (_, text) => {
    const { problems } = readYaml(text);
    expect(problems.length).toBeGreaterThan(0);
  });

  test.each(['', '\u0000', '\uFEFF', '---', '...', '%YAML 9.9\n---\n', '\t', '!', '&', '*', '? ', '- - - -', '"\\', ': : :', '<<: <<'])('%j does not throw', text => {
    expect(() => readYaml(text)).not.toThrow();
  });
});
