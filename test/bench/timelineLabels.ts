import { drawablesOf } from '../../src/core/timeline/drawables.ts';
import { domainOf } from '../../src/core/timeline/extent.ts';
import { frameOf, type Plot } from '../../src/core/timeline/frame.ts';
import { lanesOf } from '../../src/core/timeline/lanes.ts';
import { layout, METRICS } from '../../src/core/timeline/layout.ts';
import { tableWidth } from '../../src/core/timeline/measure.ts';
import { AIR, GAP, MARK } from '../../src/core/timeline/place.ts';
import { fitView, xOf } from '../../src/core/timeline/view.ts';
import type { TimelineData } from '../../src/core/timeline/types.ts';

const WIDTH = 1230;

export interface Labels {
  readonly shown: number;
  /** As many as the same rows could hold at this zoom alone, with every row free to change at the next. */
  readonly optimum: number;
}

/**
 * Labels at a zoom against the optimum of that zoom: for each lane the most intervals that so many rows hold (interval
 * scheduling, greedy by the end, which is exact), weights and the rows of other zooms left out of account.
 */
export function labelsAt(data: TimelineData, times: number): Labels {
  const measure = (text: string, isBold: boolean) => tableWidth(text, 13, isBold);
  const domain = domainOf(data.events.map(event => event.date));
  const items = drawablesOf(data.events, domain, measure);
  const whole = fitView(domain[0], domain[1], WIDTH, 180);
  const placed = layout(items, lanesOf(data, 'process').map(lane => ({ ...lane, isCollapsed: false })), { fitZoom: whole.zoom, height: 700 * 1.8, metrics: METRICS });
  // The middle of all time at this zoom, and as wide as the panel.
  const zoom = whole.zoom * times;
  const view = { zoom, left: (domain[0] + domain[1]) / 2 - WIDTH / zoom / 2 };
  const plot: Plot = { left: 0, top: 0, width: WIDTH, height: 1e7, scroll: 0 };
  const isIn = (item: number) => xOf(view, items[item]!.extent.a) >= 0 && xOf(view, items[item]!.extent.b) <= WIDTH;
  const shown = frameOf(placed, items, view, plot, Infinity).shown.filter(mark => mark.isLabelled && isIn(mark.item)).length;
  let optimum = 0;
  for (const { placed: { rows, rest } } of placed.lanes) {
    const intervals = [...rows.flatMap(row => row.items), ...rest].filter(isIn).map(index => {
      const { extent, labelWidth } = items[index]!;
      return [xOf(view, extent.a) - MARK, xOf(view, extent.b) + MARK + GAP + labelWidth + AIR] as const;
    }).sort((one, other) => one[1] - other[1]);
    const ends = rows.map(() => -Infinity);
    for (const [from, to] of intervals) {
      let best = -1;
      ends.forEach((end, row) => { if (end <= from && (best < 0 || end > ends[best]!)) best = row; });
      if (best >= 0) {
        ends[best] = to;
        optimum++;
      }
    }
  }
  return { shown, optimum };
}
