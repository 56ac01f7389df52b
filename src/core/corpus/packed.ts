import type { ReadCorpus } from './read.ts';
import type { CorpusFile, Entry, Source } from './types.ts';

type TextFile = CorpusFile & { readonly text: string };

/** What one text holds of a corpus folder: its files, and what was read in them. */
export interface PackedCorpus {
  readonly files: readonly TextFile[];
  readonly corpus: ReadCorpus;
}

declare global {
  interface JSON { rawJSON(text: string): unknown }
}

/** What the text holds: addresses are paths within the folder, and files are pairs of path and text. */
interface Content {
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly preferredNames: readonly (readonly [spelling: string, preferred: string])[];
  readonly corpus: ReadCorpus;
}

/**
 * Reading hundreds of files takes longer than a writer should wait when the editor starts. A corpus that comes with the
 * extension is read when that is built, and what came out is kept beside it as one file: see `unpackCorpus`.
 */
export function packCorpus(files: readonly TextFile[], corpus: ReadCorpus): string {
  const folder = `${corpus.folderUri.replace(/\/$/, '')}/`;
  const content: Content = {
    files: files.map(({ path, text }) => [path, text]),
    preferredNames: [...corpus.info.preferredNames],
    corpus,
  };
  return JSON.stringify(content, (key, value: unknown) => {
    if (key === 'uri' && typeof value === 'string' && value.startsWith(folder)) return value.slice(folder.length);
    // JSON has no word for infinity, but a number that is too large for a double is read as it.
    if (value === Infinity || value === -Infinity) return JSON.rawJSON(value > 0 ? '1e999' : '-1e999');
    return value;
  });
}

type Movable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What `packCorpus` made a text of, as if it had been read from this folder. Throws for any other text. */
export function unpackCorpus(packed: string, folderUri: string): PackedCorpus {
  const { files, preferredNames, corpus } = JSON.parse(packed) as Content;
  const folder = folderUri.replace(/\/$/, '');
  const place = (one: Movable<{ readonly uri: string }>) => { one.uri = `${folder}/${one.uri}`; };
  for (const entry of corpus.entries as Movable<Entry>[]) {
    place(entry);
    entry.statements.forEach(place);
  }
  (corpus.sources as Movable<Source>[]).forEach(place);
  corpus.problems.forEach(place);
  return {
    files: files.map(([path, text]) => ({ path, uri: `${folder}/${path}`, text })),
    corpus: { ...corpus, folderUri, info: { ...corpus.info, preferredNames: new Map(preferredNames) } },
  };
}
