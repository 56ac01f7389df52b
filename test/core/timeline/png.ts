import { inflateSync } from 'node:zlib';
import type { Pixels } from '../../../src/core/timeline/raster.ts';

/** Reads a PNG as `encodePng` writes it: three bytes for a pixel, no filter. */
export function readPng(file: Buffer): Pixels {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const at = file.indexOf('IDAT');
  const rows = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)));
  const pixels = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) { pixels.set(rows.subarray(row * (width * 3 + 1) + 1, (row + 1) * (width * 3 + 1)), row * width * 3); }
  return { width, height, data: pixels };
}
