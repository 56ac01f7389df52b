import type { Day } from '../dates/types.ts';
import { CODE_WORDS, legendOf, sampleOf } from './codes.ts';
import { bandsOf, drawablesOf, nameOf, type Measure } from './drawables.ts';
import { axisHeight, draw, wrapAll, type Scene } from './draw.ts';
import { domainOf, extentOf, Reaches } from './extent.ts';
import { matching, searchTexts } from './filter.ts';
import { lanesOf } from './lanes.ts';
import { layout, METRICS, type LaneInput } from './layout.ts';
import { drawMarker } from './markers.ts';
import { drawMark, markBox, type Drawable } from './marks.ts';
import { tableWidth } from './measure.ts';
import { PRINT_THEME, type Painter } from './painter.ts';
import { SvgPainter } from './svg.ts';
import type { EventDto, TimelineData, ViewState } from './types.ts';
import { fitView } from './view.ts';
import { eventsText } from './words.ts';
import { t } from '../l10n.ts';

export interface FigureOptions {
  /** Pixels; 1123 fills the width of a landscape A4 page at 96 to the inch. */
  readonly width: number;
  readonly fontSize: number;
  readonly title: string;
}
export const FIGURE: FigureOptions = { width: 1123, fontSize: 12, title: 'Timeline' };
/** Which events a figure shows, and how. */
export type FigureState = Pick<ViewState, 'grouping' | 'filter' | 'order' | 'span'>;

/** A picture of the whole timeline, ready for any painter. */
export interface Figure {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly eventCount: number;
  /** All of it in words, for who cannot see it. */
  readonly description: string;
  /** How it was made, as JSON, so that it can be made again. */
  readonly recipe: string;
  draw(painter: Painter): void;
}

/** Pixels kept free after the last day, so that its label has room. */
const LABEL_ROOM = 190;
const HEADER = 150;

/**
 * The whole timeline in the print theme: all events that the filter lets through, in as many rows as their labels need,
 * no sign of the draft or of a selection. It reaches over what is not background, or over the given span; what lies
 * outside is named below the picture, so that nothing is lost and nothing is squeezed.
 * @param mentioned ids of events that the draft names, for a filter that asks
 */
export function figureOf(data: TimelineData, state: FigureState, mentioned: ReadonlySet<string>, options: FigureOptions = FIGURE): Figure {
  const measure: Measure = (text, isBold) => tableWidth(text, options.fontSize, isBold);
  const events = eventsOf(data, state, mentioned);
  const reaches = new Reaches();
  for (const event of events) { reaches.add(event); }
  const [from, to] = state.span ?? padded(reaches.focus);
  const isInside = (event: EventDto) => {
    const { a, b } = extentOf(event.date, [from, to]);
    return a <= to && b >= from;
  };
  const [inside, outside] = [events.filter(isInside), events.filter(event => !isInside(event))];
  const domain = domainOf(inside.map(event => event.date));
  const items = drawablesOf(inside, domain, measure);
  const lanes: LaneInput[] = lanesOf({ ...data, events: inside }, state.grouping, state.order).map(lane => ({ ...lane, isCollapsed: false }));
  const view = fitView(from, to, options.width - HEADER, LABEL_ROOM);
  const placed = layout(items, lanes, { fitZoom: view.zoom, height: Infinity, metrics: METRICS });
  const plotHeight = axisHeight(options.fontSize) + placed.height;
  const scene: Scene = {
    layout: placed, items, view, width: options.width, height: plotHeight, header: HEADER, scroll: 0, theme: PRINT_THEME, fontSize: options.fontSize,
    bands: bandsOf(data.eras, lanes, domain, state.grouping), mentioned: undefined, atCursor: new Set(), matches: undefined, eventCount: items.length,
    asOf: undefined, brush: undefined, measure, labelLimit: Infinity, isFile: true,
  };
  const size = options.fontSize * 0.9;
  const rest = outside.length === 0 ? [] : wrapAll(t('Outside this stretch of time: {0}.', outside.map(event => nameOf(event.title, event.date)).join('; ')), options.width - 24, text => tableWidth(text, size, false));
  const legend = legendRows(items, options);
  const height = plotHeight + 8 + legend.height + rest.length * (size + 5) + 10;
  const { grouping, filter, order, span } = state;
  return {
    width: options.width, height, title: options.title, eventCount: events.length, recipe: JSON.stringify({ grouping, filter, order, span }),
    description: inWords(events),
    draw: painter => {
      painter.rect(0, 0, options.width, height, { color: PRINT_THEME.background });
      draw(painter, scene);
      legend.draw(painter, plotHeight + 18);
      rest.forEach((line, index) => { painter.text(12, plotHeight + 18 + legend.height + index * (size + 5), line, { color: PRINT_THEME.muted, size, isBold: false }); });
    },
  };
}

