import { describe, expect, test } from 'vitest';
import { readMarkdownText } from '../../../../src/core/library/reading/markdownText.ts';

const shown = (text: string) => readMarkdownText(text).blocks.map(block => `${[block.kind, block.page, block.section, block.note].filter(Boolean).join(' ')}| ${block.text}`);

describe('a Markdown text', () => {
  test('has sections by its headings, numbered or not', () => {
    expect(shown('# Introduction\n\nIt began.\n\n## 2.1 The *keepers* {#keepers}\n\nIt went on.\n\nThe end\n-------\n\nIt ended.')).toEqual([
      'heading Introduction| Introduction', 'text Introduction| It began.', 'heading 2.1| 2.1 The keepers', 'text 2.1| It went on.', 'heading The end| The end', 'text The end| It ended.',
    ]);
  });

  test('is read without its markup', () => {
    expect(shown('It was **very** _much_ a `ledger`, as [the keeper](https://x.example/a) and [others]{.smallcaps} wrote\\* in snake_case <!-- so --> and 5 * 3.')).toEqual([
      'text| It was very much a ledger, as the keeper and others wrote* in snake_case and 5 * 3.',
    ]);
  });

  test('has notes behind the paragraph of their mark', () => {
    expect(shown('# A\n\nIt began.[^1] So it did.\n\n# B\n\nIt ended.[^b]\n\n[^1]: See Quill.\n    And others.\n[^b]: Ibid.\n\n[^unused]: Lost.')).toEqual([
      'heading A| A', 'text A| It began. So it did.', 'note A 1| See Quill. And others.', 'heading B| B', 'text B| It ended.', 'note B b| Ibid.', 'note B unused| Lost.',
    ]);
  });

  test('knows the pages that it is told', () => {
    const [block] = readMarkdownText('[p. 7]\n\nIt began on seven []{#page_8 title="8"} and ended on eight.').blocks;
    expect([block!.page, block!.turns, block!.text]).toEqual(['7', [{ at: 18, page: '8' }], 'It began on seven and ended on eight.']);
  });

  test('keeps list items, quotations and code apart', () => {
    expect(shown('- one\n- two\n  more\n\n> quoted\n> words\n\n```\na = 1\n```\nAfter.')).toEqual(['text| one', 'text| two more', 'text| quoted words', 'text| a = 1', 'text| After.']);
  });

  test('takes its title from the front matter', () => {
    expect(readMarkdownText('---\ntitle: "A ledger"\n---\n\nText.')).toMatchObject({ title: 'A ledger', blocks: [{ text: 'Text.' }] });
  });

  test('tells where each word stands in the file', () => {
    const text = 'It was **very** much.';
    const [block] = readMarkdownText(text).blocks;
    const at = block!.text.indexOf('much');
    const [from, raw] = block!.places.findLast(place => place[0] <= at)!;
    expect(text.slice(raw + at - from)).toBe('much.');
  });

  test.each(['[', '[^', '![a](', '<!--', '*', '_', '`', '[]{#page'])('of nothing but %s is read like any other', sign => {
    expect(readMarkdownText(sign.repeat(20_000)).blocks.length).toBeLessThan(3);
  });
});
