import { bandsOf, CODE_WORDS, drawablesOf, legendOf, nameOf, sampleOf } from './drawables.ts';
import { AXIS_HEIGHT, draw, type Scene } from './draw.ts';
import { domainOf } from './extent.ts';
import { matching, searchTexts } from './filter.ts';
import { lanesOf } from './lanes.ts';
import { layout, METRICS, type LaneInput } from './layout.ts';
import { drawMarker } from './markers.ts';
import { drawMark, markBox, type Drawable } from './marks.ts';
import { tableWidth } from './measure.ts';
import { PRINT_THEME, type Painter } from './painter.ts';
import { SvgPainter } from './svg.ts';
import type { TimelineData, ViewState } from './types.ts';
import { fitView } from './view.ts';

export interface FigureOptions {
  /** Pixels; 1123 fills the width of a landscape A4 page at 96 to the inch. */
  readonly width: number;
  readonly fontSize: number;
  readonly title: string;
}
export const FIGURE: FigureOptions = { width: 1123, fontSize: 12, title: 'Timeline' };

/** Pixels kept free after the last day, so that its label has room. */
const LABEL_ROOM = 190;

/**
 * The whole timeline as an SVG file in the print theme: all events that the filter lets through, in as many rows as
 * their labels need, no sign of the draft or of a selection. The same data and state give the same file.
 */
export function figureSvg(data: TimelineData, state: Pick<ViewState, 'grouping' | 'filter' | 'order' | 'span'>, mentioned: ReadonlySet<string>, options: FigureOptions = FIGURE): string {
  const found = matching(data, searchTexts(data), state.filter, mentioned);
  const events = data.events.filter((_, index) => found.has(index));
  const measure = (text: string, isBold: boolean) => tableWidth(text, options.fontSize, isBold);
  const domain = domainOf(events.map(event => event.date));
  const [from, to] = padded(state.span ?? domain);
  const items = drawablesOf(events, domain, measure);
  const lanes: LaneInput[] = lanesOf({ ...data, events }, state.grouping, state.order).map(lane => ({ ...lane, isCollapsed: false }));
  const header = 150;
  const view = fitView(from, to, options.width - header, LABEL_ROOM);
  const placed = layout(items, lanes, { fitZoom: view.zoom, height: Infinity, metrics: METRICS });
  const height = AXIS_HEIGHT + placed.height;
  const scene: Scene = {
    layout: placed, items, view, width: options.width, height, header, scroll: 0, theme: PRINT_THEME, fontSize: options.fontSize,
    bands: bandsOf(data.eras, lanes, domain, state.grouping === 'actor'), mentioned: undefined, atCursor: new Set(), matches: undefined, eventCount: items.length, selected: -1,
    asOf: undefined, brush: undefined, measure, labelLimit: Infinity,
  };
  const painter = new SvgPainter();
  draw(painter, scene);
  const legend = drawLegend(painter, items, options, height);
  const list = events.map(event => nameOf(event.title, event.date)).join('; ');
  return painter.finish(options.width, height + legend, options.title, `${events.length} events. ${list}`, JSON.stringify({ grouping: state.grouping, filter: state.filter, order: state.order, span: state.span }));
}

function padded([from, to]: readonly [number, number]): readonly [number, number] {
  const air = (to - from) * 0.02;
  return [from - air, to + air];
}

/** The codes and markers in use, explained below the lanes. @returns the pixels that it took */
function drawLegend(painter: Painter, items: readonly Drawable[], { width, fontSize }: FigureOptions, top: number): number {
  const { codes, markers } = legendOf(items);
  const size = fontSize * 0.9;
  let [x, y] = [12, top + 18];
  const place = (sample: number, words: string, paint: (x: number, y: number) => void) => {
    const needs = sample + 6 + tableWidth(words, size, false) + 18;
    if (x + needs > width && x > 12) { [x, y] = [12, y + 20]; }
    paint(x, y);
    painter.text(x + sample + 6, y, words, { color: PRINT_THEME.muted, size, isBold: false });
    x += needs;
  };
  const ink = { color: PRINT_THEME.foreground, opacity: 1, isSolid: true };
  for (const code of codes) {
    const sample = sampleOf(code, code === 'day' ? 14 : 44);
    const view = { left: 0, zoom: 1 };
    place(code === 'day' ? 14 : 44, CODE_WORDS[code], (left, middle) => {
      drawMark(painter, sample, markBox(sample, view, left, 44), view, left, middle, { ...ink, isSolid: code === 'day' || sample.extent.shape === 'span' }, PRINT_THEME);
    });
  }
  for (const { marker, words } of markers) {
    place(12, words, (left, middle) => { drawMarker(painter, marker, left + 6, middle, 5, { color: PRINT_THEME.foreground }, undefined); });
  }
  return y - top + 16;
}