/** A figure in words: how many events, then each by name and date. */
export function inWords(events: readonly EventDto[]): string {
  return `${eventsText(events.length)}. ${events.map(event => nameOf(event.title, event.date)).join('; ')}`;
}

/** The events that an export is about: those that the filter lets through, in order of time. */
export function eventsOf(data: TimelineData, state: Pick<ViewState, 'filter'>, mentioned: ReadonlySet<string>): EventDto[] {
  const found = matching(data, () => searchTexts(data), state.filter, mentioned);
  return data.events.filter((_, index) => found.has(index));
}

/** A figure as an SVG file. The same data and state give the same file; the recipe is kept in its metadata. @param prefix before its ids, where several stand in one page */
export function svgOf(figure: Figure, prefix = ''): string {
  const painter = new SvgPainter(prefix);
  figure.draw(painter);
  return painter.finish(figure.width, figure.height, figure.title, figure.description, figure.recipe);
}

export function figureSvg(data: TimelineData, state: FigureState, mentioned: ReadonlySet<string>, options: FigureOptions = FIGURE): string {
  return svgOf(figureOf(data, state, mentioned, options));
}

function padded([from, to]: readonly [Day, Day]): readonly [Day, Day] {
  const air = (to - from) * 0.02;
  return [from - air, to + air];
}

/** The codes and markers in use, explained in rows as wide as the figure. */
function legendRows(items: readonly Drawable[], { width, fontSize }: FigureOptions): { readonly height: number; draw(painter: Painter, top: number): void } {
  const { codes, markers } = legendOf(items);
  const size = fontSize * 0.9;
  const ink = { color: PRINT_THEME.foreground, opacity: 1 };
  const view = { left: 0, zoom: 1 };
  const entries = [
    ...codes.map(code => {
      const room = code === 'day' || code === 'uncertain' ? 14 : 44;
      const sample = sampleOf(code, room);
      return { room, words: CODE_WORDS[code], paint: (painter: Painter, x: number, y: number) => {
        drawMark(painter, sample, markBox(sample, view, x, room), view, x, y, { ...ink, isSolid: code === 'day' || sample.extent.shape === 'span' }, PRINT_THEME);
      } };
    }),
    ...markers.map(({ marker, words }) => ({ room: 12, words, paint: (painter: Painter, x: number, y: number) => { drawMarker(painter, marker, x + 6, y, 5, { color: PRINT_THEME.foreground }, undefined); } })),
  ];
  let [x, y] = [12, 0];
  const placed = entries.map(entry => {
    const needs = entry.room + 6 + tableWidth(entry.words, size, false) + 18;
    if (x + needs > width && x > 12) { [x, y] = [12, y + 20]; }
    const at = { ...entry, x, y };
    x += needs;
    return at;
  });
  return {
    height: placed.length === 0 ? 0 : y + 22,
    draw: (painter, top) => {
      for (const entry of placed) {
        entry.paint(painter, entry.x, top + entry.y);
        painter.text(entry.x + entry.room + 6, top + entry.y, entry.words, { color: PRINT_THEME.muted, size, isBold: false });
      }
    },
  };
}
