import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readDraftMatter } from '../core/bibliography/draftMatter.ts';
import { mergeSources, type BibliographyPart, type MergedSources } from '../core/bibliography/merge.ts';
import { pathKind } from '../core/bibliography/path.ts';
import type { NamedBy } from '../core/bibliography/types.ts';
import { readBibliography } from '../core/citations/bibliography.ts';
import { bibliographyFormat } from '../core/citations/bibliographyFormat.ts';
import type { Snapshot, Source } from '../core/corpus/types.ts';
import { frontMatterLength } from '../core/draft/blocks.ts';
import { t } from '../core/l10n.ts';
import { fileFault } from '../core/fileFault.ts';

/** What a draft can cite, and what of it could not be read, each as a sentence. */
export interface CitedSources extends MergedSources {
  readonly faults: readonly string[];
}

/** A draft by its whole path. */
export interface NamedDraft {
  readonly path: string;
  readonly text: string;
}

/**
 * The works that a draft can cite, in the order in which the editor has them: the references in its front matter, the
 * bibliographies it names, those of the house, those of the corpora.
 * @param ofHouse files named on the command line and in the settings, the last of which counts first
 */
export async function citedSources(snapshot: Snapshot, ofHouse: readonly string[], draft?: NamedDraft): Promise<CitedSources> {
  const faults: string[] = [];
  const parts: BibliographyPart[] = [];
  const files: { file: string; from: string; namedBy: NamedBy }[] = [];
  if (draft !== undefined) {
    const { references, bibliographies } = readDraftMatter(draft.text.slice(0, frontMatterLength(draft.text)));
    parts.push(partOf(pathToFileURL(draft.path).href, 'draft', references));
    files.push(...bibliographies.toReversed().map(({ path }) => ({ file: path, from: dirname(draft.path), namedBy: 'draft' as const })));
  }
  files.push(...ofHouse.toReversed().map(file => ({ file, from: '', namedBy: 'workspace' as const })));
  for (const { file, from, namedBy } of files) {
    const read = await readFrom(file, from);
    if (typeof read === 'string') faults.push(draft === undefined ? read : `${draft.path}: ${read}`);
    else parts.push(partOf(pathToFileURL(read.file).href, namedBy, read.items));
  }
  parts.push({ state: stateOf('corpora', 'corpus', snapshot.sources.size), sources: snapshot.sources.values() });
  return { ...mergeSources(parts), faults };
}

/** As `citedSources`; throws where a bibliography cannot be read. Without a draft, what every draft can cite. */
export async function sourcesOf(snapshot: Snapshot, ofHouse: readonly string[], draft?: NamedDraft): Promise<CitedSources['sources']> {
  const { sources, faults } = await citedSources(snapshot, ofHouse, draft);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return sources;
}

type Items = ReturnType<typeof readBibliography>['value'];

/** @returns the references of a file, or why there are none */
async function readFrom(named: string, from: string): Promise<{ readonly file: string; readonly items: Items } | string> {
  const kind = pathKind(named);
  if (kind === 'remote' || kind === 'share') return t('{0} is not on this machine, and nothing is fetched: save it as a file.', named);
  const file = isAbsolute(named) ? named : resolve(from, named);
  const format = bibliographyFormat(file);
  if (format === undefined) return t('{0} is no bibliography: its name ends in none of .bib, .json, .yaml and .ris.', named);
  try {
    return { file, items: readBibliography(await readFile(file, 'utf8'), format).value };
  } catch (error) {
    return t('the bibliography {0} cannot be read: {1}', named, fileFault(error));
  }
}

function partOf(uri: string, namedBy: NamedBy, items: Items): BibliographyPart {
  return { state: stateOf(uri, namedBy, items.length), sources: items.map(({ item, span }): Source => ({ citekey: item.id, item, corpusId: undefined, uri, span })) };
}

function stateOf(uri: string, namedBy: NamedBy, count: number): BibliographyPart['state'] {
  return { uri, name: uri, namedBy, state: 'ready', count, problems: [] };
}
