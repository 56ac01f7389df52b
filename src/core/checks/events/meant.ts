import type { Event, Remark } from '../../corpus/types.ts';
import { resolveId } from '../../corpus/queries.ts';
import { findDates } from '../../dates/prose.ts';
import { overlaps } from '../../dates/order.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { CheckContext } from '../context.ts';
import { isKin, ONCE } from '../language/actions.ts';
import { stem } from '../language/stem.ts';
import { actorLexiconOf } from './actorWords.ts';
import { yearsBetween } from './compare.ts';
import type { EventRef } from './refs.ts';
import { patternsOf, type NamePattern } from './patterns.ts';

/** Whether a remark on the event has the other date, said of this event and of no other that the remark brings in. */
export function isDisputed(event: Event, date: EdtfDate, context: CheckContext): boolean {
  return event.statements.some(statement => statement.remarks.some(remark => remark.kind === 'disputed' && findDates(remark.text).some(({ date: other }) =>
    other !== undefined && Number.isFinite(other.start.earliest) && Number.isFinite(other.end.latest) && overlaps(other, date) !== 'no' && !isOfAnother(event, remark.text, other, context))));
}

/** Whether a statement on the event has the date too, with the same verb: `Announced the agreement on 4 September`, which was signed in August. */
export function isOnRecord(event: Event, date: EdtfDate, lemma: string, { snapshot }: CheckContext): boolean {
  const verb = stem(lemma);
  return (snapshot.statementsAbout.get(event.key) ?? event.statements).some(({ text }) => text.toLowerCase().split(/[^\p{L}]+/u).some(word => stem(word) === verb)
    && findDates(text).some(({ date: other }) => other !== undefined && overlaps(other, date) !== 'no'));
}

/** `El Salvador had an agreement already in July 1990`: the date of an event of others. */
function isOfAnother(event: Event, remark: string, date: EdtfDate, context: CheckContext): boolean {
  const own = new Set(event.participants.map(({ actor }) => actor));
  const strangers = new Set(actorLexiconOf(context).find(remark).flatMap(({ targets }) => targets).filter(key => !own.has(key)));
  return context.snapshot.events.some(other => other !== event && other.date !== undefined && overlaps(other.date, date) !== 'no'
    && other.participants.some(({ actor }) => strangers.has(resolveId(context.snapshot, actor, other.corpusId)?.key ?? '')));
}

/** Years between two datings of one event. */
const NEAR = 2;

/** A remark on an event with the one date that it has instead of the recorded one. */
interface OtherDate {
  readonly remark: Remark;
  readonly date: EdtfDate;
}

export function disputingDate(event: Event, context: CheckContext): OtherDate | undefined {
  const known = context.memo(otherDates);
  if (!known.has(event)) known.set(event, findOtherDate(event, context));
  return known.get(event);
}

const otherDates = () => new Map<Event, OtherDate | undefined>();

function findOtherDate(event: Event, context: CheckContext): OtherDate | undefined {
  const { date: record } = event;
  if (record === undefined) return undefined;
  for (const remark of event.statements.flatMap(statement => statement.remarks)) {
    if (remark.kind !== 'disputed') continue;
    const others = findDates(remark.text).flatMap(({ date }) => date !== undefined && overlaps(date, record) === 'no' && lengthOf(date) <= lengthOf(record) ? [date] : []);
    const [other] = others;
    if (other === undefined || others.some(one => overlaps(one, other) === 'no') || !(yearsBetween(other, record) < NEAR) || isOfAnother(event, remark.text, other, context)) continue;
    return { remark, date: other };
  }
  return undefined;
}

/** The days that a date leaves open. */
function lengthOf({ start, end }: EdtfDate): number {
  return end.latest - start.earliest;
}

/** How many years off a date may be for what happens once, and for what may have happened more often. */
const REACH_ONCE = 15;
const REACH = 3;
/** Kinds of what there is but one of. */
const UNIQUE: ReadonlySet<Event['kind']> = new Set<Event['kind']>(['agreement', 'regime-change', 'appointment', 'resolution']);

/** Whether words that are no name mean the event of the record all the same, and not another that it does not have. */
export function isLikelyMeant(event: Event, date: EdtfDate, { how, patterns: said = [] }: EventRef, isPerfect: boolean, context: CheckContext): boolean {
  const patterns = said.filter(pattern => pattern.event === event);
  const isOnce = UNIQUE.has(event.kind) || patternsOf(context).some(pattern => pattern.event === event && pattern.action !== undefined && ONCE.has(pattern.action));
  // `had visited it in 1984`: once before
  if (event.date === undefined || isPerfect && !isOnce || yearsBetween(event.date, date) > (isOnce ? REACH_ONCE : how === 'phrase' ? 2 * REACH : REACH)) return false;
  return !patternsOf(context).some(other => other.event !== event && other.event.date !== undefined && other.event.kind !== 'process' && overlaps(other.event.date, date) !== 'no' && patterns.some(pattern => isAlike(pattern, other)));
}

/** Whether the words for one event may mean the other: the same actor does much the same, and nothing said of both tells them apart. */
function isAlike(pattern: NamePattern, other: NamePattern): boolean {
  if (pattern.action === undefined || other.action === undefined || other.agent === undefined || other.agent !== pattern.agent || other.ordinal !== pattern.ordinal || !isKin(pattern.action, other.action)) return false;
  const [mine, its] = [furtherOf(pattern), furtherOf(other)];
  return mine.length === 0 || its.length === 0 || mine.some(word => its.includes(word));
}

/** What a name says beside who does what. */
function furtherOf({ agent, actors, words, furtherActions }: NamePattern): readonly string[] {
  return [...actors.filter(actor => actor !== agent), ...words, ...furtherActions];
}
