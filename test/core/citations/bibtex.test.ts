import { convert } from 'pandoc-wasm';
import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { readBibtex, splitBibtex } from '../../../src/core/citations/bibtex.ts';
import { bibtexNames } from '../../../src/core/citations/bibtexNames.ts';
import { latexToCsl } from '../../../src/core/citations/latex.ts';

const told = (text: string) => { const { value, problems } = readBibtex(text); return { ids: value.map(({ item }) => item.id), codes: problems.map(({ code }) => code) }; };
const first = (text: string) => readBibtex(text).value[0]!.item;

describe('a file', () => {
  test.each([
    ['nothing', '', [], []], ['a comment', 'Some words, a@b.org, 50% {', [], []], ['entries', '@book{a, title={A}}\n@Book{b,}\n@BOOK {c}', ['a', 'b', 'c'], []], ['parentheses', '@book(a, title={A)})', ['a'], []],
    ['@comment', '@comment{x @book{a,}} @book{b,}', ['b'], []], ['a preamble', '@preamble{"\\x{}" # y} @book{b,}', ['b'], []], ['no key', '@book{title={A}}\n@book{b,}', ['b'], ['missing-key']],
    ['a brace that never closes', '@book{a, title={A},\n  year=1999\n\n@book{b, title={B}}', ['b'], ['unclosed-entry']], ['a value that never closes', '@book{a, title={A,\n  year={1999}\n}\n@book{b, title={B}}', ['b'], ['unclosed-entry']],
    ['a quotation mark that never closes', '@book{a, title="A,\n  year={1999}\n}\n\n@book{b, title={B}}', ['b'], ['unclosed-entry']], ['a comma missing', '@book{a, title={A} year=1999}', ['a'], ['missing-comma']],
    ['a field without a value', '@book{a, title, year=1999}', ['a'], ['bad-field']], ['two entries with one key', '@book{a,title={A}} @map{a,}', ['a'], ['unknown-type', 'duplicate-citekey']], ['an unknown type', '@newspaper{a,}', ['a'], ['unknown-type']],
    ['a file cut short', '@book{a,}\n@book{b, title={', ['a'], ['unclosed-entry']], ['comments in lines', '@book{a, % why\n title={A}, % x\n}', ['a'], []], ['the line ends of Windows', '@book{a,\r\n title = {A}\r\n}\r\n', ['a'], []],
    ['an @ in a value', '@book{a, title={b@c}}', ['a'], []], ['a doubled comma', '@book{a,, title={A},,}', ['a'], []],
  ])('with %s', (_, text, ids, codes) => expect(told(text)).toEqual({ ids, codes }));

  test('says where an entry and its key stand', () => {
    const text = 'x @book{abc, title={A}} y';
    const { span, keySpan } = splitBibtex(text).entries[0]!;
    expect([text.slice(span.start, span.end), text.slice(keySpan.start, keySpan.end)]).toEqual(['@book{abc, title={A}}', 'abc']);
  });
  test('says where the broken entry begins', () => {
    const text = '@book{a,}\n@book{b, title={';
    const { span } = readBibtex(text).problems[0]!;
    expect(text.slice(span.start, span.end)).toBe('@book{');
  });
  test('puts strings together', () => expect(first('@string{up = "University Press"} @book{a, publisher = "Yale " # up # {, }, year = 1999}')).toMatchObject({ publisher: 'Yale University Press,' }));
  test('keeps the first of a field that comes twice', () => expect(first('@book{a, title={A}, title={B}}').title).toBe('A'));
});

describe('an entry', () => {
  test('takes over what its crossref holds', () => {
    expect(first('@inbook{a, title={A}, crossref={b}}\n@book{b, title={B}, editor={C, D}, year=1999}')).toMatchObject({ title: 'A', 'container-title': 'B', editor: [{ family: 'C', given: 'D' }], issued: { 'date-parts': [[1999]] } });
  });
  test('takes over its xdata', () => expect(first('@book{a, xdata={x}}\n@xdata{x, publisher={P}}')['publisher']).toBe('P'));
  test.each([['jan', 1], ['{October}', 10], ['5', 5]])('has its month from %s', (month, number) => expect(first(`@book{a, year=1991, month=${month}}`).issued).toEqual({ 'date-parts': [[1991, number]] }));
  test('keeps an address as it is', () => expect(first('@online{a, url={https://x.org/a_b%20c~d}}').URL).toBe('https://x.org/a_b%20c~d'));
  test('of a newspaper is a newspaper article', () => expect(first('@article{a, entrysubtype={newspaper}}').type).toBe('article-newspaper'));
});

