import type { Event } from '../../corpus/types.ts';
import { formatDate } from '../../dates/format.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { CheckContext } from '../context.ts';
import { excludes, isTellable, yearsBetween } from '../events/compare.ts';
import type { Dating } from '../events/dating.ts';
import { isDisputed, isLikelyMeant } from '../events/meant.ts';
import { eventSentences, type EventSentence } from '../events/sentences.ts';
import { twinsOf } from '../events/twins.ts';
import { dateEvidence, recordedDate } from '../evidence.ts';
import { blockRule } from '../rule.ts';
import type { Fix, Found } from '../types.ts';
import { message } from '../words.ts';

/** An event with a date that its record excludes. */
export const dateConflict = blockRule('date-conflict', (block, context) => eventSentences(block, context).flatMap(sentence => conflictsOf(sentence, context)));

function conflictsOf(sentence: EventSentence, context: CheckContext): Found[] {
  const found = new Map<number, Found>();
  for (const dating of sentence.datings) {
    const { date, ref } = dating;
    if (!isTellable(date.date) || found.has(date.start)) continue;
    if (!isConflict(dating, context) || fitsAnother(dating, sentence)) continue;
    const event = nearest(ref.events, date.date.date);
    found.set(date.start, {
      span: { start: date.start, end: date.end },
      message: message('date-conflict', event.name, recordedDate(event), date.text),
      evidence: ref.events.slice(0, 3).flatMap(one => dateEvidence(one, context)),
      fixes: ref.events.length === 1 ? fixesFor(dating, event, sentence) : [],
    });
  }
  return [...found.values()];
}

function isConflict({ ref, date, aspect, isExhaustive }: Dating, context: CheckContext): boolean {
  return ref.events.every(event => [event, ...twinsOf(event, context)].every(one => excludes(one, date.date, aspect, isExhaustive)) && !isDisputed(event, date.date.date!, context)
    && (ref.how === 'named' || isLikelyMeant(event, date.date.date!, ref.how, context)));
}

/** Whether the date fits another event of the sentence that the same words may date. */
function fitsAnother(dating: Dating, { datings }: EventSentence): boolean {
  return dating.ref.how !== 'named' && datings.some(other => other !== dating && other.date === dating.date && other.ref.how === 'named');
}

function nearest(events: readonly Event[], date: EdtfDate | undefined): Event {
  if (date === undefined) return events[0]!;
  return events.toSorted((a, b) => yearsBetween(a.date!, date) - yearsBetween(b.date!, date))[0]!;
}

/** The recorded date in place of the written one, with the preposition that goes with it. */
function fixesFor({ date, aspect }: Dating, event: Event, { analysis }: EventSentence): Fix[] {
  const record = event.date!;
  if (record.kind !== 'point' || aspect !== 'whole') return [];
  const words = formatDate(record);
  const before = analysis.tokens[analysis.tokens.indexOf(date) - 1];
  const preposition = before?.kind === 'word' && (before.text === 'in' || before.text === 'on') ? before : undefined;
  const wanted = record.date.precision === 'day' ? 'on' : 'in';
  const edits = [{ span: { start: date.start, end: date.end }, newText: words }];
  if (preposition !== undefined && preposition.text !== wanted) edits.unshift({ span: { start: preposition.start, end: preposition.end }, newText: preposition.capital ? wanted[0]!.toUpperCase() + wanted.slice(1) : wanted });
  return [{ title: message('write-fix', words), isSafe: false, edits }];
}
