import { dayText } from '../../core/timeline/calendar.ts';
import { heldOn, type Held } from '../../core/timeline/held.ts';
import type { TimelineData } from '../../core/timeline/types.ts';
import { el } from './dom.ts';

/** The *as of* slider: who held which office, and who belonged to what, on one day. */
export class AsOf {
  readonly element = el('section', { class: 'as-of', 'aria-label': 'As of' });
  readonly #slider = el('input', { type: 'range', step: '1', 'aria-label': 'Day of the as-of line' });
  readonly #day = el('output', {});
  readonly #held = el('ul', { tabindex: '0', 'aria-label': 'Offices and memberships on this day' });
  #data: TimelineData | undefined;

  constructor(onChange: (day: number) => void) {
    this.#slider.addEventListener('input', () => { onChange(Number(this.#slider.value)); });
    this.element.append(el('div', { class: 'line' }, this.#slider, this.#day), this.#held);
    this.element.hidden = true;
  }

  setData(data: TimelineData): void { this.#data = data; }

  update(day: number | null, domain: readonly [number, number]): void {
    this.element.hidden = day === null || this.#data === undefined;
    if (day === null || this.#data === undefined) { return; }
    this.#slider.min = String(Math.floor(domain[0]));
    this.#slider.max = String(Math.ceil(domain[1]));
    this.#slider.value = String(day);
    this.#day.textContent = dayText(day);
    this.#slider.setAttribute('aria-valuetext', dayText(day));
    const held = heldOn(this.#data, day);
    this.#held.replaceChildren(...held.length === 0 ? [el('li', {}, 'Nothing is recorded for this day.')] : held.slice(0, 200).map(line => el('li', {}, el('strong', {}, line.name), ` ${textOf(line)}`)));
  }
}

function textOf(line: Held): string {
  return line.isCertain ? `${line.title} (${line.period})` : `possibly ${line.title} (${line.period})`;
}
