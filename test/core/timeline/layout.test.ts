import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { drawablesOf } from '../../../src/core/timeline/drawables.ts';
import { domainOf } from '../../../src/core/timeline/extent.ts';
import { foldedBetween, revealingZoom } from '../../../src/core/timeline/folds.ts';
import { frameOf, type Plot } from '../../../src/core/timeline/frame.ts';
import { layout, layoutSteps, METRICS, withLane, type LaneInput, type Layout } from '../../../src/core/timeline/layout.ts';
import type { Drawable } from '../../../src/core/timeline/marks.ts';
import { clampView, fitView, MAX_ZOOM, type View } from '../../../src/core/timeline/view.ts';
import { event, measure } from './support.ts';

const WIDTH = 900;
const PLOT: Plot = { left: 0, top: 0, width: WIDTH, height: 1e7, scroll: 0 };

const year = fc.integer({ min: 1970, max: 1995 });
const month = fc.integer({ min: 1, max: 12 }).map(value => String(value).padStart(2, '0'));
const day = fc.integer({ min: 1, max: 28 }).map(value => String(value).padStart(2, '0'));
const EDTF = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(year, month, day).map(parts => parts.join('-')) },
  { weight: 2, arbitrary: fc.tuple(year, month).map(parts => parts.join('-')) },
  fc.tuple(year, fc.constantFrom('', '~', '?', '%')).map(parts => parts.join('')),
  fc.tuple(year, month, day, fc.integer({ min: 0, max: 4 }), fc.constantFrom('', '~')).map(([y, m, d, years, mark]) => `${y}-${m}-${d}/${y + years}${mark}`),
  fc.tuple(year, fc.constantFrom('/..', '/')).map(parts => parts.join('')),
  year.map(value => `[${value},${value + 2}]`), year.map(value => `${value}-21`), fc.constantFrom('198X', '../1979', '/1980-05-01'),
);
const EVENTS = fc.array(fc.record({ edtf: EDTF, length: fc.integer({ min: 0, max: 60 }), weight: fc.integer({ min: -5, max: 40 }), lane: fc.integer({ min: 0, max: 3 }) }), { minLength: 1, maxLength: 60 });

interface Made {
  readonly layout: Layout;
  readonly items: readonly Drawable[];
  readonly lanes: readonly LaneInput[];
  readonly domain: readonly [number, number];
}

function make(input: readonly { readonly edtf: string; readonly length: number; readonly weight: number; readonly lane: number }[], height = 400): Made {
  const events = input.map(({ edtf, length, weight }, index) => event(`${index}${'x'.repeat(length)}`, edtf, { weight }));
  const domain = domainOf(events.map(one => one.date));
  const items = drawablesOf(events, domain, measure);
  const lanes = [0, 1, 2, 3].map(lane => ({ id: String(lane), title: String(lane), members: input.flatMap((one, index) => one.lane === lane ? [index] : []), isCollapsed: false }));
  return { layout: layout(items, lanes, { fitZoom: fitView(domain[0], domain[1], WIDTH).zoom, height, metrics: METRICS }), items, lanes, domain };
}

const someView = ({ domain }: Made, place: number, depth: number): View => {
  const whole = fitView(domain[0], domain[1], WIDTH);
  const zoom = whole.zoom * (MAX_ZOOM / whole.zoom) ** depth;
  return clampView({ zoom, left: domain[0] + (domain[1] - domain[0]) * place - WIDTH / zoom / 2 }, domain, WIDTH);
};
const unit = fc.double({ min: 0, max: 1, noNaN: true });

test('no label overlaps a label or a mark of its row, at any zoom and anywhere', () => {
  fc.assert(fc.property(EVENTS, unit, unit, (input, place, depth) => {
    const made = make(input);
    const frame = frameOf(made.layout, made.items, someView(made, place, depth), PLOT, Infinity);
    const boxes = frame.shown.map(({ y, lane, box, isLabelled, item }) => ({
      row: `${lane} ${y}`, item, label: isLabelled ? [box.label, box.label + made.items[item]!.labelWidth] as const : undefined, mark: [box.left, box.right] as const,
    }));
    for (const one of boxes) {
      for (const other of boxes) {
        if (one === other || one.row !== other.row || one.label === undefined) { continue; }
        if (other.label !== undefined) { expect(one.label[1] <= other.label[0] || other.label[1] <= one.label[0]).toBe(true); }
        expect(one.label[1] <= other.mark[0] + 0.01 || other.mark[1] - 0.01 <= one.label[0]).toBe(true);
      }
    }
  }), { numRuns: 300 });
});

test('every event is reached at every zoom: shown, or counted where it folds', () => {
  fc.assert(fc.property(EVENTS, unit, unit, (input, place, depth) => {
    const made = make(input);
    const view = someView(made, place, depth);
    const frame = frameOf(made.layout, made.items, view, PLOT, Infinity);
    const shown = new Set(frame.shown.map(mark => mark.item));
    for (const { lane, count } of frame.folded) {
      const folded = foldedBetween(made.layout, made.items, frame, lane, view, PLOT, 0, WIDTH);
      expect(folded.length).toBe(count);
      for (const item of folded) { shown.add(item); }
    }
    made.items.forEach((item, index) => {
      const isInSight = (item.extent.b - view.left) * view.zoom >= 0 && (item.extent.a - view.left) * view.zoom <= WIDTH;
      if (isInSight) { expect(shown.has(index)).toBe(true); }
    });
  }), { numRuns: 300 });
});

