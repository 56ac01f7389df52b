import type { EntryKey, Event } from '../../corpus/types.ts';
import type { CheckContext } from '../context.ts';

const NONE: readonly Event[] = [];

/** The dated events of other corpora that are the same: under the same id, or by the same preferred name. */
export function twinsOf(event: Event, context: CheckContext): readonly Event[] {
  return context.memo(pairTwins).get(event.key) ?? NONE;
}

function pairTwins({ snapshot }: CheckContext): ReadonlyMap<EntryKey, readonly Event[]> {
  const twins = new Map<EntryKey, Event[]>();
  if (snapshot.corpora.length < 2) return twins;
  const groups = new Map<string, Event[]>();
  for (const event of snapshot.events.filter(({ date }) => date !== undefined)) for (const sign of [`id ${event.id}`, `name ${event.name.toLowerCase()}`]) groups.set(sign, [...groups.get(sign) ?? [], event]);
  for (const group of groups.values()) {
    for (const event of group) {
      const others = group.filter(other => other.corpusId !== event.corpusId && twins.get(event.key)?.includes(other) !== true);
      if (others.length > 0) twins.set(event.key, [...twins.get(event.key) ?? [], ...others]);
    }
  }
  return twins;
}
