import { laneColor, scaleOf } from '../../core/timeline/draw.ts';
import { axisOf } from '../../core/timeline/ticks.ts';
import { fitView, xOf, type View } from '../../core/timeline/view.ts';
import { CanvasPainter, contextOf } from './canvas.ts';
import { breathing, el, type Pending } from '../dom.ts';
import type { Model } from './model.ts';
import type { Picture } from './picture.ts';

const HEIGHT = 42;

/** All of time in one strip, with the part in sight framed. Drag or press to go there; for the eye and the pointer only. */
export class Minimap {
  readonly element = el('div', { class: 'minimap', 'aria-hidden': 'true' });
  readonly #canvas = el('canvas');
  /** The frame while a hand drags the picture: moving it paints nothing. */
  readonly #frame = el('div', { hidden: '' });
  readonly #picture: Picture;
  readonly #model: Model;
  readonly #pending: Pending;
  /** The strip without the frame, drawn once for each layout. */
  #ground: HTMLCanvasElement | undefined;
  #view: View = { left: 0, zoom: 1 };
  /** Pixels of the ground that is drawn or under way; 0 when another is due. */
  #groundWidth = 0;
  #run = 0;

  constructor(model: Model, picture: Picture, pending: Pending) {
    this.#model = model;
    this.#picture = picture;
    this.#pending = pending;
    this.element.append(this.#canvas, this.#frame);
    let isDown = false;
    const go = (event: PointerEvent) => {
      const { view, plotWidth } = this.#picture;
      this.#picture.show({ zoom: view.zoom, left: this.#view.left + event.offsetX / this.#view.zoom - plotWidth / view.zoom / 2 });
    };
    this.element.addEventListener('pointerdown', event => {
      isDown = true;
      this.element.setPointerCapture(event.pointerId);
      go(event);
    });
    this.element.addEventListener('pointermove', event => { if (isDown) { go(event); } });
    this.element.addEventListener('pointerup', () => { isDown = false; });
    this.element.addEventListener('pointercancel', () => { isDown = false; });
  }

  /** Events, mentions or colours have changed. */
  reset(): void {
    this.#groundWidth = 0;
    this.draw();
  }

  draw(): void {
    const { width, theme } = this.#picture;
    if (width < 2) { return; }
    if (this.#groundWidth !== width) { void this.#drawGround(width); }
    if (this.#ground === undefined) { return; }
    const [from, to] = this.#picture.spanInSight().map(day => xOf(this.#view, day)) as [number, number];
    const { style } = this.#frame;
    const isMoved = this.#picture.panning?.isMoved === true;
    if (!isMoved || this.#frame.hidden) {
      this.#frame.hidden = !isMoved;
      style.width = `${Math.max(5, to - from + 2)}px`;
      const context = contextOf(this.#canvas, width, HEIGHT);
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(this.#ground, 0, 0);
      context.restore();
      if (!isMoved) {
        const [left, right] = [Math.max(1, from), Math.min(width - 1, to)];
        context.strokeStyle = theme.focus;
        context.lineWidth = 2;
        context.strokeRect(left, 1, Math.max(3, right - left), HEIGHT - 2);
      }
    }
    if (isMoved) { style.transform = `translateX(${Math.round(from - 1)}px)`; }
  }

  /** In slices; a later call makes an earlier one give up. Until it is done, the one before stays. */
  async #drawGround(width: number): Promise<void> {
    this.#groundWidth = width;
    const run = ++this.#run;
    const breath = breathing();
    this.#pending.begin();
    try {
      const steps = this.#groundSteps(width);
      while (steps.next().done !== true) {
        await breath();
        if (run !== this.#run) { return; }
      }
    } finally { this.#pending.end(); }
    this.draw();
  }

  *#groundSteps(width: number): Generator<void, void> {
    const { theme, layout, items, domain } = this.#picture;
    const ground = document.createElement('canvas');
    const painter = new CanvasPainter(contextOf(ground, width, HEIGHT), theme.fontFamily);
    const air = (domain[1] - domain[0]) * 0.03;
    const view = fitView(domain[0] - air, domain[1] + air, width);
    painter.rect(0, 0, width, HEIGHT, { color: theme.background });
    if (layout === undefined) { return; }
    const mentioned = this.#model.mentioned();
    const lanes = layout.lanes.length;
    // Where there are more lanes than pixels, several share one.
    const step = Math.max(1, Math.ceil(lanes / 26));
    const height = Math.max(1, Math.min(4, 26 / Math.ceil(lanes / step)));
    for (let first = 0; first < lanes; first += step) {
      const y = 3 + (first / step) * height;
      const color = laneColor(theme, layout, first);
      const columns = new Float32Array(width + 1);
      for (const box of layout.lanes.slice(first, first + step)) {
        yield;
        for (const index of [...box.placed.rows.flatMap(row => row.items), ...box.placed.rest]) {
          const { extent } = items[index]!;
          const from = Math.max(0, Math.floor(xOf(view, extent.outerA)));
          const to = Math.min(width, Math.max(from, Math.floor(xOf(view, extent.outerB))));
          const isPoint = extent.shape !== 'span';
          for (let x = from; x <= to; x++) { columns[x] = Math.max(columns[x]!, isPoint ? 1 : 0.45); }
        }
      }
      for (let x = 0; x < width; x++) {
        if (columns[x]! > 0) { painter.rect(x, y, 1.5, Math.max(1, height - 1), { color, opacity: columns[x]! }); }
      }
    }
    for (const index of mentioned ?? []) {
      const item = items[index];
      if (item !== undefined) { painter.rect(xOf(view, (item.extent.outerA + item.extent.outerB) / 2), HEIGHT - 5, 2, 4, { color: theme.accent }); }
    }
    const { upper, lower } = axisOf(view, width, scaleOf(theme.fontSize));
    // Months without their year would say little.
    const isByMonth = lower.length > 1 && lower[1]!.day - lower[0]!.day < 360;
    for (const tick of isByMonth ? upper : lower) {
      if (tick.day < view.left) { continue; }
      painter.rect(xOf(view, tick.day), 0, 1, HEIGHT, { color: theme.grid, opacity: 0.5 });
      painter.text(xOf(view, tick.day) + 3, HEIGHT - 8, tick.text, { color: theme.muted, size: theme.fontSize * 0.75, isBold: false });
    }
    [this.#ground, this.#view] = [ground, view];
  }
}
