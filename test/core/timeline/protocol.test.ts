import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { FIRST_STATE } from '../../../src/core/timeline/filter.ts';
import { parseFromTimeline, parseToTimeline, type FromTimeline, type ToTimeline } from '../../../src/core/timeline/protocol.ts';
import type { CardDto, EraDto } from '../../../src/core/timeline/types.ts';
import { dataOf, dto, event } from './support.ts';

const { events, ...rest } = dataOf([event('paris', '1989-07-30/1989-08-30'), event('ick', '1981~'), event('open', '1991-05/..'), event('set', '[1988,1989]')], {
  undated: [{ id: 'x', title: 'X', reason: 'No date is recorded.' }], actors: [{ id: 'a', name: 'A', type: 'person', typeText: 'Persons' }],
  eras: [{ id: 'a#0', title: 'Minister', kind: 'office', actor: 'a', date: dto('1988/1999') } satisfies EraDto],
});
const card: CardDto = {
  id: 'paris', title: 'Paris', date: '1989', edtf: '1989', certainty: 'known to the year', kind: 'conference', place: 'Paris', summary: '', authority: 'Khan 2022', citation: { citekey: 'khan2022', suffixText: 'sec. 3' },
  participants: [{ id: 'a', title: 'A', detail: 'host' }], partOf: [], before: [], after: [], statements: [{ text: 'It met.', authority: '', citation: null, disputed: ['No.'] }],
};

const TO: readonly ToTimeline[] = [
  { type: 'show', data: rest, eventCount: events.length, state: null },
  { type: 'show', data: rest, eventCount: 0, state: { ...FIRST_STATE, span: [0, 10], asOf: 5, filter: { ...FIRST_STATE.filter, range: [1, 2] } } },
  { type: 'events', events, isLast: true },
  { type: 'draft', draft: null },
  { type: 'draft', draft: { name: 'draft.md', mentions: [{ id: 'paris', count: 2, offset: 40 }], dates: [{ id: 'draft:3', title: 'late 1985', date: dto('1985'), offset: 3 }] } },
  { type: 'cursor', ids: ['paris'] }, { type: 'reveal', id: 'paris' }, { type: 'card', id: 'paris', card }, { type: 'card', id: 'gone', card: null }, { type: 'told', text: 'Done' },
];
const FROM: readonly FromTimeline[] = [
  { type: 'ready' }, { type: 'askCard', id: 'a' }, { type: 'openEntry', id: 'a' }, { type: 'revealInTree', id: 'a' }, { type: 'insertCitation', citation: { citekey: 'k', suffixText: '' } }, { type: 'insertEvent', id: 'a' },
  { type: 'openMention', offset: 0 }, { type: 'export', state: FIRST_STATE }, { type: 'askParagraphs', range: [0, 1] }, { type: 'stateChanged', state: FIRST_STATE },
];
const sent = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

describe('what one end sends, the other reads', () => {
  test.each(TO)('to the page: $type', message => { expect(parseToTimeline(sent(message))).toEqual(message); });
  test.each(FROM)('from the page: $type', message => { expect(parseFromTimeline(sent(message))).toEqual(message); });
});

test('nothing that is not a message passes, and nothing throws', () => {
  fc.assert(fc.property(fc.anything(), raw => {
    expect(parseFromTimeline(raw)).toBeUndefined();
    expect(parseToTimeline(raw)).toBeUndefined();
  }));
});

test('names from the prototype of objects are no message types', () => {
  for (const type of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    expect(parseFromTimeline({ type })).toBeUndefined();
    expect(parseToTimeline({ type })).toBeUndefined();
  }
});

/** Every path to a value inside a message. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...pathsOf(inner, [...path, key])]) : [];
}
function broken(message: unknown, path: readonly string[], change: (holder: Record<string, unknown>, key: string) => void): unknown {
  const copy = sent(message) as Record<string, unknown>;
  const holder = path.slice(0, -1).reduce<Record<string, unknown>>((inner, key) => inner[key] as Record<string, unknown>, copy);
  change(holder, path[path.length - 1]!);
  return copy;
}

test('a message with any one field of another kind is none', () => {
  for (const [messages, parse] of [[TO, parseToTimeline], [FROM, parseFromTimeline]] as const) {
    for (const message of messages) {
      for (const path of pathsOf(message)) {
        const odd = broken(message, path, (holder, key) => { holder[key] = { odd: true }; });
        expect(parse(odd), `${message.type} ${path.join('.')}`).toBeUndefined();
      }
    }
  }
});

test('a message without one of its fields is none', () => {
  for (const message of TO) {
    for (const path of pathsOf(message).filter(one => Number.isNaN(Number(one[one.length - 1])))) {
      const odd = broken(message, path, (holder, key) => { Reflect.deleteProperty(holder, key); });
      expect(parseToTimeline(odd), `${message.type} ${path.join('.')}`).toBeUndefined();
    }
  }
});

test('numbers are finite and offsets whole', () => {
  expect(parseFromTimeline({ type: 'askParagraphs', range: [0, Infinity] })).toBeUndefined();
  expect(parseFromTimeline({ type: 'askParagraphs', range: [0] })).toBeUndefined();
  expect(parseFromTimeline({ type: 'openMention', offset: -1 })).toBeUndefined();
  expect(parseFromTimeline({ type: 'openMention', offset: 1.5 })).toBeUndefined();
});
