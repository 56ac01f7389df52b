import { expect, test } from 'vitest';
import { TOOLS } from '../../../src/core/answers/index.ts';
import type { Passage } from '../../../src/core/library/types.ts';
import { ask, lines, outcome } from './world.ts';

test('an actor is answered with offices and statements, each with its citation and locators', async () => {
  const answer = await ask('lookupActor', { name: 'alatas' });
  expect(answer.entries).toEqual([{ key: 'alatas', name: 'Ali Alatas', kind: 'person' }]);
  expect(lines(answer)).toEqual([
    'Ali Alatas: Foreign Minister, Indonesia (1988–1999) [@khan2022, sec. 3.2]',
    'Ali Alatas: Permanent Representative, Indonesia (until 1988) [@khan2022, n. 24]',
    'Told Claude Martin in 1989 that Paris could not succeed without Indonesia. [@khan2022, sec. 3.2; citing @martin2018]',
  ]);
  const [office, , told] = answer.statements;
  expect([office?.id, office?.date, office?.locators]).toEqual(['alatas/membership/1', '1988/1999', [{ citekey: 'khan2022', label: 'section', value: '3.2' }]]);
  expect([told?.id, told?.entry, told?.disputed]).toEqual(['alatas#1', 'alatas', [{ text: 'It was in 1990.', citation: '[@martin2018, p. 7]' }]]);
  expect(Object.keys(answer.sources)).toEqual(['khan2022', 'martin2018']);
});

test('an office that an actor did not hold at the date is not among the answers', async () => {
  const [first, ...others] = lines(await ask('lookupActor', { name: 'alatas', date: '1993' }));
  expect(first).toMatch(/Foreign Minister/);
  expect(others.join()).not.toMatch(/Permanent Representative/);
});

test('a name that nobody bears has no statements', async () => {
  expect(await ask('lookupActor', { name: 'Nobody Whatever' })).toEqual({ entries: [], statements: [], more: 0, sources: {} });
});

test('an event is answered with its date, its statements and who took part', async () => {
  const answer = await ask('lookupEvent', { name: 'paris conference' });
  expect(lines(answer)).toEqual([
    'First Paris conference: July – August 1989, Paris [@khan2022, sec. 4.1]',
    'Failed over power-sharing. [@khan2022, sec. 4.1]',
    'First Paris conference: Indonesia (co-chair) [@khan2022, sec. 4.1]',
  ]);
  expect(answer.statements[0]).toMatchObject({ id: 'paris-1989/date', date: '1989-07/1989-08' });
});

test('who held an office depends on the date, and how sure that is is said', async () => {
  const held = async (date: string) => (await ask('whoHeld', { office: 'foreign minister of Indonesia', date })).statements.map(({ entry, certainty }) => `${entry ?? ''} ${certainty ?? ''}`);
  expect(await held('1980')).toEqual(['mochtar yes']);
  expect(await held('summer of 1990')).toEqual(['alatas yes']);
  expect(await held('1988')).toEqual(['alatas unknown', 'mochtar unknown']);
  expect(await held('1960')).toEqual([]);
  expect(lines(await ask('whoHeld', { office: 'Permanent Representative', body: 'indonesia', date: '1985' }))).toEqual(['Ali Alatas: Permanent Representative, Indonesia (until 1988) [@khan2022, n. 24]']);
});

test('an office without a source is not told', async () => {
  expect((await ask('whoHeld', { office: 'minister without a source', date: '1975' })).statements).toEqual([]);
});

test('events between two dates come in the order of time; one that may have been then says so', async () => {
  const between = async (args: object) => (await ask('eventsBetween', args)).statements.map(({ id, certainty }) => `${id} ${certainty ?? ''}`);
  expect(await between({ from: '1988', to: '1989' })).toEqual(['jakarta-1988/date yes', 'paris-1989/date yes']);
  expect(await between({ from: '1988-07-12' })).toEqual(['jakarta-1988/date unknown']);
  expect(await between({ from: '1988', to: '1990', actor: 'Indonesia' })).toEqual(['paris-1989/date yes']);
  expect(await between({ from: '1991' })).toEqual([]);
});

test('statements are found by words, by what a sentence speaks of, and by the work they cite', async () => {
  expect((await ask('findStatements', { query: 'power sharing' })).statements.map(one => one.id)).toEqual(['paris-1989#1']);
  expect((await ask('findStatements', { query: 'In 1989 Alatas warned Claude Martin about Paris.' })).statements.map(one => one.id)).toEqual(['alatas#1']);
  expect((await ask('findStatements', { query: 'Paris', citekey: '@martin2018' })).statements.map(one => one.id)).toEqual(['alatas#1']);
  expect((await ask('findStatements', { query: 'bananas' })).statements).toEqual([]);
});

