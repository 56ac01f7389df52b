import { describe, expect, test } from 'vitest';
import { narrativeOf, narrativeText } from '../../../src/core/timeline/narrative.ts';
import { event } from './support.ts';

describe('the order of the draft', () => {
  const events = [event('a', '1985'), event('b', '1989-07'), event('c', '1991-10-23')];
  const steps = (ids: readonly string[]) => narrativeOf({ name: '', dates: [], mentions: ids.map((id, index) => ({ id, count: 1, offset: index * 50 })) }, events, id => events.findIndex(one => one.id === id));

  test('in the order of time nothing goes back', () => { expect(steps(['a', 'b', 'c']).map(step => step.isBack)).toEqual([false, false, false]); });
  test('an earlier event after a later one goes back', () => { expect(steps(['c', 'a', 'b']).map(step => step.isBack)).toEqual([false, true, false]); });
  test('what may be later is not called back', () => {
    const open = [event('x', '1989'), event('y', '1989-03')];
    expect(narrativeOf({ name: '', dates: [], mentions: [{ id: 'x', count: 1, offset: 0 }, { id: 'y', count: 1, offset: 9 }] }, open, id => open.findIndex(one => one.id === id)).map(step => step.isBack)).toEqual([false, false]);
  });
  test('events that are gone are passed over', () => { expect(steps(['a', 'gone', 'c'])).toHaveLength(2); });
  test('it is said in a sentence', () => {
    expect(narrativeText(steps(['c', 'a']))).toBe('The draft names 2 events; once it goes back in time.');
    expect(narrativeText(steps(['a']))).toBe('The draft names 1 event; it never goes back in time.');
  });
});
