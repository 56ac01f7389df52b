import { describe, expect, test } from 'vitest';
import { cardDto } from '../../../src/core/timeline/cardDto.ts';
import { lanesOf } from '../../../src/core/timeline/lanes.ts';
import { heldOn } from '../../../src/core/timeline/held.ts';
import { timelineOf } from '../../../src/core/timeline/model.ts';
import { dayOf } from '../../../src/core/dates/days.ts';
import { snapshotOf } from './support.ts';

const eventFile = (front: string, body = '') => `---\ntype: meeting\n${front}\n---\n${body}\n`;
const process = (name: string, more = '') => `---\ntype: process\nname: ${name}\n${more}\n---\n`;

describe('lanes by process', () => {
  test('an event stands in the lane of its top-level ancestor', () => {
    const snapshot = snapshotOf({
      'events/peace.md': process('Peace', 'date: 1989/1991'), 'events/war.md': process('War', 'date: 1979/1989'),
      'events/round.md': process('Round', 'date: 1989\npart-of: [war]'), 'events/a.md': eventFile('name: A\ndate: 1989-08-01\npart-of: [round]'),
      'events/b.md': eventFile('name: B\ndate: 1990\npart-of: [peace]'), 'events/c.md': eventFile('name: C\ndate: 1990'), 'events/d.md': eventFile('name: D\ndate: 1990\npart-of: [peace]'),
    });
    const { events } = timelineOf(snapshot);
    expect(Object.fromEntries(events.map(event => [event.id, event.processes]))).toEqual({
      a: ['war'], b: ['peace'], c: [], d: ['peace'], peace: ['peace'], round: ['war'], war: ['war'],
    });
  });

  test('a process that holds nearly everything is told apart by its sub-processes', () => {
    const files: Record<string, string> = { 'events/all.md': process('All', 'date: 1979/1991'), 'events/x.md': process('X', 'date: 1985\npart-of: [all]'), 'events/y.md': process('Y', 'date: 1986\npart-of: [all]') };
    for (let index = 0; index < 6; index++) { files[`events/e${index}.md`] = eventFile(`name: E${index}\ndate: 198${index}\npart-of: [${['x', 'y', 'all'][index % 3]!}]`); }
    const { events, processes } = timelineOf(snapshotOf(files));
    expect(processes.map(one => one.id).sort()).toEqual(['all', 'x', 'y']);
    expect(events.find(event => event.id === 'e0')!.processes).toEqual(['x']);
    expect(events.find(event => event.id === 'e2')!.processes).toEqual(['all']);
  });

  test('events that are parts of each other, or of themselves, end the climb', () => {
    const { events } = timelineOf(snapshotOf({
      'events/a.md': eventFile('name: A\ndate: 1989\npart-of: [b]'), 'events/b.md': eventFile('name: B\ndate: 1990\npart-of: [a]'), 'events/c.md': eventFile('name: C\ndate: 1991\npart-of: [c]'),
    }));
    expect(events).toHaveLength(3);
  });

  test('a chain of parts as long as the corpus is climbed without a stack overflow', () => {
    const files: Record<string, string> = {};
    for (let index = 0; index < 1500; index++) { files[`events/e${index}.md`] = eventFile(`name: E${index}\ndate: 1989${index === 0 ? '' : `\npart-of: [e${index - 1}]`}`); }
    expect(timelineOf(snapshotOf(files)).events[0]!.processes.length).toBeLessThanOrEqual(1);
  });
});

const FILES = {
  'actors/alatas.md': '---\ntype: person\nname: Ali Alatas\nmemberships:\n  - organization: indonesia\n    role: Foreign Minister\n    start: 1988\n    end: 1999\n  - organization: asean\n    role: member\n    start: 1990-05-01\n---\nA minister.\n',
  'actors/indonesia.md': '---\ntype: state\nname: Indonesia\n---\n', 'actors/asean.md': '---\ntype: regional-body\nname: ASEAN\n---\n',
  'references.json': '[{"id":"khan2022","type":"report","title":"When Great Powers Behave","author":[{"family":"Khan"}],"issued":{"date-parts":[[2022]]}}]',
  'events/jim.md': '---\ntype: meeting\nname: Informal meeting\ndate: 1988-07\nplace: Bogor\nparticipants:\n  - actor: indonesia\n    role: host\n  - actor: alatas\n    role: chair\ncite: "@khan2022, sec. 3.1"\n---\nThe first one.\n\n- The parties met at Bogor. [@khan2022, sec. 3.1]\n  - disputed: Others say Jakarta. [@khan2022, n. 9]\n',
  'events/next.md': '---\ntype: meeting\nname: Next meeting\ndate: 1989-02\nfollows: [jim]\n---\n', 'events/undated.md': '---\ntype: meeting\nname: Undated\n---\n', 'events/bad.md': '---\ntype: meeting\nname: Bad\ndate: 1989-99\n---\n',
};

