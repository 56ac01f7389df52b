import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { faultOf } from '../../src/cli/fault.ts';

function used(...args: string[]): string {
  try {
    parseArgs({ args, options: { to: { type: 'string' }, json: { type: 'boolean' } } });
    return '';
  } catch (error) { return faultOf(error); }
}

test('what a command is not used with is told in plain words, with where to look', () => {
  expect(used('--nonsense')).toBe('There is no option --nonsense here; --help lists those that there are.');
  expect(used('-x')).toBe('There is no option -x here; --help lists those that there are.');
  expect(used('--to')).toMatch(/^An option lacks its value/);
  expect(used('--json=yes')).toMatch(/^An option lacks its value/);
});

test('a file that cannot be read is named, with why', async () => {
  const path = join(tmpdir(), 'no-such-folder', 'none.md');
  expect(faultOf(await readFile(path).catch((error: unknown) => error))).toBe(`${path}: there is no such file.`);
});

test('a sentence of ours stays as it is', () => { expect(faultOf(new Error('The corpus has no work.'))).toBe('The corpus has no work.'); });
