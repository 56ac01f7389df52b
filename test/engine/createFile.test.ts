import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFileAtomic } from '../../src/engine/writeFile.ts';

const folder = () => mkdtemp(join(tmpdir(), 'rapporteur-'));

test('a file that is not there is made whole, and nothing else is left', async () => {
  const path = join(await folder(), 'a.md');
  expect(await createFileAtomic(path, 'text')).toBe(true);
  expect(await readFile(path, 'utf8')).toBe('text');
  expect(await readdir(join(path, '..'))).toEqual(['a.md']);
});

test('a file that is there stays as it is', async () => {
  const path = join(await folder(), 'a.md');
  await writeFile(path, 'mine');
  expect(await createFileAtomic(path, 'other')).toBe(false);
  expect(await readFile(path, 'utf8')).toBe('mine');
  expect(await readdir(join(path, '..'))).toEqual(['a.md']);
});

test('of many that make the same file at once one does', async () => {
  const path = join(await folder(), 'a.md');
  const made = await Promise.all(Array.from({ length: 20 }, (_, index) => createFileAtomic(path, `${index}`)));
  expect(made.filter(one => one)).toHaveLength(1);
  expect(await readFile(path, 'utf8')).toBe(String(made.indexOf(true)));
});

test('a folder that is not there is told', async () => {
  await expect(createFileAtomic(join(await folder(), 'gone', 'a.md'), 'x')).rejects.toThrow();
});
