import { afterAll, expect, test, vi } from 'vitest';
import { outputText } from '../../../src/engine/pandoc/types.ts';
import { WasmPandoc } from '../../../src/engine/pandoc/wasmPandoc.ts';
import { pandocOf, wasmFile, workerFile } from './support.ts';

vi.setConfig({ testTimeout: 180_000 });
// Starting takes a while: tests that leave it as it was share one.
const pandoc = new WasmPandoc({ workerFile, wasmFile });
afterAll(() => pandoc.dispose());

const html = (input: string) => ({ options: { from: 'markdown', to: 'html' }, input });
/** Markdown that keeps pandoc busy for many times longer than any test waits. */
const ENDLESS = { options: { from: 'markdown', to: 'html' }, input: `${'word *word* [@key, p. 3] '.repeat(200)}\n\n`.repeat(4000) };

test('a text is converted, and so is the next one', async () => {
  expect(outputText(await pandoc.convert(html('*Peace*')))).toBe('<p><em>Peace</em></p>\n');
  expect(outputText(await pandoc.convert(html('Phnom Penh — ភ្នំពេញ')))).toBe('<p>Phnom Penh — ភ្នំពេញ</p>\n');
});

test('a document comes back as bytes', async () => {
  const { output } = await pandoc.convert({ options: { from: 'markdown', to: 'docx' }, input: 'Peace' });
  expect(new TextDecoder().decode(output.subarray(0, 2))).toBe('PK');
});

test('what pandoc cannot do it says in its own words, and goes on', async () => {
  await expect(pandoc.convert({ options: { from: 'markdown', to: 'no-such-format' }, input: '' })).rejects.toMatchObject({ reason: 'failed', message: expect.stringContaining('output format') as unknown });
  await expect(pandoc.convert({ options: { from: 'json', to: 'html' }, input: '{' })).rejects.toMatchObject({ reason: 'failed' });
  expect(outputText(await pandoc.convert(html('so')))).toBe('<p>so</p>\n');
});

test('only files that are handed in can be seen, and only while they are', async () => {
  const refs = JSON.stringify([{ id: 'khan', type: 'book', title: 'Powers', issued: { 'date-parts': [[2022]] } }]);
  const cited = { options: { from: 'markdown', to: 'plain', citeproc: true, bibliography: ['refs.json'] }, input: '[@khan]' };
  expect(outputText(await pandoc.convert({ ...cited, files: { 'refs.json': refs } }))).toContain('Powers');
  await expect(pandoc.convert(cited)).rejects.toMatchObject({ reason: 'failed', message: expect.stringContaining('refs.json') as unknown });
  const { warnings } = await pandoc.convert({ options: { from: 'markdown', to: 'docx' }, input: '![a](/etc/hostname) ![b](http://127.0.0.1/b.png) ![c](file:///etc/hostname)' });
  expect(warnings.map(({ type }) => type)).toEqual(['CouldNotFetchResource', 'CouldNotFetchResource', 'CouldNotFetchResource']);
});

test('two things that were asked for at once are both done', async () => {
  const both = await Promise.all([pandoc.convert(html('one')), pandoc.convert(html('two')), pandoc.convert(html('three'), { lane: 'background' })]);
  expect(both.map(outputText)).toEqual(['<p>one</p>\n', '<p>two</p>\n', '<p>three</p>\n']);
});

test('what is cancelled stops, whether it waits or runs, and what comes after it is done', async () => {
  const pandoc = pandocOf();
  await pandoc.convert(html('started'));
  const running = new AbortController();
  const waiting = new AbortController();
  const first = pandoc.convert(ENDLESS, { signal: running.signal });
  const second = pandoc.convert(html('never'), { signal: waiting.signal });
  const third = pandoc.convert(html('after'));
  waiting.abort();
  await expect(second).rejects.toMatchObject({ reason: 'cancelled' });
  running.abort();
  await expect(first).rejects.toMatchObject({ reason: 'cancelled' });
  expect(outputText(await third)).toBe('<p>after</p>\n');
  await expect(pandoc.convert(html('late'), { signal: running.signal })).rejects.toMatchObject({ reason: 'cancelled' });
});

test('what takes too long is given up, and what comes after it is done', async () => {
  const pandoc = pandocOf();
  await expect(pandoc.convert(ENDLESS, { timeMs: 50 })).rejects.toMatchObject({ reason: 'time' });
  expect(outputText(await pandoc.convert(html('after')))).toBe('<p>after</p>\n');
});

test('what needs too much memory is given up, and what comes after it is done', async () => {
  const pandoc = pandocOf({ memoryMb: 96 });
  await expect(pandoc.convert(ENDLESS)).rejects.toMatchObject({ reason: 'memory' });
  expect(outputText(await pandoc.convert(html('after')))).toBe('<p>after</p>\n');
});

test('a program that is not there is said to be missing', async () => {
  await expect(pandocOf({ wasmFile: 'no/such/pandoc.wasm' }).convert(html('so'))).rejects.toMatchObject({ reason: 'missing' });
});

test('one that was put away because it was idle comes back', async () => {
  const pandoc = pandocOf({ idleMs: 0 });
  expect(outputText(await pandoc.convert(html('one')))).toBe('<p>one</p>\n');
  await vi.waitFor(() => { expect(pandoc.isAway).toBe(true); });
  expect(outputText(await pandoc.convert(html('two')))).toBe('<p>two</p>\n');
});
