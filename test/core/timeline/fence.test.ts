import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/core/dates/days.ts';
import { fenceOf, readFence } from '../../../src/core/timeline/fence.ts';
import { findFences } from '../../../src/core/timeline/fences.ts';
import { FIRST_STATE } from '../../../src/core/timeline/filter.ts';
import { FIGURE, figureSvg } from '../../../src/core/timeline/figure.ts';
import { dataOf, event } from './support.ts';
import { xmlFault } from './xml.ts';

const data = dataOf([event('a', '1985'), event('b', '1989-07')], {
  actors: [{ id: 'france', name: 'France', type: 'state', typeText: 'States' }, { id: 'indonesia', name: 'Indonésie', type: 'state', typeText: 'States' }],
});

describe('what a fence asks for', () => {
  test('all fields are optional', () => {
    const { state, problems, title } = readFence('', data);
    expect({ problems, title, range: state.filter.range }).toEqual({ problems: [], title: undefined, range: null });
  });

  test('title, lanes, time and which events', () => {
    const { state, title, problems } = readFence('title: The road\nlanes: actor\nfrom: 1988\nto: 1991-10\nactor: france, indonesie\nkind: meeting\n# a remark\n', data);
    expect(problems).toEqual([]);
    expect(title).toBe('The road');
    expect(state).toMatchObject({ grouping: 'actor', span: [dayOf(1988), dayOf(1991, 11)], filter: { actors: ['france', 'indonesia'], kinds: ['meeting'], range: [dayOf(1988), dayOf(1991, 11)] } });
  });

  test('what is not understood is told where it stands, the rest holds', () => {
    const text = 'lanes: colour\nfrom: soon\nflavour: sweet\nactor: nobody\nkind: meeting';
    const { problems, state } = readFence(text, data);
    expect(problems.map(problem => text.slice(problem.span.start, problem.span.end))).toEqual(['lanes: colour', 'from: soon', 'flavour: sweet', 'actor: nobody']);
    expect(state.filter.kinds).toEqual(['meeting']);
  });

  test('it draws well-formed SVG, whatever stands in it', () => {
    for (const text of ['', 'title: <script>&', 'from: 1991\nto: 1980', 'from: 1986', '\u0000:\u0000', 'text: nobody']) { expect(xmlFault(figureSvg(data, readFence(text, data).state, new Set(), { ...FIGURE, title: readFence(text, data).title ?? '' }))).toBe(''); }
  });
});

test('the fence of a view asks for what the view shows', () => {
  const filter = { ...FIRST_STATE.filter, text: 'two words', actors: ['france', 'indonesia'], kinds: ['meeting'], certainties: ['exact', 'open'] as const, range: [dayOf(1988, 3, 2), dayOf(1990, 1, 1)] as const };
  const [found, ...others] = findFences(fenceOf({ grouping: 'actor', filter }, data));
  expect(others).toEqual([]);
  const { state, problems } = readFence(found!.text, data);
  expect(problems).toEqual([]);
  expect(state).toMatchObject({ grouping: 'actor', filter });
  expect(fenceOf(FIRST_STATE, data)).toBe('```timeline\n```');
});

describe('fences of a text', () => {
  const fence = (text: string) => findFences(text).map(found => ({ ...found, span: text.slice(found.span.start, found.span.end) }));

  test('a fence is found with its text', () => {
    expect(fence('A\n\n```timeline\ntitle: x\n```\n\nB')).toEqual([{ span: '```timeline\ntitle: x\n```', prefix: '', text: 'title: x\n' }]);
  });

  test.each(['~~~ timeline\n~~~', '```{.timeline}\n```', '```{#fig .timeline}\n```', '````timeline wide\n```\n````', '```timeline'])('%j is one', text => {
    expect(fence(text)).toHaveLength(1);
  });

  test.each(['```timelines\n```', '```python\ntimeline\n```', '    ```timeline\n    ```', 'so ```timeline``` here', '````\n```timeline\n```\n````', '<!--\n```timeline\n```\n-->'])('%j is none', text => {
    expect(fence(text)).toEqual([]);
  });

  test('within a quotation and a list its prefix is kept, its text has none', () => {
    expect(fence('> ```timeline\n> title: x\n> ```\n')).toEqual([{ span: '> ```timeline\n> title: x\n> ```', prefix: '> ', text: 'title: x\n' }]);
    expect(fence('- ```timeline\n  title: x\n  ```\n- b')[0]).toMatchObject({ prefix: '- ', text: 'title: x\n' });
  });

  test('line ends of Windows are no part of a field', () => {
    expect(fence('```timeline\r\ntitle: x\r\n```\r\nB')).toEqual([{ span: '```timeline\r\ntitle: x\r\n```', prefix: '', text: 'title: x\n' }]);
  });
});
