import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { annexes } from '../../../src/cli/annexes.ts';

const CORPUS = fileURLToPath(new URL('../../../corpus/cambodia', import.meta.url));
const ANNEX = '<!-- rapporteur-annex actors -->\n<!-- /rapporteur-annex -->\n';
let folder: string;
let printed: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-annexes-'));
  printed = '';
  vi.spyOn(console, 'log').mockImplementation((text: string) => { printed += `${text}\n`; });
  vi.spyOn(console, 'error').mockImplementation((text: string) => { printed += `${text}\n`; });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

test('annexes says which are not up to date, and writes them when it is told to, between their markers only', async () => {
  const file = join(folder, 'paper.md');
  const text = `Ali Alatas spoke.\n\n${ANNEX}\nAn end.\n`;
  writeFileSync(file, text);
  expect(await annexes.run([file, '--corpus', CORPUS])).toBe(1);
  expect(printed).toMatch(/1 of 1 annexes not up to date/);
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(await annexes.run([file, '--corpus', CORPUS, '--write'])).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(/^Ali Alatas spoke\.\n\n<!-- rapporteur-annex actors -->\n\n- \*\*Ali Alatas\*\*: Foreign Minister, Indonesia[^\n]*\[@khan2022, sec\. 3\.2, n\. 24\]\n\n<!-- \/rapporteur-annex -->\n\nAn end\.\n$/);
  expect(await annexes.run([file, '--corpus', CORPUS])).toBe(0);
});

test('annexes says of a draft without any that it has none', async () => {
  const file = join(folder, 'paper.md');
  writeFileSync(file, 'Ali Alatas spoke.\n');
  expect(await annexes.run([file, '--corpus', CORPUS])).toBe(0);
  expect(printed).toBe(`${file}: there are no annexes.\n`);
});

test('annexes says the same as JSON', async () => {
  const file = join(folder, 'paper.md');
  writeFileSync(file, `Ali Alatas spoke.\n\n${ANNEX}\n<!-- rapporteur-annex actors -->\n`);
  expect(await annexes.run([file, '--corpus', CORPUS, '--json'])).toBe(1);
  expect(JSON.parse(printed)).toEqual([{ file, count: 1, stale: 1, written: false, problems: [{ line: 6, code: 'not-closed', sentence: 'This annex has no end: <!-- /rapporteur-annex --> is missing, so nothing was written here.' }] }]);
});

test('annexes tells of a marker that is missing', async () => {
  const file = join(folder, 'paper.md');
  writeFileSync(file, 'Ali Alatas spoke.\n\n<!-- rapporteur-annex actors -->\n');
  expect(await annexes.run([file, '--corpus', CORPUS, '--write'])).toBe(1);
  expect(printed).toMatch(/paper\.md:3: This annex has no end/);
  expect(await annexes.run([])).toBe(2);
});
