import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { readPieces } from '../../../src/core/draft/blocks.ts';
import { changeBetween } from '../../../src/core/draft/change.ts';
import { stillBlocks, type DraftReading } from '../../../src/core/draft/index.ts';
import { plain, read } from './world.ts';

/** Stretches of Markdown that open, close, join and part blocks, and names and dates that depend on what is before them. */
const SNIPPETS = [
  '\n', '\n\n', '\r\n', '\r', ' ', '    ', '\t', '- ', '1. ', '2) ', '> ', '# ', '## ', '===', '---', '\n---\n', '```', '~~~', '$$', ':::', '::: {.x}', '| a | b |', '|-|-|', '<!--', '-->',
  '<div>', '</div>', '<script>', '[^1]: ', '[^1]', '[x]: y', '(@good) ', '(@good)', ': ', '+---+', '`', '“', '”', '"', '[@khan2022]', '@martin2018 ', '\\', '*', '_', '\0', '\uD83C', '🎉', 'e\u0301', '\u202E', '\uFEFF',
  'Claude Martin ', 'Marie Alexandrine Martin ', 'Martin ', 'Thach ', 'Nguyen Co Thach ', 'Vannevar Bush ', 'Bush ', 'the Paris conference ', 'in Hanoi ', 'Hanoi ', 'the UN ', 'Khmer', 'Rouge', 'in 1989 ', 'that year ', 'two years later ',
  'October 1991 ', 'One. Two. ', 'word', '. ', '1', 'a',
];
const markdown = fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 60 }).map(parts => parts.join(''));
const edits = fc.array(fc.record({ at: fc.nat(1000), cut: fc.nat(12), put: fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 3 }).map(parts => parts.join('')) }), { minLength: 1, maxLength: 6 });

function edited(text: string, { at, cut, put }: { readonly at: number; readonly cut: number; readonly put: string }): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + put + text.slice(start + cut);
}

describe('reading a changed draft', () => {
  test('gives the same as reading it anew', () => {
    fc.assert(fc.property(markdown, edits, (before, changes) => {
      let text = before;
      let reading: DraftReading = read(text);
      for (const change of changes) {
        text = edited(text, change);
        reading = read(text, reading);
      }
      expect(plain(reading)).toEqual(plain(read(text)));
    }), { numRuns: 700 });
  });

  test('gives the same however often the lists were asked for', () => {
    fc.assert(fc.property(markdown, edits, (before, changes) => {
      let text = before;
      let reading: DraftReading = read(text);
      for (const change of changes) {
        plain(reading);
        text = edited(text, change);
        reading = read(text, reading);
      }
      expect(plain(reading)).toEqual(plain(read(text)));
    }), { numRuns: 300 });
  });

  test('gives the same in a long draft, wherever in it, in its front matter too', () => {
    const paragraphs = fc.array(fc.array(fc.constantFrom(...SNIPPETS), { minLength: 1, maxLength: 4 }).map(parts => parts.join('')), { minLength: 90, maxLength: 160 }).map(parts => parts.join('\n\n'));
    const front = fc.constantFrom('', '---\ntitle: A paper\n---\n\n', '---\nlang: fr\n...\n');
    const places = fc.array(fc.record({ at: fc.nat(10_000), cut: fc.oneof(fc.nat(12), fc.nat(900)), put: fc.array(fc.constantFrom(...SNIPPETS, '---\n', 'a\n\n'.repeat(70)), { maxLength: 3 }).map(parts => parts.join('')), isEarly: fc.boolean() }), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(front, paragraphs, places, (head, body, changes) => {
      let text = head + body;
      let reading: DraftReading = read(text);
      for (const change of changes) {
        text = edited(text, change.isEarly ? { ...change, at: change.at % 20 } : change);
        reading = read(text, reading);
      }
      expect(plain(reading)).toEqual(plain(read(text)));
      expect(stillBlocks(reading)).toEqual(stillBlocks(read(text)));
    }), { numRuns: 60 });
  });

  test('keeps the blocks before the edit as they were', () => {
    const text = 'One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.';
    const before = read(text);
    const after = read(text.replace('Five', 'Fife'), before);
    expect(after.blocks.slice(0, 3).map((block, index) => block === before.blocks[index])).toEqual([true, true, true]);
  });

  test('reads a relative date again when the date before it changes', () => {
    const text = 'In 1989 it began.\n\nNothing.\n\nThat year it ended.';
    expect(read(text.replace('1989', '1990'), read(text)).dates.map(date => date.date?.edtf)).toEqual(['1990', '1990']);
  });

  test('settles a name again when who was named before changes', () => {
    const text = 'Claude Martin wrote.\n\nNothing.\n\nMartin says so.';
    expect(read(text.replace('Claude', 'Marie Alexandrine'), read(text)).mentions.map(mention => mention.keys)).toEqual([['marie-martin'], ['marie-martin']]);
  });

  test('of the same text gives the same reading', () => {
    const reading = read('One. Two.');
    expect(read('One. Two.', reading)).toBe(reading);
  });

  test('does not depend on the reading of another context', () => {
    expect(plain(read('China', read('Chin')))).toEqual(plain(read('China')));
  });
});

describe('pieces', () => {
  test('follow each other from the first to the last character', () => {
    fc.assert(fc.property(markdown, text => {
      const pieces = readPieces(text, 0, text.length);
      expect(pieces.map(piece => piece.start)).toEqual([...(text === '' ? [] : [0]), ...pieces.slice(0, -1).map(piece => piece.end)]);
      expect(pieces.at(-1)?.end ?? 0).toBe(text.length);
    }));
  });

  test('can be cut from any of them', () => {
    fc.assert(fc.property(markdown, fc.nat(), (text, choice) => {
      const pieces = readPieces(text, 0, text.length);
      const first = pieces.length === 0 ? 0 : choice % pieces.length;
      expect(readPieces(text, pieces[first]?.start ?? 0, text.length)).toEqual(pieces.slice(first));
    }), { numRuns: 500 });
  });
});

describe('a reading', () => {
  test('has all its spans inside the text, blocks and sentences in order, sentences inside their block', () => {
    fc.assert(fc.property(fc.oneof(markdown, fc.string({ unit: 'binary', maxLength: 200 })), text => {
      const reading = read(text);
      let at = 0;
      for (const block of reading.blocks) {
        expect(block.start).toBeGreaterThanOrEqual(at);
        at = block.start;
        for (const sentence of block.sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(at);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          expect(sentence.end).toBeLessThanOrEqual(block.end);
          at = sentence.end;
        }
        at = block.end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
      for (const { start, end, text: words } of [...reading.mentions, ...reading.dates]) expect(text.slice(start, end)).toBe(words);
      for (const { start, end } of [...reading.quotations, ...reading.notes, ...reading.citations.map(cluster => cluster.span)]) expect([start >= 0, start < end, end <= text.length]).toEqual([true, true, true]);
    }), { numRuns: 500 });
  });
});

test('the change between two texts is the least there is', () => {
  fc.assert(fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, cut, put, tail) => {
    const [before, after] = [head + cut + tail, head + put + tail];
    const { start, oldEnd, newEnd } = changeBetween(before, after);
    expect(before.slice(0, start) + after.slice(start, newEnd) + before.slice(oldEnd)).toBe(after);
    expect(oldEnd - start).toBeLessThanOrEqual(cut.length);
  }));
  const long = 'x'.repeat(10_000);
  expect(changeBetween(`${long}a${long}`, `${long}bc${long}`)).toEqual({ start: 10_000, oldEnd: 10_001, newEnd: 10_002 });
});
