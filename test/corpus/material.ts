import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { mergeCorpora, readCorpus, type CorpusFile, type ReadCorpus, type Snapshot } from '../../src/core/corpus/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(ROOT, 'corpus/cambodia');

/** A corpus as its files, as read and as merged: what the rules look at. */
export interface Material {
  readonly files: readonly CorpusFile[];
  readonly corpus: ReadCorpus;
  readonly snapshot: Snapshot;
}

/** The corpus that comes with the extension. */
export function bundled(): Material {
  known ??= materialOf(filesUnder(FOLDER).map(path => ({ path, uri: pathToFileURL(join(FOLDER, path)).href, text: readFileSync(join(FOLDER, path), 'utf8') })));
  return known;
}

let known: Material | undefined;

function filesUnder(folder: string, before = ''): string[] {
  return readdirSync(folder).sort().flatMap(name => {
    const path = before === '' ? name : `${before}/${name}`;
    return statSync(join(folder, name)).isDirectory() ? filesUnder(join(folder, name), path) : [path];
  });
}

function materialOf(files: readonly CorpusFile[]): Material {
  const corpus = readCorpus(files, pathToFileURL(FOLDER).href);
  return { files, corpus, snapshot: mergeCorpora([corpus]) };
}

/** A change to one file of the corpus: `from` has to stand there, and is replaced wherever it does. */
export type Fault = readonly [path: string, from: string, to: string];

/** The bundled corpus with faults put into it. */
export function broken(...faults: readonly Fault[]): Material {
  const files = bundled().files.map(file => {
    const text = faults.filter(([path]) => path === file.path).reduce((before, [path, from, to]) => {
      if (!before.includes(from)) throw new Error(`${path} does not hold “${from}”`);
      return before.replaceAll(from, to);
    }, file.text ?? '');
    return text === file.text ? file : { ...file, text };
  });
  for (const [path] of faults) if (!files.some(file => file.path === path)) throw new Error(`no file ${path}`);
  return materialOf(files);
}

/** The text of the paper, where the source texts are kept beside the repository or beside the folder of its copies. */
export function paperText(): string | undefined {
  for (let folder = dirname(resolve(ROOT)), depth = 0; depth < 2; folder = dirname(folder), depth++) {
    try {
      return readFileSync(join(folder, 'shared/sources/khan-2022.txt'), 'utf8');
    } catch { /* Not there: the next folder up, and in the end none. */ }
  }
  return undefined;
}
