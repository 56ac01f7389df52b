import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { passagesOf } from '../../../../src/core/library/passages.ts';
import { readPlainText } from '../../../../src/core/library/reading/plainText.ts';
import { parse } from 'yaml';

const file = ['../../../../../shared/sources/khan-2022.txt', '../../../../../../shared/sources/khan-2022.txt']
  .map(path => fileURLToPath(new URL(path, import.meta.url))).find(existsSync);
interface Outline {
  readonly sections: readonly { readonly number: string; readonly title: string }[];
  readonly notes: readonly { readonly number: number; readonly section: string }[];
}
const outline = parse(readFileSync(new URL('../../../../corpus/cambodia/works/khan2022.yaml', import.meta.url), 'utf8')) as Outline;

if (file === undefined) {
  test('the text of the paper is not in ../shared/sources: that it is read rightly is not shown here', () => { expect(outline.sections.length).toBeGreaterThan(0); });
} else {
  const raw = readFileSync(file, 'utf8');
  const text = readPlainText(raw);
  const textBlocks = text.blocks.filter(block => block.kind === 'text');
  const noteBlocks = text.blocks.filter(block => block.kind === 'note');

  test('the paper has the sections of its outline, with their titles', () => {
    expect(text.sections.map(section => section.number)).toEqual(outline.sections.map(section => section.number));
    for (const [at, { title }] of outline.sections.entries()) expect(text.sections[at]!.title.startsWith(title.replace(/ ?…$/, '')), title).toBe(true);
  });

  test('the paper has 65 notes, each in the section in which its mark stands', () => {
    expect(noteBlocks.map(block => [Number(block.note), block.section])).toEqual(outline.notes.filter(note => note.number > 0).map(note => [note.number, note.section]));
  });

  test('its notes are whole, blank lines in their midst or not', () => {
    const note = (number: number) => noteBlocks.find(block => block.note === String(number))!.text;
    expect(note(2)).toMatch(/^This was the case[^]*carried out\.$/);
    expect(note(8)).toMatch(/^Indonesia, [^]*Thailand\.$/);
    expect(note(13)).toMatch(/Lowenheim F\.L\. \(eds\) \(1994\)\.$/);
    expect(note(62)).toMatch(/^See UN website: https:\S+ ?\S*resolution%22\.$/);
    expect(note(65)).toMatch(/^In 1954, [^]*sorts of files\.$/);
    for (const block of noteBlocks) expect(block.text.length, `note ${block.note}`).toBeLessThan(1000);
  });

  test('its printed page numbers are pages and not text, and the pages between are counted', () => {
    expect(text.pages.filter(page => page.isPrinted).map(page => page.label)).toEqual(['7', '11', '15']);
    expect(text.pages.map(page => page.label)).toEqual(Array.from({ length: text.pages.length }, (_, at) => String(at + 1)));
    expect(text.problems).toEqual([]);
    expect(textBlocks.filter(block => /(?:^|\s)(?:7|11|15)(?:$|\s(?=[a-z]))/.test(block.text) && !/Articles? 15|Hun Sen/.test(block.text)).map(block => block.text)).toEqual([]);
    const turning = textBlocks.find(block => block.text.includes('had told the UN they would be eager'))!;
    expect([turning.page, turning.turns.map(turn => turn.page), turning.text.slice(turning.turns[0]!.at).startsWith('would be eager')]).toEqual(['6', ['7'], true]);
  });

  test('its paragraphs are whole, whatever stands between their lines', () => {
    for (const words of ['Since 1979, the UN General Assembly', 'multilateral fora and entities – including the United Nations General Assembly', 'responsibility for this adherence on the State of Cambodia. The latter',
      'no Secretary-General can nowadays', 'role as co-convenor (with France)', 'the Paris conference … ten years later']) {
      expect(text.blocks.some(block => block.text.includes(words)), words).toBe(true);
    }
    for (const block of textBlocks) expect(block.text, 'a paragraph ends with its sentence').toMatch(/[.:?”)]$/);
  });

  test('no mark of a note is left in the text, and no number is lost with them', () => {
    expect(textBlocks.filter(block => /\p{L}[.”)]?\d{1,2}(?:\s|$)/u.test(block.text.replace(/P5|G77/g, ''))).map(block => block.text)).toEqual([]);
    for (const words of ['21% of the population', '(1.7 million Cambodians)', 'the 28th August 1990', 'Articles 15, 16 and 17', '1991-92 set precedents', 'US$ 1 billion']) {
      expect(textBlocks.some(block => block.text.includes(words)), words).toBe(true);
    }
  });

  test('captions and pull quotations stand beside the text', () => {
    expect(text.blocks.filter(block => block.kind === 'aside' && !block.text.startsWith('http')).map(block => block.page)).toEqual(['2', '11', '12', '17', '22', '25', '27']);
  });

  test('every passage is found in the file at its place', () => {
    const passages = passagesOf(text.blocks);
    expect(passages.length).toBeGreaterThan(120);
    const letters = (words: string) => words.replace(/[^\p{L}]/gu, '');
    for (const passage of passages) {
      expect(passage.page, passage.text).not.toBe('');
      const there = letters(raw.slice(passage.start, passage.end));
      expect(there.startsWith(letters(passage.text).slice(0, 10)) && there.endsWith(letters(passage.text).slice(-10)), passage.text).toBe(true);
    }
  });
}
