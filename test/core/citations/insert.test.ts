import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { findCitations } from '../../../src/core/citations/grammar.ts';
import { citekeyText, insertCitation, insertQuotation, sameSourceOtherLocator, type CitationForm, type Insertion, type NewCitation } from '../../../src/core/citations/insert.ts';

function applied(text: string, { edits, caret }: Insertion): string {
  const changed = [...edits].sort((a, b) => b.span.start - a.span.start).reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text);
  return `${changed.slice(0, caret)}|${changed.slice(caret)}`;
}

/** The draft after an insertion, the cursor shown as `|` before and after. */
function inserted(marked: string, form: CitationForm = 'bracketed', items: readonly NewCitation[] = [{ citekey: 'k', suffixText: 'p. 3' }]): string {
  const text = marked.replace('|', '');
  return applied(text, insertCitation(text, marked.indexOf('|'), items, form));
}

describe('a new citation', () => {
  test.each([
    ['after a word', 'Hanoi withdrew| in 1989', 'Hanoi withdrew [@k, p. 3]| in 1989'],
    ['after a blank', 'Hanoi withdrew |in 1989', 'Hanoi withdrew [@k, p. 3]| in 1989'],
    ['at the end of a line', 'Hanoi withdrew |', 'Hanoi withdrew [@k, p. 3]|'],
    ['never inside a word', 'Hanoi with|drew in 1989', 'Hanoi withdrew [@k, p. 3]| in 1989'],
    ['never inside a contraction', 'It did|n’t', 'It didn’t [@k, p. 3]|'],
    ['never inside a compound', 'a well-|known fact', 'a well-known [@k, p. 3]| fact'],
    ['never inside a number', 'of 3.|5 percent', 'of 3.5 [@k, p. 3]| percent'],
    ['never inside an address', 'to a@b|.org now', 'to a@b.org [@k, p. 3]| now'],
    ['never inside a URL', 'at https://x.o|rg/a. Then', 'at https://x.org/a [@k, p. 3]|. Then'],
    ['never inside a word of another script', 'ដើ|ម x', 'ដើម [@k, p. 3]| x'],
    ['before the full stop', 'Hanoi withdrew|.', 'Hanoi withdrew [@k, p. 3]|.'],
    ['before the full stop that the cursor stands after', 'Hanoi withdrew.|', 'Hanoi withdrew [@k, p. 3]|.'],
    ['before the full stop at the end of a paragraph', 'Hanoi withdrew.|\n\nThen', 'Hanoi withdrew [@k, p. 3]|.\n\nThen'],
    ['before the full stop of a sentence', 'Hanoi withdrew.| Then', 'Hanoi withdrew [@k, p. 3]|. Then'],
    ['after the full stop of an abbreviation', 'The U.N.| proposed', 'The U.N. [@k, p. 3]| proposed'],
    ['before a comma', 'in 1989,| and', 'in 1989 [@k, p. 3]|, and'],
    ['after a closing quotation mark', 'the “killing fields|” then', 'the “killing fields” [@k, p. 3]| then'],
    ['after a full stop in a quotation', '“We left.|” Then', '“We left.” [@k, p. 3]| Then'],
    ['after emphasis', 'the *killing fie|lds*.', 'the *killing fields* [@k, p. 3]|.'],
    ['inside a parenthesis', '(see Hanoi|)', '(see Hanoi [@k, p. 3]|)'],
    ['before a parenthesis, which would make it a link', 'Hanoi|(Vietnam)', 'Hanoi [@k, p. 3]| (Vietnam)'],
    ['after a link', 'the [pa|per](http://x.org) says', 'the [paper](http://x.org) [@k, p. 3]| says'],
    ['after code', 'the `co|de` says', 'the `code` [@k, p. 3]| says'],
    ['after math', 'the $x +| y$ says', 'the $x + y$ [@k, p. 3]| says'],
    ['at the beginning', '|Hanoi withdrew', '[@k, p. 3]| Hanoi withdrew'],
    ['in an empty text', '|', '[@k, p. 3]|'],
    ['in an empty line', 'a\n\n|\n\nb', 'a\n\n[@k, p. 3]|\n\nb'],
    ['after an opening quotation mark', 'said "|we left"', 'said "[@k, p. 3]| we left"'],
    ['in a list', '- Hanoi| withdrew\n- Then', '- Hanoi [@k, p. 3]| withdrew\n- Then'],
    ['with the line ends of Windows', 'Hanoi withdrew.|\r\n\r\nThen', 'Hanoi withdrew [@k, p. 3]|.\r\n\r\nThen'],
  ])('goes %s', (_, before, after) => expect(inserted(before)).toBe(after));

  test('in the text has its locator in a bracket', () => expect(inserted('as |argues', 'in-text')).toBe('as @k [p. 3]| argues'));
  test('in the text without a locator is the key alone', () => expect(inserted('as | argues', 'in-text', [{ citekey: 'k' }])).toBe('as @k| argues'));
  test('in the text stays after the full stop', () => expect(inserted('It left. |', 'in-text')).toBe('It left. @k [p. 3]|'));
  test('with its author suppressed', () => expect(inserted('Khan argues|', 'suppress-author')).toBe('Khan argues [-@k, p. 3]|'));
  test('with several works', () => expect(inserted('x|', 'bracketed', [{ citekey: 'a', prefix: 'see' }, { citekey: 'b', suffixText: 'n. 4', mode: 'suppress-author' }])).toBe('x [see @a; -@b, n. 4]|'));
  test('with several works in the text', () => expect(inserted('x|', 'in-text', [{ citekey: 'a', suffixText: 'p. 1' }, { citekey: 'b' }])).toBe('x @a [p. 1; @b]|'));
  test('with none changes nothing', () => expect(insertCitation('x', 1, [], 'bracketed')).toEqual({ edits: [], caret: 1 }));
  test('keeps a semicolon of its locator from ending it', () => expect(inserted('x|', 'bracketed', [{ citekey: 'a', suffixText: 'p. 1; 3' }])).toBe('x [@a, p. 1\\; 3]|'));
  test('keeps a lone bracket of its locator from ending it', () => expect(inserted('x|', 'bracketed', [{ citekey: 'a', suffixText: 'p. 1] b' }])).toBe('x [@a, p. 1\\] b]|'));
});

