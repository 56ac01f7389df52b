import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/engine/library/documents/pdf.ts';
import type { SourceText } from '../../../src/core/library/types.ts';
import { lines, makePdf, type Run } from './makePdf.ts';

const path = (relative: string) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));
const context = { cMaps: path('node_modules/pdfjs-dist/cmaps/'), pandoc: () => Promise.reject(new Error('not needed')), progress: () => undefined };

async function read(bytes: Uint8Array): Promise<SourceText> {
  const reading = await readPdf(Uint8Array.from(bytes), context);
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading));
  return reading.text;
}
async function refusal(bytes: Uint8Array): Promise<string> {
  const reading = await readPdf(Uint8Array.from(bytes), context);
  return reading.kind === 'refused' ? reading.code : reading.kind;
}
const shown = (text: SourceText) => text.blocks.map(({ kind, section, note, page, text: words }) => [kind, section, note, `p. ${page}`, words].filter(Boolean).join(' / '));

describe('the lines of a page', () => {
  const head = (number: number): Run[] => [[40, 560, 8, `A History of Lamps ${number}`]];

  test('are put together to paragraphs: hyphens, raised numbers of notes, heads and page numbers', async () => {
    const pages = [7, 8, 9].map((number): Run[] => [...head(number), ...number === 7 ? [
      [40, 520, 16, 'The lamps'] as const,
      ...lines(40, 490, 10, ['The keeper wrote a ledger of the diplo-', 'macy of the coast, and the diplomacy was']),
      [40, 464, 10, 'small.'], [67, 468, 6, '1'], [72, 464, 10, ' It was the last of its kind, and it was kept with care by hands'],
      ...lines(40, 451, 10, ['that had kept the lamps before, until the office closed.']),
      ...lines(40, 100, 8, ['1 See Quill, passim, and the letters that']), ...lines(40, 89, 8, ['were found with it.']),
    ] satisfies Run[] : lines(40, 520, 10, [`Page ${number} begins here, and nothing else of it matters to anyone`, 'who reads it.'])]);
    expect(shown(await read(makePdf(pages)))).toEqual([
      'heading / The lamps / p. 7 / The lamps',
      'text / The lamps / p. 7 / The keeper wrote a ledger of the diplomacy of the coast, and the diplomacy was small. It was the last of its kind, and it was kept with care by hands that had kept the lamps before, until the office closed.',
      'note / The lamps / 1 / p. 7 / See Quill, passim, and the letters that were found with it.',
      'text / The lamps / p. 8 / Page 8 begins here, and nothing else of it matters to anyone who reads it.',
      'text / The lamps / p. 9 / Page 9 begins here, and nothing else of it matters to anyone who reads it.',
    ]);
  });

  test('of two columns are not mixed', async () => {
    const text = await read(makePdf([[
      ...lines(40, 500, 10, ['The left column tells of the', 'harbour and of its lamps, and', 'it goes on in the']),
      ...lines(230, 500, 10, ['right column, which tells of', 'the sea and of the ships.']),
    ]]));
    expect(shown(text)).toEqual(['text / p. 1 / The left column tells of the harbour and of its lamps, and it goes on in the right column, which tells of the sea and of the ships.']);
  });

  test('have the numbers that the file gives its pages', async () => {
    const pages = ['One.', 'Two.', 'Three.'].map((word): Run[] => lines(40, 500, 10, [word]));
    const text = await read(makePdf(pages, { labels: '/PageLabels << /Nums [0 << /S /r /St 5 >> 1 << /S /D /St 100 >>] >>' }));
    expect(text.blocks.map(block => [block.text, block.page])).toEqual([['One.', 'v'], ['Two.', '100'], ['Three.', '101']]);
  });
});

test('a PDF of pictures is told to have no text, and one of some pages without it how many', async () => {
  expect((await read(makePdf([[], []]))).problems).toEqual([{ code: 'no-text', value: '2' }]);
  expect((await read(makePdf([lines(40, 500, 10, ['One.']), []]))).problems).toEqual([{ code: 'some-pages-without-text', value: '1' }]);
});

describe('a PDF that a browser printed', () => {
  const fixture = (name: string) => readFileSync(path(`test/fixtures/library/${name}`));

  test('has its headings, printed pages, notes and whole words', async () => {
    const text = await read(fixture('harbour.pdf'));
    expect(text.title).toBe('The Harbour Ledger');
    expect(text.pages).toEqual(['41', '42', '43'].map(label => ({ label, isPrinted: true })));
    expect(text.sections.map(section => section.number)).toEqual(['', '1', '2']);
    expect(text.blocks.filter(block => block.kind === 'note').map(({ note, page, section, text: words }) => [note, page, section, words])).toEqual([
      ['1', '41', '1', 'See Quill, Lamps of the Northern Coast, passim.'], ['2', '42', '1', 'The reports are kept in the town hall, box 12.'],
    ]);
    const words = text.blocks.map(block => block.text).join('\n');
    expect(words).toContain('because it ends in the middle of a word. The efficient first office of the coast inspected him twice. Both inspections found');
    expect(words).toContain('had opened it, which tells how such letters were read in those years.');
    expect(words).not.toMatch(/4[123]|\u00ad|coast\.2/);
  });
});

describe('a broken PDF', () => {
  const whole = makePdf([lines(40, 500, 10, ['One word.']), lines(40, 500, 10, ['Two words.'])]);

  test('is read as far as it goes', async () => {
    const cut = whole.slice(0, whole.length - 12);
    expect((await read(cut)).blocks.map(block => block.text)).toEqual(['One word.', 'Two words.']);
  });

  test('whose pages name each other in a circle, or which is empty or garbage, is refused or read without end', async () => {
    expect(['read', 'damaged']).toContain(await refusal(makePdf([lines(40, 500, 10, ['One.'])], { kids: '2 0 R 4 0 R' })));
    expect(await refusal(new Uint8Array())).toBe('damaged');
    expect(await refusal(Buffer.from('%PDF-1.7\n%%EOF'))).toBe('damaged');
  });
});
