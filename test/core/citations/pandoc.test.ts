import { describe, expect, test } from 'vitest';
import { findCitations } from '../../../src/core/citations/grammar.ts';
import { CASES } from './pandoc.cases.ts';
import { comparable, pandocReads, tellOurs } from './pandocOracle.ts';

const groups = Object.entries(CASES);
const texts = groups.flatMap(([, cases]) => cases.map(text => `See ${text} there.`));
const theirs = await pandocReads(texts);

test('the table has at least 150 cases', () => expect(new Set(texts).size).toBeGreaterThanOrEqual(150));

describe.each(groups)('citations are read as pandoc reads them: %s', (_, cases) => {
  test.each(cases)('%j', text => {
    const sentence = `See ${text} there.`;
    expect(tellOurs(sentence, findCitations(sentence))).toEqual(comparable(theirs[texts.indexOf(sentence)]!));
  });

  test.each(cases)('%j with the line ends of Windows', text => {
    const sentence = `See ${text} there.`;
    const windows = sentence.replaceAll('\n', '\r\n');
    expect(tellOurs(windows, findCitations(windows))).toEqual(tellOurs(sentence, findCitations(sentence)));
  });

  test.each(cases)('%j spans what it says', text => {
    for (const { span, items } of findCitations(text)) {
      for (const { keySpan, citekey, suffixSpan, suffixText, locatorSpan, span: itemSpan } of items) {
        expect(text.slice(keySpan.start, keySpan.end).replace(/[{}\\]/g, '')).toBe(`@${citekey.replace(/[{}\\]/g, '')}`);
        expect(text.slice(suffixSpan.start, suffixSpan.end)).toBe(suffixText);
        for (const inner of [keySpan, itemSpan, suffixSpan, locatorSpan ?? keySpan]) {
          expect(inner.start).toBeGreaterThanOrEqual(span.start);
          expect(inner.end).toBeLessThanOrEqual(span.end);
        }
      }
    }
  });
});
