import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { mergeCorpora } from '../core/corpus/snapshot.ts';
import type { Snapshot } from '../core/corpus/types.ts';
import { t } from '../core/l10n.ts';
import { validateCorpus } from '../engine/corpus/validate.ts';
import { settingsFor } from './settings.ts';

/** For the help of each command that reads corpora. */
export const corpusHelp = (): string => t(`  --corpus FOLDER            a corpus to read; may be repeated. Without it: every corpus in the folder that the program
                             is started in, and the one that comes with it (unless the setting
                             rapporteur.bundledCorpora of .vscode/settings.json is false)`);

const MAX_DEPTH = 3;

/** The corpora named; else those in the folder the program runs in, and the one that comes with it where the settings do not hide it. */
export async function corpusFolders(named: readonly string[] | undefined): Promise<string[]> {
  return [...new Set((named ?? await corporaHere()).map(name => resolve(name)))];
}

async function corporaHere(): Promise<string[]> {
  const { bundledCorpora } = await settingsFor(resolve('draft.md'), undefined);
  return [...await corporaIn(process.cwd()), ...bundledCorpora ? await corporaIn(await ownFolder('corpus')) : []];
}

export async function snapshotOf(named: readonly string[] | undefined): Promise<Snapshot> {
  const corpora = [];
  for (const folder of await corpusFolders(named)) {
    if (!(await stat(join(folder, 'corpus.yaml')).catch(() => undefined))?.isFile()) throw new Error(t('{0} is no corpus: it has no corpus.yaml.', folder));
    corpora.push((await validateCorpus(folder)).corpus);
  }
  return mergeCorpora(corpora);
}

/** A file or folder of the program itself, beside the folder of its bundles; the program may be started through a link. */
export async function ownFolder(...path: string[]): Promise<string> {
  return join(await bundleFolder(), '..', ...path);
}

/** Where the bundles are: workers, pandoc, fonts. */
export async function bundleFolder(): Promise<string> {
  const program = process.argv[1] ?? '';
  return dirname(await realpath(program).catch(() => program));
}

async function corporaIn(folder: string, depth = 0): Promise<string[]> {
  const children = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const own = children.some(child => child.isFile() && child.name === 'corpus.yaml') ? [folder] : [];
  if (depth === MAX_DEPTH) return own;
  const inside = children.filter(child => child.isDirectory() && child.name !== 'node_modules' && !child.name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const child of inside) own.push(...await corporaIn(join(folder, child.name), depth + 1));
  return own;
}
