import { expect, test } from 'vitest';
import { readBibliography } from '../../../src/core/citations/bibliography.ts';
import { bibliographyFormat } from '../../../src/core/citations/bibliographyFormat.ts';

test.each([
  ['refs.bib', 'biblatex'], ['a/b.BIB', 'biblatex'], ['refs.bibtex', 'bibtex'], ['refs.json', 'csljson'], ['refs.yaml', 'cslyaml'], ['refs.yml', 'cslyaml'], ['refs.ris', 'ris'], ['refs.txt', undefined], ['refs', undefined],
])('%s is %s', (path, format) => expect(bibliographyFormat(path)).toBe(format));

test.each([
  ['biblatex', '@book{a, title={A}}'], ['csljson', '[{"id":"a","type":"book","title":"A"}]'], ['cslyaml', '- id: a\n  type: book\n  title: A\n'], ['ris', 'TY  - BOOK\nID  - a\nTI  - A\nER  - \n'],
] as const)('a book reads the same from %s', (format, text) => {
  expect(readBibliography(text, format).value.map(({ item }) => item)).toEqual([{ id: 'a', type: 'book', title: 'A' }]);
});
