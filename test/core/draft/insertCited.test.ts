import { expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { insertCitation, type CitationForm } from '../../../src/core/citations/insert.ts';
import { insertCited } from '../../../src/core/draft/insertCited.ts';
import { insertName } from '../../../src/core/draft/insertName.ts';
import type { TextEdit } from '../../../src/core/text.ts';

const KHAN = { citekey: 'khan2022', suffixText: 'sec. 1' };
const applied = (text: string, edits: readonly TextEdit[]) =>
  [...edits].sort((a, b) => b.span.start - a.span.start).reduce((so, { span, newText }) => so.slice(0, span.start) + newText + so.slice(span.end), text);

/** The text after the insertion at the `|`, or in the place of what stands between two, with the cursor. */
function inserted(marked: string, form: CitationForm = 'bracketed', citations = [KHAN]): string {
  const [start, end] = [marked.indexOf('|'), marked.lastIndexOf('|')];
  const text = marked.replaceAll('|', '');
  const { edits, caret } = insertCited(text, { start, end: end === start ? start : end - 1 }, 'Talks (1999)', citations, form);
  const after = applied(text, edits);
  return `${after.slice(0, caret)}|${after.slice(caret)}`;
}

test.each([
  ['before a full stop', 'At |.', 'At Talks (1999) [@khan2022, sec. 1]|.'],
  ['behind a word', 'At|', 'At Talks (1999) [@khan2022, sec. 1]|'],
  ['before a word', '|then', 'Talks (1999) [@khan2022, sec. 1]| then'],
  ['in an empty text', '|', 'Talks (1999) [@khan2022, sec. 1]|'],
  ['in the place of words', 'At |those talks| it ended.', 'At Talks (1999) [@khan2022, sec. 1]| it ended.'],
])('%s', (_, marked, expected) => { expect(inserted(marked)).toBe(expected); });

test('with a note at the end of the text', () => {
  expect(inserted('At | it ended.\n\nMore.\n', 'note')).toBe('At Talks (1999)[^1]| it ended.\n\nMore.\n\n[^1]: [@khan2022, sec. 1].\n');
});

test('what has no source goes in alone', () => { expect(inserted('At |.', 'bracketed', [])).toBe('At Talks (1999)|.'); });

test('is what comes of the words and then the citation, in edits that do not overlap', () => {
  const piece = fc.constantFrom('word', ' ', '. ', '\n', '\n\n', '[@k]', '[^1]', '[^1]: Note.', '(', ')', '“', '”', '*', 'A', '`code`');
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(60), fc.constantFrom<CitationForm>('bracketed', 'in-text', 'suppress-author', 'note'), (pieces, at, form) => {
    const text = pieces.join('');
    const offset = Math.min(at, text.length);
    const named = insertName(text, offset, 'Talks (1999)');
    const after = applied(text, named.edits);
    const cited = insertCitation(after, named.caret, [KHAN], form);
    const { edits, caret } = insertCited(text, { start: offset, end: offset }, 'Talks (1999)', [KHAN], form);
    expect(applied(text, edits)).toBe(applied(after, cited.edits));
    expect(caret).toBe(cited.caret);
    for (const [index, { span }] of edits.entries()) { expect(span.start).toBeGreaterThanOrEqual(index === 0 ? 0 : edits[index - 1]!.span.end); }
  }));
});
