import type { Actor, EntryKey, Membership, Remark } from '../../corpus/types.ts';
import { overlaps } from '../../dates/order.ts';
import { findDates } from '../../dates/prose.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { CheckContext } from '../context.ts';
import { yearsBetween } from '../events/compare.ts';
import { titlesOfRole } from './titles.ts';

/** An office by a `disputed` remark that begins or ends it at another time. */
export interface OtherPeriod {
  readonly membership: Membership;
  readonly period: Pick<Membership, 'start' | 'end'>;
  readonly remark: Remark;
}

const NONE: readonly OtherPeriod[] = [];

/** What remarks on a person have of times in office that the record has otherwise. */
export function otherPeriodsOf(person: Actor, context: CheckContext): readonly OtherPeriod[] {
  return context.memo(gatherPeriods).get(person.key) ?? NONE;
}

function gatherPeriods({ snapshot }: CheckContext): ReadonlyMap<EntryKey, readonly OtherPeriod[]> {
  const found = new Map<EntryKey, readonly OtherPeriod[]>();
  for (const actor of snapshot.actors) {
    if (actor.type !== 'person') continue;
    const periods = actor.statements.flatMap(({ text, remarks }) => remarks.flatMap(remark => remark.kind === 'disputed' ? periodIn(remark, text, actor) ?? [] : []));
    if (periods.length > 0) found.set(actor.key, periods);
  }
  return found;
}

const BEGINS = /\b(?:became|took (?:up )?office|took over|was appointed|assumed)\b|\b(?:from|since) (?:\w+ ){0,2}\d{4}\b/;
const ENDS = /\b(?:resigned|stepped down|retired|was (?:removed|dismissed)|left (?:the )?(?:office|post|government))\b|\b(?:until|till) (?:\w+ ){0,2}\d{4}\b/;
/** Years between two datings of one change of office. */
const NEAR = 5;

/** The one office that statement and remark speak of, with the one date that the remark has; nothing where more can be meant. */
function periodIn(remark: Remark, statement: string, { memberships }: Actor): OtherPeriod | undefined {
  const words = `${statement} ${remark.text}`.toLowerCase();
  const spoken = memberships.filter(({ role }) => titlesOfRole(role).some(title => words.includes(title)));
  const dates = findDates(remark.text);
  const [membership] = spoken;
  const date = dates[0]?.date;
  const isBeginning = BEGINS.test(remark.text);
  if (membership === undefined || spoken.length > 1 || dates.length !== 1 || date?.kind !== 'point' || isBeginning === ENDS.test(remark.text)) return undefined;
  const { start, end } = membership;
  if (!isOther(isBeginning ? start : end, date)) return undefined;
  return { membership, period: isBeginning ? { start: date, end } : { start, end: date }, remark };
}

function isOther(recorded: EdtfDate | undefined, date: EdtfDate): boolean {
  return recorded !== undefined && overlaps(recorded, date) === 'no' && yearsBetween(recorded, date) < NEAR;
}
