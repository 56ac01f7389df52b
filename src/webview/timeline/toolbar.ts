import { GROUPINGS, type Certainty, type Filter, type Grouping, type TimelineData } from '../../core/timeline/types.ts';
import { NO_FILTER } from '../../core/timeline/filter.ts';
import { dayText } from '../../core/timeline/calendar.ts';
import { button, choice, link, setPressed, textField, type Option } from '../controls.ts';
import { el } from './dom.ts';
import { undatedText } from './list.ts';
import type { Model } from './model.ts';

const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  process: 'process', actor: 'actor', 'actor-type': 'type of actor', kind: 'kind of event', place: 'place', corpus: 'corpus',
};
const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  exact: 'exact dates', coarse: 'known to a month or longer', approximate: 'approximate', uncertain: 'uncertain', open: 'open or unknown ends',
};

export interface ToolbarActions {
  setFilter(filter: Filter): void;
  group(grouping: Grouping): void;
  setOnlyMatches(isOn: boolean): void;
  setMode(mode: 'chart' | 'list'): void;
  zoom(factor: number): void;
  fit(): void;
  fitSelection(): void;
  toggleAsOf(): void;
  toggleNarrative(): void;
  export(): void;
}

/** Parts of the filter that are lists, each of which may hold several. */
const LISTS = ['actors', 'kinds', 'processes', 'certainties'] as const;

/** Actors in the list of filters: those with the most events. Everyone is found by typing. */
const MOST_ACTORS = 300;

function filterOptions(data: TimelineData): Option[] {
  const counts = new Map<string, number>();
  for (const event of data.events) { for (const { actor } of event.participants) { counts.set(actor, (counts.get(actor) ?? 0) + 1); } }
  const actors = [...data.actors].sort((one, other) => (counts.get(other.id) ?? 0) - (counts.get(one.id) ?? 0)).slice(0, MOST_ACTORS).sort((one, other) => one.name.localeCompare(other.name));
  return [
    { value: '', text: 'Add filter…' },
    ...Object.entries(CERTAINTY_WORDS).map(([value, text]) => ({ value: `certainties:${value}`, text, group: 'Date' })),
    { value: 'mentioned:', text: 'not in the draft', group: 'Draft' },
    ...[...new Map(data.events.map(event => [event.kind, event.kindText]))].map(([value, text]) => ({ value: `kinds:${value}`, text, group: 'Kind' })),
    ...data.processes.map(process => ({ value: `processes:${process.id}`, text: process.title, group: 'Process' })),
    ...actors.map(actor => ({ value: `actors:${actor.id}`, text: actor.name, group: 'Actor' })),
  ];
}

const without = (list: readonly string[], id: string) => list.filter(one => one !== id);

