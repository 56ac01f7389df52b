import { describe, expect, test } from 'vitest';
import { readEntry } from '../../../src/core/corpus/entry.ts';
import { accept, merge, type Acceptance } from '../../../src/core/proposals/accept.ts';
import { addToEntry } from '../../../src/core/proposals/edits.ts';
import type { Proposal } from '../../../src/core/proposals/types.ts';
import { snapshotOf } from '../timeline/support.ts';
import { WORLD } from './world.ts';

const snapshot = snapshotOf(WORLD);
const context = { snapshot, taken: new Set(snapshot.entries.keys()), textOf: (uri: string) => WORLD[Object.keys(WORLD).find(path => uri.endsWith(path)) ?? ''] };
const from = { source: 'file:///a.pdf', title: 'a.pdf', citekey: 'quill1997', suffixText: 'p. 9', passage: 'It *was* so: the [sea] froze.' };
const written = (acceptance: Acceptance) => acceptance.kind === 'changes' ? acceptance.changes.map(change => change.kind === 'create' ? `${change.path}\n${change.text}` : `${change.uri.replace(/^.*\/(?=\w+\/[^/]+$)/, '')}\n${change.text}`) : [acceptance];
const QUOTED = '- “It \\*was\\* so: the \\[sea\\] froze.” [@quill1997, p. 9]\n';
const event: Proposal = { id: 'e', kind: 'event', from, name: 'Salt accord', eventKind: 'agreement', edtf: '1992-03', place: 'Tarnport', participants: ['Ox', 'bo larsen', 'Nobody Known', 'Ox'] };
const actor: Proposal = { id: 'a', kind: 'actor', from, name: 'Oda Finch', type: 'person' };

describe('accepting a proposal writes', () => {
  test('an actor with the passage as a quotation and its citation', () => {
    expect(written(accept(actor, context))).toEqual([`actors/oda-finch.md\n---\ntype: person\nname: Oda Finch\n---\n${QUOTED}`]);
  });
  test('an event with its date, its place and those whom the corpus knows', () => {
    expect(written(accept(event, context))).toEqual([`events/salt-accord.md\n---\ntype: event\nkind: agreement\nname: Salt accord\ndate: 1992-03\nplace: Tarnport\nparticipants:\n  - actor: ox\n    role: participant\n    cite: "@quill1997, p. 9"\n  - actor: bo-larsen\n    role: participant\n    cite: "@quill1997, p. 9"\ncite: "@quill1997, p. 9"\n---\n${QUOTED}`]);
  });
  test('an office of a known person, all else of the file as it is', () => {
    const office: Proposal = { id: 'o', kind: 'office', from, name: 'Bo Larsen', role: 'President', organization: 'Ox' };
    expect(written(accept(office, context))).toEqual([`actors/bo-larsen.md\n${WORLD['actors/bo-larsen.md']!.replace('p. 1"\n', 'p. 1"\n  - organization: ox\n    role: "President"\n    cite: "@quill1997, p. 9"\n')}`]);
    expect(accept({ ...office, role: 'foreign minister' }, context)).toEqual({ kind: 'there' });
  });
  test('an office of a new person in a new body, both', () => {
    const office: Proposal = { id: 'o', kind: 'office', from, name: 'Oda Finch', role: 'Chair', organization: 'Reed Front' };
    expect(written(accept(office, context))).toEqual([
      `actors/reed-front.md\n---\ntype: faction\nname: Reed Front\n---\n${QUOTED}`,
      `actors/oda-finch.md\n---\ntype: person\nname: Oda Finch\nmemberships:\n  - organization: reed-front\n    role: Chair\n    cite: "@quill1997, p. 9"\n---\n${QUOTED}`,
    ]);
  });
  test('a date in the place of one that is less exact, with its authority beside the other', () => {
    expect(written(accept({ id: 'd', kind: 'date', from, event: 'reed-accord', name: 'Reed accord', edtf: '1991-10-23' }, context)))
      .toEqual(['events/reed-accord.md\n---\ntype: event\nkind: agreement\nname: Reed accord\ndate: 1991-10-23 # as far as known\ncite: "@quill1997, p. 3; @quill1997, p. 9"\n---\n']);
  });
  test('nothing without a work to cite', () => {
    expect(accept({ ...actor, from: { ...from, citekey: '' } }, context)).toEqual({ kind: 'refused', reason: 'no-work' });
  });
  test('nothing twice: what was written before the editor was ended is there', () => {
    const [change] = (accept(event, context) as Extract<Acceptance, { kind: 'changes' }>).changes;
    const after = snapshotOf({ ...WORLD, 'events/salt-accord.md': change!.text });
    expect(accept(event, { ...context, snapshot: after })).toEqual({ kind: 'there' });
  });
});

describe('merging a proposal', () => {
  test('adds the passage, the other name and a date where there was none', () => {
    expect(written(merge(event, 'harbour-talks', context))).toEqual([`events/harbour-talks.md\n---\ntype: event\nkind: talks\nname: Harbour talks\naliases: [Salt accord]\ndate: 1992-03\ncite: "@quill1997, p. 9"\n---\n${QUOTED}`]);
  });
  test('keeps the date that is there', () => {
    expect(written(merge({ ...event, name: 'Reed accord' }, 'reed-accord', context))).toEqual([`events/reed-accord.md\n${WORLD['events/reed-accord.md']!}${QUOTED}`]);
  });
  test('into what is no more is refused', () => { expect(merge(actor, 'nobody', context)).toEqual({ kind: 'refused', reason: 'no-entry' }); });
});

describe('adding to the file of an entry', () => {
  const statement = { text: 'x', citation: { citekey: 'quill1997', suffixText: '', prefix: '', locator: undefined } };
  test('keeps its line ends', () => {
    expect(addToEntry('actors/a.md', '---\r\ntype: state\r\nname: A\r\n---\r\nWords.\r\n', { statement })).toBe('---\r\ntype: state\r\nname: A\r\n---\r\nWords.\r\n\r\n- x [@quill1997]\r\n');
  });
  test.each([['without front matter', 'Only words.\n'], ['that is broken', '---\nname: [\n---\n'], ['of nothing', '']])('%s leaves it alone', (_, text) => {
    const added = addToEntry('actors/a.md', text, { statement });
    expect(added === undefined || readEntry({ path: 'actors/a.md', uri: '', text: added }).entry?.statements.length === 1).toBe(true);
  });
});
