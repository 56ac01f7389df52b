import type { Source } from '../corpus/types.ts';
import type { BibliographyState, DuplicateSource } from './types.ts';

/** A bibliography with what is in it. */
export interface BibliographyPart {
  readonly state: BibliographyState;
  readonly sources: Iterable<Source>;
}

export interface MergedSources {
  readonly sources: ReadonlyMap<string, Source>;
  readonly duplicates: readonly DuplicateSource[];
}

/** The corpora repeat what a writer keeps, and are meant to: two references with one key are told only where neither is theirs. */
const isTold = ({ namedBy }: BibliographyState): boolean => namedBy !== 'corpus';

/** Every source by its citekey; of two with one key that of the earlier part. */
export function mergeSources(parts: readonly BibliographyPart[]): MergedSources {
  const sources = new Map<string, Source>();
  const duplicates: DuplicateSource[] = [];
  for (const part of parts) {
    for (const source of part.sources) {
      const used = sources.get(source.citekey);
      if (used === undefined) { sources.set(source.citekey, source); }
      else if (isTold(part.state) && used.uri !== source.uri) { duplicates.push({ citekey: source.citekey, used, unused: source }); }
    }
  }
  return { sources, duplicates };
}

/** All works that claim a key, for the keys that more than one does; the one that is used comes first. */
export function doublesOf(duplicates: readonly DuplicateSource[]): ReadonlyMap<string, readonly Source[]> {
  const doubles = new Map<string, Source[]>();
  for (const { citekey, used, unused } of duplicates) { doubles.set(citekey, [...doubles.get(citekey) ?? [used], unused]); }
  return doubles;
}
