import type { Event, EventKind } from '../../corpus/types.ts';
import { overlaps } from '../../dates/order.ts';
import type { EdtfDate, Precision } from '../../dates/types.ts';
import type { CheckContext } from '../context.ts';
import { endOf, excludes, isTellable } from '../events/compare.ts';
import { dateFix } from '../events/dateFix.ts';
import type { Dating } from '../events/dating.ts';
import { eventSentences, type EventSentence } from '../events/sentences.ts';
import { dateEvidence, recordedDate } from '../evidence.ts';
import { blockRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** An event with a closer date than any source on record gives. */
export const falsePrecision = blockRule('false-precision', (block, context) => eventSentences(block).flatMap(sentence => sentence.datings.flatMap(dating => findingOf(dating, sentence, context))));

const RANKS: readonly Precision[] = ['day', 'month', 'season', 'year', 'decade', 'century', 'millennium'];

function findingOf(dating: Dating, sentence: EventSentence, context: CheckContext): Found[] {
  const { ref, date, aspect } = dating;
  const possible = ref.events.filter(one => !excludes(one, date.date, aspect, false));
  const [event] = possible;
  if (possible.length !== 1 || event?.date === undefined || !isTellable(date.date)) return [];
  const given = date.date.date;
  const record = aspect === 'whole' ? event.date : endOf(event.date, aspect === 'start' ? 'from' : 'to');
  // `early 1988` may still be 1987, and is no closer date for it.
  if (record === undefined || given.start.earliest < record.start.earliest || (given.kind === 'span' ? given.start : given.end).latest > record.end.latest || !isCloser(given, record, event) || isRecorded(event, given, context) || citesAnother(sentence, event)) return [];
  return [{
    span: { start: date.start, end: date.end },
    message: message('false-precision', event.name, recordedDate(event)),
    evidence: dateEvidence(event, context),
    fixes: event.date.kind === 'point' && event.date.date.precision !== 'decade' ? dateFix(dating, event.date, sentence) : [],
  }];
}

/** What is done in a day or two, so that a longer record only says between which days that was. */
const MOMENTS: ReadonlySet<EventKind> = new Set<EventKind>(['letter', 'report', 'proposal', 'announcement', 'agreement', 'resolution', 'leak', 'appointment', 'decision', 'publication', 'broadcast', 'meeting']);

function isCloser(given: EdtfDate, record: EdtfDate, event: Event): boolean {
  const rank = rankOf(given);
  if (rank === undefined || rank >= RANKS.indexOf('year')) return false;
  if (record.kind === 'point') return RANKS.indexOf(record.date.precision) > rank;
  return rank < RANKS.indexOf('season') && MOMENTS.has(event.kind) && given.end.latest - given.start.earliest < (record.end.latest - record.start.earliest) / 2;
}

/** The precision of a date, or that of both ends of an interval. */
function rankOf(date: EdtfDate): number | undefined {
  if (date.approximate || date.uncertain || date.kind === 'set') return undefined;
  // `late 1978` is no exact date, the spring of 1978 is one.
  if (date.kind === 'point') return (date.date.season ?? 0) > 24 ? undefined : RANKS.indexOf(date.date.precision);
  return date.from.kind === 'date' && date.to.kind === 'date' && date.from.date.precision === 'day' && date.to.date.precision === 'day' ? 0 : undefined;
}

/** Whether a statement on the event has a date as close as the given one. */
function isRecorded(event: Event, given: EdtfDate, { snapshot }: CheckContext): boolean {
  const rank = rankOf(given) ?? 0;
  return (snapshot.statementsAbout.get(event.key) ?? []).some(statement => statement.dates.some(({ date }) => date !== undefined && (rankOf(date) ?? RANKS.length) <= rank && overlaps(date, given) !== 'no'));
}

/** A work that the record does not rest on may know better. */
function citesAnother({ analysis }: EventSentence, event: Event): boolean {
  const known = new Set([...event.citations, ...event.statements.flatMap(statement => statement.citations)].map(citation => citation.citekey));
  return analysis.sentence.citations.some(cluster => cluster.items.some(item => !known.has(item.citekey)));
}