describe('joining', () => {
  test.each([
    ['after the item at the cursor', '[@a, p. 1|; @b]', '[@a, p. 1; @k, p. 3|; @b]'],
    ['at the end', '[@a; @b|]', '[@a; @b; @k, p. 3|]'],
    ['from inside a key', '[@a|bc; @b]', '[@abc; @k, p. 3|; @b]'],
    ['right after the bracket', 'x [@a]| y', 'x [@a; @k, p. 3|] y'],
    ['right before the bracket', 'x |[@a] y', 'x [@k, p. 3|; @a] y'],
    ['over a line break', '[@a,\np.| 1]', '[@a,\np. 1; @k, p. 3|]'],
    ['in the bracket of an in-text key', '@a [p. 1|] says', '@a [p. 1; @k, p. 3|] says'],
    ['after an in-text key with a bracket', '@a| [p. 1] says', '@a [p. 1; @k, p. 3|] says'],
    ['an in-text key without a bracket', '@a| says', '@a [@k, p. 3]| says'],
    ['an in-text key that is the same', '@k| says', '@k [p. 3]| says'],
    ['from inside an in-text key', '@so|lomon says', '@solomon [@k, p. 3]| says'],
  ])('%s', (_, before, after) => expect(inserted(before)).toBe(after));
});

describe('as a note', () => {
  test('the mark goes after the full stop and the note to the end', () => {
    expect(inserted('Hanoi withdrew|.\n\nThen.\n', 'note')).toBe('Hanoi withdrew.[^1]|\n\nThen.\n\n[^1]: [@k, p. 3].\n');
  });
  test('takes the next number', () => expect(inserted('A|.[^3]\n\n[^3]: x\n', 'note')).toBe('A.[^4]|[^3]\n\n[^3]: x\n\n[^4]: [@k, p. 3].\n'));
  test('follows the notes of its paragraph', () => expect(inserted('A|.\n\n[^1]: x\n\nB.\n', 'note')).toBe('A.[^2]|\n\n[^1]: x\n\n[^2]: [@k, p. 3].\n\nB.\n'));
  test('follows a note that goes on over lines', () => expect(inserted('A|.\n\n[^1]: x\n    y\n\nB.\n', 'note')).toBe('A.[^2]|\n\n[^1]: x\n    y\n\n[^2]: [@k, p. 3].\n\nB.\n'));
  test('stands as close as the other notes', () => expect(inserted('A|.\n\n[^1]: x\n[^2]: y\n', 'note')).toBe('A.[^3]|\n\n[^1]: x\n[^2]: y\n[^3]: [@k, p. 3].\n'));
  test('keeps the line ends', () => expect(inserted('A|.\r\n\r\nB.\r\n', 'note')).toBe('A.[^1]|\r\n\r\nB.\r\n\r\n[^1]: [@k, p. 3].\r\n'));
  test('ends a text that has no last line end', () => expect(inserted('A|', 'note')).toBe('A[^1]|\n\n[^1]: [@k, p. 3].\n'));
  test('in a note is a citation in the note', () => expect(inserted('A.[^1]\n\n[^1]: See| there.\n', 'note')).toBe('A.[^1]\n\n[^1]: See [@k, p. 3]| there.\n'));
  test('in an inline note is a citation in the note', () => expect(inserted('A^[see| b] c', 'note')).toBe('A^[see [@k, p. 3]| b] c'));
  test('in a cluster joins it', () => expect(inserted('A [@a|].', 'note')).toBe('A [@a; @k, p. 3|].'));
});

