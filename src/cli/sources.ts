import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { readDraftMatter } from '../core/bibliography/draftMatter.ts';
import { bibliographyFormat, readBibliography } from '../core/citations/bibliography.ts';
import type { Snapshot, Source } from '../core/corpus/types.ts';
import { frontMatterLength } from '../core/draft/blocks.ts';

/** What can be cited: the works of the bibliographies given, then of those that a draft names, then of the corpora. */
export async function sourcesOf(snapshot: Snapshot, given: readonly string[], draft?: { readonly path: string; readonly text: string }): Promise<ReadonlyMap<string, Source>> {
  const own = draft === undefined ? [] : readDraftMatter(draft.text.slice(0, frontMatterLength(draft.text))).bibliographies.map(named => resolve(dirname(draft.path), named.path));
  const sources = new Map<string, Source>();
  for (const file of [...given.map(name => resolve(name)), ...own]) {
    const format = bibliographyFormat(file);
    if (format === undefined) continue;
    const content = await readFile(file, 'utf8');
    for (const { item, span } of readBibliography(content, format).value) if (!sources.has(item.id)) sources.set(item.id, { citekey: item.id, item, corpusId: undefined, uri: file, span });
  }
  for (const [citekey, source] of snapshot.sources) if (!sources.has(citekey)) sources.set(citekey, source);
  return sources;
}
