/** Reads every corpus that comes with the extension and writes what came out to `dist/corpora/NAME.json`: see `packCorpus`. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packFolder } from '../src/engine/corpus/packFolder.ts';

/** @returns the files written, with their sizes */
export async function packCorpora(from: string, to: string): Promise<{ readonly file: string; readonly bytes: number }[]> {
  await mkdir(to, { recursive: true });
  const folders = (await readdir(from, { withFileTypes: true })).filter(child => child.isDirectory());
  return Promise.all(folders.map(async ({ name }) => {
    const text = await packFolder(join(from, name));
    await writeFile(join(to, `${name}.json`), text);
    return { file: `${name}.json`, bytes: Buffer.byteLength(text) };
  }));
}
