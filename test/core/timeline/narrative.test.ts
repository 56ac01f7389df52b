import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/core/dates/days.ts';
import { readFence, fenceSvg } from '../../../src/core/timeline/fence.ts';
import { FIGURE } from '../../../src/core/timeline/figure.ts';
import { narrativeOf, narrativeText } from '../../../src/core/timeline/narrative.ts';
import { dataOf, event } from './support.ts';
import { xmlFault } from './xml.ts';

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

describe('a fence', () => {
  test('all fields are optional', () => {
    const { state, problems, title } = readFence('');
    expect({ problems, title, range: state.filter.range }).toEqual({ problems: [], title: undefined, range: null });
  });

  test('it says title, lanes, time and which events', () => {
    const { state, title, problems } = readFence('title: The road\nlanes: actor\nfrom: 1988\nto: 1991-10\nactor: france, indonesia\nkind: meeting\n# a remark\n');
    expect(problems).toEqual([]);
    expect(title).toBe('The road');
    expect(state).toMatchObject({ grouping: 'actor', span: [dayOf(1988), dayOf(1991, 11)], filter: { actors: ['france', 'indonesia'], kinds: ['meeting'], range: [dayOf(1988), dayOf(1991, 11)] } });
  });

  test('what is not understood is told where it stands, the rest holds', () => {
    const text = 'lanes: colour\nfrom: soon\nflavour: sweet\nkind: meeting';
    const { problems, state } = readFence(text);
    expect(problems.map(problem => text.slice(problem.span.start, problem.span.end))).toEqual(['lanes: colour', 'from: soon', 'flavour: sweet']);
    expect(state.filter.kinds).toEqual(['meeting']);
  });

  test('it draws well-formed SVG, whatever stands in it', () => {
    const data = dataOf([event('a', '1985'), event('b', '1989-07')]);
    for (const text of ['', 'title: <script>&', 'from: 1991\nto: 1980', 'from: 1986', '\u0000:\u0000', 'text: nobody']) { expect(xmlFault(fenceSvg(text, data, FIGURE).svg)).toBe(''); }
  });
});
