import { describe, expect, test } from 'vitest';
import { makeCheckContext } from '../../../src/core/checks/index.ts';
import type { Source } from '../../../src/core/corpus/types.ts';
import { snapshotOf, SOURCES } from '../corpus/helpers.ts';
import { snapshot, world } from './process.ts';
import { applyEdits, worldOf } from './world.ts';

describe('uncited-claim', () => {
  const marked = (text: string) => world.marked(text, 'uncited-claim');
  test.each([
    ['nothing is cited', 'The first Oslo conference met in May 1992.', ['first Oslo conference']],
    ['what is cited stands before', 'Okoro said so [@khan2022]. The first Oslo conference met in May 1992.', ['first Oslo conference']],
    ['it is cited', 'The first Oslo conference met in May 1992 [@khan2022, sec. 3].', []],
    ['it has a note', 'The first Oslo conference met in May 1992.[^1]\n\n[^1]: See.', []],
    ['a later sentence of the paragraph cites', 'The first Oslo conference met in May 1992. It failed [@khan2022].', []],
    ['it is a heading', '# The first Oslo conference of May 1992', []],
    ['it has no date', 'The first Oslo conference failed.', []],
    ['a recorded number is given', 'The Wardens met four times.', ['four']],
    ['a recorded number is counted', 'Three Nairobi rounds took place.', ['Three']],
    ['the number is cited', 'Three Nairobi rounds took place [@khan2022, sec. 3].', []],
    ['the number only says which are meant', 'The three factions came.', []],
    ['the number is a part of the recorded one', 'Two Harbour Union members voted in 1993.', []],
    ['the number is of nothing on record', 'Six reports were written.', []],
    ['words of it are quoted', 'At the first Oslo conference Okoro spoke of “a matter of life and death”.', ['“a matter of life and death”']],
    ['they are cited', 'At the first Oslo conference Okoro spoke of “a matter of life and death” [@khan2022, sec. 3].', []],
    ['they are a term', 'The first Oslo conference spoke of a “framework for peace”.', []],
    ['they are a title', 'His essay “Lessons From the First Oslo Conference” looks back at the first Oslo conference.', []],
    ['no recorded event is spoken of', 'Okoro spoke of “a matter of life and death”.', []],
  ])('%s: %s', (_, text, wanted) => expect(marked(text)).toEqual(wanted));
  test('can be cited', () => expect(world.fixed('The first Oslo conference met in May 1992.', 'uncited-claim')).toBe('The first Oslo conference met in May 1992 [@khan2022, sec. 3].'));
  test('a number can be cited', () => expect(world.fixed('Three Nairobi rounds took place.', 'uncited-claim')).toBe('Three Nairobi rounds took place [@khan2022, sec. 1].'));
});

describe('false-precision', () => {
  const marked = (text: string) => world.marked(text, 'false-precision');
  test.each([
    ['a day where the record has a month', 'The Lake ceasefire was signed on 4 November 1993.', ['4 November 1993']],
    ['a month where the record has a year', 'Resolution 4412 was adopted in May 1995.', ['May 1995']],
    ['a day of its beginning', 'The first Oslo conference opened on 4 May 1992.', ['4 May 1992']],
    ['days', 'The first Oslo conference was held from 4 to 9 May 1992.', ['from 4 to 9 May 1992']],
    ['a season', 'Resolution 4412 was adopted in the spring of 1995.', ['the spring of 1995']],
    ['a day where the record has the last months of a year', 'Mensah’s report on the valley came out on 3 November 1994.', ['3 November 1994']],
    ['of two events the one that it can be', 'The Oslo conference opened on 4 May 1992.', ['4 May 1992']],
    ['a day with what was then', 'On 4 November 1993, when the Lake ceasefire was signed, Okoro was away.', ['4 November 1993']],
    ['a day between commas, with of', 'The Lake ceasefire, of 4 November 1993, cost Okoro dear.', ['4 November 1993']],
    ['a day of another between commas', 'The Lake ceasefire, of which Okoro spoke on 4 November 1993, cost him dear.', []],
    ['a part of a year that begins outside', 'Resolution 4412 was adopted in early 1996.', []],
    ['the last months of a year', 'Resolution 4412 was adopted at the end of 1995.', []],
    ['a day of what happens once', 'The takeover of 3 May 1989 was sudden.', ['3 May 1989']],
    ['a day of what may happen again', 'The visit of 3 February 1994 was short.', []],
    ['days that go on beyond', 'The first Oslo conference met from 28 May to 3 June 1992.', ['from 28 May to 3 June 1992']],
    ['a day until which it lasted', 'The first Oslo conference lasted until 9 May 1992.', ['9 May 1992']],
    ['a year', 'Resolution 4412 was adopted in 1995.', []],
    ['about then', 'Resolution 4412 was adopted around May 1995.', []],
    ['the recorded month', 'The Lake ceasefire was signed in November 1993.', []],
    ['a day on record', 'The Valley Accords were signed on 14 March 1995.', []],
    ['with another source', 'Resolution 4412 was adopted in May 1995 [@martin2018].', []],
  ])('%s: %s', (_, text, wanted) => expect(marked(text)).toEqual(wanted));
  test('can be written as on record', () => expect(world.fixed('The Lake ceasefire was signed on 4 November 1993.', 'false-precision')).toMatch(/November 1993/));
});

