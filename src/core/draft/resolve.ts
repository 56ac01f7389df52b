import type { Entry, EntryKey, Snapshot } from '../corpus/types.ts';
import { resolveId } from '../corpus/queries.ts';
import type { Mention } from './types.ts';

/**
 * Settles names that several entries bear: the one of them named last before, else the one that belongs to what is named
 * around it. What neither decides stays ambiguous, with all its keys.
 * @param mentions of a whole draft, in the order of its text
 */
export function settleMentions(mentions: readonly Mention[], snapshot: Snapshot): Mention[] {
  const lastSeen = new Map<EntryKey, number>();
  return mentions.map((mention, index) => {
    let settled = mention;
    if (mention.keys.length > 1) {
      const key = named(mention.keys, lastSeen) ?? related(mention.keys, mentions, index, snapshot);
      if (key !== undefined) { settled = { ...mention, keys: [key], kind: 'short' }; }
    }
    if (settled.keys.length === 1) { lastSeen.set(settled.keys[0]!, index); }
    return settled;
  });
}

function named(keys: readonly EntryKey[], lastSeen: ReadonlyMap<EntryKey, number>): EntryKey | undefined {
  const seen = keys.filter(key => lastSeen.has(key)).sort((a, b) => lastSeen.get(b)! - lastSeen.get(a)!);
  return seen[0];
}

/** The only one of them that is tied to a name within five names before or after. */
function related(keys: readonly EntryKey[], mentions: readonly Mention[], index: number, snapshot: Snapshot): EntryKey | undefined {
  const around = new Set(mentions.slice(Math.max(0, index - 5), index + 6).filter(other => other.keys.length === 1).map(other => other.keys[0]!));
  const tied = keys.filter(key => {
    const entry = snapshot.entries.get(key);
    return entry !== undefined && ties(entry, snapshot).some(other => around.has(other));
  });
  return tied.length === 1 ? tied[0] : undefined;
}

function ties(entry: Entry, snapshot: Snapshot): EntryKey[] {
  const ids = entry.class === 'actor' ? [...entry.memberships.map(membership => membership.organization), ...entry.relations.map(relation => relation.with)]
    : entry.class === 'event' ? [...entry.participants.map(participant => participant.actor), ...entry.partOf, ...entry.follows] : entry.evidence;
  return ids.flatMap(id => resolveId(snapshot, id, entry.corpusId)?.key ?? []);
}
