import { expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { labelOf, surenessOf } from '../../../src/core/timeline/certainty.ts';
import { counting } from '../../../src/core/timeline/counting.ts';
import { CODES, legendOf, sampleOf } from '../../../src/core/timeline/codes.ts';
import { bandsOf, drawablesOf } from '../../../src/core/timeline/drawables.ts';
import { draw, MOST_TEXTS, shorten, wrap, type Scene } from '../../../src/core/timeline/draw.ts';
import { domainOf } from '../../../src/core/timeline/extent.ts';
import { lanesOf } from '../../../src/core/timeline/lanes.ts';
import { layout, METRICS } from '../../../src/core/timeline/layout.ts';
import { drawMark, markBox } from '../../../src/core/timeline/marks.ts';
import { PRINT_THEME } from '../../../src/core/timeline/painter.ts';
import type { EventDto } from '../../../src/core/timeline/types.ts';
import { fitView } from '../../../src/core/timeline/view.ts';
import { dataOf, dto, event, measure, RecordingPainter } from './support.ts';

function sceneOf(events: readonly EventDto[], more: Partial<Scene> = {}, grouping: 'kind' | 'place' = 'kind'): Scene {
  const data = dataOf(events);
  const domain = domainOf(events.map(one => one.date));
  const items = drawablesOf(events, domain, measure);
  const lanes = lanesOf(data, grouping).map(lane => ({ ...lane, isCollapsed: false }));
  const view = fitView(domain[0], domain[1], 1000);
  return {
    layout: layout(items, lanes, { fitZoom: view.zoom, height: 700, metrics: METRICS }), items, view, width: 1150, height: 760, header: 150, scroll: 0, theme: PRINT_THEME, fontSize: 13,
    bands: bandsOf([], lanes, domain, grouping), mentioned: undefined, atCursor: new Set(), matches: undefined, eventCount: items.length, asOf: undefined, brush: undefined, measure, ...more,
  };
}

const many = (count: number, edtf: (index: number) => string) => Array.from({ length: count }, (_, index) => event(`event number ${index}`, edtf(index), { place: `p${index % 30}` }));
const days = (index: number) => new Date(Date.UTC(1979, 0, 1 + index * 3)).toISOString().slice(0, 10);

/** The scene of what a drag brings into sight at a side, `from` pixels from where time begins. */
const sideOf = (scene: Scene, from: number): Scene => ({
  ...scene, header: 0, width: 500, view: { ...scene.view, left: scene.view.left + from / scene.view.zoom }, beside: draw(new RecordingPainter(), scene),
});

test('what a drag brings into sight goes on beside the picture: nothing that stands there stands here as well, or elsewhere', () => {
  const scene = sceneOf([event('The long war', '1950/1995'), event('Begun', '1958-01-01'), event('Ended', '1992-01-01')], { bands: [{ from: -6000, to: 6000, title: 'An era', lane: -1 }] });
  const near = { ...scene, view: { left: -3000, zoom: scene.view.zoom * 2 } };
  const textsOf = (one: Scene) => {
    const painter = new RecordingPainter();
    draw(painter, one);
    return painter.texts.filter(({ x }) => x > (one.beside === undefined ? 0 : -60) && x < one.width);
  };
  const [seen, left, right] = [near, sideOf(near, -500), sideOf(near, 1000)].map(textsOf) as [ReturnType<typeof textsOf>, ReturnType<typeof textsOf>, ReturnType<typeof textsOf>];
  const of = (texts: typeof seen, text: string) => texts.filter(one => one.text === text).map(({ x }) => Math.round(x));
  // Out of sight where they begin, they stand at the edge of the picture, and only there.
  for (const text of ['The long war', 'An era', '1960s']) { expect([text, of(seen, text).length, of(left, text), of(right, text)]).toEqual([text, 1, [], []]); }
  expect([of(seen, 'Begun'), of(left, 'Begun').length, of(right, 'Begun')]).toEqual([[], 1, []]);
  expect([of(seen, 'Ended'), of(left, 'Ended'), of(right, 'Ended').length]).toEqual([[], [], 1]);
  // What begins at one side of the edge ends at the other.
  const edge = draw(new RecordingPainter(), { ...near, view: { ...near.view, left: scene.items[1]!.extent.a + 4 / near.view.zoom } }).frame.shown.find(shown => shown.item === 1)!;
  const side = sideOf({ ...near, view: { ...near.view, left: scene.items[1]!.extent.a + 4 / near.view.zoom } }, -500);
  expect(draw(new RecordingPainter(), side).frame.shown.find(shown => shown.item === 1)!.box.label - edge.box.label).toBeCloseTo(500 - 150, 6);
});

test.each([
  ['points', many(4000, days)], ['short labels', many(4000, days).map((one, index) => ({ ...one, title: String(index % 9) }))],
  ['spans', many(4000, index => `${days(index)}/${days(index + 40)}`)], ['unknown ends', many(2000, index => `${days(index)}/`)],
  ['sets', many(1500, index => `[${days(index).slice(0, 4)},${Number(days(index).slice(0, 4)) + 2}]`)], ['years', many(1500, index => `${1700 + index % 300}~`)],
])('a frame of thousands of %s stays within 300 texts and 3,000 shapes, near and far', (_, events) => {
  for (const grouping of ['kind', 'place'] as const) {
    const scene = sceneOf(events, {}, grouping);
    for (const factor of [1, 4, 30, 200]) {
      const near = { ...scene, view: { left: scene.view.left + 2000, zoom: scene.view.zoom * factor } };
      for (const one of [near, sideOf(near, -500), sideOf(near, 1000)]) {
        const counts = { texts: 0, shapes: 0 };
        draw(counting(new RecordingPainter(), counts), one);
        expect(counts.texts).toBeLessThanOrEqual(MOST_TEXTS);
        expect(counts.shapes).toBeLessThanOrEqual(3000);
      }
    }
  }
});

test('counts and strips that open stand within the picture', () => {
  const { folds } = draw(new RecordingPainter(), sceneOf(many(900, days)));
  expect(folds.length).toBeGreaterThan(0);
  for (const fold of folds) { expect(fold.count).toBeGreaterThan(0); }
});

test('what the draft names is bold, and bold text is what the layout made room for', () => {
  const painter = new RecordingPainter();
  draw(painter, sceneOf([event('A', '1989-01-01'), event('B', '1991-01-01')], { mentioned: new Set([0]) }));
  expect(painter.texts.find(text => text.text === 'A')!.isBold).toBe(true);
  expect(painter.texts.find(text => text.text === 'B')!.isBold).toBe(false);
});

test('each event is drawn under its name: title, date, certainty', () => {
  const painter = new RecordingPainter();
  draw(painter, sceneOf([event('Talks', '1985~')]));
  expect(painter.names).toEqual(['Talks, 1985~, known to the year, approximate']);
});

test('a title of 10,000 letters takes no more than its share', () => {
  const painter = new RecordingPainter();
  draw(painter, sceneOf([event('x'.repeat(10_000), '1989-01-01'), event('B', '1991-01-01')]));
  expect(Math.max(...painter.texts.map(text => text.text.length))).toBeLessThan(200);
});

test('a war stands behind all lanes, offices and memberships behind the lane of who held them, each as long as is known', () => {
  const data = dataOf([event('a', '1985', { participants: [{ actor: 'quill', role: 'host' }] }), event('b', '1995', { participants: [{ actor: 'lund', role: 'host' }] })], {
    actors: [{ id: 'quill', name: 'Quill', type: 'person', typeText: 'Persons' }, { id: 'lund', name: 'Lund', type: 'person', typeText: 'Persons' }],
    eras: [
      { id: 'o', title: 'Keeper', kind: 'office', actor: 'lund', date: dto('1988/1991') }, { id: 'm', title: 'Member', kind: 'membership', actor: 'lund', date: dto('1990/..') },
      { id: 'w', title: 'War', kind: 'war', actor: '', date: dto('1980/1989') }, { id: 'x', title: 'Clerk', kind: 'office', actor: 'nobody', date: dto('1990') },
    ],
  });
  const domain = domainOf(data.events.map(one => one.date));
  const bands = (grouping: 'actor' | 'kind') => bandsOf(data.eras, lanesOf(data, grouping).map(lane => ({ ...lane, isCollapsed: false })), domain, grouping);
  const lane = lanesOf(data, 'actor').findIndex(({ title }) => title === 'Lund');
  expect(bands('actor').map(band => [band.title, band.lane])).toEqual([['Keeper', lane], ['Member', lane]]);
  expect(bands('actor')[1]!.to).toBe(domain[1]);
  expect(bands('kind').map(band => [band.title, band.lane])).toEqual([['War', -1]]);
  const painter = new RecordingPainter();
  draw(painter, { ...sceneOf(data.events), bands: bands('kind') });
  expect(painter.texts.map(({ text }) => text)).toContain('War');
});

test('the legend names only what is in use', () => {
  const items = drawablesOf([event('A', '1989-01-01'), event('B', '1985~', { kind: 'letter' })], [0, 9000], measure);
  expect(legendOf(items).codes).toEqual(['day', 'year', 'approximate']);
  expect(legendOf(items).markers.map(one => one.marker)).toEqual(['circle', 'triangle']);
});

test('every code of the legend draws, and no two of them alike', () => {
  const pictures = CODES.map(code => {
    const calls: unknown[] = [];
    const record = (name: string) => (...args: unknown[]) => { calls.push([name, ...args]); };
    const item = sampleOf(code, 44);
    const view = { left: 0, zoom: 1 };
    drawMark({ rect: record('rect'), polygon: record('polygon'), circle: record('circle'), line: record('line'), fade: record('fade'), text: record('text'), clipped: record('clipped'), named: record('named') },
      item, markBox(item, view, 0, 44), view, 0, 9, { color: '#000', opacity: 1, isSolid: true }, PRINT_THEME);
    return JSON.stringify(calls);
  });
  expect(new Set(pictures).size).toBe(CODES.length);
});

const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

test('a shortened text is never wider than its room, and never ends in half a character', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 20, max: 300 }), (text, room) => {
    const short = shorten(text, room, measure);
    if (measure(text) > room) { expect(measure(short)).toBeLessThanOrEqual(room); } else { expect(short).toBe(text); }
    if (!HALF.test(text)) { expect(short).not.toMatch(HALF); }
  }));
});

test('a label is as much of the whole one as it may claim, whenever it is asked for', () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), fc.constantFrom('1985-03-02', '1985~', '1985?'), (title, edtf) => {
    const { label, wholeLabel, labelWidth } = drawablesOf([event(title, edtf)], [0, 9000], measure)[0]!;
    const bold = (text: string) => measure(text);
    expect(wholeLabel).toBe(labelOf(title, surenessOf(dto(edtf))));
    expect(label).toBe(shorten(wholeLabel, 220, bold));
    expect(labelWidth).toBe(Math.ceil(bold(label)));
  }));
});

test('wrapped text keeps its words in order on as many lines as allowed', () => {
  expect(wrap('Genocides of the 20th century', 100, 2, measure)).toEqual(['Genocides of', 'the 20th cent…']);
  expect(wrap('Short', 100, 2, measure)).toEqual(['Short']);
});
