import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileFault } from '../../src/core/fileFault.ts';

const failed = (path: string): Promise<unknown> => readFile(path).catch((error: unknown) => error);

test('a file that is not there, or is a folder, is told in plain words', async () => {
  expect(fileFault(await failed(join(tmpdir(), 'no-such-folder', 'none.md')))).toBe('there is no such file.');
  expect(fileFault(await failed(tmpdir()))).toBe('it is a folder.');
});

test.each([['EACCES', 'it may not be opened by you.'], ['NoPermissions', 'it may not be opened by you.'], ['FileNotFound', 'there is no such file.']])('so is %s, as Node or the editor has it', (code, told) => {
  expect(fileFault(Object.assign(new Error('at 0x7f'), { code }))).toBe(told);
});

test('a rare one keeps its words', () => {
  expect(fileFault(Object.assign(new Error('the disk does not answer'), { code: 'EIO' }))).toBe('the disk does not answer');
  expect(fileFault('no more')).toBe('no more');
});