/** The controls above the picture, and the chips that say what the filter asks for. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly chips = el('div', { class: 'chips', role: 'group', 'aria-label': 'Filters in use' });
  readonly #model: Model;
  readonly #actions: ToolbarActions;
  readonly #text;
  readonly #grouping;
  readonly #more;
  #optionsOf: TimelineData | undefined;
  readonly #count = el('span', { class: 'count' });
  readonly #undated: HTMLElement;
  readonly #inDraft: HTMLElement;
  readonly #only: HTMLElement;
  readonly #mode: HTMLElement;
  readonly #asOf: HTMLElement;
  readonly #order: HTMLElement;
  readonly #fitSelection: HTMLElement;

  constructor(model: Model, actions: ToolbarActions) {
    this.#model = model;
    this.#actions = actions;
    this.#text = textField('Filter events', text => { this.#setFilter({ text }); });
    this.#grouping = choice('Lanes by', value => { const grouping = GROUPINGS.find(one => one === value); if (grouping !== undefined) { actions.group(grouping); } });
    this.#grouping.setOptions(GROUPINGS.map(value => ({ value, text: `Lanes: ${GROUPING_WORDS[value]}` })));
    this.#more = choice('Add a filter', value => { this.#addFilter(value); });
    this.#inDraft = button('In draft', 'Only what the draft names', () => { this.#setFilter({ mentioned: model.state.filter.mentioned === 'mentioned' ? 'any' : 'mentioned' }); });
    this.#only = button('Hide others', 'Leave out what does not match, instead of fading it', () => { actions.setOnlyMatches(!model.state.isOnlyMatches); });
    this.#mode = button('List', 'Show as a table, or as a picture (L)', () => { actions.setMode(model.state.mode === 'list' ? 'chart' : 'list'); });
    this.#order = button('Order', 'The order of the draft below the order of time', () => { actions.toggleNarrative(); });
    this.#asOf = button('As of', 'Who held which office on a day', () => { actions.toggleAsOf(); });
    this.#undated = link('', () => { actions.setMode('list'); }, { title: 'They are in the list, each with the reason' });
    this.#fitSelection = button('Fit selection', 'Show the selected event, or what the filter lets through (F)', () => { actions.fitSelection(); });
    this.element = el('div', { class: 'toolbar', role: 'toolbar', 'aria-label': 'Timeline' },
      this.#text.element, this.#grouping.element, this.#more.element, this.#inDraft, this.#only, this.#count, this.#undated, el('span', { class: 'spring' }),
      el('span', { class: 'together' }, button('−', 'Zoom out (−)', () => { actions.zoom(1 / 1.6); }), button('+', 'Zoom in (+)', () => { actions.zoom(1.6); }),
        button('Fit', 'Show the process; press again for everything (0)', () => { actions.fit(); }), this.#fitSelection),
      this.#order, this.#asOf, this.#mode, button('Export', 'Save the whole timeline as a picture, a chronology, a calendar …', () => { actions.export(); }));
  }

  focusFilter(): void { this.#text.element.focus(); }

  update(): void {
    const { state, data, matches } = this.#model;
    const isFiltered = matches !== undefined;
    this.#text.setValue(state.filter.text);
    this.#grouping.setValue(state.grouping);
    if (this.#optionsOf !== data) {
      this.#optionsOf = data;
      this.#more.setOptions(filterOptions(data));
    }
    this.#more.setValue('');
    setPressed(this.#inDraft, state.filter.mentioned === 'mentioned');
    setPressed(this.#only, state.isOnlyMatches);
    setPressed(this.#asOf, state.asOf !== null);
    setPressed(this.#order, state.isNarrative);
    this.#order.hidden = this.#model.draft === null;
    setPressed(this.#mode, state.mode === 'list');
    this.#only.hidden = !isFiltered;
    this.#fitSelection.hidden = !isFiltered && state.selected === null;
    this.#inDraft.hidden = this.#model.draft === null && state.filter.mentioned !== 'mentioned';
    const total = data.events.length;
    this.#count.textContent = isFiltered ? `${matches.size} of ${total}` : total === 1 ? '1 event' : `${total} events`;
    this.#undated.hidden = data.undated.length === 0;
    this.#undated.textContent = undatedText(data.undated.length);
    this.#updateChips();
  }

  #setFilter(change: Partial<Filter>): void {
    this.#actions.setFilter({ ...this.#model.state.filter, ...change });
  }

  #addFilter(value: string): void {
    const { filter } = this.#model.state;
    const [part, id] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)];
    const list = LISTS.find(one => one === part);
    if (list !== undefined) { this.#setFilter({ [list]: [...without(filter[list], id), id] }); }
    else if (part === 'mentioned') { this.#setFilter({ mentioned: 'not-mentioned' }); }
    this.#more.setValue('');
  }

  #updateChips(): void {
    const { filter } = this.#model.state;
    const { data } = this.#model;
    const chips: HTMLElement[] = [];
    const chip = (text: string, change: Partial<Filter>) => {
      chips.push(link(`${text} ✕`, () => { this.#setFilter(change); }, { class: 'chip', title: 'Remove this filter', 'aria-label': `Remove filter ${text}` }));
    };
    if (filter.text.trim() !== '') { chip(`“${filter.text.trim()}”`, { text: '' }); }
    const words: Readonly<Record<(typeof LISTS)[number], (id: string) => string>> = {
      actors: id => `Actor: ${data.actors.find(actor => actor.id === id)?.name ?? id}`,
      kinds: id => `Kind: ${data.events.find(event => event.kind === id)?.kindText ?? id}`,
      processes: id => `Process: ${data.processes.find(process => process.id === id)?.title ?? id}`,
      certainties: id => `Date: ${CERTAINTY_WORDS[id as Certainty]}`,
    };
    for (const list of LISTS) { for (const id of filter[list]) { chip(words[list](id), { [list]: without(filter[list], id) }); } }
    if (filter.mentioned !== 'any') { chip(filter.mentioned === 'mentioned' ? 'In the draft' : 'Not in the draft', { mentioned: 'any' }); }
    if (filter.range !== null) { chip(`${dayText(filter.range[0])} – ${dayText(filter.range[1] - 1)}`, { range: null }); }
    if (chips.length > 1) {
      chips.push(link('Remove all', () => { this.#actions.setFilter(NO_FILTER); }));
    }
    this.chips.hidden = chips.length === 0;
    this.chips.replaceChildren(...chips);
  }
}
