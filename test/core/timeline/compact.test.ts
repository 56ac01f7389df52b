import { expect, test } from 'vitest';
import { Compactor } from '../../../src/core/timeline/compact.ts';
import type { EventDto } from '../../../src/core/timeline/types.ts';
import { event } from './support.ts';

const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const events = [
  event('a', '1989-07-30', { place: 'Paris', processes: ['p', 'q'], citekeys: ['k'], participants: [{ actor: 'x', role: 'host' }] }), event('b', '1989-07-30', { place: 'Paris', processes: ['p', 'q'] }),
  event('c', '1985/1988~'), event('d', '[1988,1990]'), event('e', '1991/..'), event('f', '1989-07-30', { date: { ...event('x', '1989-07-30').date, text: 'that summer' } }),
];

/** Each part by its name: some are read through another. */
const plain = ({ id, title, kind, kindText, date, place, corpus, processes, participants, background, weight, citekeys, citation }: EventDto): EventDto =>
  ({ id, title, kind, kindText, date, place, corpus, processes, participants, background, weight, citekeys, citation });

test('what was sent is what is there', () => {
  expect(new Compactor().events(sent(events)).map(plain)).toEqual(events);
});

test('equal dates and lists are one, also over several messages', () => {
  const compactor = new Compactor();
  const [a] = compactor.events(sent(events.slice(0, 1)));
  const [b, ...others] = compactor.events(sent(events.slice(1)));
  expect(b!.date).toBe(a!.date);
  expect(b!.processes).toBe(a!.processes);
  expect(others.at(-1)!.date).not.toBe(a!.date);
});
