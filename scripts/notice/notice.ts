/** The file NOTICE: `byHand.txt` beside this file, with the list of what is bundled and the texts of its licences. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages, type BundledPackage } from './bundled.ts';

const RULE = '-'.repeat(100);

export async function notice(root: string): Promise<string> {
  return noticeOf(readFileSync(join(root, 'scripts', 'notice', 'byHand.txt'), 'utf8'), await bundledPackages(root));
}

/** @param byHand in which `{packages}` stands for the list */
export function noticeOf(byHand: string, packages: readonly BundledPackage[]): string {
  const width = Math.max(...packages.map(({ name }) => name.length));
  const list = packages.map(({ name, licence, address }) => `  ${name.padEnd(width)}  ${licence.padEnd(17)}  ${address}`).join('\n');
  // The same text stands once, under the names of all that come with it.
  const namesOf = new Map<string, string[]>();
  for (const { name, texts } of packages) for (const text of texts) namesOf.set(text, [...namesOf.get(text) ?? [], name]);
  const texts = [...namesOf].map(([text, names]) => `${RULE}\n${names.join(', ')}\n${RULE}\n\n${text}\n`).join('\n');
  return `${byHand.replace('{packages}', () => list).trimEnd()}\n\n${texts}`;
}
