import { describe, expect, test } from 'vitest';
import { completionContext } from '../../../src/core/citations/completion.ts';

const contextOf = (marked: string) => completionContext(marked.replace('|', ''), marked.indexOf('|'));
/** `key typed<replaced>` or `locator key: typed<replaced>`. */
function told(marked: string): string | undefined {
  const context = contextOf(marked);
  if (context === undefined) { return undefined; }
  const text = marked.replace('|', '');
  const replaced = text.slice(context.span.start, context.span.end);
  return `${context.kind === 'key' ? 'key' : `locator ${context.citekey}:`} ${context.typed}<${replaced}>`;
}

describe('a key is completed', () => {
  test.each([
    ['after @', 'See @|', 'key <>'], ['while it is typed', 'See @kh|', 'key kh<kh>'], ['from its middle', 'See @kh|an2022 there', 'key kh<khan2022>'],
    ['in a bracket', '[see @kh|]', 'key kh<kh>'], ['after a semicolon', '[@a; @b|', 'key b<b>'], ['with its author suppressed', '[-@k|]', 'key k<k>'],
    ['in braces', 'See @{ab|c}', 'key ab<abc>'], ['with inner punctuation', '@doe:|', 'key doe:<doe:>'], ['at the beginning', '@|', 'key <>'], ['after a bracket', '(@k|', 'key k<k>'],
  ])('%s', (_, marked, expected) => expect(told(marked)).toBe(expected));
});

describe('a key is looked for by several words', () => {
  test.each([
    ['in a bracket', '[@khan mediation|]', 'key khan mediation<khan mediation>'], ['after a prefix', '[see also @mediation khan 2022|', 'key mediation khan 2022<mediation khan 2022>'], ['after another key', '[@a, p. 3; -@b c|]', 'key b c<b c>'],
  ])('%s', (_, marked, expected) => expect(told(marked)).toBe(expected));
  test('and its first word is told', () => expect(contextOf('[@khan mediation|]')).toMatchObject({ firstWord: 'khan' }));
  test.each(['See @khan mediation|', '[@khan mediation] x|', '[a@khan mediation|', '[\\@khan mediation|'])('but not at %j', marked => expect(contextOf(marked)).toBeUndefined());
});

describe('a locator is completed', () => {
  test.each([
    ['after the comma', '[@khan, |]', 'locator khan: <>'], ['while it is typed', '[see @khan, sec. 3|]', 'locator khan: sec. 3<sec. 3>'], ['to the end of the item', '[@khan, se|c. 3; @b]', 'locator khan: se<sec. 3>'],
    ['of the item at the cursor', '[@a, p. 1; @b, |', 'locator b: <>'], ['in the bracket of an in-text key', '@khan [|', 'locator khan: <>'], ['there while it is typed', '@khan [p. |]', 'locator khan: p. <p.>'],
  ])('%s', (_, marked, expected) => expect(told(marked)?.replace('<p. >', '<p.>')).toBe(expected));
});

describe('nothing is completed', () => {
  test.each([
    'Mail khan@|', 'Mail khan@exa|mple.org', 'Mail a.b@|', '`@k|`', '$@k|$', '<a href="@k|">', '[x](http://y.z/@k|)', 'https://x.org/@us|er', '\\@k|', 'See @khan |', 'See @khan.|', '[see |]', 'a, |', 'word|',
    '---\ntitle: @k|\n---\n', '```\n@k|\n```\n', '[@khan] , |', '[@khan; |', 'mailto:@k|', '<!-- @k| -->',
  ])('at %j', marked => expect(contextOf(marked)).toBeUndefined());

  test('outside the block that is given', () => expect(completionContext('@a', 2, { start: 5, end: 9 })).toBeUndefined());
  test('but after front matter and code it is', () => expect(told('---\ntitle: x\n---\n\n```\ncode\n```\n\nSee @k|')).toBe('key k<k>'));
});