describe('data', () => {
  const snapshot = snapshotOf(FILES);
  const data = timelineOf(snapshot);

  test('an event brings its participants, its place and its first citation', () => {
    expect(data.events.find(event => event.id === 'jim')).toMatchObject({
      title: 'Informal meeting', place: 'Bogor', citation: { citekey: 'khan2022', suffixText: 'sec. 3.1' }, citekeys: ['khan2022'],
      participants: [{ actor: 'indonesia', role: 'host' }, { actor: 'alatas', role: 'chair' }],
    });
  });

  test('events without a date are listed apart, with the reason', () => {
    expect(data.undated.map(event => event.id).sort()).toEqual(['bad', 'undated']);
    expect(data.undated.find(event => event.id === 'undated')!.reason).toBe('No date is recorded.');
    expect(data.undated.find(event => event.id === 'bad')!.reason).toContain('1989-99');
  });

  test('an event with two participants stands in both their lanes', () => {
    const lanes = lanesOf(data, 'actor');
    expect(lanes.filter(lane => lane.members.includes(data.events.findIndex(event => event.id === 'jim'))).map(lane => lane.title).sort()).toEqual(['Ali Alatas', 'Indonesia']);
    expect(lanes[lanes.length - 1]!.title).toBe('No participant recorded');
  });

  test('an order given by hand comes first', () => {
    const [first] = lanesOf(data, 'actor', ['actor:alatas']);
    expect(first!.id).toBe('actor:alatas');
  });

  test('who held which office on a day: certain, possible, or not at all', () => {
    const on = (day: number) => heldOn(data, day).map(held => `${held.isCertain ? '' : 'possibly '}${held.title}`);
    expect(on(dayOf(1990, 1, 1))).toEqual(['Foreign Minister, Indonesia']);
    expect(on(dayOf(1988, 3, 1))).toEqual(['possibly Foreign Minister, Indonesia']);
    expect(on(dayOf(1987, 3, 1))).toEqual([]);
    expect(on(dayOf(1999, 6, 1))).toEqual(['possibly Foreign Minister, Indonesia', 'possibly Member of ASEAN']);
  });

  test('everything can go through a message: no infinity, no undefined', () => {
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });
});

describe('card', () => {
  const card = cardDto(snapshotOf(FILES), 'jim')!;

  test('it says when, how certain, who in which role, and on whose authority', () => {
    expect(card).toMatchObject({ title: 'Informal meeting', date: 'July 1988', edtf: '1988-07', certainty: 'known to the month', place: 'Bogor', summary: 'The first one.' });
    expect(card.participants).toEqual([{ id: 'indonesia', title: 'Indonesia', detail: 'host' }, { id: 'alatas', title: 'Ali Alatas', detail: 'chair' }]);
    expect(card.authority).toContain('Khan 2022');
  });

  test('who had two roles is there once', () => {
    const twice = snapshotOf({ ...FILES, 'events/twice.md': eventFile('name: Twice\ndate: 1990\nparticipants: [{ actor: alatas, role: convenor }, { actor: indonesia, role: party }, { actor: alatas, role: co-chair }]') });
    expect(cardDto(twice, 'twice')!.participants.map(({ id, detail }) => `${id}: ${detail}`)).toEqual(['alatas: convenor, co-chair', 'indonesia: party']);
  });

  test('a statement comes with its citation and with what does not fit', () => {
    expect(card.statements[0]).toMatchObject({ text: 'The parties met at Bogor.', citation: { citekey: 'khan2022', suffixText: 'sec. 3.1' } });
    expect(card.statements[0]!.disputed[0]).toContain('Others say Jakarta.');
  });

  test('it leads to what came after', () => {
    expect(card.after.map(link => link.id)).toEqual(['next']);
    expect(cardDto(snapshotOf(FILES), 'next')!.before.map(link => link.id)).toEqual(['jim']);
  });

  test('nothing that is not an event has one', () => {
    expect(cardDto(snapshotOf(FILES), 'alatas')).toBeUndefined();
    expect(cardDto(snapshotOf(FILES), 'nobody')).toBeUndefined();
  });
});
