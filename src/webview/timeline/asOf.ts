import { dayText } from '../../core/timeline/calendar.ts';
import { t } from '../../core/l10n.ts';
import { heldOn, type Held } from '../../core/timeline/held.ts';
import type { TimelineData } from '../../core/timeline/types.ts';
import { el } from '../dom.ts';

const DAY_MS = 86_400_000;

/** The *as of* slider: who held which office, and who belonged to what, on one day. */
export class AsOf {
  readonly element = el('section', { class: 'as-of', 'aria-label': t('As of') });
  readonly #slider = el('input', { type: 'range', step: '1', 'aria-label': t('Day of the as-of line') });
  readonly #date = el('input', { type: 'date', class: 'date', 'aria-label': t('As of') });
  readonly #day = el('output', {});
  readonly #held = el('ul', { tabindex: '0', 'aria-label': t('Offices and memberships on this day') });

  constructor(onChange: (day: number) => void) {
    this.#slider.addEventListener('input', () => { onChange(Number(this.#slider.value)); });
    this.#date.addEventListener('change', () => { if (this.#date.value !== '') { onChange(this.#date.valueAsNumber / DAY_MS); } });
    this.element.append(el('div', { class: 'line' }, this.#slider, this.#date, this.#day), this.#held);
    this.element.hidden = true;
  }

  update(data: TimelineData, day: number | null, domain: readonly [number, number]): void {
    this.element.hidden = day === null;
    if (day === null) { return; }
    this.#slider.min = String(Math.floor(domain[0]));
    this.#slider.max = String(Math.ceil(domain[1]));
    this.#slider.value = String(day);
    this.#date.valueAsNumber = day * DAY_MS;
    this.#day.textContent = dayText(day);
    this.#slider.setAttribute('aria-valuetext', dayText(day));
    const held = heldOn(data, day);
    this.#held.replaceChildren(...held.length === 0 ? [el('li', {}, t('Nothing is recorded for this day.'))] : held.slice(0, 200).map(line => el('li', {}, el('strong', {}, line.name), ` ${textOf(line)}`)));
  }
}

function textOf(line: Held): string {
  const held = `${line.title} (${line.period})`;
  return line.isCertain ? held : t('possibly {0}', held);
}