test('a label that shows at one zoom shows at every higher one, in the same row', () => {
  fc.assert(fc.property(EVENTS, unit, unit, (input, first, second) => {
    const made = make(input);
    const [low, high] = [Math.min(first, second), Math.max(first, second)];
    const labels = (depth: number) => {
      // A view as wide as all time, so that nothing is out of sight.
      const { zoom } = someView(made, 0.5, depth);
      const width = Math.ceil((made.domain[1] - made.domain[0]) * zoom) + 2000;
      if (width > 200_000) { return undefined; }
      const frame = frameOf(made.layout, made.items, { zoom, left: made.domain[0] - 200 / zoom }, { ...PLOT, width }, Infinity);
      return new Map(frame.shown.filter(mark => mark.isLabelled).map(mark => [mark.item, mark.y]));
    };
    const [before, after] = [labels(low), labels(high)];
    for (const [item, y] of after === undefined ? [] : before ?? []) { expect(after?.get(item)).toBe(y); }
  }));
});

test('the same data give the same layout, whole or in slices', () => {
  fc.assert(fc.property(EVENTS, input => {
    const made = make(input);
    expect(make(input).layout).toEqual(made.layout);
    const steps = layoutSteps(made.items, made.lanes, { fitZoom: fitView(made.domain[0], made.domain[1], WIDTH).zoom, height: 400, metrics: METRICS });
    for (;;) {
      const step = steps.next();
      if (step.done === true) { expect(step.value).toEqual(made.layout); break; }
    }
  }), { numRuns: 40 });
});

test('between any two looks at the clock few events are placed, however many there are', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1900, max: 1999 }), month, day), { minLength: 600, maxLength: 2600 }), dates => {
    const items = drawablesOf(dates.map(([y, m, d], index) => event(`event ${index}`, `${y}-${m}-${d}`)), [-30_000, 11_000], measure);
    const members = [...items.keys()];
    const lanes = [0, 1].map(lane => ({ id: String(lane), title: '', members: members.filter(member => member % 2 === lane), isCollapsed: false }));
    const options = { fitZoom: 0.03, height: 400, metrics: METRICS };
    let looks = 0;
    for (const steps = layoutSteps(items, lanes, options); ;) {
      const step = steps.next();
      if (step.done === true) { expect(step.value).toEqual(layout(items, lanes, options)); break; }
      looks++;
    }
    expect(looks).toBeGreaterThan(items.length / 50);
  }), { numRuns: 5 });
});

test('every member of a lane stands in it once', () => {
  fc.assert(fc.property(EVENTS, input => {
    const { layout: made, lanes } = make(input);
    made.lanes.forEach((box, index) => {
      const placed = [...box.placed.rows.flatMap(row => row.items), ...box.placed.rest].sort((one, other) => one - other);
      expect(placed).toEqual([...lanes[index]!.members].sort((one, other) => one - other));
    });
  }));
});

describe('room', () => {
  test('events that are far apart share a row', () => {
    const { layout: made } = make([{ edtf: '1970-01-01', length: 3, weight: 0, lane: 0 }, { edtf: '1990-01-01', length: 3, weight: 0, lane: 0 }]);
    expect(made.lanes[0]!.placed.rows).toHaveLength(1);
  });

  test('spans that overlap in time never share a row', () => {
    const { layout: made } = make([{ edtf: '1980/1985', length: 0, weight: 0, lane: 0 }, { edtf: '1984/1990', length: 0, weight: 0, lane: 0 }]);
    expect(made.lanes[0]!.placed.rows.map(row => row.items.length)).toEqual([1, 1]);
  });

  test('of two events on one day the weightier gets the label, the other is counted, where there is one row', () => {
    const events = ['light', 'heavy'].map((id, weight) => event(id, '1989-08-03', { weight }));
    const items = drawablesOf(events, [0, 9000], measure);
    const lane = { id: '', title: '', members: [0, 1], isCollapsed: false, fixedRows: 1 };
    const { placed } = layout(items, [lane], { fitZoom: 0.1, height: 0, metrics: METRICS }).lanes[0]!;
    expect(placed.rows[0]!.items).toEqual([1]);
    expect(placed.rest).toEqual([0]);
  });

  test('a lane that is folded has no rows, and still counts all of its events', () => {
    const items = drawablesOf([event('a', '1989'), event('b', '1990')], [0, 9000], measure);
    const made = layout(items, [{ id: '', title: '', members: [0, 1], isCollapsed: true }], { fitZoom: 0.1, height: 500, metrics: METRICS });
    expect(made.lanes[0]!.placed.rows).toEqual([]);
    expect(frameOf(made, items, { left: 0, zoom: 0.1 }, PLOT, 99).folded[0]!.count).toBe(2);
  });

  test('another date in the draft moves nothing but its own lane', () => {
    const made = make(Array.from({ length: 30 }, (_, index) => ({ edtf: `19${70 + index % 20}-05-01`, length: index, weight: 0, lane: 1 + index % 3 })));
    const draft = { id: '0', title: '0', members: [30], isCollapsed: false, fixedRows: 2 };
    const items = [...made.items, ...drawablesOf([event('draft', '1989')], made.domain, measure)];
    const after = withLane(made.layout, items, 0, draft, 0.1);
    expect(after.lanes.slice(1)).toEqual(made.layout.lanes.slice(1));
    expect(after.height).toBe(made.layout.height);
  });
});

