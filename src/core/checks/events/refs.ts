import type { Entry, Event, Evidence } from '../../corpus/types.ts';
import { partsOf, resolveId } from '../../corpus/queries.ts';
import { overlaps } from '../../dates/order.ts';
import type { CheckContext } from '../context.ts';
import { is } from '../language/tokens.ts';
import { DETERMINERS, ordinalOf } from '../language/words.ts';
import type { Analysis } from '../language/analysis.ts';
import type { Clause } from '../language/clauses.ts';
import { endOf } from './compare.ts';
import { clauseRefs } from './clauseRefs.ts';
import { patternsOf, type NamePattern } from './patterns.ts';
import { nominalOf } from './nominals.ts';
import { phraseRefs } from './phraseRefs.ts';
import type { Aspect } from './timing.ts';

/** A place in a sentence that speaks of an event of the record. */
export interface EventRef {
  /** All that it may mean; one when it is settled. */
  readonly events: readonly Event[];
  /** `named` by a name or alias, by a `phrase` that says what a name says (`the Paris meeting`), or by a whole `clause` (`Mochtar visited Hanoi`). */
  readonly how: 'named' | 'phrase' | 'clause';
  /** The first and last token of the noun phrase; for a clause those of its verb. */
  readonly first: number;
  readonly last: number;
  /** The token that the sentence hangs the phrase on: of `the signing of the Paris Agreements` the signing. */
  readonly head: number;
  /** Which part of the event is spoken of: of `the opening of the conference` its start. */
  readonly aspect: Aspect;
  readonly clause: Clause | undefined;
  /** Whether a sentence before says what is meant. */
  readonly isTakenUp?: boolean;
  /** The names that words which are no name say. */
  readonly patterns?: readonly NamePattern[];
}

/** References to events by names and noun phrases, in the order of the sentence. */
export function findPhrases(analysis: Analysis, context: CheckContext): readonly EventRef[] {
  const named = namedRefs(analysis, context);
  return inOrder([...named, ...phraseRefs(analysis, context, named)].map(ref => nominalOf(analysis, ref)));
}

/** All references of a sentence, those of whole clauses among them. */
export function withClauses(phrases: readonly EventRef[], analysis: Analysis, context: CheckContext): readonly EventRef[] {
  const clauses = clauseRefs(analysis, context);
  return clauses.length === 0 ? phrases : inOrder([...phrases, ...clauses]);
}

export function inOrder(refs: EventRef[]): readonly EventRef[] {
  return refs.sort((a, b) => a.first - b.first);
}

function namedRefs({ tokens, clauseAt }: Analysis, context: CheckContext): EventRef[] {
  return tokens.flatMap((token, index): EventRef[] => {
    if (token.kind !== 'name') return [];
    const events = token.mention.keys.map(key => eventFor(context.snapshot.entries.get(key), context));
    if (events.length === 0 || !events.every(event => event !== undefined)) return [];
    const part = partBefore(tokens, index);
    const meant = part === undefined ? withOrdinal(events, tokens[index - 1]?.kind === 'word' ? tokens[index - 1]!.text : '', context) : withOrdinal(events, tokens[part]!.text, context);
    return meant.length === 0 ? [] : [{ events: meant, how: 'named', first: part ?? index, last: index, head: part ?? index, aspect: 'whole', clause: clauseAt[index] }];
  });
}

/** The event itself; for a figure (`six P5 meetings`) the only event that it counts or measures. */
function eventFor(entry: Entry | undefined, { snapshot }: CheckContext): Event | undefined {
  if (entry?.class === 'event') return entry;
  if (entry?.class !== 'concept' || entry.kind !== 'statistic' || entry.evidence.length !== 1) return undefined;
  const [{ entry: id, statement }] = entry.evidence as [Evidence];
  const event = statement === undefined ? resolveId(snapshot, id, entry.corpusId) : undefined;
  return event?.class === 'event' ? event : undefined;
}

/** `the first of the six P5 meetings`: where the word for the part stands. */
function partBefore(tokens: Analysis['tokens'], index: number): number | undefined {
  let at = index - 1;
  while (at >= 0 && (tokens[at]!.kind === 'number' || is(tokens[at], DETERMINERS))) at--;
  // `the first round of the talks`
  if (tokens[at]?.text === 'of' && /^(?:round|meeting|session|sitting)$/.test(tokens[at - 1]?.text ?? '')) at--;
  const word = tokens[at - 1];
  return /^(?:of|round|meeting|session|sitting)$/.test(tokens[at]?.text ?? '') && word?.kind === 'word' && (word.lexeme.ordinal > 0 || /^(?:last|final|latest|others?|rest)$/.test(word.text)) ? at - 1 : undefined;
}

/** The last part of a series that is over with it. */
function lastOf(event: Event, { snapshot }: CheckContext): readonly Event[] {
  const parts = partsOf(snapshot, event.key).filter(({ date, kind }) => date !== undefined && kind !== 'process');
  const last = parts.toSorted((a, b) => a.date!.end.latest - b.date!.end.latest).at(-1);
  const isOver = last?.date?.kind === 'point' && event.date !== undefined && endOf(event.date, 'to') !== undefined && overlaps(last.date, endOf(event.date, 'to')!) !== 'no';
  return isOver && parts.length > 1 ? [last] : [];
}

/** `the third` before the name of a series means a part of it, and `the last` where the record tells which; `the next` one that is not told. */
function withOrdinal(events: readonly Event[], before: string, context: CheckContext): readonly Event[] {
  if (/^(?:last|final)$/.test(before)) return events.flatMap(event => lastOf(event, context));
  if (/^(?:others?|rest|next|latest|previous|earlier|later|opening|closing|further|another|other|future)$/.test(before)) return [];
  const ordinal = ordinalOf(before);
  if (ordinal === 0) return events;
  const parts = events.flatMap(event => partsOf(context.snapshot, event.key));
  return parts.filter(part => patternsOf(context).some(pattern => pattern.event === part && pattern.ordinal === ordinal));
}
