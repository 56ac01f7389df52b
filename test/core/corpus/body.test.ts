import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { readBody } from '../../../src/core/corpus/body.ts';

function shapeOf(text: string): unknown {
  const body = readBody(text, 0);
  const words = (span: { start: number; end: number }) => text.slice(span.start, span.end);
  return {
    ...body.summary === undefined ? {} : { summary: words(body.summary) },
    ...body.items.length === 0 ? {} : { items: body.items.map(item => item.children.length === 0 ? words(item.content) : [words(item.content), ...item.children.map(child => words(child.content))]) },
    ...body.stray.length === 0 ? {} : { stray: body.stray.map(words) },
  };
}

test.each([
  ['', {}],
  ['One.\nTwo.\n', { summary: 'One.\nTwo.' }],
  ['One.\n\n- a\n- b', { summary: 'One.', items: ['a', 'b'] }],
  ['- a', { items: ['a'] }],
  ['One.\n- a', { summary: 'One.', items: ['a'] }],
  ['- a\n  more', { items: ['a\n  more'] }],
  ['- a\nlazy', { items: ['a\nlazy'] }],
  ['- a\n\n  after a blank line', { items: ['a\n\n  after a blank line'] }],
  ['* a\n+ b\n1. c\n2) d', { items: ['a', 'b', 'c', 'd'] }],
  ['- a\n  - disputed: b\n  - note: c\n- d', { items: [['a', 'disputed: b', 'note: c'], 'd'] }],
  ['- a\n    - note: b\n      more', { items: [['a', 'note: b\n      more']] }],
  ['- a\n\n  - note: b', { items: [['a', 'note: b']] }],
  ['One.\n\nTwo.\n\n- a', { summary: 'One.', items: ['a'], stray: ['Two.'] }],
  ['- a\n\nStray\nlines.\n\n- b', { items: ['a', 'b'], stray: ['Stray\nlines.'] }],
  ['One.\n\n## Heading\n\n- a\n\n---\n\n- b', { summary: 'One.', items: ['a', 'b'] }],
  ['One.\r\n\r\n- a\r\n- b\r\n', { summary: 'One.', items: ['a', 'b'] }],
  ['-no item', { summary: '-no item' }],
  ['<!-- hidden -->\n- a', { items: ['a'] }],
])('%j', (text, shape) => {
  expect(shapeOf(text)).toEqual(shape);
});

describe('for any text', () => {
  const text = fc.array(fc.constantFrom('- ', '  ', '\n', 'a', 'b c', '1. ', '# ', '---', '\r\n', '\t', '@'), { maxLength: 40 }).map(pieces => pieces.join(''));
  test('spans lie in the text and in order, children in their items', () => {
    fc.assert(fc.property(text, source => {
      const body = readBody(source, 0);
      const spans = [...body.summary === undefined ? [] : [body.summary], ...body.items.flatMap(item => [item.content, ...item.children.map(child => child.content)])];
      for (const span of spans) {
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(source.length);
      }
      expect(spans.map(span => span.start)).toEqual(spans.map(span => span.start).toSorted((a, b) => a - b));
    }));
  });
});
