import { expect, test } from 'vitest';
import { mergeSources, type BibliographyPart } from '../../../src/core/bibliography/merge.ts';
import type { NamedBy } from '../../../src/core/bibliography/types.ts';

function part(uri: string, namedBy: NamedBy, ...keys: string[]): BibliographyPart {
  return {
    state: { uri, name: uri, namedBy, state: 'ready', count: keys.length, problems: [] },
    sources: keys.map(citekey => ({ citekey, item: { id: citekey, type: 'book', title: uri }, corpusId: undefined, uri, span: { start: 0, end: 0 } })),
  };
}

test('of two references with one key that of the earlier bibliography counts', () => {
  expect(mergeSources([part('a.bib', 'draft', 'x'), part('b.bib', 'draft', 'x', 'y')]).sources.get('x')?.uri).toBe('a.bib');
});

test('two references with one key are told', () => {
  expect(mergeSources([part('a.bib', 'draft', 'x'), part('b.bib', 'workspace', 'x')]).duplicates.map(({ citekey, used, unused }) => [citekey, used.uri, unused.uri])).toEqual([['x', 'a.bib', 'b.bib']]);
});

test('what a writer took over from a corpus is no double', () => {
  expect(mergeSources([part('a.bib', 'draft', 'x'), part('corpus/references.json', 'corpus', 'x')]).duplicates).toEqual([]);
});

test('a key such as __proto__ is a key like others', () => {
  expect([...mergeSources([part('a.bib', 'draft', '__proto__', 'constructor')]).sources.keys()]).toEqual(['__proto__', 'constructor']);
});
