import { figureOf, type FigureState } from '../../core/timeline/figure.ts';
import type { TimelineData } from '../../core/timeline/types.ts';
import { CanvasPainter } from './canvas.ts';

/** Pixels of the file for each of the figure: sharp in print on half a page. */
const SCALE = 2;
/** Pixels of a canvas that every browser can still make. */
const MOST = 16_000;

/** The figure as a PNG file in base64, drawn by the same painter as the screen. `undefined` when it is too large for a canvas. */
export async function figurePng(data: TimelineData, state: FigureState, mentioned: ReadonlySet<string>): Promise<string | undefined> {
  const figure = figureOf(data, state, mentioned);
  const scale = Math.min(SCALE, MOST / figure.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(figure.width * scale);
  canvas.height = Math.round(figure.height * scale);
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  figure.draw(new CanvasPainter(context, 'Helvetica, Arial, "Liberation Sans", sans-serif'));
  const blob = await new Promise<Blob | null>(resolve => { canvas.toBlob(resolve, 'image/png'); });
  if (blob === null) { return undefined; }
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) { text += String.fromCharCode(...bytes.subarray(at, at + 0x8000)); }
  return btoa(text);
}
