import { eventsOn } from '../corpus/queries.ts';
import type { Event, Snapshot } from '../corpus/types.ts';
import type { EdtfDate } from '../dates/types.ts';

/** `then`: wholly within the date; `under-way`: certainly going on then, and longer than that; `possibly`: it may have been then. */
export type HappenedHow = 'then' | 'under-way' | 'possibly';

export interface Happened {
  readonly event: Event;
  readonly how: HappenedHow;
}

const ORDER: Readonly<Record<HappenedHow, number>> = { then: 0, 'under-way': 1, possibly: 2 };

/**
 * What happened on a date, the nearest to it first: events within it in the order of time, then what was under way and what
 * may have been then, in each the shortest first. A war of twenty years says little about a month.
 */
export function happenedOn(snapshot: Snapshot, date: EdtfDate): readonly Happened[] {
  return eventsOn(snapshot, date)
    .map(({ event, certainty }): Happened => ({ event, how: certainty !== 'yes' ? 'possibly' : isWithin(event, date) ? 'then' : 'under-way' }))
    .sort((a, b) => ORDER[a.how] - ORDER[b.how] || (a.how === 'then' ? 0 : extentOf(a.event) - extentOf(b.event) || 0));
}

function isWithin({ date: own }: Event, date: EdtfDate): boolean {
  return own !== undefined && own.start.earliest >= date.start.earliest && own.end.latest <= date.end.latest;
}

/** Days from the first to the last that the event may have taken; an open end is longest. */
function extentOf({ date }: Event): number {
  const days = date === undefined ? Infinity : date.end.latest - date.start.earliest;
  return Number.isFinite(days) ? days : Number.MAX_SAFE_INTEGER;
}
