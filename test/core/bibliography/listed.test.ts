import { describe, expect, test } from 'vitest';
import { readDraftMatter } from '../../../src/core/bibliography/draftMatter.ts';
import { nociteKeys } from '../../../src/core/bibliography/listed.ts';
import type { BibliographyState, NamedBy } from '../../../src/core/bibliography/types.ts';
import type { Source } from '../../../src/core/corpus/types.ts';

const keys = (nocite: string, of: readonly (readonly [NamedBy, string])[]) => [...nociteKeys({
  matter: readDraftMatter(`---\nnocite: "${nocite}"\n---\n`),
  bibliographies: of.map(([namedBy, name]): BibliographyState => ({ uri: `file:///${name}`, name, namedBy, state: 'ready', count: 1, problems: [] })),
  sources: new Map(of.map(([, name]): [string, Source] => [name, { citekey: name, item: { id: name, type: 'book' }, corpusId: undefined, uri: `file:///${name}`, span: { start: 0, end: 0 } }])),
})];

describe('nocite lists', () => {
  test('the works it names, as far as somebody has them', () => expect(keys('@a, @nobody', [['corpus', 'a'], ['draft', 'b']])).toEqual(['a']));
  test('with @* those of the draft and its project', () => expect(keys('@*', [['draft', 'a'], ['project', 'b'], ['workspace', 'c'], ['zotero', 'd'], ['corpus', 'e']])).toEqual(['a', 'b']));
  test('with @* those of the workspace where the draft names none', () => expect(keys('@*', [['workspace', 'c'], ['zotero', 'd'], ['corpus', 'e']])).toEqual(['c']));
});