describe('names', () => {
  test.each([
    ['Khan, Asif R.', [{ family: 'Khan', given: 'Asif R.' }]], ['Asif R. Khan', [{ family: 'Khan', given: 'Asif R.' }]], ['{United Nations}', [{ literal: 'United Nations' }]],
    ['Max van der Stoel', [{ family: 'Stoel', given: 'Max', 'dropping-particle': 'van der' }]], ['van der Stoel, Max', [{ family: 'Stoel', given: 'Max', 'dropping-particle': 'van der' }]], ['King, Jr, Martin Luther', [{ family: 'King', given: 'Martin Luther', suffix: 'Jr' }]],
    ['A and {B and C}', [{ family: 'A' }, { literal: 'B and C' }]], ['A, B\n  and others', [{ family: 'A', given: 'B' }, { literal: 'others' }]], ['Sihanouk', [{ family: 'Sihanouk' }]], ["Jos{\\'e} {\\L}uk", [{ family: 'Łuk', given: 'José' }]],
    ['Fern{\\"a}ndez, A', [{ family: 'Fernändez', given: 'A' }]], ['family=Stoel, given=Max, prefix=van der', [{ family: 'Stoel', given: 'Max', 'non-dropping-particle': 'van der' }]], ['Ferdinand and Andrea', [{ family: 'Ferdinand' }, { family: 'Andrea' }]], ['', []],
  ])('%j', (text, names) => expect(bibtexNames(text)).toEqual(names));
  test('keep their particle where biblatex is told to use it', () => expect(first('@book{a, author={van der Stoel, Max}, options={useprefix=true}}').author).toEqual([{ family: 'Stoel', given: 'Max', 'non-dropping-particle': 'van der' }]));
});

describe('LaTeX', () => {
  test.each([
    ["\\'e \\`{a} \\^o \\\"{u} \\~n \\c{c} {\\v{S}}", 'é à ô ü ñ ç Š'], ['\\ss \\o{} {\\AE} \\l', 'ß ø Æ ł'.replace('ß ø', 'ßø')], ['a -- b --- c', 'a – b — c'], ["``a'' `b'", '“a” ‘b’'], ['50\\% \\& \\$ \\_ \\#', '50% & $ _ #'],
    ['\\emph{a} \\textbf{b}', '<i>a</i> <b>b</b>'], ['{A} {B}c', 'A Bc'], ['a~b', 'a b'], ['\\foo{a} \\bar', 'a'], ['$x^2$', 'x^2'], ['\\"{\\i}', 'ï'], ['plain', 'plain'], ['a\\-b', 'ab'], ['{', ''], ['}', ''], ['\\', '\\'],
  ])('%j is %j', (latex, text) => expect(latexToCsl(latex)).toBe(text === '\\' ? '' : text));
});

