import { fileURLToPath } from 'node:url';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FIRST_STATE } from '../../../src/core/timeline/filter.ts';
import { figureOf, FIGURE } from '../../../src/core/timeline/figure.ts';
import { tableWidth } from '../../../src/core/timeline/measure.ts';
import { RasterPainter } from '../../../src/core/timeline/raster.ts';
import { loadFonts, readWoff } from '../../../src/engine/timeline/fonts.ts';
import { encodePng, pngOf } from '../../../src/engine/timeline/png.ts';
import { dataOf, event } from '../../core/timeline/support.ts';

const FONTS = fileURLToPath(new URL('../../../node_modules/@fontsource/arimo/files', import.meta.url));
const fonts = await loadFonts(FONTS);

/** Chunks of a PNG file, each with its sum checked. */
function chunksOf(bytes: Uint8Array): { readonly type: string; readonly data: Buffer }[] {
  const file = Buffer.from(bytes);
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < file.length;) {
    const end = at + 8 + file.readUInt32BE(at);
    expect(file.readUInt32BE(end)).toBe(crc32(file.subarray(at + 4, end)));
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

const painter = (width = 40, height = 40, scale = 1) => new RasterPainter(width, height, scale, fonts);
const pixel = (drawn: RasterPainter, x: number, y: number) => [...drawn.pixels.data.subarray((y * drawn.pixels.width + x) * 3, (y * drawn.pixels.width + x) * 3 + 3)];
const inkOf = ({ pixels }: RasterPainter) => pixels.data.reduce((sum, value) => sum + 255 - value, 0) / 3 / 255;

describe('type', () => {
  test('letters are as wide as Helvetica\'s, accents included', () => {
    for (const [index, isBold] of [false, true].entries()) {
      for (const character of 'Conférence de Paris, 1989–1991: "Hun Sen" (§ 4)') {
        const width = fonts[index]!.advance(character.codePointAt(0)!)!;
        if (character !== '§') { expect(Math.abs(width - tableWidth(character, 1, isBold))).toBeLessThan(0.02); }
      }
    }
  });

  test('Vietnamese, Greek, Cyrillic and Latin letters with marks have a shape', () => {
    for (const character of 'ệữĐőłșñΑλЖщ€—…') { expect([character, fonts[0].outline(character.codePointAt(0)!).length > 0]).toEqual([character, true]); }
  });

  test('what is no font, or half of one, is no font', () => {
    expect(readWoff(new Uint8Array(10))).toBeUndefined();
    expect(readWoff(Buffer.from('wOFF'.padEnd(60, '\0')))).toBeUndefined();
  });
});

describe('pixels', () => {
  test('a rectangle colours its pixels, and the part of a pixel by its part', () => {
    const drawn = painter();
    drawn.rect(2, 2, 4, 4.5, { color: '#ff0000' });
    expect(pixel(drawn, 3, 3)).toEqual([255, 0, 0]);
    expect(pixel(drawn, 3, 6)).toEqual([255, 128, 128]);
    expect(pixel(drawn, 1, 3)).toEqual([255, 255, 255]);
  });

  test('a polygon covers its area, whatever way it turns', () => {
    for (const points of [[5, 5, 25, 5, 15, 25], [15, 25, 25, 5, 5, 5]]) {
      const drawn = painter();
      drawn.polygon(points, { color: '#000000' }, undefined);
      expect(inkOf(drawn)).toBeCloseTo(200, 0);
    }
  });

  test('a circle covers about its area, its ring only the ring', () => {
    const disc = painter();
    disc.circle(20, 20, 10, { color: '#000' }, undefined);
    expect(inkOf(disc)).toBeCloseTo(Math.PI * 100, -1);
    const ring = painter();
    ring.circle(20, 20, 10, undefined, { color: '#000', width: 2 });
    expect(pixel(ring, 20, 20)).toEqual([255, 255, 255]);
    expect(inkOf(ring)).toBeGreaterThan(100);
  });

  test('a dashed line has gaps, a clip cuts, half of the ink is half as dark', () => {
    const drawn = painter();
    drawn.line(0, 10.5, 40, 10.5, { color: '#000', width: 1, dash: [4, 4] });
    expect([pixel(drawn, 2, 10)[0], pixel(drawn, 6, 10)[0], pixel(drawn, 10, 10)[0]]).toEqual([0, 255, 0]);
    drawn.clipped(20, 20, 5, 5, () => { drawn.rect(0, 0, 40, 40, { color: '#0000ff', opacity: 0.5 }); });
    expect(pixel(drawn, 22, 22)).toEqual([128, 128, 255]);
    expect(pixel(drawn, 26, 22)).toEqual([255, 255, 255]);
  });

  test('a fade runs from its left to its right', () => {
    const drawn = painter();
    drawn.fade(0, 0, 40, 10, '#000000', 1, 0);
    const values = Array.from({ length: 40 }, (_, x) => pixel(drawn, x, 5)[0]!);
    expect(values).toEqual([...values].sort((one, other) => one - other));
    expect([values[0]! < 10, values[39]! > 245]).toEqual([true, true]);
  });

  test('what lies outside draws nothing and harms nothing', () => {
    const drawn = painter();
    drawn.polygon([-500, -500, -400, -500, -450, -400], { color: '#000' }, { color: '#000', width: 3 });
    drawn.text(-90, 500, 'gone', { color: '#000', size: 12, isBold: false });
    drawn.rect(50, 50, 10, 10, { color: '#000' });
    drawn.rect(Number.NaN, 0, 10, 10, { color: '#000' });
    expect(inkOf(drawn)).toBe(0);
    drawn.polygon([-100, -100, 140, -100, 140, 140, -100, 140], { color: '#000' }, undefined);
    expect(inkOf(drawn)).toBe(1600);
  });

  test('text is drawn where it stands, bold is darker, a letter that is missing is a box and is told', () => {
    const ink = (text: string, isBold = false) => {
      const drawn = painter(120, 30);
      drawn.text(4, 15, text, { color: '#000', size: 14, isBold });
      return { ink: inkOf(drawn), missing: [...drawn.missing] };
    };
    expect(ink('Jakarta').ink).toBeGreaterThan(100);
    expect(ink('Jakarta', true).ink).toBeGreaterThan(ink('Jakarta').ink);
    expect(ink('ខ្មែរ').missing).toContain('ខ');
    expect(ink('ខ').ink).toBeGreaterThan(10);
    expect(ink('e\u0301').ink).toBeCloseTo(ink('é').ink, 5);
  });
});

describe('file', () => {
  const data = dataOf([event('Paris', '1989-07-30/1989-08-30'), event('Contacts', '1985~'), event('Decree', '1988?'), event('Open', '1991-05-01/..')]);
  const figure = () => figureOf(data, FIRST_STATE, new Set(), { ...FIGURE, title: 'The road' });

  test('it says its size, its size on paper, its title, and holds every row of pixels', () => {
    const { bytes, missing } = pngOf(figure(), fonts);
    expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const chunks = chunksOf(bytes);
    expect(chunks.map(chunk => chunk.type)).toEqual(['IHDR', 'pHYs', 'iTXt', 'iTXt', 'iTXt', 'IDAT', 'IEND']);
    const [width, height] = [chunks[0]!.data.readUInt32BE(0), chunks[0]!.data.readUInt32BE(4)];
    expect(width).toBe(2 * FIGURE.width);
    expect(inflateSync(chunks[5]!.data)).toHaveLength(height * (width * 3 + 1));
    expect(chunks[1]!.data.readUInt32BE(0)).toBe(7559);
    expect(chunks[2]!.data.toString('utf8')).toMatch(/^Title\0{5}The road$/u);
    expect(missing).toEqual([]);
  });

  test('the same figure is the same file', () => { expect(Buffer.compare(pngOf(figure(), fonts).bytes, pngOf(figure(), fonts).bytes)).toBe(0); });

  test('every label is on it: what the filter leaves out takes its ink away', () => {
    const dark = (bytes: Uint8Array) => inflateSync(chunksOf(bytes).find(chunk => chunk.type === 'IDAT')!.data).reduce((sum, value) => sum + (value > 0 && value < 100 ? 1 : 0), 0);
    const some = figureOf(data, { ...FIRST_STATE, filter: { ...FIRST_STATE.filter, text: 'paris' } }, new Set(), FIGURE);
    expect(dark(pngOf(some, fonts).bytes)).toBeLessThan(dark(pngOf(figure(), fonts).bytes));
  });

  test('a figure of a thousand rows is coarser, not too large', () => {
    const long = { ...figure(), height: 100_000, draw: () => { /* white */ } };
    const [header] = chunksOf(pngOf(long, fonts).bytes);
    expect(header!.data.readUInt32BE(0) * header!.data.readUInt32BE(4)).toBeLessThan(25_000_000);
  });

  test('a picture of one pixel is a picture', () => {
    const bytes = encodePng({ width: 1, height: 1, data: new Uint8Array([1, 2, 3]) }, 1, {});
    expect(chunksOf(bytes).find(chunk => chunk.type === 'IDAT')!.data).toEqual(deflateSync(Buffer.from([0, 1, 2, 3])));
  });
});