describe('the same source, another page', () => {
  const again = (marked: string) => {
    const text = marked.replace('|', '');
    const insertion = sameSourceOtherLocator(text, marked.indexOf('|'));
    return insertion && applied(text, insertion);
  };
  test('puts the cursor where the page goes', () => expect(again('A [@a, p. 1; @b]. Then|.')).toBe('A [@a, p. 1; @b]. Then [@b, p. |].'));
  test('looks through the paragraphs before', () => expect(again('A @a says.\n\nB.\n\nThen| so.')).toBe('A @a says.\n\nB.\n\nThen [@a, p. |] so.'));
  test('does not look ahead', () => expect(again('A| then @b')).toBeUndefined());
});

describe('a key', () => {
  test.each([['khan2022', '@khan2022'], ['a:b.c', '@a:b.c'], ['a b', '@{a b}'], ['a.', '@{a.}'], ['https://x.org/a', '@https://x.org/a'], ['a--b', '@{a--b}']])('%s is written %s', (key, text) => {
    expect(citekeyText(key)).toBe(text);
  });
});

test('wherever the cursor stands, the new citation is read back, and nothing that was there is lost or split', () => {
  const part = fc.constantFrom('word', 'Hanoi', ' ', ' ', '. ', ', ', '[@a, p. 1]', ' @b ', ' @b [p. 2]', '*em*', '“q”', '"q"', '(p)', '[x](http://y.z)', '`code`', '$x$', '\n', '\n\n', 'don’t', '3.5', '- ', 'a@b.org', '[^1]', '**b**');
  const draft = fc.array(part, { maxLength: 14 }).map(parts => parts.join(''));
  const form = fc.constantFrom<CitationForm>('bracketed', 'in-text', 'suppress-author', 'note');
  fc.assert(fc.property(draft, fc.nat(), form, (text, at, chosen) => {
    const offset = at % (text.length + 1);
    const { edits, caret } = insertCitation(text, offset, [{ citekey: 'new', suffixText: 'p. 3' }], chosen);
    const changed = applied(text, { edits, caret }).replace('|', '');
    const keys = (draftText: string) => findCitations(draftText).flatMap(({ items }) => items.map(item => item.citekey));
    expect([...keys(changed)].sort()).toEqual([...keys(text), 'new'].sort());
    for (const { span } of edits) { expect(text.slice(span.start, span.end).trim()).toBe(''); }
    expect(caret).toBeLessThanOrEqual(changed.length);
  }), { numRuns: 3000 });
});

describe('a quotation', () => {
  /** `<…>` is what is selected. */
  const quoted = (marked: string) => {
    const span = { start: marked.indexOf('<'), end: marked.indexOf('>') - 1 };
    const text = marked.replace(/[<>]/g, '');
    return insertQuotation(text, span, [{ citekey: 'khan2022', suffixText: 'p. 3' }]).edits.reduce((changed, { span: { start, end }, newText }) => changed.slice(0, start) + newText + changed.slice(end), text);
  };
  test.each([
    ['It was <a peace of the brave> then.', 'It was “a peace of the brave” [@khan2022, p. 3] then.'], ['It was < a peace > then.', 'It was  “a peace” [@khan2022, p. 3]  then.'],
    ['<All was well.> Then', '“All was well” [@khan2022, p. 3]. Then'], ['It was “<a peace>” then.', 'It was “a peace” [@khan2022, p. 3] then.'], ['It was <“a peace”> then.', 'It was “a peace” [@khan2022, p. 3] then.'],
  ])('%j becomes %j', (marked, expected) => expect(quoted(marked)).toBe(expected));
});

test('another page of a work that is named is asked for at the cursor', () => {
  const { edits, caret } = sameSourceOtherLocator('It was so [@a] then.', 19, 'p.', 'khan2022')!;
  const [{ span, newText }] = edits as [{ span: { start: number; end: number }; newText: string }];
  const text = 'It was so [@a] then.'.slice(0, span.start) + newText + 'It was so [@a] then.'.slice(span.end);
  expect(`${text.slice(0, caret)}|${text.slice(caret)}`).toBe('It was so [@a] then [@khan2022, p. |].');
});
