import type { EntryKey, Event } from '../../corpus/types.ts';
import type { CheckContext } from '../context.ts';

const NONE: readonly Event[] = [];

/** The dated events of other corpora that are the same: under the same id, or by the same preferred name. */
export function twinsOf(event: Event, context: CheckContext): readonly Event[] {
  return context.memo(pairTwins).get(event.key) ?? NONE;
}

function pairTwins({ snapshot }: CheckContext): ReadonlyMap<EntryKey, readonly Event[]> {
  return snapshot.corpora.length < 2 ? new Map() : paired(snapshot.events.filter(({ date }) => date !== undefined));
}

/** By its key, the entries of other corpora that have the id or the preferred name of an entry. */
export function paired<T extends Pick<Event, 'id' | 'key' | 'name' | 'corpusId'>>(entries: readonly T[]): ReadonlyMap<EntryKey, readonly T[]> {
  const twins = new Map<EntryKey, T[]>();
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    for (const sign of [`id ${entry.id}`, `name ${entry.name.toLowerCase()}`]) {
      const group = groups.get(sign);
      if (group === undefined) groups.set(sign, [entry]);
      else group.push(entry);
    }
  }
  for (const group of groups.values()) {
    for (const entry of group) {
      const others = group.filter(other => other.corpusId !== entry.corpusId && twins.get(entry.key)?.includes(other) !== true);
      if (others.length > 0) twins.set(entry.key, [...twins.get(entry.key) ?? [], ...others]);
    }
  }
  return twins;
}
