import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { plainSetText } from '../../../src/core/citations/setText.ts';
import { setCitations } from '../../../src/engine/pandoc/setCitations.ts';
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
const set = async (name: string, citations: Parameters<typeof setCitations>[1]['citations']) => {
  const { citations: done, references } = await setCitations(pandoc, { citations, items, csl: style(name), lang: 'en-GB' });
  return { texts: done.map(({ inText, note }) => [plainSetText(inText), ...note === undefined ? [] : [plainSetText(note)]].filter(Boolean).join(' | ')), references };
};

test('works of one author and year have letters, and stand in the list of references', async () => {
  const { texts, references } = await set('chicago-author-date', [{ text: '[@a, p. 3]' }, { text: '[see @b]' }, { text: '@a [p. 4]' }]);
  expect(texts).toEqual(['(Khan 2022a, 3)', '(see Khan 2022b)', 'Khan (2022a, 4)']);
  expect(references.map(({ citekey }) => citekey)).toEqual(['a', 'b']);
  expect(references[0]!.text.some(({ text, marks }) => text.includes('First') && marks.includes('italic'))).toBe(true);
});

test('notes say "Ibid." after each other, also from a note of the draft', async () => {
  const { texts } = await set('un-editorial', [{ text: '[@a, p. 3]' }, { text: '[@a,\np. 4]' }, { text: '@a', note: 0 }, { text: '[@b]', note: 0 }, { text: '[@b]' }]);
  expect(texts[0]).toMatch(/^Asif Khan, First .*, p\. 3\.$/);
  expect(texts[1]).toBe('Ibid., p. 4.');
  expect(texts[3]).toContain('Second <script>x</script>');
  // The note before names two works, so that "Ibid." could mean either.
  expect(texts[4]).toMatch(/^Khan, Second/);
});