test('zooming to what a fold asks for shows all of its labels', () => {
  const made = make(Array.from({ length: 12 }, (_, index) => ({ edtf: `1989-${String(index + 1).padStart(2, '0')}-01`, length: 30, weight: 0, lane: 0 })), 0);
  const whole = fitView(made.domain[0], made.domain[1], 200);
  const frame = frameOf(made.layout, made.items, whole, { ...PLOT, width: 200 }, Infinity);
  const members = foldedBetween(made.layout, made.items, frame, 0, whole, { ...PLOT, width: 200 }, 0, 200);
  expect(members.length).toBeGreaterThan(0);
  const zoom = revealingZoom(made.layout, 0, members);
  const near = frameOf(made.layout, made.items, { zoom, left: made.domain[0] - 10 }, { ...PLOT, width: 1e6 }, Infinity);
  const labelled = new Set(near.shown.filter(mark => mark.isLabelled).map(mark => mark.item));
  expect(members.every(item => labelled.has(item))).toBe(true);
});

test('5,000 events on one day are one label for each row and a count', () => {
  const items = drawablesOf(Array.from({ length: 5000 }, (_, index) => event(`e${index}`, '1989-08-03')), [0, 9000], measure);
  const made = layout(items, [{ id: '', title: '', members: items.map((_, index) => index), isCollapsed: false }], { fitZoom: 0.1, height: 600, metrics: METRICS });
  const rows = made.lanes[0]!.placed.rows.length;
  const frame = frameOf(made, items, fitView(7000, 8000, WIDTH), PLOT, 300);
  expect(frame.shown.length + frame.folded[0]!.count).toBe(5000);
  expect(frame.shown.length).toBeLessThanOrEqual(rows);
});

test('an interval of 4,000 years and 10,000 lanes are laid out', () => {
  const items = drawablesOf([event('long', '-2000/1999'), event('short', '1989-08-03')], [-1.5e6, 11000], measure);
  const lanes = Array.from({ length: 10_000 }, (_, index) => ({ id: String(index), title: String(index), members: [index % 2], isCollapsed: false }));
  const made = layout(items, lanes, { fitZoom: 0.001, height: 600, metrics: METRICS });
  expect(made.lanes).toHaveLength(10_000);
  const frame = frameOf(made, items, { left: -1.5e6, zoom: 0.001 }, { ...PLOT, height: 600, scroll: 5000 }, 300);
  expect(frame.lanes[1] - frame.lanes[0]).toBeLessThan(40);
});

test('a label that would leave the picture stands before its mark where that is free, and else ends with the picture', () => {
  const made = make([{ edtf: '1980-01-01', length: 4, weight: 1, lane: 0 }, { edtf: '1990-01-01', length: 4, weight: 1, lane: 0 }]);
  const shownAt = (right: number) => {
    const view = { left: made.items[1]!.extent.a - (WIDTH - right) / 0.2, zoom: 0.2 };
    return frameOf(made.layout, made.items, view, PLOT, Infinity).shown.find(shown => shown.item === 1)!;
  };
  const { labelWidth } = made.items[1]!;
  expect(shownAt(300).limit).toBe(undefined);
  const near = shownAt(10);
  expect([near.box.label + labelWidth < near.box.middle, near.limit]).toEqual([true, labelWidth]);

  const narrow = frameOf(made.layout, made.items, { left: made.items[1]!.extent.a - 30 / 0.2, zoom: 0.2 }, { ...PLOT, width: 60 }, Infinity).shown.find(shown => shown.item === 1)!;
  expect([narrow.box.label > narrow.box.middle, narrow.box.label + narrow.limit!]).toEqual([true, 60]);
});

test('no label leaves the picture to the right, at any zoom and anywhere', () => {
  fc.assert(fc.property(EVENTS, unit, unit, (input, place, depth) => {
    const made = make(input);
    for (const { item, box, isLabelled, limit } of frameOf(made.layout, made.items, someView(made, place, depth), PLOT, Infinity).shown) {
      if (isLabelled && box.left < WIDTH && box.label < WIDTH) { expect(box.label + (limit ?? made.items[item]!.labelWidth)).toBeLessThanOrEqual(WIDTH + 0.001); }
    }
  }), { numRuns: 200 });
});
