import { folded } from '../text.ts';
import { certaintiesOf } from './certainty.ts';
import type { ActorDto, EventDto, Filter, TimelineData, ViewState } from './types.ts';

export const NO_FILTER: Filter = { text: '', actors: [], kinds: [], processes: [], certainties: [], mentioned: 'any', range: null };

export const FIRST_STATE: ViewState = {
  grouping: 'process', filter: NO_FILTER, isOnlyMatches: false, mode: 'chart', collapsed: [], order: [], span: null, selected: null, asOf: null, isNarrative: false,
};

export function isEmptyFilter(filter: Filter): boolean {
  return filter.text.trim() === '' && filter.actors.length + filter.kinds.length + filter.processes.length + filter.certainties.length === 0
    && filter.mentioned === 'any' && filter.range === null;
}

/** The words each event is searched by, in the order of the events; made once for each set of data. */
export function searchTexts(data: TimelineData): readonly string[] {
  const actors = new Map(data.actors.map(actor => [actor.id, actor]));
  const processes = new Map(data.processes.map(process => [process.id, process.title]));
  return data.events.map(event => folded([
    event.title, event.date.text, event.date.edtf, event.place, event.kindText, ...event.citekeys,
    ...event.participants.map(participant => (actors.get(participant.actor) ?? { name: participant.actor } satisfies Partial<ActorDto>).name),
    ...event.processes.map(id => processes.get(id) ?? id),
  ].join('\n')));
}

/**
 * The events that match, by their place in `data.events`. Every part of the filter that asks for something must hold.
 * @param texts what each event is searched by; asked for only when there are words to search for
 */
export function matching(data: TimelineData, texts: () => readonly string[], filter: Filter, mentioned: ReadonlySet<string>): ReadonlySet<number> {
  const words = folded(filter.text).split(/\s+/u).filter(word => word !== '');
  const searched = words.length === 0 ? [] : texts();
  const found = new Set<number>();
  data.events.forEach((event, index) => {
    if (words.every(word => searched[index]!.includes(word)) && matchesFacets(event, filter, mentioned)) { found.add(index); }
  });
  return found;
}

function matchesFacets(event: EventDto, filter: Filter, mentioned: ReadonlySet<string>): boolean {
  const any = (wanted: readonly string[], has: readonly string[]) => wanted.length === 0 || has.some(one => wanted.includes(one));
  return any(filter.kinds, [event.kind]) && any(filter.processes, event.processes)
    && (filter.actors.length === 0 || any(filter.actors, event.participants.map(participant => participant.actor)))
    && (filter.certainties.length === 0 || any(filter.certainties, certaintiesOf(event.date)))
    && (filter.mentioned === 'any' || mentioned.has(event.id) === (filter.mentioned === 'mentioned'))
    && (filter.range === null || ((event.date.start[0] ?? -Infinity) < filter.range[1] && (event.date.end[1] ?? Infinity) > filter.range[0]));
}
