import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bandsOf, drawablesOf } from '../../../src/core/timeline/drawables.ts';
import { draw, type Scene } from '../../../src/core/timeline/draw.ts';
import { domainOf } from '../../../src/core/timeline/extent.ts';
import { figureOf } from '../../../src/core/timeline/figure.ts';
import { FIRST_STATE } from '../../../src/core/timeline/filter.ts';
import { lanesOf } from '../../../src/core/timeline/lanes.ts';
import { layout, METRICS } from '../../../src/core/timeline/layout.ts';
import { tableWidth } from '../../../src/core/timeline/measure.ts';
import { PRINT_THEME, type Theme } from '../../../src/core/timeline/painter.ts';
import { RasterPainter, type Pixels } from '../../../src/core/timeline/raster.ts';
import type { Grouping, TimelineData } from '../../../src/core/timeline/types.ts';
import { fitView } from '../../../src/core/timeline/view.ts';
import { loadFonts } from '../../../src/engine/timeline/fonts.ts';
import { encodePng } from '../../../src/engine/timeline/png.ts';
import { readPng } from './png.ts';
import { dataOf, dto, event } from './support.ts';

/*
 * Pictures of every code, marker and theme, drawn by the code that draws the screen, with the type that the project brings:
 * the same on every machine. To take new ones after a change that is meant: RAPPORTEUR_PICTURES=new npx vitest run pictures
 */
const FOLDER = new URL('./pictures/', import.meta.url);
const fonts = await loadFonts(fileURLToPath(new URL('../../../node_modules/@fontsource/arimo/files', import.meta.url)));

const DARK: Theme = {
  background: '#1f1f1f', foreground: '#cccccc', muted: '#9d9d9d', grid: '#404040', band: '#262626', accent: '#d18616', focus: '#0078d4',
  lanes: ['#3794ff', '#89d185', '#b180d7', '#cca700', '#f14c4c', '#d18616', '#11a8cd', '#9d9d9d'], isHighContrast: false,
};
const CONTRAST: Theme = { background: '#000000', foreground: '#ffffff', muted: '#ffffff', grid: '#6fc3df', band: '#000000', accent: '#f38518', focus: '#f38518', lanes: ['#ffffff'], isHighContrast: true };

const data: TimelineData = dataOf([
  event('Paris Conference', '1989-07-30/1989-08-30', { kind: 'conference', processes: ['p'], participants: [{ actor: 'a', role: 'host' }] }),
  event('Invasion', '1978-12-25', { kind: 'operation', processes: ['w'] }), event('War', '1978-12/1991-10', { kind: 'war', processes: ['w'] }),
  event('Contacts', '1985~', { kind: 'talks', processes: ['p'] }), event('Proposal', '1989-11', { kind: 'proposal', processes: ['p'], participants: [{ actor: 'a', role: 'author' }] }),
  event('Rains', '1990-21', { kind: 'other', processes: ['w'] }), event('Decree', '1988?', { kind: 'decision', processes: ['w'] }), event('Relief', '198X', { kind: 'process', processes: ['w'] }),
  event('Either year', '[1982,1984]', { kind: 'report', processes: ['p'] }), event('Both years', '{1981,1983}', { kind: 'visit', processes: ['p'] }),
  event('Ceasefire', '1991-05-01/..', { kind: 'agreement', processes: ['p'] }), event('Occupation', '1979-01-07/', { kind: 'other', processes: ['w'] }), event('Shadow', '/1980-05', { kind: 'other', processes: ['w'] }),
  event('Agreement', '1991-10-23', { kind: 'agreement', processes: ['p'], participants: [{ actor: 'a', role: 'signatory' }] }), event('A title that is far too long for the room that there is for it in its row', '1986-06-02', { kind: 'letter', processes: ['p'] }),
  ...Array.from({ length: 30 }, (_, index) => event(`Session ${index}`, '1991-06-24', { kind: 'meeting', processes: ['s'] })),
], {
  processes: [{ id: 'w', title: 'War' }, { id: 'p', title: 'Paris conference' }, { id: 's', title: 'Supreme National Council' }],
  actors: [{ id: 'a', name: 'Alatas', type: 'person', typeText: 'Persons' }],
  eras: [{ id: 'a#0', title: 'Foreign Minister', kind: 'office', actor: 'a', date: dto('1988/1999') }, { id: 'w', title: 'War', kind: 'war', actor: '', date: dto('1978-12/1991-10') }],
});

function pictureOf(theme: Theme, grouping: Grouping, more: Partial<Scene> = {}): Pixels {
  const measure = (text: string, isBold: boolean) => tableWidth(text, 13, isBold);
  const domain = domainOf(data.events.map(one => one.date));
  const items = drawablesOf(data.events, domain, measure);
  const lanes = lanesOf(data, grouping).map(lane => ({ ...lane, isCollapsed: false }));
  const [width, height, header] = [1100, 560, 160];
  const view = fitView(domain[0] - 100, domain[1] + 100, width - header, 150);
  const painter = new RasterPainter(width, height, 1, fonts);
  draw(painter, {
    layout: layout(items, lanes, { fitZoom: view.zoom, height: height * 1.8, metrics: METRICS }), items, view, width, height, header, scroll: 0, theme, fontSize: 13,
    bands: bandsOf(data.eras, lanes, domain, grouping), mentioned: undefined, atCursor: new Set(), matches: undefined, eventCount: items.length, asOf: undefined, brush: undefined, measure, ...more,
  });
  return painter.pixels;
}

function figurePixels(): Pixels {
  const figure = figureOf(data, FIRST_STATE, new Set(), { width: 1000, fontSize: 12, title: 'The road' });
  const painter = new RasterPainter(figure.width, figure.height, 1, fonts);
  figure.draw(painter);
  return painter.pixels;
}

const mentioned = new Set([0, 3, 13]);

test.each([
  ['dark', () => pictureOf(DARK, 'process')],
  ['light', () => pictureOf(PRINT_THEME, 'process')],
  ['high-contrast', () => pictureOf(CONTRAST, 'process')],
  ['draft', () => pictureOf(DARK, 'process', { mentioned, atCursor: new Set([13]), asOf: 7300, brush: [5000, 5700] })],
  ['filtered', () => pictureOf(DARK, 'kind', { matches: new Set([0, 13]) })],
  ['actors', () => pictureOf(PRINT_THEME, 'actor')],
  ['days', () => pictureOf(DARK, 'process', { view: { left: 7880, zoom: 40 } })],
  ['figure', figurePixels],
] as const)('the picture “%s” is as it was', (name, take) => {
  const pixels = take();
  const file = fileURLToPath(new URL(`${name}.png`, FOLDER));
  if (process.env['RAPPORTEUR_PICTURES'] === 'new') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, encodePng(pixels, 1, {}));
  }
  expect(existsSync(file)).toBe(true);
  const before = readPng(readFileSync(file));
  expect([pixels.width, pixels.height]).toEqual([before.width, before.height]);
  let differing = 0;
  for (let at = 0; at < pixels.data.length; at += 3) {
    // An edge may fall a shade otherwise where a machine rounds otherwise.
    if ([0, 1, 2].some(part => Math.abs(pixels.data[at + part]! - before.data[at + part]!) > 24)) { differing++; }
  }
  expect(differing).toBeLessThan(pixels.width * pixels.height / 5000);
});
