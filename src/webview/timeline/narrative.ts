import { narrativeOf, narrativeText, type Step } from '../../core/timeline/narrative.ts';
import { xOf } from '../../core/timeline/view.ts';
import { link } from '../controls.ts';
import { CanvasPainter, contextOf } from './canvas.ts';
import { el } from '../dom.ts';
import type { Model } from './model.ts';
import type { Picture } from './picture.ts';
import { t } from '../../core/l10n.ts';

const HEIGHT = 72;
/** Steps back in time that are named in words. */
const MOST_BACK = 8;
/** Pixels from the left and right end of the draft's line to the edges. */
const AIR = 12;

/** The order of telling below the order of time: a line from each event down to where the draft first names it. */
export class NarrativeStrip {
  readonly element = el('figure', { class: 'narrative' });
  readonly #canvas = el('canvas', { 'aria-hidden': 'true' });
  readonly #words = el('figcaption', {});
  readonly #model: Model;
  readonly #picture: Picture;
  readonly #open: (offset: number) => void;
  #steps: readonly Step[] = [];

  constructor(model: Model, picture: Picture, open: (offset: number) => void) {
    this.#model = model;
    this.#picture = picture;
    this.#open = open;
    this.element.append(this.#canvas, this.#words);
    this.element.hidden = true;
    this.#canvas.addEventListener('click', event => {
      const nearest = this.#steps.reduce<Step | undefined>((best, step) => best === undefined || Math.abs(this.#xOf(step) - event.offsetX) < Math.abs(this.#xOf(best) - event.offsetX) ? step : best, undefined);
      if (nearest !== undefined) { open(nearest.offset); }
    });
  }

  /** The draft or the events have changed. */
  update(isShown: boolean): void {
    const { draft, data } = this.#model;
    this.element.hidden = !isShown || draft === null;
    this.#steps = draft === null ? [] : narrativeOf(draft, data.events, id => this.#model.indexOf(id));
    const back = this.#steps.filter(step => step.isBack);
    this.#words.replaceChildren(narrativeText(this.#steps), ...back.slice(0, MOST_BACK).flatMap(step => [' ', this.#link(step)]), back.length > MOST_BACK ? ' …' : '');
    this.draw();
  }

  #link({ item, offset }: Step): HTMLElement {
    return link(this.#model.eventAt(item)?.title ?? '', () => { this.#open(offset); }, { title: t('Show where the draft names it') });
  }

  draw(): void {
    const { width, header, theme, view, items, plotWidth } = this.#picture;
    if (this.element.hidden || width < 2) { return; }
    const painter = new CanvasPainter(contextOf(this.#canvas, width, HEIGHT), theme.fontFamily);
    painter.rect(0, 0, width, HEIGHT, { color: theme.background });
    painter.text(8, 14, t('Time'), { color: theme.muted, size: theme.fontSize * 0.85, isBold: false });
    painter.text(8, HEIGHT - 12, t('Draft'), { color: theme.muted, size: theme.fontSize * 0.85, isBold: false });
    painter.line(header, HEIGHT - 12, width, HEIGHT - 12, { color: theme.grid, width: 1 });
    painter.clipped(header, 0, plotWidth, HEIGHT, () => {
      for (const step of this.#steps) {
        const { extent } = items[step.item] ?? {};
        if (extent === undefined) { continue; }
        const top = header + xOf(view, (extent.outerA + extent.outerB) / 2);
        const color = step.isBack ? theme.accent : theme.foreground;
        painter.line(top, 4, this.#xOf(step), HEIGHT - 12, { color, opacity: step.isBack ? 1 : 0.45, width: step.isBack ? 2 : 1, ...step.isBack ? { dash: [5, 2] } : {} });
        painter.circle(this.#xOf(step), HEIGHT - 12, 3, { color }, undefined);
      }
    });
  }

  #xOf(step: Step): number {
    return this.#picture.header + AIR + step.place * (this.#picture.plotWidth - 2 * AIR);
  }
}
