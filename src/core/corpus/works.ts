import type { Problem } from '../text.ts';
import { problem } from './problems.ts';
import { CORPUS, WORK } from './schema.ts';
import type { CorpusFile, CorpusInfo, WorkOutline } from './types.ts';
import { understand } from './understand.ts';
import { readYaml } from './yaml.ts';

type TextFile = Pick<CorpusFile, 'path' | 'uri'> & { readonly text: string };

/** In characters. */
const MAX_SIZE = 200_000;

function readTable<T>(file: TextFile, read: (root: Parameters<typeof understand>[1]) => { readonly value: T | undefined; readonly problems: readonly Problem[] }): { readonly value: T | undefined; readonly problems: readonly Problem[] } {
  if (file.text.length > MAX_SIZE) {
    return { value: undefined, problems: [problem('too-large-yaml', { start: 0, end: 0 }, String(Math.ceil(file.text.length / 1000)), String(MAX_SIZE / 1000))] };
  }
  const { root, problems } = readYaml(file.text);
  if (root === undefined) return { value: undefined, problems };
  const understood = read(root);
  return { value: understood.value, problems: [...problems, ...understood.problems] };
}

/** Reads `corpus.yaml`. What it does not say is empty; its id is then the folder's name. */
export function readCorpusInfo(file: TextFile, folderName: string): { readonly info: CorpusInfo; readonly problems: readonly Problem[] } {
  const { value, problems } = readTable(file, root => understand(CORPUS, root));
  return {
    info: {
      id: value?.id ?? folderName, title: value?.title ?? folderName, description: value?.description ?? '', licence: value?.licence ?? '',
      provenance: value?.provenance ?? '', defaultCitation: value?.['default-citation'],
      preferredNames: new Map(Object.entries(value?.['preferred-names'] ?? {})),
    },
    problems,
  };
}

/** Reads `works/<citekey>.yaml`, the sections and notes of a work. */
export function readOutline(file: TextFile): { readonly outline: WorkOutline | undefined; readonly problems: readonly Problem[] } {
  const { value, problems } = readTable(file, root => understand(WORK, root));
  if (value === undefined) return { outline: undefined, problems };
  const citekey = value.citekey ?? /([^/]*)\.ya?ml$/i.exec(file.path)?.[1] ?? file.path;
  return { outline: { citekey, sections: value.sections ?? [], notes: value.notes ?? [] }, problems };
}
