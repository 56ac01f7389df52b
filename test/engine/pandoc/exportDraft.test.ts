import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { readCslItems } from '../../../src/core/citations/csl.ts';
import { readBibliography } from '../../../src/core/citations/bibliography.ts';
import { exportSources } from '../../../src/engine/pandoc/exportSources.ts';
import { exportDraft, type ExportTask } from '../../../src/engine/pandoc/exportDraft.ts';
import { WasmPandoc } from '../../../src/engine/pandoc/wasmPandoc.ts';
import { wasmFile, workerFile } from './support.ts';
import { unzipTexts } from './zip.ts';

vi.setConfig({ testTimeout: 180_000 });
const pandoc = new WasmPandoc({ workerFile, wasmFile });
afterAll(() => pandoc.dispose());

const rootFile = (path: string) => readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');
const style = (name: string) => rootFile(`media/styles/${name}.csl`);
const sources = new Map(readCslItems(rootFile('corpus/cambodia/references.json')).value.map(entry => [entry.item.id, entry]));
const sample = rootFile('samples/cambodia/draft.md');
const task = (over: Partial<ExportTask>): ExportTask => ({
  text: sample, format: 'html', sources, nocite: new Set(), csl: style('chicago-author-date'), lang: 'en-GB', readImage: () => Promise.resolve(undefined), ...over,
});
const text = async (over: Partial<ExportTask>) => new TextDecoder().decode((await exportDraft(pandoc, task(over))).output);
const plain = (xml: string) => xml.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

test('the Word file of the sample draft has its citations as footnotes, with locators and the works in full', async () => {
  const { output, warnings } = await exportDraft(pandoc, task({ format: 'docx', csl: style('chicago-notes') }));
  const files = unzipTexts(output);
  const notes = [...files.get('word/footnotes.xml')!.matchAll(/<w:footnote [^>]*w:id="\d+"[^>]*>(.*?)<\/w:footnote>/gs)].map(match => plain(match[1]!).trim()).filter(note => note.includes('Khan'));
  expect(notes[0]).toContain('Asif R. Khan');
  expect(notes[0]).toContain('When Great Powers Behave');
  expect(notes[0]).toContain('5.1');
  expect(notes.length).toBeGreaterThan(4);
  expect(plain(files.get('word/document.xml')!)).toContain('Khan, Asif R.');
  expect(warnings.map(({ message }) => message).join()).toContain('unknown2020');
});

test.for([
  ['html', 'chicago-author-date'], ['latex', 'chicago-author-date'], ['typst', 'chicago-author-date'], ['html', 'apa'],
] as const)('%s in %s has the citation set in the text', async ([format, name]) => {
  const written = plain(await text({ format, csl: style(name) })).replaceAll('~', ' ').replaceAll('\\', '');
  expect(written).toMatch(/\(Khan,? 2022, (?:sec\.|S\.|sect\.)?\s*5\.1\)/u);
});

test.for(['odt', 'epub'] as const)('%s has the citation set in the text', async format => {
  const { output } = await exportDraft(pandoc, task({ format }));
  expect(plain([...unzipTexts(output).values()].join(' '))).toContain('Khan 2022');
});

test.for(['chicago-notes', 'chicago-author-date', 'apa', 'mla', 'un-editorial'])('%s sets a note or a citation with its locator', async name => {
  expect(await text({ text: 'So [@khan2022, p. 33].', format: 'plain', csl: style(name) })).toMatch(/Khan.*33/s);
});

test('the notes of the UN name the work in full, then "Ibid."', async () => {
  const written = await text({ text: 'A [@khan2022, p. 3]. B [@khan2022, p. 4].', format: 'plain', csl: style('un-editorial') });
  expect(written).toMatch(/\[1\] Asif R\. Khan, When Great Powers Behave.*\(.*2022\), p\. 3\./);
  expect(written).toMatch(/\[2\] Ibid\., p\. 4\./);
});

test('HTML, scripts, and addresses that run something do not leave the editor', async () => {
  const bad = new Map([['bad', { item: { id: 'bad', type: 'book', title: '<script>alert(1)</script> <img src=x onerror=alert(2)>', author: [{ family: '\u202Eevil' }] } }]]);
  const written = await text({
    text: 'A [@bad].<script>alert(3)</script> [x](javascript:alert(4)) [y]{onclick="alert(5)"} <b>bold</b> ![p](http://127.0.0.1/p.png)\n\n<iframe src="http://127.0.0.1/"></iframe>\n', sources: bad,
  });
  expect(written).not.toMatch(/<script>alert|<img[^>]*onerror|javascript:|onclick|<iframe/i);
  expect(written).toContain('<b>bold</b>');
});

test('metadata of a draft names no file that is read', async () => {
  const written = await text({ text: '---\ntitle: T\ncss: /etc/hostname\nbibliography: /etc/hostname\ncsl: /etc/hostname\ninclude-before: <script>alert(1)</script>\n---\n\nSo.\n' });
  expect(written).toContain('So.');
  expect(written).not.toContain('hostname');
  expect(written).not.toContain('alert(1)');
});

test('images come from where they are asked for, and one that is missing is told', async () => {
  const asked: string[] = [];
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const { output, warnings } = await exportDraft(pandoc, task({
    text: '![a](figures/one.png) ![b](../two.png)', format: 'docx', readImage: target => { asked.push(target); return Promise.resolve(target === 'figures/one.png' ? png : undefined); },
  }));
  expect(asked).toEqual(['figures/one.png', '../two.png']);
  expect([...unzipTexts(output).keys()].some(name => name.startsWith('word/media/'))).toBe(true);
  expect(warnings).toEqual([{ type: 'missing-image', message: '../two.png' }]);
});

test('a broken style is said to be one', async () => {
  await expect(exportDraft(pandoc, task({ text: '[@khan2022]', csl: '<style' }))).rejects.toMatchObject({ reason: 'failed', message: expect.stringContaining('XML') as unknown });
});

test.for(['csljson', 'biblatex', 'ris'] as const)('sources as %s are read back with their keys', async format => {
  const items = [...sources.values()].map(({ item }) => item).slice(0, 12);
  const written = new TextDecoder().decode(await exportSources(pandoc, items, format));
  expect(readBibliography(written, format).value.map(({ item }) => item.id)).toEqual(items.map(({ id }) => id));
});
