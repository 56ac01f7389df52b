import { holdsAt, isBefore, isWithin, overlaps } from '../dates/order.ts';
import type { Answer, EdtfDate } from '../dates/types.ts';
import type { Dated } from './types.ts';

/** How sure it is that something held on a date. `likely`: it had begun and nothing says that it had ended, or the other way round. */
export type Certainty = Answer | 'likely';

/**
 * Whether something that happened on `date` happened, at least in part, in the stretch of the calendar that `at` names.
 * A war from 1975 to 1979 did so in 1977; a meeting in 1989 may have been in July 1989.
 */
export function happenedWithin(date: EdtfDate, at: EdtfDate): Answer {
  if (overlaps(date, at) === 'no') return 'no';
  if (isWithin(date, at) === 'yes') return 'yes';
  const isSettled = date.start.latest <= at.end.latest && date.end.earliest >= at.start.earliest;
  return isSettled && !date.approximate && !date.uncertain ? 'yes' : 'unknown';
}

/**
 * Whether something with a beginning and an end held throughout `at`.
 *
 * An office `from 1988` is `likely` in 1990: nothing says that it had ended. In 1988 itself it is `unknown`, in 1987 `no`.
 * One held by June 1987 (`[..1987-06]`) is `likely` in June 1987. With no dates at all it is `unknown`.
 */
export function heldAt({ start, end }: Pick<Dated, 'start' | 'end'>, at: EdtfDate): Certainty {
  const answer = holdsAt({ start, end }, at);
  if (answer !== 'unknown') return answer;
  if (start !== undefined && end === undefined && isBefore(start, at) === 'yes') return 'likely';
  if (end !== undefined && start === undefined && isBefore(at, end) === 'yes') return 'likely';
  if (start !== undefined && isHeldBySomeDayOf(at, start, end)) return 'likely';
  return 'unknown';
}

/** Of `[..1987-06]` the source knows that it was so in June 1987, and not since when. */
function isHeldBySomeDayOf(at: EdtfDate, start: EdtfDate, end: EdtfDate | undefined): boolean {
  return start.kind === 'set' && start.start.earliest === -Infinity && start.start.latest <= at.end.latest && (end?.end.earliest ?? Infinity) >= at.start.earliest;
}
