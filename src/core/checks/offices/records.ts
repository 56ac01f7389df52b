import type { Actor, EntryKey } from '../../corpus/types.ts';
import type { CheckContext } from '../context.ts';
import { paired } from '../events/twins.ts';

/** What all corpora have of somebody, the given record first: others go by the same id or the same preferred name. */
export function recordsOf(actor: Actor, context: CheckContext): readonly Actor[] {
  return [actor, ...(context.memo(pairActors).get(actor.key) ?? []).filter(({ type }) => type === actor.type)];
}

/** The first of the entries of a name that means one actor, be it in several corpora. */
export function actorOf(keys: readonly EntryKey[], context: CheckContext): Actor | undefined {
  const [entry, ...others] = keys.map(key => context.snapshot.entries.get(key));
  if (entry?.class !== 'actor') return undefined;
  return others.length === 0 || others.every(other => other?.class === 'actor' && recordsOf(entry, context).includes(other)) ? entry : undefined;
}

function pairActors({ snapshot }: CheckContext): ReadonlyMap<EntryKey, readonly Actor[]> {
  return snapshot.corpora.length < 2 ? new Map() : paired(snapshot.actors);
}
