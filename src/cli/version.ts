import { readFile } from 'node:fs/promises';
import { ownFolder } from './corpora.ts';

/** As the manifest beside the program says, e.g. `0.1.0`. */
export async function version(): Promise<string> {
  const { version: own } = JSON.parse(await readFile(await ownFolder('package.json'), 'utf8')) as { readonly version: string };
  return own;
}