test('a quotation is answered with the words of the source and its place there', async () => {
  const passage = { id: 7, citekey: 'khan2022', title: 'Khan', page: '12', section: '3.2', note: '', text: 'They could not agree.' } as Passage;
  const answer = await ask('verifyQuotation', { quotation: 'could not agre', citekeys: ['@khan2022'] }, {
    verify: (quotation, citekeys) => Promise.resolve(quotation === 'could not agre' && citekeys.join() === 'khan2022'
      ? { state: 'altered', matches: [{ passage, span: { start: 5, end: 20 }, exact: 'could not agree', page: '12' }] } : { state: 'not-found', matches: [] }),
  });
  expect([answer.quotation, lines(answer)]).toEqual([{ state: 'altered' }, ['could not agree [@khan2022, sec. 3.2]']]);
  expect((await ask('verifyQuotation', { quotation: 'anything' })).quotation).toEqual({ state: 'no-text' });
});

test('a text is checked, and each finding names the statements that say so', async () => {
  const text = 'The First Paris conference was held in July 1991 [@khan2022; @nobody].';
  const { findings = [], statements } = await ask('checkText', { text });
  expect(findings.map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`)).toEqual(['date-conflict July 1991', 'unknown-citekey @nobody']);
  expect(statements.map(one => one.id)).toEqual(expect.arrayContaining([...findings[0]!.evidence]));
  expect(findings[0]!.evidence.length).toBeGreaterThan(0);
  expect((await ask('checkText', { text: 'Nothing to say.' })).findings).toEqual([]);
});

test('answers are bounded by the number asked for, and say how many more there are', async () => {
  const { statements, more } = await ask('lookupActor', { name: 'alatas', limit: 1 });
  expect([statements.length, more]).toEqual([1, 2]);
});

test.each([
  ['lookupActor', {}, '“name” is missing'],
  ['lookupActor', { name: '  ' }, '“name” is missing'],
  ['lookupActor', { name: 7 }, '“name” is to be a text'],
  ['lookupActor', { name: 'x'.repeat(201) }, '201 characters; 200 are the most'],
  ['lookupActor', { name: 'x', limit: 51 }, 'a whole number from 1 to 50'],
  ['lookupActor', { name: 'x', limit: 1.5 }, 'a whole number from 1 to 50'],
  ['lookupActor', { name: 'x', path: '/etc/passwd' }, 'There is no argument “path”'],
  ['lookupActor', { name: 'x', date: 'some day' }, 'is no date that can be read'],
  ['lookupActor', [], 'to be an object'],
  ['lookupEvent', null, 'to be an object'],
  ['whoHeld', { office: 'of the', date: '1989' }, '“office” has no words'],
  ['whoHeld', { office: 'King' }, '“date” is missing'],
  ['eventsBetween', { from: '1990', to: '1980' }, '“from” the earlier one'],
  ['eventsBetween', { from: '1990/1991', to: '1992' }, 'one date each'],
  ['eventsBetween', { from: '1990', actor: 'zzz' }, 'No actor of the corpora is called “zzz”'],
  ['findStatements', { query: 'x', citekey: 'none' }, 'No work has the key @none'],
  ['verifyQuotation', { quotation: 'x', citekeys: ['a', 1] }, 'a list of at most 10 texts'],
  ['checkText', { text: '__proto__', __proto: 1 }, 'There is no argument “__proto”'],
])('%s says what is wrong with %j', async (name, args, sentence) => {
  const { problems } = await outcome(name, args);
  expect(problems?.join(' ')).toContain(sentence);
});

test('each tool has a name, a title, and a description of itself and of what it takes', () => {
  expect(TOOLS.map(({ name }) => name)).toEqual(['lookupActor', 'lookupEvent', 'whoHeld', 'eventsBetween', 'findStatements', 'verifyQuotation', 'checkText']);
  for (const { title, description, inputSchema } of TOOLS) {
    expect(title).not.toBe('');
    expect(description).toMatch(/each with its id, citation and locator\.$/);
    for (const property of Object.values(inputSchema.properties)) expect(property.description).toMatch(/\.$/);
    for (const name of inputSchema.required) expect(inputSchema.properties).toHaveProperty(name);
  }
});
