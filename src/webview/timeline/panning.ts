import { draw, type Drawn, type Scene } from '../../core/timeline/draw.ts';
import { xOf } from '../../core/timeline/view.ts';
import { CanvasPainter, contextOf } from './canvas.ts';
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
  readonly #sides = [el('canvas', { 'aria-hidden': 'true' }), el('canvas', { 'aria-hidden': 'true' })] as const;
  /** Whether the picture stands elsewhere than where it was painted. */
  isMoved = false;

  constructor(chart: HTMLCanvasElement, picture: Picture) {
    this.#picture = picture;
    this.#chart = chart;
    chart.before(this.#moving, this.#heads);
    this.#moving.append(chart, ...this.#sides);
    this.#hide();
  }

  #hide(): void { for (const canvas of [this.#heads, ...this.#sides]) { canvas.hidden = true; } }

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
        const context = contextOf(this.#heads, left, scene.height);
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.drawImage(this.#chart, 0, 0);
        this.#heads.hidden = false;
      }
      const side = this.#sides[shift > 0 ? 0 : 1];
      if (side.hidden) {
        const from = shift > 0 ? -most : width;
        place(side, left + from, 0);
        draw(new CanvasPainter(contextOf(side, most, scene.height), this.#picture.theme.fontFamily), { ...scene, view: { ...drawn.view, left: drawn.view.left + from / drawn.view.zoom }, width: most, header: 0, beside: drawn });
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
    this.#moving.style.transform = '';
    // What is not seen takes no memory.
    for (const side of this.#sides) { side.width = 0; }
  }
}
