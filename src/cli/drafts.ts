import { glob, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const DRAFT = '**/*.{md,markdown,qmd}';
const PATTERN = /[*?[\]{}]/;

/**
 * The drafts that arguments name, in their order and each once: files; patterns such as `papers/*.md`, which not every shell
 * fills in; and folders, which stand for all drafts in them but for the entries of corpora.
 */
export async function draftsOf(named: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const name of named) for (const file of await filesOf(name)) found.add(file);
  return [...found];
}

async function filesOf(name: string): Promise<string[]> {
  const known = await stat(name).catch(() => undefined);
  if (known?.isDirectory() === true) {
    const corpora = (await matching('**/corpus.yaml', name)).map(file => `${dirname(file)}/`.replace(/^\.\/$/, ''));
    return (await matching(DRAFT, name)).filter(file => !corpora.some(folder => file.startsWith(folder))).map(file => join(name, file));
  }
  return known === undefined && PATTERN.test(name) ? matching(name, '.') : [name];
}

/** @returns paths with `/` between their parts, in the order of the alphabet */
async function matching(pattern: string, folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob(pattern.replaceAll('\\', '/'), { cwd: folder, exclude: name => name === 'node_modules' || /^\.[^./\\]/.test(name) })) found.push(file.replaceAll('\\', '/'));
  return found.sort();
}
