import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { findCitations, readInline } from '../../../src/core/citations/grammar.ts';
import { inlineRegions } from '../../../src/core/citations/inline.ts';
import { locatorTerms } from '../../../src/core/citations/locator.ts';

const keysOf = (text: string, options = {}) => findCitations(text, 0, text.length, options).map(({ items }) => items.map(item => item.citekey));
const only = (text: string) => findCitations(text)[0]!.items[0]!;

describe('an item', () => {
  test('has its prefix, locator and suffix apart', () => {
    expect(only('[see @khan2022, pp. 33-35, passim]')).toMatchObject({
      prefix: 'see', citekey: 'khan2022', suffixText: 'pp. 33-35, passim', locator: { label: 'page', value: '33-35' }, suffix: 'passim', mode: 'normal',
    });
  });

  test('says where its locator stands', () => {
    const text = 'As [@a, sec. 3.2, n. 24] says';
    const { locatorSpan } = findCitations(text)[0]!.items[0]!;
    expect(text.slice(locatorSpan!.start, locatorSpan!.end)).toBe('sec. 3.2');
  });

  test('spans the prefix, the key and the suffix, without blanks around', () => {
    const text = '[ see @a, p. 3 ; also -@b ]';
    expect(findCitations(text)[0]!.items.map(({ span }) => text.slice(span.start, span.end))).toEqual(['see @a, p. 3', 'also -@b']);
  });

  test('has an empty suffix span that touches its key', () => expect(only('[@abc]').suffixSpan).toEqual({ start: 5, end: 5 }));
  test('has a key span without the sign that suppresses its author', () => expect(only('[-@abc]').keySpan).toEqual({ start: 2, end: 6 }));
  test('has a key without its braces', () => expect(only('@{a b:c}'.replace(' ', '')).citekey).toBe('ab:c'));
});

describe('a cluster', () => {
  test('spans its brackets', () => expect(findCitations('x [@a] y')[0]!.span).toEqual({ start: 2, end: 6 }));
  test('spans an in-text key and its bracket', () => expect(findCitations('@a [p. 3] y')[0]!.span).toEqual({ start: 0, end: 9 }));
  test('that begins in the text is in-text', () => expect(findCitations('@a [p. 3; @b]')[0]!).toMatchObject({ form: 'in-text', items: [{ mode: 'in-text' }, { mode: 'normal' }] }));
  test('inside a suffix lies inside the other', () => expect(findCitations('[see @a and @b]').map(({ span }) => span)).toEqual([{ start: 0, end: 15 }, { start: 12, end: 14 }]));
});

describe('a stretch of a text', () => {
  test('gives offsets of the whole text', () => expect(findCitations('xx [@a] yy', 3, 7)[0]!.span).toEqual({ start: 3, end: 7 }));
  test('hides what stands outside it', () => expect(keysOf('x')).toEqual(findCitations('@a x @b', 3, 4)));
  test('is not read across a blank line', () => expect(keysOf('[@a\n\n; @b]')).toEqual([['a'], ['b']]));
  test('is read over the line ends of Windows', () => expect(keysOf('[@a;\r\n@b, p.\r\n3]')).toEqual([['a', 'b']]));
  test('is read over the marks of a quotation', () => expect(keysOf('> [see @a;\n> > @b, p. 3]', { isQuote: true })).toEqual([['a', 'b']]));
});

describe('Quarto’s cross-references', () => {
  test('are no citations in a Quarto document', () => expect(keysOf('See @fig-map and @sec-war, but @figaro', { quarto: true })).toEqual([['figaro']]));
  test('are keys like others elsewhere', () => expect(keysOf('See @fig-map')).toEqual([['fig-map']]));
  test('leave the rest of their cluster', () => expect(keysOf('[@fig-map; @a]', { quarto: true })).toEqual([['a']]));
});

describe('what the document defines', () => {
  test('an example that is referred to is not cited', () => expect(keysOf('As (@good) shows, @a', { exampleLabels: new Set(['good']) })).toEqual([['a']]));
  test('a bracket that names a link or heading is no locator', () => {
    expect(findCitations('@a [Introduction]', 0, 17, { linkLabels: new Set(['introduction']) })[0]!.span.end).toBe(2);
  });
  test('its language decides which words are locators', () => {
    expect(findCitations('[@a, Kap. 3]', 0, 12, { terms: locatorTerms('de-AT') })[0]!.items[0]!.locator).toEqual({ label: 'chapter', value: '3' });
  });
});

describe('stretches that are no prose', () => {
  const regions = (text: string) => inlineRegions(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
  test.each([
    ['a `b c` d', ['code `b c`']], ['a $x^2$ b', ['math $x^2$']], ['costs $5 and $6', []], ['$$a b$$', ['math $$a b$$']], ['a <b>c</b>', ['html <b>', 'html </b>']],
    ['a <!-- b --> c', ['html <!-- b -->']], ['[a](http://b.c "d")', ['link (http://b.c "d")']], ['<http://b.c>', ['link <http://b.c>']],
    ['![a](b.png)', ['link (b.png)']], ['\\emph{a} b', ['latex \\emph{a}']], ['[a `b`](c)', ['code `b`', 'link (c)']], ['[a @b]', []], ['a < b > c', []],
    ['*`a`* "`b`"', ['code `a`', 'code `b`']],
  ])('%j holds %j', (text, expected) => expect(regions(text)).toEqual(expected));

  test('come with the citations from one reading', () => expect(readInline('`a` [@b]')).toMatchObject({ regions: [{ kind: 'code' }], clusters: [{ items: [{ citekey: 'b' }] }] }));
});

describe('hostile text', () => {
  const openings = ['[', '[@a ', '*', '"a ', "'a ", '`', '``a', '$a', '[a](', '_a ', '**a', '~a', '^a', '<a ', '@{', '[@a]', '![', '^[', '<span>', '](', '\\a{', '{', '[a]{', '[@a;', '@a [', '-@a', '(', '[](', '[a][', '<!--', '\\begin{a}', '$$ $'];
  test.each(openings)('100,000 characters of %j are read to the end', opening => {
    const text = `@first ${opening.repeat(100_000 / opening.length)} and @last`;
    expect(findCitations(text)[0]!.items[0]!.citekey).toBe('first');
  });

  test('50,000 brackets within brackets are read to the end', () => {
    expect(findCitations(`@first ${'['.repeat(50_000)}@a${']'.repeat(50_000)}`)[0]!.items[0]!.citekey).toBe('first');
  });

  test('a paragraph of 5,000 clusters keeps them all', () => expect(findCitations('Word “quoted” *and* [see @a, p. 3; @b]. '.repeat(5000))).toHaveLength(5000));

  test('no text makes the reading throw, and all spans lie in order within the text', () => {
    const character = fc.constantFrom(...Array.from('@@aB1[[]];; ,.*_-{}()`$"\'^~<>!\\&:/#é😀\n\r|+=?%\u0000'));
    fc.assert(fc.property(fc.array(character, { maxLength: 60 }).map(characters => characters.join('')), text => {
      const { clusters, regions } = readInline(text);
      for (const { start, end } of [...regions, ...clusters.map(cluster => cluster.span)]) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      const starts = clusters.map(cluster => cluster.span.start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }), { numRuns: 2000 });
  });
});