describe('hostile files', () => {
  test.each([
    ['nested braces', `@book{a, title=${'{'.repeat(100_000)}`], ['closed nested braces', `@book{a, title=${'{'.repeat(50_000)}${'}'.repeat(50_000)}}`], ['entries that never close', '@book{a, title={\n'.repeat(10_000)],
    ['entries in one line', '@book{a, title={'.repeat(10_000)], ['backslashes', `@book{a, title={${'\\'.repeat(100_000)}}}`], ['accents', `@book{a, title={${"\\'".repeat(50_000)}}}`], ['names', `@book{a, author={${'a and '.repeat(20_000)}}}`],
    ['commas', `@book{a, author={${','.repeat(100_000)}}}`], ['signs', '@'.repeat(100_000)], ['strings', `${'@string{a = b # b}\n'.repeat(1000)}@book{x,}`], ['open quotation marks', '@book{a, title="\n'.repeat(10_000)],
  ])('%s are read to the end', (_, text) => expect(() => readBibtex(text)).not.toThrow());

  test('names that every object has are names like others', () => {
    const text = '@constructor{__proto__, title={T}, __proto__={x}, constructor={y}}\n@string{__proto__ = {p}, constructor = {c}}\n@book{part, crossref={__proto__}, title=constructor, note=__proto__, series=tostring}\n@tostring{constructor,}';
    const { value, problems } = readBibtex(text);
    expect(structuredClone(value.map(({ item }) => item))).toEqual([
      { id: '__proto__', type: 'document', title: 'T' }, { id: 'part', type: 'book', title: 'c', 'container-title': 'T', note: 'p', 'collection-title': 'tostring' }, { id: 'constructor', type: 'document' },
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['unknown-type', 'unknown-type']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
  test('@string that doubles itself ends', () => {
    const doubling = `@string{a0 = {xxxxxxxxxx}}\n${Array.from({ length: 60 }, (_, index) => `@string{a${index + 1} = a${index} # a${index}}`).join('\n')}\n@book{b, title = a60}\n@book{c, title={C}}`;
    expect(told(doubling).ids).toContain('c');
  });
  test('any text is read without throwing', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('@book', '@string', '{', '}', '(', ')', '"', ',', '=', '#', 'a', ' ', '\n', '\\', '%', 'title', 'author', '1999'), { maxLength: 60 }).map(parts => parts.join('')), text => {
      expect(() => readBibtex(text)).not.toThrow();
    }), { numRuns: 2000 });
  });
});

/** Pandoc sets titles in sentence case and makes short titles of its own: both belong to styles. */
const BIB = String.raw`
@string{up = "University Press"}
@report{khan2022, author = {Khan, Asif R.}, title = {When great powers behave}, subtitle={Mediation lessons}, institution = {HD Centre and NUPI}, date = {2022-05}, type={research report}, number = 4, shorttitle={When}}
@book{solomon2000, author = "Richard H. Solomon", title = "Exiting {Indochina}", publisher = "Stanford " # up, address={Washington, DC}, year = 2000, isbn={1-2345}}
@article{haas91, author={Michael Haas and van der Kroef, Justus M. and {United Nations} and others}, title={The {Paris} conference}, journal={Bulletin of Concerned Asian Scholars}, volume=23, number=2, pages={42--53}, year=1991, month=apr, doi={10.1080/14672715.1991}}
@incollection{alagappa, author={Muthiah Alagappa}, title={Regionalism}, booktitle={The {Cambodia} conflict}, editor={Peou, Sorpong and Jos{\'e} {\L}uk{\"o}}, pages={12-34}, publisher={Oxford}, date={1993-10-23/1994}}
@book{accents, title={Nested {\v{C}}esk\'y \ss{} \o re \c{c}a \~n \& 50\% \#1 --- em -- en}, author={Ludwig van Beethoven and Jean de La Fontaine and de la Vall{\'e}e Poussin, Charles and King, Jr, Martin Luther}, year={1990}}
@online{un, author={{UN Security Council}}, title={Resolution 745}, url={https://example.org/a_b%20c~d}, urldate={2021-03-04}, date={1992-02-28~}}
@phdthesis{thesis, author={A B}, title={T}, school={Univ}, year={1999}}
@inproceedings{paper, author={A B}, title={T}, booktitle={Proc}, year={1999}, series={S}, number=3}
@article{times, entrysubtype={newspaper}, journaltitle={The Times}, title={X}, date={1989-05-03}, author={Sam Rainsy and {Hun Sen}}, note={N}, language={french}}
`;
const FIELDS = ['type', 'title', 'author', 'editor', 'issued', 'container-title', 'publisher', 'publisher-place', 'volume', 'issue', 'page', 'genre', 'number', 'DOI', 'URL', 'ISBN', 'accessed', 'note', 'collection-title'];

describe('entries are read as pandoc reads them', async () => {
  const { stdout } = await convert({ from: 'biblatex', to: 'csljson' }, BIB, {});
  const theirs = JSON.parse(stdout) as Record<string, unknown>[];
  test.each(readBibtex(BIB).value.map(({ item }) => [item.id, item] as const))('%s', (id, item) => {
    const pandoc = theirs.find(other => other['id'] === id)!;
    const picked = (fields: Readonly<Record<string, unknown>>) => Object.fromEntries(FIELDS.map(name => [name, fields[name]]));
    expect(picked(item)).toEqual(picked(pandoc));
  });
});

test('strings that double themselves stand for no more than a file can hold', () => {
  const doubling = Array.from({ length: 40 }, (_, index) => `@string{s${index + 1} = s${index} # s${index}}`).join('\n');
  const { value, problems } = readBibtex(`@string{s0 = "peace"}\n${doubling}\n${Array.from({ length: 50 }, (_, index) => `@book{k${index}, title = s40 # s17}`).join('\n')}\n@book{last, title={L}}`);
  expect(problems.filter(({ code }) => code === 'too-large-strings')).toHaveLength(1);
  expect(value.at(-1)?.item).toMatchObject({ id: 'last', title: 'L' });
  expect(value.reduce((sum, { item }) => sum + (item.title?.length ?? 0), 0)).toBeLessThan(10_000_000);
});
