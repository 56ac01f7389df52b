import { draw, type Drawn, type Scene } from '../../core/timeline/draw.ts';
import { xOf } from '../../core/timeline/view.ts';
import { CanvasPainter, Still } from './canvas.ts';
import { el, place } from '../dom.ts';
import type { Picture } from './picture.ts';

/**
 * Moves the painted picture while a hand drags it through time, which costs a fraction of painting it: the names of the lanes
 * stand still above it, and what comes into sight at a side is painted once, half a picture at a time.
 */
export class Panning {
  readonly #picture: Picture;
  readonly #chart: HTMLCanvasElement;
  readonly #moving = el('div', { class: 'moving' });
  readonly #heads = el('canvas', { 'aria-hidden': 'true' });
  /** What the chart shows; it stands in for it. */
  readonly #copy = el('canvas', { 'aria-hidden': 'true' });
  readonly #sides = [el('canvas', { 'aria-hidden': 'true' }), el('canvas', { 'aria-hidden': 'true' })] as const;
  /** Whether the picture stands elsewhere than where it was painted. */
  isMoved = false;

  constructor(chart: HTMLCanvasElement, picture: Picture) {
    this.#picture = picture;
    this.#chart = chart;
    chart.before(this.#moving, this.#heads);
    this.#moving.append(chart, this.#copy, ...this.#sides);
    this.#hide();
  }

  /** What is not seen takes no memory. */
  #hide(): void {
    for (const canvas of [this.#heads, this.#copy, ...this.#sides]) {
      canvas.hidden = true;
      canvas.getContext('bitmaprenderer')!.transferFromImageBitmap(null);
    }
  }

  /** As much of the chart as is so wide. */
  #copyTo(canvas: HTMLCanvasElement, width: number, height: number): void {
    const still = new Still(width, height);
    still.context.setTransform(1, 0, 0, 1, 0, 0);
    still.context.drawImage(this.#chart, 0, 0);
    still.show(canvas);
    canvas.hidden = false;
  }

  /** @returns false where it would have to move too far, or to grow */
  move(scene: Scene, drawn: Drawn): boolean {
    const ratio = Math.max(1, window.devicePixelRatio);
    const { plot: { left, width } } = drawn;
    // Whole pixels of the screen: anything else would blur it.
    const shift = Math.round(-xOf(drawn.view, scene.view.left) * ratio) / ratio;
    const most = Math.max(left, Math.ceil(width / 2));
    if (scene.view.zoom !== drawn.view.zoom || Math.abs(shift) > most) { return false; }
    if (shift !== 0) {
      this.isMoved = true;
      if (this.#heads.hidden) {
        this.#copyTo(this.#heads, left, scene.height);
        this.#copyTo(this.#copy, scene.width, scene.height);
        this.#chart.style.visibility = 'hidden';
      }
      const side = this.#sides[shift > 0 ? 0 : 1];
      if (side.hidden) {
        const from = shift > 0 ? -most : width;
        place(side, left + from, 0);
        const still = new Still(most, scene.height);
        draw(new CanvasPainter(still.context, this.#picture.theme.fontFamily), { ...scene, view: { ...drawn.view, left: drawn.view.left + from / drawn.view.zoom }, width: most, header: 0, beside: drawn });
        still.show(side);
        side.hidden = false;
      }
    }
    this.#moving.style.transform = `translateX(${shift}px)`;
    return true;
  }

  /** The picture is painted where it belongs. */
  stop(): void {
    if (!this.isMoved) { return; }
    this.isMoved = false;
    this.#hide();
    this.#chart.style.visibility = '';
    this.#moving.style.transform = '';
  }
}
