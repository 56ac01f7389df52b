import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { plainSetText } from '../../../src/core/citations/setText.ts';
import { setCitations, type CitationTask } from '../../../src/engine/pandoc/setCitations.ts';
import { WasmPandoc } from '../../../src/engine/pandoc/wasmPandoc.ts';
import { wasmFile, workerFile } from './support.ts';

vi.setConfig({ testTimeout: 180_000 });
const pandoc = new WasmPandoc({ workerFile, wasmFile });
afterAll(() => pandoc.dispose());
const style = (name: string) => readFileSync(fileURLToPath(new URL(`../../../media/styles/${name}.csl`, import.meta.url)), 'utf8');
const items = [
  { id: 'a', type: 'book', title: 'First', author: [{ family: 'Khan', given: 'Asif' }], issued: { 'date-parts': [[2022]] } },
  { id: 'b', type: 'book', title: 'Second <script>x</script>', author: [{ family: 'Khan', given: 'Asif' }], issued: { 'date-parts': [[2022]] } },
];
const inText = (...texts: readonly string[]) => texts.map((text, event) => ({ text, event, isInNote: false }));
const set = async (name: string, citations: CitationTask['citations'], more: Partial<CitationTask> = {}) => {
  const { citations: done, references } = await setCitations(pandoc, { citations, items, csl: style(name), lang: 'en-GB', ...more });
  return { texts: done.map(({ inText, note }) => [plainSetText(inText), ...note === undefined ? [] : [plainSetText(note)]].filter(Boolean).join(' | ')), references };
};

test('works of one author and year have letters, and stand in the list of references', async () => {
  const { texts, references } = await set('chicago-author-date', inText('[@a, p. 3]', '[see @b]', '@a [p. 4]'));
  expect(texts).toEqual(['(Khan 2022a, 3)', '(see Khan 2022b)', 'Khan (2022a, 4)']);
  expect(references.map(({ citekey }) => citekey)).toEqual(['a', 'b']);
  expect(references[0]!.text.some(({ text, marks }) => text.includes('First') && marks.includes('italic'))).toBe(true);
});

test('notes say "Ibid." after each other, also from a note of the draft', async () => {
  const { texts } = await set('un-editorial', [...inText('[@a, p. 3]', '[@a,\np. 4]'), { text: '@a', event: 2, isInNote: true }, { text: '[@b]', event: 2, isInNote: true }, { text: '[@b]', event: 3, isInNote: false }]);
  expect(texts[0]).toMatch(/^Asif Khan, First .*, p\. 3\.$/);
  expect(texts[1]).toBe('Ibid., p. 4.');
  expect(texts[3]).toContain('Second <script>x</script>');
  // The note before names two works, so that "Ibid." could mean either.
  expect(texts[4]).toMatch(/^Khan, Second/);
});

test('"Ibid." does not reach over a note of the draft that cites nothing, as in pandoc', async () => {
  const { texts } = await set('un-editorial', [{ text: '[@a, p. 3]', event: 0, isInNote: false }, { text: '[@a, p. 4]', event: 2, isInNote: false }]);
  expect(texts[1]).toMatch(/^Khan, First, p\. 4/);
});

test('works of nocite are listed, also those with odd keys, and count for the letters', async () => {
  const odd = { id: 'c:d-+', type: 'book', title: 'Third', author: [{ family: 'Khan', given: 'Asif' }], issued: { 'date-parts': [[2022]] } };
  const { texts, references } = await set('apa', inText('[@a]'), { nocite: ['b', 'c:d-+', 'x}\nlang: fr'], items: [...items, odd] });
  expect(texts).toEqual(['(Khan, 2022a)']);
  expect(references.map(({ citekey }) => citekey)).toEqual(['a', 'b', 'c:d-+']);
});

test('where nothing is listed, nothing leads to the list', async () => {
  const { citations, references } = await setCitations(pandoc, { citations: inText('[@a]'), items, csl: style('apa'), lang: '', isListed: false });
  expect(references).toEqual([]);
  expect(citations[0]!.inText.some(({ href }) => href !== undefined)).toBe(false);
});
