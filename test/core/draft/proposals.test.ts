import { describe, expect, test } from 'vitest';
import { emptySnapshot } from '../../../src/core/corpus/snapshot.ts';
import { makeDraftContext, readDraft } from '../../../src/core/draft/index.ts';
import { proposeEntries, readEventIn } from '../../../src/core/draft/proposals.ts';

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
    ['one word inside a sentence', 'They met in Harborough again.', ['Harborough, state, 1']],
    ['a person with two small words in the name', 'It was Humberto de la Calle.', ['Humberto de la Calle, person, 1']],
    ['two between which an “and” stands', 'Norway and Cuba hosted the talks of the Government of Colombia and the Harbour Front.', ['Norway, organisation, 1', 'Cuba, organisation, 1', 'Government of Colombia, government, 1', 'Harbour Front, faction, 1']],
    ['a body with an “and” in its name', 'It was for the Truth and Reconciliation Commission.', ['Truth and Reconciliation Commission, organisation, 1']],
    ['a person who is then named by the last name alone', 'So wrote Ann Ox. They heard that Ox had left.', ['Ann Ox, person, 2']],
    ['a place as one', 'They met at the Teatro Nuevo.', ['Teatro Nuevo, state, 1']],
    ['a state', 'It was the United States.', ['United States, state, 1']],
    ['a republic', 'It was the Islamic Republic of Iran.', ['Islamic Republic of Iran, state, 1']],
    ['a government and an institute of a state', 'It was the Government of the Republic of Korea, with the United States Institute.', ['Government of the Republic of Korea, government, 1', 'United States Institute, organisation, 1']],
    ['what is written small in the front matter alone', '---\nbibliography: harborough.bib\n---\n\nThey met in Harborough.', ['Harborough, state, 1']],
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
    ['an office', 'They wrote to the High Commissioner for Peace.'],
    ['what is an event', 'They kept to the Final Agreement and the Agreement on Victims.'],
    ['a word that stands for a body', 'They wrote to the Government.'],
    ['a word that is written small elsewhere', 'In the end, the Peace held, since peace was wanted.'],
  ])('not %s', (_, text) => { expect(actors(text)).toEqual([]); });
});

describe('events that a draft proposes', () => {
  test.each([
    ['with the name of a place', 'The Paris conference opened on 30 July 1989.', ['Paris conference, conference, 1989-07-30']],
    ['with what follows', 'In 1991 the conference on Cambodia met again.', ['Conference on Cambodia, conference, 1991']],
    ['with a number', 'The second Jakarta meeting was in February 1989.', ['Second Jakarta meeting, meeting, 1989-02']],
    ['no more exact than the draft', 'The coup in Burundi came in the spring of 1989.', ['Coup in Burundi, regime-change, 1989-21']],
    ['with a word that is a title elsewhere', 'The General Agreement was made on 26 August 2012.', ['General Agreement, agreement, 2012-08-26']],
    ['between two', 'The talks between the Government of Colombia and the Harbour Front began in 2012.', ['Talks between the Government of Colombia and the Harbour Front, talks, 2012']],
    ['once for each date', 'The Paris talks began in 1989. The Paris talks of 1989 failed.', ['Paris talks, talks, 1989']],
  ])('%s', (_, text, expected) => { expect(events(text)).toEqual(expected); });

  test.each([
    ['without a date', 'The Paris conference opened.'],
    ['with two dates', 'The Paris conference of 1989 was not that of 1991.'],
    ['that is only a word', 'The meeting was in 1989.'],
  ])('not %s', (_, text) => { expect(events(text)).toEqual([]); });
});

test('chosen beforehand is who is named more than once, and not only as a place', () => {
  const { actors } = propose('Oda Finch wrote in Havana. Later Oda Finch left Bo Larsen in Havana.');
  expect(actors.filter(({ isLikely }) => isLikely).map(({ name }) => name)).toEqual(['Oda Finch']);
});

test.each([
  ['The [Tarnport talks] opened in May 1997. They ended in 1998.', { kind: 'talks', edtf: '1997-05', hasDate: false }],
  ['A [revised agreement was signed on 24 November 2016], and the talks of 2012 ended.', { kind: 'agreement', edtf: '2016-11-24', hasDate: true }],
  ['The [handshake] was between 2012 and that of 2016.', { kind: undefined, edtf: undefined, hasDate: false }],
])('an event of the words in %s', (marked, expected) => {
  const span = { start: marked.indexOf('['), end: marked.indexOf(']') - 1 };
  expect(readEventIn(readDraft(marked.replace(/[[\]]/g, ''), makeDraftContext(emptySnapshot)), span)).toEqual(expected);
});

test('a long text of capitals ends', () => {
  expect(propose('Aa Bb '.repeat(20_000)).actors.length).toBeLessThanOrEqual(200);
});
