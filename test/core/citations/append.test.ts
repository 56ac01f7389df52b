import { describe, expect, test } from 'vitest';
import { appendReferences } from '../../../src/core/citations/append.ts';
import { readBibliography } from '../../../src/core/citations/bibliography.ts';
import type { BibliographyFormat } from '../../../src/core/citations/bibliographyFormat.ts';
import type { CslItem } from '../../../src/core/citations/types.ts';

const KHAN: CslItem = {
  id: 'khan2022', type: 'report', title: 'When Great Powers Behave: 50% & more', author: [{ family: 'Khan', given: 'Asif R.' }, { literal: 'HD Centre and NUPI' }], issued: { 'date-parts': [[2022, 3]] }, publisher: 'NUPI', URL: 'https://x.org/a_b',
};
const appended = (text: string, format: BibliographyFormat, items: readonly CslItem[] = [KHAN]) => {
  const edit = appendReferences(text, format, items);
  return edit && text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
};

describe('a reference is added at the end', () => {
  test.each([
    ['biblatex', '@book{a,\n\ttitle = {A}\n}\n'], ['biblatex', ''], ['biblatex', '% only a comment'], ['csljson', '[\n  {\n    "id": "a",\n    "type": "book"\n  }\n]\n'], ['csljson', '[]'], ['csljson', ''], ['csljson', '[{"id":"a","type":"book"}]'],
    ['csljson', '{"items": [{"id":"a","type":"book"}]}'], ['cslyaml', 'references:\n- id: a\n  type: book\n'], ['cslyaml', '---\nreferences:\n  - id: a\n    type: book\n---\n'], ['cslyaml', '- id: a\n  type: book'], ['cslyaml', ''],
    ['ris', 'TY  - BOOK\nID  - a\nTI  - A\nER  - \n'], ['ris', ''],
  ] as const)('of %s %j, and read back', (format, text) => {
    const { value, problems } = readBibliography(appended(text, format)!, format);
    expect(problems).toEqual([]);
    expect(value.map(({ item }) => item.id)).toEqual([...readBibliography(text, format).value.map(({ item }) => item.id), 'khan2022']);
    expect(value.at(-1)?.item).toMatchObject({ type: KHAN.type, title: KHAN.title, author: KHAN.author, issued: KHAN.issued, publisher: KHAN.publisher, URL: KHAN.URL });
  });

  test('of BibLaTeX as its neighbours are indented', () => {
    expect(appended('@book{a,\n\ttitle = {A}\n}\n', 'biblatex', [{ id: 'b', type: 'book', title: 'B' }])).toBe('@book{a,\n\ttitle = {A}\n}\n\n@book{b,\n\ttitle = {B}\n}\n');
  });
  test('of CSL-JSON as its neighbours are indented', () => {
    expect(appended('[\n\t{\n\t\t"id": "a",\n\t\t"type": "book"\n\t}\n]\n', 'csljson', [{ id: 'b', type: 'book' }])).toBe('[\n\t{\n\t\t"id": "a",\n\t\t"type": "book"\n\t},\n\t{\n\t\t"id": "b",\n\t\t"type": "book"\n\t}\n]\n');
  });
  test('with the line ends of the file', () => { expect(appended('@book{a,\r\n  title = {A}\r\n}\r\n', 'biblatex')).not.toMatch(/[^\r]\n/); });
});

describe('nothing is added', () => {
  test('that is there already', () => { expect(appended('@book{khan2022, title={X}}', 'biblatex')).toBeUndefined(); });
  test('to a file that is not understood', () => {
    expect(appended('hello', 'csljson')).toBeUndefined();
    expect(appended('a: 1\n', 'cslyaml')).toBeUndefined();
    expect(appended('@book{a, title={never closed', 'biblatex')).not.toBe('');
  });
});
