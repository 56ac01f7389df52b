import { resolveId } from '../../corpus/queries.ts';
import type { Actor, EntryKey } from '../../corpus/types.ts';
import type { CheckContext } from '../context.ts';

const NOBODY: ReadonlySet<EntryKey> = new Set();

/** Those for whom somebody can have acted: bodies they belong to or represent, and their parts. */
export function circleOf(actor: Actor, context: CheckContext): ReadonlySet<EntryKey> {
  return context.memo(makeCircles).get(actor.key) ?? NOBODY;
}

function makeCircles({ snapshot }: CheckContext): ReadonlyMap<EntryKey, ReadonlySet<EntryKey>> {
  const circles = new Map<EntryKey, Set<EntryKey>>(snapshot.actors.map(({ key }) => [key, new Set<EntryKey>()]));
  for (const { key, corpusId, memberships, relations } of snapshot.actors) {
    const bodies = [...memberships.map(({ organization }) => organization), ...relations.flatMap(({ type, with: other }) => type === 'represents' || type === 'part-of' || type === 'leads' ? [other] : [])];
    for (const id of bodies) {
      const body = resolveId(snapshot, id, corpusId)?.key;
      if (body === undefined) continue;
      circles.get(key)!.add(body);
      // Members and representatives act for a body.
      circles.get(body)?.add(key);
    }
  }
  return circles;
}
