import { crc32, deflateSync } from 'node:zlib';
import type { Figure } from '../../core/timeline/figure.ts';
import { RasterPainter, type Pixels } from '../../core/timeline/raster.ts';
import type { Fonts } from './fonts.ts';

/** Pixels of the file for each of the figure: sharp in print. */
const SCALE = 2;
/** Pixels of one file; a longer figure gets coarser. */
const MOST_PIXELS = 24_000_000;

export interface Png {
  readonly bytes: Uint8Array;
  /** Characters that the font does not have; boxes stand in their place. */
  readonly missing: readonly string[];
}

/** A figure as a PNG file. The same figure gives the same file on every machine with the same Node. */
export function pngOf(figure: Figure, fonts: Fonts): Png {
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (figure.width * figure.height)));
  const painter = new RasterPainter(figure.width, figure.height, scale, fonts);
  figure.draw(painter);
  return { bytes: encodePng(painter.pixels, scale, { Title: figure.title, Description: figure.description, Comment: figure.recipe }), missing: [...painter.missing].sort() };
}

/** PNG (https://www.w3.org/TR/png/): true colour, with its size on paper and its words. @param texts empty ones are left out */
export function encodePng({ width, height, data }: Pixels, scale: number, texts: Readonly<Record<string, string>>): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  // A figure's pixel is a ninety-sixth of an inch; PNG counts in pixels to the metre.
  const size = Buffer.alloc(9);
  const perMetre = Math.round(96 * scale / 0.0254);
  size.writeUInt32BE(perMetre, 0);
  size.writeUInt32BE(perMetre, 4);
  size[8] = 1;
  const stride = width * 3;
  const rows = Buffer.alloc((stride + 1) * height);
  for (let row = 0; row < height; row++) { rows.set(data.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1); }
  const words = Object.entries(texts).filter(([, text]) => text !== '').map(([key, text]) => chunk('iTXt', Buffer.concat([Buffer.from(key, 'latin1'), Buffer.from([0, 0, 0, 0, 0]), Buffer.from(text, 'utf8')])));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('pHYs', size), ...words, chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const made = Buffer.alloc(typed.length + 8);
  made.writeUInt32BE(data.length, 0);
  made.set(typed, 4);
  made.writeUInt32BE(crc32(typed), typed.length + 4);
  return made;
}
