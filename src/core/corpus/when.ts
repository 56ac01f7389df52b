import type { Answer, DayRange, EdtfDate } from '../dates/types.ts';
import type { Dated } from './types.ts';

/** How sure it is that something held on a date. `likely`: inside what is known, but one end is not known. */
export type Certainty = Answer | 'likely';

/** First and last day that a date can reach, half-open. */
export function extentOf(date: EdtfDate): DayRange {
  return { earliest: date.start.earliest, latest: date.end.latest };
}

/**
 * Whether something that happened on `date` happened (in part) within `extent`. `yes` only when the record leaves no other
 * possibility, so never for dates marked as approximate or uncertain.
 */
export function happenedWithin(date: EdtfDate, extent: DayRange): Answer {
  if (date.start.earliest >= extent.latest || date.end.latest <= extent.earliest) return 'no';
  const isSettled = date.start.latest <= extent.latest && date.end.earliest >= extent.earliest;
  return isSettled && !date.approximate && !date.uncertain ? 'yes' : 'unknown';
}

/**
 * Whether something with a beginning and an end held throughout `at`.
 *
 * An office `from 1988` is `likely` in 1990: nothing says that it had ended. In 1988 itself it is `unknown`, in 1987 `no`.
 * With no dates at all it is `unknown`.
 */
export function heldAt(dated: Pick<Dated, 'start' | 'end'>, at: EdtfDate): Certainty {
  const { start, end } = dated;
  const asked = extentOf(at);
  if (start !== undefined && start.start.earliest >= asked.latest) return 'no';
  if (end !== undefined && end.end.latest <= asked.earliest) return 'no';
  const hasBegun = start !== undefined && start.start.latest <= asked.earliest + 1;
  const hasNotEnded = end !== undefined && end.end.earliest >= asked.latest - 1;
  if (start === undefined && end === undefined) return 'unknown';
  if (hasBegun && hasNotEnded) return isSure(start) && isSure(end) ? 'yes' : 'likely';
  if ((hasBegun && end === undefined) || (hasNotEnded && start === undefined)) return 'likely';
  return 'unknown';
}

function isSure(date: EdtfDate): boolean {
  return !date.approximate && !date.uncertain;
}
