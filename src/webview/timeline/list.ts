import { certaintyWords } from '../../core/timeline/certainty.ts';
import type { EventDto } from '../../core/timeline/types.ts';
import { button, link } from '../controls.ts';
import { el } from '../dom.ts';
import type { Model } from './model.ts';
import { eventsText } from '../../core/timeline/words.ts';
import { t } from '../../core/l10n.ts';

const PAGE = 200;

/** `3 without a date`: events that are in the list only. */
export const undatedText = (count: number) => t('{0} without a date', count);

export interface ListActions {
  open(id: string): void;
  insert(id: string): void;
}

/** All events that the filter lets through as a real table, and above it what cannot be drawn, with the reason. */
export class ListView {
  readonly element = el('div', { class: 'list', tabindex: '0', role: 'region', 'aria-label': t('List of events') });
  readonly #model: Model;
  readonly #actions: ListActions;
  #shown = PAGE;

  constructor(model: Model, actions: ListActions) {
    this.#model = model;
    this.#actions = actions;
    this.element.hidden = true;
  }

  build(): void {
    const { data, draft, matches, state } = this.#model;
    const names = new Map(data.actors.map(actor => [actor.id, actor.name]));
    const counts = new Map(draft?.mentions.map(mention => [mention.id, mention.count]));
    const events = matches === undefined ? data.events : data.events.filter((_, index) => matches.has(index));
    const head = [t('Date'), t('Event'), t('Cite'), t('Certainty'), t('Kind'), t('Place'), t('Participants'), t('In the draft')];
    const rows = events.slice(0, this.#shown).map(event => this.#row(event, names, counts.get(event.id) ?? 0, state.selected === event.id));
    const { undated } = data;
    const parts: HTMLElement[] = undated.length === 0 ? [] : [el('details', {}, el('summary', {}, undatedText(undated.length)), el('ul', {}, ...undated.map(event => el('li', {}, this.#title(event.id, event.title), ` ${event.reason}`))))];
    parts.push(el('table', {},
      el('caption', {}, eventsText(events.length)),
      el('thead', {}, el('tr', {}, ...head.map(text => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, ...rows)));
    if (events.length > this.#shown) {
      parts.push(button(t('Show more ({0})', events.length - this.#shown), t('The next rows of the table'), () => {
        this.#shown += PAGE;
        this.build();
      }));
    }
    this.element.replaceChildren(...parts);
  }

  #row(event: EventDto, names: ReadonlyMap<string, string>, count: number, isSelected: boolean): HTMLElement {
    const participants = event.participants.map(participant => `${names.get(participant.actor) ?? participant.actor} (${participant.role})`).join(', ');
    const cite = event.citation === null ? [] : [link(t('Cite'), () => { this.#actions.insert(event.id); }, { 'aria-label': t('Cite {0}', event.title) })];
    return el('tr', isSelected ? { class: 'selected' } : {},
      el('td', {}, event.date.text), el('th', { scope: 'row' }, this.#title(event.id, event.title)), el('td', {}, ...cite), el('td', {}, certaintyWords(event.date) || t('exact')),
      el('td', {}, event.kindText), el('td', {}, event.place), el('td', {}, participants), el('td', {}, count === 0 ? '' : String(count)));
  }

  #title(id: string, title: string): HTMLElement {
    return link(title, () => { this.#actions.open(id); });
  }
}
