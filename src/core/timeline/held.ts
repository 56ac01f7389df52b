import type { Day } from '../dates/types.ts';
import type { TimelineData } from './types.ts';

/** An office or a membership on one day. */
export interface Held {
  readonly name: string;
  readonly title: string;
  /** `from 1988`, `1988 – 1999`. */
  readonly period: string;
  /** False where the dates leave it open. */
  readonly isCertain: boolean;
}

/** Who held which office and belonged to what on a day: what is certain first, and nothing that the dates rule out. */
export function heldOn(data: Pick<TimelineData, 'eras' | 'actors'>, day: Day): Held[] {
  const names = new Map(data.actors.map(actor => [actor.id, actor.name]));
  return data.eras.flatMap(era => {
    const { start, end } = era.date;
    if (era.kind === 'war' || day + 1 <= (start[0] ?? -Infinity) || day >= (end[1] ?? Infinity)) { return []; }
    const isAfterStart = start[1] !== null && day >= start[1] - 1;
    const isBeforeEnd = end[0] !== null ? day <= end[0] : era.date.to.kind === 'open';
    return [{ name: names.get(era.actor) ?? era.actor, title: era.title, period: era.date.text, isCertain: isAfterStart && isBeforeEnd }];
  }).sort((one, other) => Number(other.isCertain) - Number(one.isCertain) || one.name.localeCompare(other.name, 'en'));
}
