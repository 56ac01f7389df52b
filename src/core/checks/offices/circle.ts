import { resolveId } from '../../corpus/queries.ts';
import type { Actor, EntryKey } from '../../corpus/types.ts';
import type { CheckContext } from '../context.ts';

/** Those for whom somebody can have acted: bodies they belong to or represent, and their parts. */
export function circleOf(actor: Actor, { snapshot }: CheckContext): ReadonlySet<EntryKey> {
  const found = new Set<EntryKey>();
  const add = (id: string) => { const key = resolveId(snapshot, id, actor.corpusId)?.key; if (key !== undefined) found.add(key); };
  for (const { organization } of actor.memberships) add(organization);
  for (const { type, with: other } of actor.relations) if (type === 'represents' || type === 'part-of' || type === 'leads') add(other);
  // Members and representatives act for a body.
  for (const other of snapshot.actors) {
    if (other.memberships.some(({ organization }) => resolveId(snapshot, organization, other.corpusId)?.key === actor.key)
      || other.relations.some(({ type, with: body }) => (type === 'represents' || type === 'part-of' || type === 'leads') && resolveId(snapshot, body, other.corpusId)?.key === actor.key)) found.add(other.key);
  }
  return found;
}
