import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NodeCorpusFiles } from '../../../src/engine/corpus/nodeFiles.ts';
import { validateCorpus } from '../../../src/engine/corpus/validate.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corpus ä-'));
  await mkdir(join(folder, 'actors/deep'), { recursive: true });
  await writeFile(join(folder, 'corpus.yaml'), 'id: c\n');
  await writeFile(join(folder, 'actors/a.md'), '---\ntype: state\nname: A\ncolour: red\n---\n- Said.\n');
  await writeFile(join(folder, 'actors/deep/b.md'), new Uint8Array([0xff]));
  await writeFile(join(folder, '.hidden.md'), 'x');
  await writeFile(join(folder, 'picture.png'), 'x');
  await symlink(folder, join(folder, 'loop'));
});
afterAll(() => rm(folder, { recursive: true }));

test('problems come as path, line and column, and everything is counted', async () => {
  const { lines, counts, errors } = await validateCorpus(folder);
  expect(lines.map(line => line.split(' ').slice(0, 3).join(' '))).toEqual([
    'actors/a.md:4:1 warning unknown-key', 'actors/a.md:6:1 error uncited-statement', 'actors/deep/b.md:1:1 error not-utf8',
  ]);
  expect(counts[0]).toBe('actor 1 (state 1)');
  expect(errors).toBe(2);
});

test('hidden files, other files and symbolic links are not listed', async () => {
  const files = new NodeCorpusFiles([folder]);
  const [uri] = await files.findCorpora();
  expect((await files.listFiles(uri!)).map(file => file.path)).toEqual(['actors/a.md', 'actors/deep/b.md', 'corpus.yaml']);
});
