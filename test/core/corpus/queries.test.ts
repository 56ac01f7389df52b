import { describe, expect, test } from 'vitest';
import {
  bestStatements, eventsOf, eventsOn, followedBy, heldAt, membersOf, membershipsAt, officesAt, partsOf, relationsOf, statementsCiting,
} from '../../../src/core/corpus/queries.ts';
import { readDate } from '../../../src/core/corpus/schema.ts';
import type { Actor } from '../../../src/core/corpus/types.ts';
import { snapshotOf, SOURCES } from './helpers.ts';

const at = (edtf: string) => readDate(edtf)!;
const period = (text: string) => {
  const [start, end] = text.split(' to ');
  return { start: readDate(start ?? ''), end: readDate(end ?? '') };
};

describe('an office held', () => {
  test.each([
    ['1988 to 1999', '1990', 'yes'], ['1988 to 1999', '1990-05-01', 'yes'], ['1988 to 1999', '1987', 'no'], ['1988 to 1999', '2000', 'no'],
    ['1988 to 1999', '1988', 'unknown'], ['1988 to 1999', '1999-03', 'unknown'], ['1988-07-01 to 1999', '1988-07-01', 'yes'],
    ['1988 to ', '1990', 'likely'], ['1988 to ', '1988', 'unknown'], ['1988 to ', '1987', 'no'],
    [' to 1988', '1986', 'likely'], [' to 1988', '1988', 'unknown'], [' to 1988', '1989', 'no'],
    ['[..1987-06] to 1988', '1987-06', 'likely'], ['[..1987] to [1987..]', '1987', 'likely'], ['[..1987] to [1987..]', '1986', 'unknown'], ['[..1987] to [1987..]', '1988', 'unknown'],
    ['[..1987-06] to ', '1986', 'unknown'], ['[..1989] to 1990', '1987', 'unknown'],
    [' to ', '1990', 'unknown'], ['1988~ to 1999', '1990', 'yes'], ['1988~ to 1999', '1989', 'unknown'], ['1988 to 1999', '1987/1990', 'unknown'],
  ])('%s, in %s: %s', (held, asked, answer) => { expect(heldAt(period(held), at(asked))).toBe(answer); });
});

const membership = (organization: string, role: string, more = '') => `  - {organization: ${organization}, role: ${role}, cite: "@khan2022"${more}}\n`;
const SNAPSHOT = snapshotOf({
  'references.json': SOURCES,
  'actors/alatas.md': `---\ntype: person\nname: Alatas\nmemberships:\n${membership('indonesia', 'Permanent Representative', ', start: 1983, end: 1988')}${membership('indonesia', 'Foreign Minister', ', start: 1988')}${membership('p5', 'member')}${membership('indonesia', 'Adviser')}---\n`
    + '- Was early in 1984. [@khan2022, sec. 3.1]\n- Was late in 1990. [@khan2022, sec. 3.2, n. 24; citing @martin2018, pp. 3-5]\n- Was there with Indonesia and Vietnam. [@khan2022, sec. 3]\n',
  'actors/indonesia.md': '---\ntype: state\nname: Indonesia\nrelations: {type: backs, with: vietnam, start: 1988, cite: "@khan2022"}\n---\n- Hosted in 1990. [@khan2022, sec. 2]\n',
  'actors/vietnam.md': '---\ntype: state\nname: Vietnam\n---\n', 'actors/p5.md': '---\ntype: collective\nname: P5\n---\n',
  'events/jim.md': '---\ntype: event\nkind: process\nname: JIM\ndate: 1988-07/1990-02\ncite: "@khan2022"\n---\n',
  'events/jim2.md': '---\ntype: event\nkind: meeting\nname: JIM II\ndate: 1989-02\npart-of: jim\nfollows: jim1\nparticipants: [{actor: indonesia, role: host}]\ncite: "@khan2022"\n---\n',
  'events/jim1.md': '---\ntype: event\nkind: meeting\nname: JIM I\ndate: 1988-07-25\npart-of: jim\nparticipants: [{actor: indonesia, role: chair}, vietnam]\ncite: "@khan2022"\n---\n',
});
const actor = (key: string) => SNAPSHOT.entries.get(key) as Actor;

test('the office held on a date comes first', () => {
  expect(officesAt(actor('alatas'), at('1986')).map(held => [held.membership.role, held.certainty])).toEqual([['Permanent Representative', 'yes'], ['Adviser', 'unknown']]);
  expect(officesAt(actor('alatas'), at('1990')).map(held => [held.membership.role, held.certainty])).toEqual([['Foreign Minister', 'likely'], ['Adviser', 'unknown']]);
});

