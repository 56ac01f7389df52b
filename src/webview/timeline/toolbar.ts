import { GROUPINGS, type Certainty, type Filter, type Grouping, type TimelineData } from '../../core/timeline/types.ts';
import { NO_FILTER } from '../../core/timeline/filter.ts';
import { dayText } from '../../core/timeline/calendar.ts';
import { eventsText } from '../../core/timeline/words.ts';
import { t, toTranslate } from '../../core/l10n.ts';
import { button, choice, link, setPressed, textField, type Option } from '../controls.ts';
import { el } from '../dom.ts';
import { undatedText } from './list.ts';
import type { Model } from './model.ts';

const GROUPING_WORDS: Readonly<Record<Grouping, string>> = toTranslate({
  process: 'Lanes: process', actor: 'Lanes: actor', 'actor-type': 'Lanes: type of actor', kind: 'Lanes: kind of event', place: 'Lanes: place', corpus: 'Lanes: corpus',
});
const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = toTranslate({
  exact: 'exact dates', coarse: 'known to a month or longer', approximate: 'approximate', uncertain: 'uncertain', open: 'open or unknown ends',
});

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
  const kinds = new Map<string, string>();
  for (const { kind, kindText, participants } of data.events) {
    kinds.set(kind, kindText);
    for (const { actor } of participants) { counts.set(actor, (counts.get(actor) ?? 0) + 1); }
  }
  const actors = [...data.actors].sort((one, other) => (counts.get(other.id) ?? 0) - (counts.get(one.id) ?? 0)).slice(0, MOST_ACTORS).sort((one, other) => one.name.localeCompare(other.name));
  return [
    { value: '', text: t('Add filter…') },
    ...Object.entries(CERTAINTY_WORDS).map(([value, text]) => ({ value: `certainties:${value}`, text: t(text), group: t('Date') })),
    { value: 'mentioned:', text: t('not in the draft'), group: t('Draft') },
    ...[...kinds].map(([value, text]) => ({ value: `kinds:${value}`, text, group: t('Kind') })),
    ...data.processes.map(process => ({ value: `processes:${process.id}`, text: process.title, group: t('Process') })),
    ...actors.map(actor => ({ value: `actors:${actor.id}`, text: actor.name, group: t('Actor') })),
  ];
}

const without = (list: readonly string[], id: string) => list.filter(one => one !== id);

/** The controls above the picture, and the chips that say what the filter asks for. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly chips = el('div', { class: 'chips', role: 'group', 'aria-label': t('Filters in use') });
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
    this.#text = textField(t('Filter events'), text => { this.#setFilter({ text }); });
    this.#grouping = choice(t('Lanes by'), value => { const grouping = GROUPINGS.find(one => one === value); if (grouping !== undefined) { actions.group(grouping); } });
    this.#grouping.setOptions(GROUPINGS.map(value => ({ value, text: t(GROUPING_WORDS[value]) })));
    this.#more = choice(t('Add a filter'), value => { this.#addFilter(value); });
    this.#inDraft = button(t('In draft'), t('Only what the draft names'), () => { this.#setFilter({ mentioned: model.state.filter.mentioned === 'mentioned' ? 'any' : 'mentioned' }); });
    this.#only = button(t('Hide others'), t('Leave out what does not match, instead of fading it'), () => { actions.setOnlyMatches(!model.state.isOnlyMatches); });
    this.#mode = button(t('List'), t('Show as a table, or as a picture (L)'), () => { actions.setMode(model.state.mode === 'list' ? 'chart' : 'list'); });
    this.#order = button(t('Order'), t('The order of the draft below the order of time'), () => { actions.toggleNarrative(); });
    this.#asOf = button(t('As of'), t('Who held which office on a day'), () => { actions.toggleAsOf(); });
    this.#undated = link('', () => { actions.setMode('list'); }, { title: t('They are in the list, each with the reason') });
    this.#fitSelection = button(t('Fit selection'), t('Show the selected event, or what the filter lets through (F)'), () => { actions.fitSelection(); });
    this.element = el('div', { class: 'toolbar', role: 'toolbar', 'aria-label': t('Timeline') },
      this.#text.element, this.#grouping.element, this.#more.element, this.#inDraft, this.#only, this.#count, this.#undated, el('span', { class: 'spring' }),
      el('span', { class: 'together' }, button('−', t('Zoom out (−)'), () => { actions.zoom(1 / 1.6); }), button('+', t('Zoom in (+)'), () => { actions.zoom(1.6); }),
        button(t('Fit'), t('Show the process; press again for everything (0)'), () => { actions.fit(); }), this.#fitSelection),
      this.#order, this.#asOf, this.#mode, button(t('Export'), t('Save the whole timeline as a picture, a chronology, a calendar …'), () => { actions.export(); }));
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
    // Not hidden: what is below would jump when something is selected.
    this.#fitSelection.toggleAttribute('disabled', !isFiltered && state.selected === null);
    this.#inDraft.hidden = this.#model.draft === null && state.filter.mentioned !== 'mentioned';
    const total = data.events.length;
    this.#count.textContent = isFiltered ? t('{0} of {1}', matches.size, total) : eventsText(total);
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
      chips.push(link(`${text} ✕`, () => { this.#setFilter(change); }, { class: 'chip', title: t('Remove this filter'), 'aria-label': t('Remove filter {0}', text) }));
    };
    if (filter.text.trim() !== '') { chip(t('“{0}”', filter.text.trim()), { text: '' }); }
    const words: Readonly<Record<(typeof LISTS)[number], (id: string) => string>> = {
      actors: id => t('Actor: {0}', data.actors.find(actor => actor.id === id)?.name ?? id),
      kinds: id => t('Kind: {0}', data.events.find(event => event.kind === id)?.kindText ?? id),
      processes: id => t('Process: {0}', data.processes.find(process => process.id === id)?.title ?? id),
      certainties: id => t('Date: {0}', t(CERTAINTY_WORDS[id as Certainty])),
    };
    for (const list of LISTS) { for (const id of filter[list]) { chip(words[list](id), { [list]: without(filter[list], id) }); } }
    if (filter.mentioned !== 'any') { chip(filter.mentioned === 'mentioned' ? t('In the draft') : t('Not in the draft'), { mentioned: 'any' }); }
    if (filter.range !== null) { chip(`${dayText(filter.range[0])} – ${dayText(filter.range[1] - 1)}`, { range: null }); }
    if (chips.length > 1) {
      chips.push(link(t('Remove all'), () => { this.#actions.setFilter(NO_FILTER); }));
    }
    this.chips.hidden = chips.length === 0;
    this.chips.replaceChildren(...chips);
  }
}
