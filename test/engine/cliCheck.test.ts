import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { plainJson } from '../../src/cli/settings.ts';

const CORPUS = fileURLToPath(new URL('../../corpus/cambodia', import.meta.url));
const DRAFT = '---\nbibliography: refs.bib\n---\n\nResolution 718 was adopted in 1985 [@mine; @khan2022; @nobody].\n';
let folder: string;
let printed: string;
let told: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-cli-'));
  await writeFile(join(folder, 'paper.md'), DRAFT);
  await writeFile(join(folder, 'refs.bib'), '@book{mine, title = {Mine}, year = 1999}\n');
  printed = '';
  vi.spyOn(console, 'log').mockImplementation((text: string) => { printed += `${text}\n`; });
  told = '';
  vi.spyOn(console, 'error').mockImplementation((text: string) => { told += `${text}\n`; });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});
const run = (...args: string[]) => check.run([join(folder, 'paper.md'), '--corpus', CORPUS, ...args]);

test('check prints what does not hold, with its place, and fails', async () => {
  expect(await run()).toBe(1);
  expect(printed).toMatch(/paper\.md:5:31: warning: .*1991.* \[date-conflict\]/);
  expect(printed).toMatch(/paper\.md:5:\d+: error: No reference has the key @nobody.* \[unknown-citekey\]/);
  expect(printed).not.toMatch(/@mine/);
});

test('check prints JSON and SARIF', async () => {
  await run('--format', 'json');
  expect((JSON.parse(printed) as { rule: string; start: { line: number } }[]).map(({ rule, start }) => [rule, start.line])).toEqual([['date-conflict', 5], ['unknown-citekey', 5]]);
  printed = '';
  await run('--format', 'sarif');
  const sarif = JSON.parse(printed) as { version: string; runs: { results: { ruleId: string; level: string }[] }[] };
  expect([sarif.version, sarif.runs[0]?.results.map(({ ruleId, level }) => `${ruleId} ${level}`)]).toEqual(['2.1.0', ['date-conflict warning', 'unknown-citekey error']]);
});

test('check takes the settings of the nearest settings file, or of one that is named', async () => {
  await mkdir(join(folder, '.vscode'));
  await writeFile(join(folder, '.vscode', 'settings.json'), '{ // ours\n "rapporteur.checks.severity": { "unknown-citekey": "off", "date-conflict": "hint", }, }');
  expect(await run()).toBe(0);
  expect(printed).not.toMatch(/unknown-citekey/);
  expect(await run('--fail-on', 'hint')).toBe(1);
  await writeFile(join(folder, 'other.json'), '{"rapporteur.checks.severity": {"date-conflict": "off", "unknown-citekey": "off"}}');
  expect(await run('--config', join(folder, 'other.json'), '--fail-on', 'hint')).toBe(0);
});

test('check knows the references of a front matter, the bibliographies of the settings, and keys that two works claim', async () => {
  await mkdir(join(folder, '.vscode'));
  await writeFile(join(folder, '.vscode', 'settings.json'), '{"rapporteur.bibliographies": ["house.bib"]}');
  await writeFile(join(folder, 'house.bib'), '@book{house, title = {House}}\n@book{mine, title = {Other}}\n');
  await writeFile(join(folder, 'paper.md'), '---\nbibliography: refs.bib\nreferences:\n  - id: inline\n    type: book\n---\n\nSo [@inline; @house; @mine].\n');
  expect(await run()).toBe(1);
  expect(printed).toMatch(/^.*paper\.md:8:22: warning: .*@mine.* \[duplicate-citekey\]\n/);
  expect(printed).not.toMatch(/unknown-citekey/);
});

test('check takes patterns and folders, without the entries of corpora', async () => {
  await mkdir(join(folder, 'corpus', 'actors'), { recursive: true });
  await writeFile(join(folder, 'corpus', 'corpus.yaml'), 'id: c\n');
  await writeFile(join(folder, 'corpus', 'actors', 'a.md'), 'Text [@nobody].\n');
  await writeFile(join(folder, 'other.qmd'), 'Text [@nobody].\n');
  const files = async (name: string) => {
    printed = '';
    await check.run([name, '--corpus', CORPUS, '--format', 'json']);
    return [...new Set((JSON.parse(printed) as { file: string }[]).map(({ file }) => basename(file)))];
  };
  expect(await files(folder)).toEqual(['other.qmd', 'paper.md']);
  expect(await files(join(folder, '*.md'))).toEqual(['paper.md']);
});

test('check goes on after what cannot be read, says what it was, and ends with 2', async () => {
  expect(await check.run([join(folder, 'none.md'), join(folder, 'paper.md'), '--corpus', CORPUS])).toBe(2);
  expect(printed).toMatch(/\[date-conflict\]/);
  expect(told).toMatch(/none\.md cannot be read/);
  await rm(join(folder, 'refs.bib'));
  told = '';
  expect(await run()).toBe(2);
  expect(told).toMatch(/paper\.md: the bibliography refs\.bib cannot be read/);
  expect(await check.run([join(folder, 'no', '*.md'), '--corpus', CORPUS])).toBe(2);
});

test('check says how it is used when it is used otherwise', async () => {
  expect(await check.run([])).toBe(2);
  expect(await run('--format', 'xml')).toBe(2);
});

test('a settings file may hold comments and commas at the end', () => {
  expect(JSON.parse(plainJson('{ /* a */ "b": "c // d", // e\n "f": [1, 2,], }'))).toEqual({ b: 'c // d', f: [1, 2] });
});
