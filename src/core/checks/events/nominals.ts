import type { Analysis } from '../language/analysis.ts';
import { is } from '../language/tokens.ts';
import { DETERMINERS } from '../language/words.ts';
import type { EventRef } from './refs.ts';
import { GATHERINGS, type Aspect } from './timing.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Nouns that say of an event that it came about: `the signing of`, `the holding of`. */
const COMING_ABOUT = set('signing signature adoption holding convening convocation hosting staging publication release failure success boycott occurrence achievement attainment proclamation passage passing');
const STARTS = set('opening start beginning launch outbreak onset inauguration commencement');
const ENDS = set('end ending close closing closure completion adjournment termination collapse');

/** A reference with the noun of happening before it: `the signing of the Paris Agreements` is that event as well. */
export function nominalOf({ tokens, clauseAt }: Analysis, ref: EventRef): EventRef {
  // `the conference’s failure`
  const last = tokens[ref.last]!;
  const owned = tokens[ref.last + 1];
  const part = last.kind === 'name' && last.possessive && owned?.kind === 'word' ? aspectOf(owned.text, ref) : undefined;
  if (part !== undefined) return { ...ref, last: ref.last + 1, head: ref.last + 1, aspect: part };
  let at = ref.first - 1;
  while (at >= 0 && is(tokens[at], DETERMINERS)) at--;
  const noun = tokens[at - 1];
  if (tokens[at]?.text !== 'of' || noun?.kind !== 'word') return ref;
  const aspect = aspectOf(noun.text, ref);
  return aspect === undefined ? ref : { ...ref, first: at - 1, head: at - 1, aspect, clause: clauseAt[at - 1] ?? ref.clause };
}

function aspectOf(noun: string, { events }: EventRef): Aspect | undefined {
  if (COMING_ABOUT.has(noun)) return 'whole';
  if (noun === 'conclusion') return events.every(({ kind }) => kind === 'agreement') ? 'whole' : events.every(({ kind }) => GATHERINGS.has(kind)) ? 'end' : undefined;
  return STARTS.has(noun) ? 'start' : ENDS.has(noun) ? 'end' : undefined;
}
