import { describe, expect, test } from 'vitest';
import { blockAt, sentenceAt } from '../../../src/core/draft/index.ts';
import { read } from './world.ts';

function blocksOf(text: string): string[] {
  return read(text).blocks.map(({ kind, level, start, end }) => `${kind}${level === 0 ? '' : level}: ${text.slice(start, end)}`);
}

describe('blocks', () => {
  test.each<[string, string, ...string[]]>([
    ['headings of both styles', '# A\n\nB\n---\n', 'heading1: # A', 'heading2: B\n---'],
    ['paragraphs', 'a\nb\n\nc', 'paragraph: a\nb', 'paragraph: c'],
    ['front matter', '---\nt: 1\n---\na', 'front-matter: ---\nt: 1\n---', 'paragraph: a'],
    ['no front matter where it is not closed', '---\nt: 1\n', 'paragraph: t: 1'],
    ['a rule, not front matter, before an empty line', '---\n\na\n\n---\n', 'paragraph: a'],
    ['items of nested lists', '- a\n  - b\n\n  c\n1. d', 'list-item: - a', 'list-item:   - b', 'list-item:   c', 'list-item: 1. d'],
    ['quotations and what is in them', '> a\n>\n> b\n\n> - c', 'quote: > a', 'quote: > b', 'quote: > - c'],
    ['fences, closed and not', '```r\na\n\nb\n```\n\nc\n\n~~~\nd', 'code: ```r\na\n\nb\n```', 'paragraph: c', 'code: ~~~\nd'],
    ['a fence in a list', '- a\n\n  ```\n  b\n  ```\n\nc', 'list-item: - a', 'code:   ```\n  b\n  ```', 'paragraph: c'],
    ['HTML and comments', '<!-- a\n\nb -->\n\nc', 'html: <!-- a\n\nb -->', 'paragraph: c'],
    ['a comment before a line', '<!-- a -->\nb', 'html: <!-- a -->', 'paragraph: b'],
    ['tables', '| a |\n| - |\n| b |\n\nc', 'table: | a |\n| - |\n| b |', 'paragraph: c'],
    ['notes on following lines', '[^1]: a\n[^b]: c\n  d\n\ne', 'note: [^1]: a', 'note: [^b]: c\n  d', 'paragraph: e'],
    ['paragraphs of a note', '[^1]: a\n\n    b\n\n    c\n\nd', 'note: [^1]: a', 'note:     b', 'note:     c', 'paragraph: d'],
    ['code after a paragraph', 'a\n\n    b', 'paragraph: a', 'code:     b'],
    ['math', 'a\n$$\nb\n$$\nc\n\n$$x$$', 'paragraph: a', 'math: $$\nb\n$$', 'paragraph: c', 'math: $$x$$'],
    ['what is within divs', '::: {.note}\na\n:::\n\n:::: b\n\nc\n\n::::', 'paragraph: a', 'paragraph: c'],
    ['link definitions left out', '[a]: https://x.org\n\nb', 'paragraph: b'],
    ['lines that end in CRLF', '# A\r\n\r\nb\r\nc\r\n\r\nd', 'heading1: # A', 'paragraph: b\r\nc', 'paragraph: d'],
    ['lines that end in CR', 'a\r\rb', 'paragraph: a', 'paragraph: b'],
    ['nothing', ''],
    ['blanks', ' \n\t\n'],
  ])('%s', (_, text, ...wanted) => expect(blocksOf(text)).toEqual(wanted));

  test('are found by an offset, their ends included', () => {
    const reading = read('a\n\nBe. See.');
    expect(blockAt(reading, 1)).toBe(reading.blocks[0]);
    expect(blockAt(reading, 2)).toBeUndefined();
    expect(sentenceAt(reading, 8)).toBe(reading.blocks[1]!.sentences[1]);
  });
});
