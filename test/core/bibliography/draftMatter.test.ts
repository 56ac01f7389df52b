import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { readDraftMatter } from '../../../src/core/bibliography/draftMatter.ts';

const matter = (yaml: string) => readDraftMatter(`---\n${yaml}\n---\n`);
const paths = (yaml: string) => matter(yaml).bibliographies.map(({ path }) => path);

describe('a front matter names', () => {
  test.each([
    ['one bibliography', 'bibliography: refs.bib', ['refs.bib']], ['one in quotation marks', 'bibliography: "my refs.bib"', ['my refs.bib']], ['a list', 'bibliography:\n- a.bib\n- b/c.json', ['a.bib', 'b/c.json']],
    ['a list in one line', 'bibliography: [a.bib, b.ris]', ['a.bib', 'b.ris']], ['none', 'title: T', []], ['nothing', 'bibliography:', []], ['one in a comment', '# bibliography: a.bib\ntitle: T', []],
    ['one deeper down', 'format:\n  bibliography: a.bib', []], ['one twice, the last of which counts', 'bibliography: a.bib\nbibliography: b.bib', ['b.bib']],
  ])('%s', (_, yaml, expected) => expect(paths(yaml)).toEqual(expected));

  test('a bibliography where it is written', () => {
    const text = '---\ntitle: T\nbibliography: [a.bib, "b.bib"]\n---\n';
    expect(readDraftMatter(text).bibliographies.map(({ start, end }) => text.slice(start, end))).toEqual(['a.bib', '"b.bib"']);
  });

  test('a bibliography with the line ends of Windows where it is written', () => {
    const text = '---\r\ntitle: T\r\nbibliography: a.bib\r\n---\r\n';
    const { start, end } = readDraftMatter(text).bibliographies[0]!;
    expect(text.slice(start, end)).toBe('a.bib');
  });

  test('what is no path', () => expect(matter('bibliography: {a: 1}').problems.map(({ code }) => code)).toEqual(['bad-shape']));
  test('its language and style', () => expect(matter('lang: fr-CA\ncsl: house.csl')).toMatchObject({ lang: 'fr-CA', csl: { path: 'house.csl' } }));
});

describe('the list of references', () => {
  test('has a heading', () => expect(matter('reference-section-title: Works *cited*').referenceSectionTitle).toBe('Works *cited*'));
  test.each([['true', true], ['false', false], ['"true"', false]])('is suppressed by %s: %s', (value, expected) => expect(matter(`suppress-bibliography: ${value}`).isBibliographySuppressed).toBe(expected));
  test('has its style by either name of it', () => {
    expect(matter('citation-style: house.csl').csl?.path).toBe('house.csl');
    expect(matter('citation-style: a.csl\ncsl: b.csl').csl?.path).toBe('b.csl');
  });
});

describe('references in a front matter', () => {
  test('are read', () => expect(matter('references:\n- id: a\n  type: book\n  title: A').references.map(({ item }) => item)).toEqual([{ id: 'a', type: 'book', title: 'A' }]));
  test('stand where they stand', () => {
    const text = '---\nreferences:\n- id: a\n  type: book\n- id: b\n  type: map\n---\n';
    const { span } = readDraftMatter(text).references[1]!;
    expect(text.slice(span.start, span.end).trim()).toBe('id: b\n  type: map');
  });
  test('cost only themselves', () => {
    const { references, problems } = matter('references:\n- type: book\n- id: b\n  type: map');
    expect(references.map(({ item }) => item.id)).toEqual(['b']);
    expect(problems.map(({ code }) => code)).toEqual(['missing-id']);
  });
  test('with one key leave the last, as in pandoc', () => expect(matter('references:\n- id: a\n  type: book\n  title: 1\n- id: a\n  type: book\n  title: 2').references.map(({ item }) => item.title)).toEqual(['2']));
  test('that are no list say so', () => expect(matter('references: x').problems.map(({ code }) => code)).toEqual(['bad-shape']));
});

describe('nocite', () => {
  test.each([['nocite: "@a, @b"', ['a', 'b']], ['nocite: |\n  @a\n  @b, @c', ['a', 'b', 'c']], ['nocite: ["@a", "@b"]', ['a', 'b']]])('%j lists works', (yaml, keys) => {
    expect(matter(yaml).nocite.map(({ citekey }) => citekey)).toEqual(keys);
  });
  test('gives the place of a key', () => {
    const text = '---\nnocite: |\n  @a, @bee\n---\n';
    const { keySpan } = readDraftMatter(text).nocite[1]!;
    expect(text.slice(keySpan.start, keySpan.end)).toBe('@bee');
  });
  test('of @* lists all', () => expect(matter('nocite: "@*"').isAllListed).toBe(true));
});

describe('a broken front matter', () => {
  test('is told', () => expect(matter('bibliography: [a.bib').problems.map(({ code }) => code)).toContain('bad-yaml'));
  test('of 10,000 brackets is told', () => expect(matter(`bibliography: ${'['.repeat(10_000)}`).problems.length).toBeGreaterThan(0));
  test('of aliases without end is not followed', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((letter, index) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefgh'[index]!}`).join(',')}]`).join('\n')}\nreferences:\n- id: *h\n`;
    expect(matter(bomb).references).toEqual([]);
  });
  test('of any kind never throws', () => {
    const part = fc.constantFrom('bibliography', 'references', 'nocite', 'lang', ': ', ':\n', '- ', '\n', '  ', '[', ']', '{', '}', '"', '@a', '*x', '&x', '|', '>', '#', '---', 'id', 'a.bib', '!!js', '<<');
    fc.assert(fc.property(fc.array(part, { maxLength: 30 }), parts => { expect(() => readDraftMatter(`---\nbibliography: x\n${parts.join('')}\n---\n`)).not.toThrow(); }));
  });
});
