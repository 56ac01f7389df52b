import { expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { insertName } from '../../../src/core/draft/insertName.ts';

/** The text after the insertion at the `|`, with the cursor. */
function inserted(marked: string, name = 'Ada'): string {
  const text = marked.replace('|', '');
  const { edits: [{ span, newText }], caret } = insertName(text, marked.indexOf('|'), name);
  const after = text.slice(0, span.start) + newText + text.slice(span.end);
  return `${after.slice(0, caret)}|${after.slice(caret)}`;
}

test.each([
  ['between blanks', 'Then | came.', 'Then Ada| came.'],
  ['in an empty text', '|', 'Ada|'],
  ['after a word', 'Then|', 'Then Ada|'],
  ['before a word', '|then', 'Ada| then'],
  ['after a full stop', 'End.|', 'End. Ada|'],
  ['in brackets', 'Then (|) came.', 'Then (Ada|) came.'],
  ['in emphasis', 'Then **|** came.', 'Then **Ada|** came.'],
  ['near the beginning of a word', 'No|thing', 'Ada| Nothing'],
  ['near the end of a word', 'Then Nothi|ng.', 'Then Nothing Ada|.'],
  ['before punctuation', 'Then |, too', 'Then Ada|, too'],
  ['in a word of Khmer', 'ភ្នំ|ពេញ', 'ភ្នំពេញ Ada|'],
  ['in a word of letters in two units', '𝐀𝐁𝐂|𝐃', '𝐀𝐁𝐂𝐃 Ada|'],
])('%s', (_, marked, expected) => { expect(inserted(marked)).toBe(expected); });

test('nothing that was there is lost or torn', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.nat(30), (text, at) => {
    const offset = Math.min(at, text.length);
    const { edits: [{ span, newText }], caret } = insertName(text, offset, 'Ada');
    expect(span.start).toBe(span.end);
    expect(newText.trim()).toBe('Ada');
    expect((text.slice(0, span.start) + newText).slice(0, caret).endsWith('Ada')).toBe(true);
  }));
});
