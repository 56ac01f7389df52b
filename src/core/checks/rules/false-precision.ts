import type { Event } from '../../corpus/types.ts';
import { formatDate } from '../../dates/format.ts';
import { overlaps } from '../../dates/order.ts';
import type { EdtfDate, Precision } from '../../dates/types.ts';
import type { CheckContext } from '../context.ts';
import { excludes, isTellable } from '../events/compare.ts';
import type { Dating } from '../events/dating.ts';
import { eventSentences, type EventSentence } from '../events/sentences.ts';
import { dateEvidence, recordedDate } from '../evidence.ts';
import { blockRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** An event with a closer date than any source on record gives. */
export const falsePrecision = blockRule('false-precision', (block, context) => eventSentences(block, context).flatMap(sentence => sentence.datings.flatMap(dating => findingOf(dating, sentence, context))));

const RANKS: readonly Precision[] = ['day', 'month', 'season', 'year', 'decade', 'century', 'millennium'];

function findingOf(dating: Dating, sentence: EventSentence, context: CheckContext): Found[] {
  const { ref, date, aspect } = dating;
  const [event] = ref.events;
  if (ref.events.length !== 1 || event?.date === undefined || !isTellable(date.date) || aspect !== 'whole') return [];
  const given = date.date.date;
  if (excludes(event, date.date, 'whole', false) || !isCloser(given, event.date) || isRecorded(event, given, context) || citesAnother(sentence, event)) return [];
  const words = formatDate(event.date);
  return [{
    span: { start: date.start, end: date.end },
    message: message('false-precision', event.name, recordedDate(event)),
    evidence: dateEvidence(event, context),
    fixes: event.date.kind === 'point' && event.date.date.precision !== 'decade' ? [{ title: message('write-fix', words), isSafe: false, edits: [{ span: { start: date.start, end: date.end }, newText: words }] }] : [],
  }];
}

function isCloser(given: EdtfDate, record: EdtfDate): boolean {
  if (given.kind !== 'point' || given.approximate || given.uncertain) return false;
  const rank = RANKS.indexOf(given.date.precision);
  return rank < 2 && record.kind === 'point' && RANKS.indexOf(record.date.precision) > rank;
}

/** Whether a statement on the event has a date as close as the given one. */
function isRecorded(event: Event, given: EdtfDate, { snapshot }: CheckContext): boolean {
  return (snapshot.statementsAbout.get(event.key) ?? []).some(statement => statement.dates.some(({ date }) => date?.kind === 'point' && given.kind === 'point'
    && RANKS.indexOf(date.date.precision) <= RANKS.indexOf(given.date.precision) && overlaps(date, given) !== 'no'));
}

/** A work that the record does not rest on may know better. */
function citesAnother({ analysis }: EventSentence, event: Event): boolean {
  const known = new Set([...event.citations, ...event.statements.flatMap(statement => statement.citations)].map(citation => citation.citekey));
  return analysis.sentence.citations.some(cluster => cluster.items.some(item => !known.has(item.citekey)));
}
