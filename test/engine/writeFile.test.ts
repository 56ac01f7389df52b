import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFileAtomic } from '../../src/engine/writeFile.ts';

let folder = '';
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'write-')); });
afterEach(() => rm(folder, { recursive: true }));

test('a new file is written', async () => {
  await writeFileAtomic(join(folder, 'a.md'), 'Pérez de Cuéllar\n');
  expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('Pérez de Cuéllar\n');
});

test('an old file is replaced and keeps its mode', async () => {
  const path = join(folder, 'a.md');
  await writeFile(path, 'old');
  await chmod(path, 0o640);
  await writeFileAtomic(path, 'new');
  expect(await readFile(path, 'utf8')).toBe('new');
  expect((await stat(path)).mode & 0o777).toBe(0o640);
});

test('a symbolic link stays one, and the file it leads to is written', async () => {
  await writeFile(join(folder, 'real.md'), 'old');
  await symlink('real.md', join(folder, 'link.md'));
  await writeFileAtomic(join(folder, 'link.md'), 'new');
  expect(await readlink(join(folder, 'link.md'))).toBe('real.md');
  expect(await readFile(join(folder, 'real.md'), 'utf8')).toBe('new');
});

test('an empty text makes an empty file', async () => {
  await writeFileAtomic(join(folder, 'a.md'), '');
  expect((await stat(join(folder, 'a.md'))).size).toBe(0);
});

test('many writers of one file leave one whole text', async () => {
  const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(50_000));
  await Promise.all(texts.map(text => writeFileAtomic(join(folder, 'a.md'), text)));
  expect(texts).toContain(await readFile(join(folder, 'a.md'), 'utf8'));
});

describe('a failure', () => {
  test('leaves the old file and nothing else', async () => {
    await mkdir(join(folder, 'a.md'));
    await writeFile(join(folder, 'a.md', 'inside'), 'x');
    await expect(writeFileAtomic(join(folder, 'a.md'), 'new')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['a.md']);
  });

  test('is told where there is no folder', async () => {
    await expect(writeFileAtomic(join(folder, 'none', 'a.md'), 'new')).rejects.toThrow('ENOENT');
  });
});
