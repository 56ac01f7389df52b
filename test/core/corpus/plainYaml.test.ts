import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { readPlainYaml } from '../../../src/core/corpus/plainYaml.ts';
import { readFullYaml } from '../../../src/core/corpus/yaml.ts';

function expectEqual(text: string): void {
  const plain = readPlainYaml(text, 0, text.length);
  if (plain === undefined) return;
  const full = readFullYaml(text);
  expect(full.problems).toEqual([]);
  expect(plain).toEqual(full.root);
}

const PLAIN = [
  'a: b', 'a: b c', 'a:\nb: 2', 'a:   b  ', 'a: 1988', 'a: 0x1F', 'a: true', 'a: null', 'a: ~', 'a: 1988-07-01', "a: 'x y'", 'a: "x: y # z"',
  'a: [b, c]', 'a: [b, {c: d, e: "f, g"}]', 'a: {b: c}', 'a: [[b], [c, d]]', 'a:\n  - b\n  - c', 'a:\n- b\n- c\nd: e', 'a:\n  b: c\n  d:\n    e: f\ng: h',
  'a:\n  - b: c\n    d: e\n  - b: f', 'a:\n  -   b: c\n      d: e', '# c\na: b\n\n# d\nc: d\n', 'a: >-\n  b c\n  d: e\nf: g', 'a: >-\n  b', 'a: >-\n  b\n   c', 'a: >-\n  b\n\n  c', 'a: >-\n  # b\nc: d', 'a: >-\n  b\n# c\nd: e', 'a: >-\n  b\n  # c\nd: e', 'a: >-\nb: c', 'a: >-', 'a: >-\n  b \n  c', 'a: >-\n\n  b', 'a: >-\r\n  b\r\n  c\r\nd: e', 'a:\n  - >-\n    b\n', 'a:\n  b: >-\n    c\n  d: e', 'a: >-\n  b\n\nc: d', 'a: >\n  b', 'a: |\n  b', 'a: >-\n  b\n c', 'a: >-\n   b\n  c', 'a: >-     # x\n  b', 'a: >-\n  - b\n  c:\n', 'a:\n- b: >-\n    c\n  d: e', 'a: b # c', 'a: [b] # c', 'a: # c\n  b: c', 'a:\n  # c\n  - b',
  'a: b\r\nc:\r\n  - d\r\n', 'Pérez de Cuellar: Pérez de Cuéllar', 'U.S.: US', 'a: x:y', 'a: http://x.y/z', 'a: b#c', "a: it's", 'a: b [c]', 'a: ""', 'a: @', 'a: 5 %',
  'a: ...', 'a: -b', 'a: - b', 'a: b - c', 'a: b, c', 'a: {b: c, d: [e]}', '- a', 'a: b: c', 'a', 'a:\n b\n c', 'a: b\n  c', 'a: "b\n  c"', 'a: |\n  b', 'a: &x b\nc: *x',
  'a: !t b', '? a\n: b', 'a: [b, ]', 'a: []', 'a: {}', 'a: {b}', 'a: [b: c]', 'a: {b: }', 'a: [b', 'a: "b', "a: 'b''c'", 'a: b\na: c', '"a": b', 'null: b', '1: b', 'a: b\n c: d', 'a:\n  b: c\n d: e',
  'a:\n  - b\n c: d', 'a:\n  - b\n    c: d', '---\na: b', 'a: b\n...', '%YAML 1.2', 'a: [b]c', 'a: "b" c', 'a: {b:c}', 'a: {b: c:d}', 'a: [b #c]', 'a: b\t', '\ta: b', 'a: `b', 'a: %b', 'a: b\u2028c', 'a: b\u0085c',
  'a: [b\n  , c]', 'a:b', 'a : b', 'a: {b : c}', '<<: {a: b}', 'a: b\n# c\n  d', 'a:\n  - - b', 'a:\n  -\n    b', 'a:\n-\n- b', ' a: b', ' a: b\nc: d', 'a: "b"c', '[a]', '{a: b}', '"a"', 'a:\n  - b: c\n  d: e',
  'a: - b\n', '- a: b\n  c: d', 'a: ["b", \'c\']', 'a: {"b": c}', 'a: [,b]', 'a: b]', 'a: b}', 'a: ,b', 'a: b,', 'a: [b{c}]', 'a: [b\'c]', 'a: {b: c, b: d}', 'a: = b', 'a: << ', 'a:  #', 'a: #b', 'a:#b', 'a: b:', 'a: b: ', 'a::b', 'a:: b',
];

describe('the quick reading of YAML is that of the library', () => {
  test.each(PLAIN)('%j', text => { expectEqual(text); });

  test('for any lines made of the signs that mean something', () => {
    const piece = fc.constantFrom('a', 'b: ', 'c:', '- ', '-', ' ', '  ', '\n', '\n  ', '\n    ', '"', "'", '[', ']', '{', '}', ', ', ',', '#', ' #', ':', 'é', '1988', '~', 'null', '.', '?', '!', '&', '*', '|', '>', '%', '@', '`', '\\', '=', '\r\n', '>-\n', 'a: >-\n  ', '\r', 'a: ', 'd\n');
    fc.assert(fc.property(fc.array(piece, { maxLength: 24 }).map(pieces => pieces.join('')), text => { expectEqual(text); }), { numRuns: 4000 });
  });

  test('for tables and lists as people write them', () => {
    const word = fc.constantFrom('alpha', 'b c', '1988', '"x, y"', "'p: q'", 'x-y', '[a, b]', '{a: b, c: "d"}', '', '~', 'é # n');
    const lines = fc.array(fc.tuple(fc.constantFrom('', '  ', '    ', '      '), fc.constantFrom('k: ', 'l: ', 'm:', 'n: ', '- ', '- k: ', '- l: '), word), { maxLength: 10 });
    fc.assert(fc.property(lines, rows => { expectEqual(rows.map(row => row.join('')).join('\n')); }), { numRuns: 4000 });
  });
});

test.each([
  'type: person\nname: Ali Alatas\naliases: [Alatas, {name: UNTAC, start: 1988, cite: "@khan2022, sec. 3"}]\nmemberships:\n  - organization: indonesia\n    start: 1988\n    cite: "@khan2022, sec. 3.2"\n',
  'sections:\n  - { number: "1", title: "Introduction" } # shortened\n',
])('front matter as it is mostly written is read quickly', text => {
  expect(readPlainYaml(text, 0, text.length)).toBeDefined();
});
