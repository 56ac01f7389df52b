import type { DraftSources, NamedBy } from './types.ts';

/**
 * The keys of works that `nocite:` puts in the list of references. Of `@*` they are all that the draft and its project name;
 * where they name nothing, the bibliographies of the workspace. What a corpus or Zotero holds is not the draft's to list.
 */
export function nociteKeys({ sources, bibliographies, matter }: Pick<DraftSources, 'sources' | 'bibliographies' | 'matter'>): ReadonlySet<string> {
  const keys = new Set(matter.nocite.map(({ citekey }) => citekey).filter(citekey => sources.has(citekey)));
  if (!matter.isAllListed) { return keys; }
  const named = (by: readonly NamedBy[]) => new Set(bibliographies.filter(({ namedBy }) => by.includes(namedBy)).map(({ uri }) => uri));
  const own = named(['draft', 'project']);
  const counting = own.size > 0 ? own : named(['workspace']);
  for (const source of sources.values()) { if (counting.has(source.uri)) { keys.add(source.citekey); } }
  return keys;
}
