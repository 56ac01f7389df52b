import { describe, expect, test } from 'vitest';
import { emptySnapshot } from '../../../src/core/corpus/snapshot.ts';
import { makeDraftContext, readDraft } from '../../../src/core/draft/index.ts';
import { proposeEntries } from '../../../src/core/draft/proposals.ts';

const propose = (text: string) => proposeEntries(readDraft(text, makeDraftContext(emptySnapshot)));
const actors = (text: string) => propose(text).actors.map(({ name, type, times }) => `${name}, ${type}, ${times}`);
const events = (text: string) => propose(text).events.map(({ name, kind, edtf }) => `${name}, ${kind}, ${edtf}`);

describe('actors that a draft proposes', () => {
  test.each([
    ['a person, without the title', 'Then President Ann Ox spoke.', ['Ann Ox, person, 1']],
    ['a person with small words in the name', 'The envoy was Javier Pérez de Cuéllar.', ['Javier Pérez de Cuéllar, person, 1']],
    ['a person with an initial', 'So wrote John F. Kennet to his friend.', ['John F. Kennet, person, 1']],
    ['a body, by its words', 'The Harbour Council met, and the Harbour Council left.', ['Harbour Council, organisation, 2']],
    ['a body joined by of', 'It was for the Court of Claims to say.', ['Court of Claims, court, 1']],
    ['a short form', 'They turned to the OSCX for help.', ['OSCX, organisation, 1']],
    ['a faction', 'The National Reed Front agreed.', ['National Reed Front, faction, 1']],
    ['one word inside a sentence', 'They met in Harborough again.', ['Harborough, organisation, 1']],
    ['without the word that begins the sentence', 'Then Ann Marie Ox spoke. Reluctantly Ann Marie Ox left.', ['Ann Marie Ox, person, 2']],
    ['without an adverb', 'Later Ann Ox left.', ['Ann Ox, person, 1']],
    ['the often named first', 'Bo Larsen wrote to Ann Ox. Then Ann Ox answered.', ['Ann Ox, person, 2', 'Bo Larsen, person, 1']],
  ])('%s', (_, text, expected) => { expect(actors(text)).toEqual(expected); });

  test.each([
    ['a word that begins a sentence', 'Negotiators came. Harbours froze.'],
    ['months and days of the week', 'They met on Monday in July.'],
    ['a date', 'They met in May 1989.'],
    ['a citekey', 'So it was [@Khan2022, sec. 3].'],
    ['code', 'They ran `Ann Ox` there.\n\n```\nAnn Ox spoke\n```\n'],
    ['the front matter', '---\nauthor: Ann Ox\n---\n\nIt was quiet.'],
    ['a word that is written small elsewhere', 'In the end, the Peace held, since peace was wanted.'],
  ])('not %s', (_, text) => { expect(actors(text)).toEqual([]); });
});

describe('events that a draft proposes', () => {
  test.each([
    ['with the name of a place', 'The Paris conference opened on 30 July 1989.', ['Paris conference, conference, 1989-07-30']],
    ['with what follows', 'In 1991 the conference on Cambodia met again.', ['Conference on Cambodia, conference, 1991']],
    ['with a number', 'The second Jakarta meeting was in February 1989.', ['Second Jakarta meeting, meeting, 1989-02']],
    ['no more exact than the draft', 'The coup in Burundi came in the spring of 1989.', ['Coup in Burundi, regime-change, 1989-21']],
    ['once for each date', 'The Paris talks began in 1989. The Paris talks of 1989 failed.', ['Paris talks, talks, 1989']],
  ])('%s', (_, text, expected) => { expect(events(text)).toEqual(expected); });

  test.each([
    ['without a date', 'The Paris conference opened.'],
    ['with two dates', 'The Paris conference of 1989 was not that of 1991.'],
    ['that is only a word', 'The meeting was in 1989.'],
  ])('not %s', (_, text) => { expect(events(text)).toEqual([]); });
});

test('a long text of capitals ends', () => {
  expect(propose('Aa Bb '.repeat(20_000)).actors.length).toBeLessThanOrEqual(200);
});
