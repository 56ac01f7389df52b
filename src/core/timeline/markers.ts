import type { EventKind } from '../corpus/types.ts';
import { toTranslate } from '../l10n.ts';
import type { Ink, Painter, Stroke } from './painter.ts';

export const MARKERS = ['circle', 'diamond', 'square', 'triangle', 'cross', 'pentagon', 'wedge', 'hexagon'] as const;
/** Kind is told by shape, in every theme; colour tells only the lane. */
export type Marker = (typeof MARKERS)[number];

/** What each marker stands for, in the legend. */
export const MARKER_WORDS: Readonly<Record<Marker, string>> = toTranslate({
  circle: 'meeting, talks, visit', diamond: 'agreement', square: 'resolution, decision', triangle: 'proposal, letter, report',
  cross: 'war, operation, atrocity', pentagon: 'process, change', wedge: 'public statement, leak', hexagon: 'other',
});

const OF_KIND: Readonly<Record<EventKind, Marker>> = {
  meeting: 'circle', conference: 'circle', visit: 'circle', talks: 'circle', agreement: 'diamond', resolution: 'square', decision: 'square',
  letter: 'triangle', proposal: 'triangle', report: 'triangle', publication: 'triangle', war: 'cross', operation: 'cross', atrocity: 'cross',
  process: 'pentagon', withdrawal: 'pentagon', appointment: 'pentagon', 'regime-change': 'pentagon',
  announcement: 'wedge', broadcast: 'wedge', leak: 'wedge', other: 'hexagon',
};

export function markerOf(kind: EventKind): Marker {
  return OF_KIND[kind];
}

/** Corners in units of the radius, chosen so that all markers look equally heavy. */
const CORNERS: Readonly<Record<Exclude<Marker, 'circle'>, readonly number[]>> = {
  diamond: [0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0],
  square: [-0.92, -0.92, 0.92, -0.92, 0.92, 0.92, -0.92, 0.92],
  triangle: [0, -1.15, 1.2, 0.95, -1.2, 0.95],
  cross: [-0.4, -1.15, 0.4, -1.15, 0.4, -0.4, 1.15, -0.4, 1.15, 0.4, 0.4, 0.4, 0.4, 1.15, -0.4, 1.15, -0.4, 0.4, -1.15, 0.4, -1.15, -0.4, -0.4, -0.4],
  pentagon: [-1.05, -0.95, 0.35, -0.95, 1.25, 0, 0.35, 0.95, -1.05, 0.95],
  wedge: [-1.2, -0.95, 1.2, -0.95, 0, 1.15],
  hexagon: [-0.6, -1.05, 0.6, -1.05, 1.2, 0, 0.6, 1.05, -0.6, 1.05, -1.2, 0],
};

export function drawMarker(painter: Painter, marker: Marker, x: number, y: number, radius: number, fill: Ink | undefined, stroke: Stroke | undefined): void {
  if (marker === 'circle') { painter.circle(x, y, radius, fill, stroke); return; }
  painter.polygon(CORNERS[marker].map((value, index) => (index % 2 === 0 ? x : y) + value * radius), fill, stroke);
}
