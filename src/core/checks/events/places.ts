import type { Event } from '../../corpus/types.ts';
import { asPattern, type Span } from '../../text.ts';
import type { CheckContext } from '../context.ts';
import { timingOf } from './dating.ts';
import type { EventRef } from './refs.ts';
import type { EventSentence } from './sentences.ts';
import { twinsOf } from './twins.ts';

type PlacedEvent = Event & { readonly place: string };

/** Where a sentence says that an event was, where two corpora have it at different places and the sentence has one of them. */
export function contestedPlace({ analysis, refs, words, sentence }: EventSentence, ref: EventRef, context: CheckContext): { readonly span: Span; readonly records: readonly PlacedEvent[] } | undefined {
  const { clause, events: [event] } = ref;
  if (ref.how !== 'named' || event === undefined || clause?.verb === undefined || clause.modality !== 'asserted') return undefined;
  const same = [event, ...twinsOf(event, context)];
  const records = same.filter((one): one is PlacedEvent => one.place !== undefined);
  // Of two events that a sentence names nothing tells whose place it is.
  if (new Set(records.map(placeOf)).size !== 2 || !refs.every(({ events }) => events.every(one => same.includes(one)))) return undefined;
  const [first, other] = [records[0]!, records.find(one => placeOf(one) !== placeOf(records[0]!))!];
  // `Paris and New York` is no other place than Paris.
  if (placeOf(first).includes(placeOf(other)) || placeOf(other).includes(placeOf(first))) return undefined;
  const given = [first, other].flatMap(({ place }) => spanOf(words, place) ?? []);
  const [span] = given;
  if (span === undefined || given.length > 1 || timingOf(analysis, clause, ref) === undefined) return undefined;
  const start = sentence.start + span.start;
  const isOfClause = analysis.tokens.some((token, index) => token.start <= start && start < token.end && analysis.clauseAt[index] === clause);
  return isOfClause ? { span: { start, end: sentence.start + span.end }, records: [first, other].toSorted((a, b) => (a.key < b.key ? -1 : 1)) } : undefined;
}

function placeOf({ place }: PlacedEvent): string {
  return place.toLowerCase();
}

/** A place after `in` or `at`. */
function spanOf(words: string, place: string): Span | undefined {
  const match = new RegExp(`(?<![\\p{L}\\p{N}])(?:in|at)\\s+(?:the\\s+)?(${asPattern(place)})(?![\\p{L}\\p{N}’'-])`, 'u').exec(words);
  return match === null ? undefined : { start: match.index + match[0].length - match[1]!.length, end: match.index + match[0].length };
}
