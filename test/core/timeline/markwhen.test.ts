import { parse } from '@markwhen/parser';
import { expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../../src/core/timeline/exports.ts';
import { dataOf, event } from './support.ts';

const data = dataOf([
  event('Contacts', '1985~'), event('Paris, first "session": the room', '1989-07-30/1989-08-30', { processes: ['peace'] }),
  event('The new order', '1991-10-23', { kind: 'regime-change', processes: ['peace'] }), event('Ceasefire', '1991-05-01/..', { title: 'Ceasefire | <b>\nsecond; line, with \\' }),
  event('Retreat', '1989-09', { processes: ['war'] }),
], { processes: [{ id: 'war', title: 'War: the last years' }, { id: 'peace', title: 'Peace\nprocess' }] });

interface Node {
  readonly title?: string;
  readonly children?: readonly Node[];
  readonly firstLine?: { readonly restTrimmed: string };
  readonly dateRangeIso?: { readonly fromDateTimeIso: string; readonly toDateTimeIso: string };
  readonly tags?: readonly string[];
}

/** Section, first day, day after the last one, words and tags of each event. */
function eventsIn({ title = '', children = [] }: Node): readonly (readonly string[])[] {
  return children.flatMap(child => child.children !== undefined ? eventsIn(child) : [[
    title, child.dateRangeIso!.fromDateTimeIso.slice(0, 10), child.dateRangeIso!.toDateTimeIso.slice(0, 10), child.firstLine!.restTrimmed, child.tags!.join(),
  ]]);
}

test('Markwhen\'s own parser reads every event with its section, its days, its words and its kind', () => {
  const text = EXPORT_FORMATS.find(format => format.id === 'markwhen')!.write(data.events, data);
  const read = parse(text);
  expect(read.parseMessages).toEqual([]);
  const events = eventsIn(read.events);
  expect(events.map(([section, from, , words, tags]) => [section, from, words, tags])).toEqual([
    ['', '1985-01-01', 'c. Contacts (known to the year, approximate)', 'meeting'],
    ['', '1991-05-01', 'Ceasefire | <b> second; line, with \\ (open end)', 'meeting'],
    ['War: the last years', '1989-09-01', 'Retreat (known to the month)', 'meeting'],
    ['Peace process', '1989-07-30', 'Paris, first "session": the room', 'meeting'],
    ['Peace process', '1991-10-23', 'The new order', 'regime_change'],
  ]);
  // The end of an open one is the day on which it is read.
  expect(events.filter(([, , , words]) => !words!.startsWith('Ceasefire')).map(([, , to]) => to)).toEqual(['1986-01-01', '1989-10-01', '1989-08-31', '1991-10-24']);
});
