import type { Grouping, TimelineData } from './types.ts';
import { t, toTranslate } from '../l10n.ts';

/** One lane. An event with several participants stands in the lane of each. */
export interface Lane {
  /** Unlike that of any lane of another grouping, so that order and folding by hand outlive a look at other lanes. */
  readonly id: string;
  readonly title: string;
  /** Places in `data.events`, in their order. */
  readonly members: readonly number[];
}

/** What belongs to no lane of its own. */
const OTHER = '';

/** `actor:france`: the lane of an actor, of a process and so on. */
export const laneId = (grouping: Grouping, key: string): string => `${grouping}:${key}`;

const REST: Readonly<Record<Grouping, string>> = toTranslate({
  process: 'Outside every process', actor: 'No participant recorded', 'actor-type': 'No participant recorded', kind: 'Other', place: 'No place recorded', corpus: 'Other',
});

/**
 * The lanes of a grouping. Processes, corpora and places come in the order of their first event, actors by the number of
 * their events, what is background only comes after all that is not, what belongs nowhere comes last; lanes that the writer put in order by hand come first in that order.
 * @param order ids of lanes; those of other groupings do no harm
 */
export function lanesOf(data: TimelineData, grouping: Grouping, order: readonly string[] = []): Lane[] {
  const titles = titlesOf(data, grouping);
  const types = new Map(data.actors.map(actor => [actor.id, actor.type]));
  const lanes = new Map<string, number[]>();
  data.events.forEach((event, index) => {
    const keys = keysOf(event, grouping, types);
    for (const key of keys.length === 0 ? [OTHER] : keys.length === 1 ? keys : new Set(keys)) {
      const members = lanes.get(key);
      if (members === undefined) { lanes.set(key, [index]); } else { members.push(index); }
    }
  });
  const byHand = new Map(order.map((id, place) => [id, place]));
  const rank = ({ id }: Lane) => byHand.get(id) ?? (id === laneId(grouping, OTHER) ? Infinity : 1e9);
  const isBackground = (lane: Lane) => lane.members.every(member => data.events[member]!.background);
  const isBySize = grouping === 'actor' || grouping === 'actor-type' || grouping === 'kind';
  return [...lanes].map(([key, members]) => ({ id: laneId(grouping, key), title: key === OTHER ? t(REST[grouping]) : titles.get(key) ?? key, members }))
    .map((lane, place) => ({ lane, place }))
    .sort((a, b) => compare(rank(a.lane), rank(b.lane)) || Number(isBackground(a.lane)) - Number(isBackground(b.lane)) || (isBySize ? b.lane.members.length - a.lane.members.length : 0) || a.place - b.place)
    .map(({ lane }) => lane);
}

const compare = (a: number, b: number) => a === b ? 0 : a < b ? -1 : 1;

function keysOf(event: TimelineData['events'][number], grouping: Grouping, types: ReadonlyMap<string, string>): readonly string[] {
  switch (grouping) {
    case 'process': return event.processes;
    case 'actor': return event.participants.map(participant => participant.actor);
    case 'actor-type': return event.participants.map(participant => types.get(participant.actor) ?? OTHER);
    case 'kind': return [event.kind];
    case 'place': return event.place === '' ? [] : [event.place];
    case 'corpus': return [event.corpus];
  }
}

function titlesOf(data: TimelineData, grouping: Grouping): ReadonlyMap<string, string> {
  switch (grouping) {
    case 'process': return new Map(data.processes.map(process => [process.id, process.title]));
    case 'actor': return new Map(data.actors.map(actor => [actor.id, actor.name]));
    case 'actor-type': return new Map(data.actors.map(actor => [actor.type, actor.typeText]));
    case 'kind': return new Map(data.events.map(event => [event.kind, event.kindText.slice(0, 1).toUpperCase() + event.kindText.slice(1)]));
    case 'corpus': return new Map(data.corpora.map(corpus => [corpus.id, corpus.title]));
    case 'place': return new Map();
  }
}

/** The order by hand after a lane was moved: the lanes of this grouping as they stand now, those of others as they were. */
export function reordered(order: readonly string[], shown: readonly string[], from: number, to: number): string[] {
  const moved = shown.filter((_, place) => place !== from);
  moved.splice(to, 0, ...shown.slice(from, from + 1));
  return [...moved, ...order.filter(id => !moved.includes(id))];
}
