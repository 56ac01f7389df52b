import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { readWarnings } from '../../../src/engine/pandoc/instance.ts';
import { NativePandoc } from '../../../src/engine/pandoc/nativePandoc.ts';
import { outputText } from '../../../src/engine/pandoc/types.ts';
import { workerFile } from './support.ts';

vi.setConfig({ testTimeout: 180_000 });
const standIn = fileURLToPath(new URL('./standIn.ts', import.meta.url));
const pandoc = new NativePandoc({ workerFile, program: process.execPath, before: [standIn] });
afterAll(() => pandoc.dispose());
/** A temporary folder that nobody else writes to. */
const own = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
afterAll(() => rmSync(own, { recursive: true, force: true }));
for (const name of ['TMPDIR', 'TEMP', 'TMP']) { vi.stubEnv(name, own); }

test('a text is converted with the files that are handed in, and what was written for it is taken away', async () => {
  const refs = JSON.stringify([{ id: 'khan', type: 'book', title: 'Powers — ភ្នំពេញ', issued: { 'date-parts': [[2022]] } }]);
  const result = await pandoc.convert({ options: { from: 'markdown', to: 'plain', citeproc: true, bibliography: ['refs.json'] }, input: '[@khan]', files: { 'refs.json': refs } });
  expect(outputText(result)).toContain('Powers — ភ្នំពេញ');
  expect(tmpdir()).toBe(own);
  expect(readdirSync(own).filter(name => name.startsWith('rapporteur-pandoc-'))).toEqual([]);
});

test('a document is vetted', async () => {
  const { output, vetted } = await pandoc.convert({ options: { from: 'markdown', to: 'json' }, input: '![a](b.png) <script>x</script>', vetting: { renamesImages: true } });
  expect(vetted?.images).toEqual([{ target: 'b.png', name: 'image-1.png' }]);
  expect(new TextDecoder().decode(output)).not.toContain('script');
});

test('what it warns of is told in words', async () => {
  const options = { from: 'markdown', to: 'plain', citeproc: true, bibliography: ['refs.json'] };
  const { warnings } = await pandoc.convert({ options, input: '[@nobody]', files: { 'refs.json': '[]' } });
  expect(warnings).toEqual([{ type: 'CiteprocWarning', message: expect.stringContaining('nobody not found') as unknown }]);
});

test.each([
  ['[{"type":"CiteprocWarning","verbosity":"WARNING","message":"citation nobody not found"}]', ['citation nobody not found']],
  ['[{"type":"CouldNotFetchResource","verbosity":"WARNING","message":"replacing image with description","path":"b.png"}]', ['b.png: replacing image with description']],
  ['[{"type":"NoLangSpecified","verbosity":"WARNING"},{"type":"Fetching","verbosity":"INFO","path":"b.png"}]', ['NoLangSpecified']],
  ['[{"type":"CiteprocWar', []],
])('the log %s of an installed pandoc says %j', (json, messages) => {
  expect(readWarnings(json).map(({ message }) => message)).toEqual(messages);
});

test('what pandoc cannot do it says in its own words', async () => {
  await expect(pandoc.convert({ options: { from: 'markdown', to: 'no-such-format' }, input: '' })).rejects.toMatchObject({ reason: 'failed', message: expect.stringContaining('output format') as unknown });
});

test('a file with a name that leads elsewhere is not written', async () => {
  await expect(pandoc.convert({ options: { from: 'markdown', to: 'html' }, input: '', files: { '../x': 'y' } })).rejects.toMatchObject({ message: expect.stringContaining('../x') as unknown });
});

test('a program that is not there, is not pandoc or is an old one is missing', async () => {
  for (const options of [{ program: 'no-such-pandoc' }, { program: process.execPath }, { program: process.execPath, before: [standIn, '--old'] }]) {
    const native = new NativePandoc({ workerFile, ...options });
    await expect(native.convert({ options: { from: 'markdown', to: 'html' }, input: 'a' })).rejects.toMatchObject({ reason: 'missing' });
    native.dispose();
  }
});

test('what is cancelled ends its process, and what comes after it is done', async () => {
  const stopping = new AbortController();
  const endless = pandoc.convert({ options: { from: 'markdown', to: 'html' }, input: `${'word *word* [@key, p. 3] '.repeat(200)}\n\n`.repeat(4000) }, { signal: stopping.signal });
  const after = pandoc.convert({ options: { from: 'markdown', to: 'html' }, input: 'so' });
  setImmediate(() => stopping.abort());
  await expect(endless).rejects.toMatchObject({ reason: 'cancelled' });
  expect(outputText(await after)).toBe('<p>so</p>\n');
});
