import type { Entry, Event } from '../../corpus/types.ts';
import { partsOf, resolveId } from '../../corpus/queries.ts';
import type { CheckContext } from '../context.ts';
import type { Analysis } from '../language/analysis.ts';
import type { Clause } from '../language/clauses.ts';
import { clauseRefs } from './clauseRefs.ts';
import { ordinalOf, patternsOf } from './patterns.ts';
import { phraseRefs } from './phraseRefs.ts';

/** A place in a sentence that speaks of an event of the record. */
export interface EventRef {
  /** All that it may mean; one when it is settled. */
  readonly events: readonly Event[];
  /** `named` by a name or alias, by a `phrase` that says what a name says (`the Paris meeting`), or by a whole `clause` (`Mochtar visited Hanoi`). */
  readonly how: 'named' | 'phrase' | 'clause';
  /** The first and last token of the noun phrase; for a clause those of its verb. */
  readonly first: number;
  readonly last: number;
  readonly clause: Clause | undefined;
}

/** All references to events in a sentence, in its order. */
export function findRefs(analysis: Analysis, context: CheckContext): readonly EventRef[] {
  const named = namedRefs(analysis, context);
  const phrases = phraseRefs(analysis, context, named);
  return [...named, ...phrases, ...clauseRefs(analysis, context)].sort((a, b) => a.first - b.first);
}

function namedRefs({ tokens, clauseAt }: Analysis, context: CheckContext): EventRef[] {
  return tokens.flatMap((token, index): EventRef[] => {
    if (token.kind !== 'name') return [];
    const events = token.mention.keys.map(key => eventFor(context.snapshot.entries.get(key), context));
    if (events.length === 0 || !events.every(event => event !== undefined)) return [];
    const meant = withOrdinal(events, tokens[index - 1]?.kind === 'word' ? tokens[index - 1]!.text : '', context);
    return meant.length === 0 ? [] : [{ events: meant, how: 'named', first: index, last: index, clause: clauseAt[index] }];
  });
}

/** The event itself; for a figure (`six P5 meetings`) the only event that it counts or measures. */
function eventFor(entry: Entry | undefined, { snapshot }: CheckContext): Event | undefined {
  if (entry?.class === 'event') return entry;
  if (entry?.class !== 'concept' || entry.kind !== 'statistic' || entry.evidence.length !== 1) return undefined;
  const event = resolveId(snapshot, entry.evidence[0]!, entry.corpusId);
  return event?.class === 'event' ? event : undefined;
}

/** `the third` before the name of a series means a part of it; `the last`, `the next` one that is not told. */
function withOrdinal(events: readonly Event[], before: string, context: CheckContext): readonly Event[] {
  if (/^(?:last|final|next|latest|previous|earlier|later|opening|closing|further|another|other|future)$/.test(before)) return [];
  const ordinal = ordinalOf(before);
  if (ordinal === 0) return events;
  const parts = events.flatMap(event => partsOf(context.snapshot, event.key));
  return parts.filter(part => patternsOf(context).some(pattern => pattern.event === part && pattern.ordinal === ordinal));
}
