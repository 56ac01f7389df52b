import type { Event } from '../../corpus/types.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { CheckContext } from '../context.ts';
import { excludes, isTellable, yearsBetween } from '../events/compare.ts';
import { dateFix } from '../events/dateFix.ts';
import type { Dating } from '../events/dating.ts';
import { isDisputed, isLikelyMeant, isOnRecord } from '../events/meant.ts';
import { eventSentences, type EventSentence } from '../events/sentences.ts';
import { twinsOf } from '../events/twins.ts';
import { dateEvidence, recordedDate } from '../evidence.ts';
import { blockRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** An event with a date that its record excludes. */
export const dateConflict = blockRule('date-conflict', (block, context) => eventSentences(block).flatMap(sentence => conflictsOf(sentence, context)));

function conflictsOf(sentence: EventSentence, context: CheckContext): Found[] {
  const found = new Map<number, Found>();
  for (const dating of sentence.datings) {
    const { date, ref } = dating;
    if (!isTellable(date.date) || found.has(date.start)) continue;
    const isPerfect = ref.how === 'clause' && sentence.analysis.tokens[ref.first]!.text === 'had';
    if (!isConflict(dating, isPerfect, context) || fitsAnother(dating, sentence) || isTold(dating, sentence, context)) continue;
    const event = nearest(ref.events, date.date.date);
    found.set(date.start, {
      span: { start: date.start, end: date.end },
      message: message('date-conflict', event.name, recordedDate(event), date.text),
      evidence: ref.events.slice(0, 3).flatMap(one => dateEvidence(one, context)),
      fixes: ref.events.length === 1 && (dating.aspect === 'whole' || event.date?.kind === 'point') ? dateFix(dating, event.date!, sentence) : [],
    });
  }
  return [...found.values()];
}

function isConflict({ ref, date, aspect, isExhaustive }: Dating, isPerfect: boolean, context: CheckContext): boolean {
  return ref.events.every(event => [event, ...twinsOf(event, context)].every(one => excludes(one, date.date, aspect, isExhaustive)) && !isDisputed(event, date.date.date!, context)
    && (ref.how === 'named' || isLikelyMeant(event, date.date.date!, ref, isPerfect, context)));
}

/** Whether the record says of the event what the sentence says, on that date. */
function isTold({ ref, date }: Dating, { analysis: { tokens, clauseAt } }: EventSentence, context: CheckContext): boolean {
  const verb = clauseAt[tokens.indexOf(date)]?.verb;
  return verb !== undefined && verb.lemma !== 'be' && ref.events.some(event => isOnRecord(event, date.date.date!, verb.lemma, context));
}

/** Whether the date fits another event of the sentence that the same words may date. */
function fitsAnother(dating: Dating, { datings }: EventSentence): boolean {
  return dating.ref.how !== 'named' && datings.some(other => other !== dating && other.date === dating.date && other.ref.how === 'named');
}

function nearest(events: readonly Event[], date: EdtfDate | undefined): Event {
  if (date === undefined) return events[0]!;
  return events.toSorted((a, b) => yearsBetween(a.date!, date) - yearsBetween(b.date!, date))[0]!;
}