describe('quotation-without-locator', () => {
  const marked = (text: string) => world.marked(text, 'quotation-without-locator');
  test.each([
    ['words without a place', 'He spoke of “a matter of life and death” [@khan2022].', ['@khan2022']],
    ['words with a place in terms of another language', '---\nlang: en-GB\n---\n\nHe spoke of “a matter of life and death” [@khan2022, sec. 3].', []],
    ['words with a place', 'He spoke of “a matter of life and death” [@khan2022, p. 3].', []],
    ['a term', 'He spoke of a “framework” [@khan2022].', []],
    ['words that nothing is cited for', 'He spoke of “a matter of life and death”.', []],
    ['a block quotation', '> A matter of life and death. [@khan2022]', ['@khan2022']],
  ])('%s: %s', (_, text, wanted) => expect(marked(text)).toEqual(wanted));
  test.each([
    ['The first Oslo conference was “a matter of life and death” [see @khan2022].', 'The first Oslo conference was “a matter of life and death” [see @khan2022, sec. 3].'],
    ['As @khan2022 has it, the first Oslo conference was “a matter of life and death”.', 'As @khan2022 [sec. 3] has it, the first Oslo conference was “a matter of life and death”.'],
    ['He spoke of “a matter of life and death” [@khan2022].', undefined],
  ])('offers the place that statements on what is named have: %s', (text, wanted) => expect(world.fixed(text, 'quotation-without-locator')).toBe(wanted));
});

describe('locator-out-of-range', () => {
  const known = worldOf(snapshotOf({
    'references.json': JSON.stringify([...JSON.parse(SOURCES) as object[], { id: 'article', type: 'article-journal', title: 'T', page: '383-405' }]),
    'works/khan2022.yaml': 'sections:\n  - { number: "1", title: One }\n  - { number: "3.2", title: Two }\nnotes:\n  - { number: 1, section: "1" }\n',
  }));
  test.each([
    ['a section there is', '[@khan2022, sec. 3.2]', []], ['one around it', '[@khan2022, sec. 3]', []], ['one there is not', '[@khan2022, sec. 9.4]', ['sec. 9.4']], ['a note there is', '[@khan2022, n. 1]', []],
    ['one there is not', '[@khan2022, sec. 1, n. 24]', ['n. 24']], ['pages of the article', '[@article, pp. 383-390]', []], ['a page outside', '[@article, p. 12]', ['p. 12']], ['a work not known', '[@martin2018, p. 900]', []],
  ])('%s: %s', (_, text, wanted) => expect(known.marked(text, 'locator-out-of-range')).toEqual(wanted));
  test.each([
    ['As told [@khan2022, sec. 9.4].', ['Write “sec. 3.2”', 'Leave the locator out'], 'As told [@khan2022, sec. 3.2].', 'As told [@khan2022].'],
    ['As told [see @khan2022, n. 7].', ['Write “n. 1”', 'Leave the locator out'], 'As told [see @khan2022, n. 1].', 'As told [see @khan2022].'],
    ['As told [@article, p. 9; @khan2022].', ['Write “p. 383”', 'Leave the locator out'], 'As told [@article, p. 383; @khan2022].', 'As told [@article; @khan2022].'],
  ])('can be set right: %s', (text, titles, nearest, without) => {
    const [finding] = known.check(text).filter(({ rule }) => rule === 'locator-out-of-range');
    expect(finding?.fixes.map(({ title }) => title)).toEqual(titles);
    expect(finding?.fixes.map(({ edits }) => applyEdits(text, edits))).toEqual([nearest, without]);
  });
  test('of several numbers none is guessed, and words after a locator stay', () => {
    expect(known.fixed('As told [@khan2022, sec. 9.4, 9.5].', 'locator-out-of-range')).not.toMatch(/3\.2/);
    expect(known.check('As told [@khan2022, n. 7 on peace].').flatMap(({ fixes }) => fixes.map(({ title }) => title))).not.toContain('Leave the locator out');
  });
});

test('duplicate-citekey tells which of two works is used', () => {
  const source = snapshot.sources.get('khan2022')!;
  const doubles = new Map<string, readonly Source[]>([['khan2022', [source, { ...source, uri: 'file:///other.bib' }]]]);
  const doubled = worldOf(snapshot, makeCheckContext({ snapshot, doubles }));
  expect(doubled.messages('So [@khan2022].', 'duplicate-citekey')).toEqual(['Two works have the key @khan2022; Khan 2022 is used.']);
  expect(world.messages('So [@khan2022].', 'duplicate-citekey')).toEqual([]);
});

describe('name-variant', () => {
  const marked = (text: string) => world.marked(text, 'name-variant');
  test.each([
    ['a variant', 'The Harbor Union met.', ['Harbor Union']], ['the preferred form', 'The Harbour Union met.', []], ['in a quotation', 'He wrote: “The Harbor Union met.”', []], ['in a block quotation', '> The Harbor Union met.', []],
    ['in a title', 'See *The Harbor Union at Work*, 1990.', []], ['in code', '`Harbor Union`', []], ['twice', 'The Harbor Union met Quil.', ['Harbor Union', 'Quil']],
  ])('%s: %s', (_, text, wanted) => expect(marked(text)).toEqual(wanted));
  test('is mended safely', () => {
    expect(world.fixed('The Harbor Union met.', 'name-variant')).toBe('The Harbour Union met.');
    expect(world.check('The Harbor Union met.')[0]?.fixes.map(fix => fix.isSafe)).toEqual([true]);
  });
});