test('without a date offices come the latest first', () => {
  expect(officesAt(actor('alatas'), undefined).map(held => held.membership.role)).toEqual(['Foreign Minister', 'Permanent Representative', 'Adviser']);
});

test('all memberships are told, those that did not hold too', () => {
  expect(membershipsAt(actor('alatas'), at('1995')).map(held => [held.membership.role, held.certainty])).toEqual([
    ['Foreign Minister', 'likely'], ['member', 'unknown'], ['Adviser', 'unknown'], ['Permanent Representative', 'no'],
  ]);
});

test('an office without an end gives way to the next in the same body', () => {
  const snapshot = snapshotOf({ 'references.json': SOURCES, 'actors/b.md': '---\ntype: state\nname: B\n---\n', 'actors/a.md': `---\ntype: person\nname: A\nmemberships:\n${membership('b', 'First', ', start: 1980')}${membership('b', 'Second', ', start: 1988')}---\n` });
  expect(officesAt(snapshot.entries.get('a') as Actor, at('1990')).map(held => [held.membership.role, held.certainty])).toEqual([['Second', 'likely'], ['First', 'unknown']]);
});

test('a body knows its members, on a date those who could be', () => {
  expect(membersOf(SNAPSHOT, 'indonesia').map(member => [member.actor.name, member.membership.role])).toEqual([['Alatas', 'Permanent Representative'], ['Alatas', 'Foreign Minister'], ['Alatas', 'Adviser']]);
  expect(membersOf(SNAPSHOT, 'indonesia', at('1985')).map(member => member.membership.role)).toEqual(['Permanent Representative', 'Adviser']);
  expect(membersOf(SNAPSHOT, 'nobody')).toEqual([]);
});

test('an actor’s events come in the order of time', () => { expect(eventsOf(SNAPSHOT, 'indonesia').map(({ event, role }) => [event.name, role])).toEqual([['JIM I', 'chair'], ['JIM II', 'host']]); });
test('an event knows its parts', () => { expect(partsOf(SNAPSHOT, 'jim').map(event => event.name)).toEqual(['JIM I', 'JIM II']); });
test('an event knows what followed', () => { expect(followedBy(SNAPSHOT, 'jim1').map(event => event.name)).toEqual(['JIM II']); });

test('a relation is seen from both ends', () => {
  expect(relationsOf(SNAPSHOT, 'indonesia').map(({ relation, other, direction }) => [relation.type, other.name, direction])).toEqual([['backs', 'Vietnam', 'forward']]);
  expect(relationsOf(SNAPSHOT, 'vietnam').map(({ relation, other, direction }) => [relation.type, other.name, direction])).toEqual([['backs', 'Indonesia', 'backward']]);
});

describe('what happened on a date', () => {
  test.each([
    ['1988-07-25', [['JIM I', 'yes'], ['JIM', 'unknown']]],
    ['1988', [['JIM', 'yes'], ['JIM I', 'yes']]],
    ['1989-02', [['JIM', 'yes'], ['JIM II', 'yes']]],
    ['1989-02-03', [['JIM', 'yes'], ['JIM II', 'unknown']]],
    ['1995', []],
    ['1988~', [['JIM', 'yes'], ['JIM I', 'yes'], ['JIM II', 'unknown']]],
  ])('in %s', (date, events) => { expect(eventsOn(SNAPSHOT, at(date)).map(({ event, certainty }) => [event.name, certainty])).toEqual(events); });
});

describe('the best statements', () => {
  test('are an entry’s own, those that name little else first', () => { expect(bestStatements(SNAPSHOT, 'alatas').map(statement => statement.id)).toEqual(['alatas#1', 'alatas#2', 'alatas#3']); });
  test('of a date are those that name it', () => { expect(bestStatements(SNAPSHOT, 'alatas', { at: at('1990'), limit: 1 }).map(statement => statement.id)).toEqual(['alatas#2']); });
  test('are also those of others', () => { expect(bestStatements(SNAPSHOT, 'indonesia').map(statement => statement.id)).toEqual(['indonesia#1', 'alatas#3']); });
});

describe('statements that cite a work', () => {
  test.each([
    ['martin2018', undefined, ['alatas#2']], ['nobody', undefined, []],
    ['khan2022', { label: 'section', value: '3.2' }, ['alatas#2', 'alatas#3']], ['khan2022', { label: 'note', value: '24' }, ['alatas#2']],
    ['martin2018', { label: 'page', value: '4' }, ['alatas#2']], ['martin2018', { label: 'page', value: '6' }, []],
  ])('%s %j', (citekey, locator, ids) => { expect(statementsCiting(SNAPSHOT, citekey, locator).map(statement => statement.id)).toEqual(ids); });
});
