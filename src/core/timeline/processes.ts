import { resolveId } from '../corpus/queries.ts';
import type { EntryKey, Event, Snapshot } from '../corpus/types.ts';

/** In one lane at most this share of all events stands, where the process has parts to tell apart; a handful is never too many. */
const LARGEST_SHARE = 0.4;
const HANDFUL = 8;

interface Found {
  /** Lanes of each event, by its key. An event outside every process has none. */
  readonly lanes: ReadonlyMap<EntryKey, readonly EntryKey[]>;
  /** The processes that have a lane, in the order in which they begin. */
  readonly processes: readonly { readonly id: EntryKey; readonly title: string }[];
}

/**
 * Lanes by process: each event stands in the lane of its top-level `part-of` ancestor. A corpus about one process would
 * so have one lane; a process that holds more than two fifths of all events (and more than a handful) is therefore told apart by its own
 * sub-processes, and what belongs to none of them stays in its own lane. An event that is its own part is nobody's part.
 */
export function processesOf(snapshot: Snapshot): Found {
  const parents = new Map<EntryKey, readonly EntryKey[]>();
  const children = new Map<EntryKey, EntryKey[]>();
  for (const event of snapshot.events) {
    const found = event.partOf.flatMap(id => {
      const parent = resolveId(snapshot, id, event.corpusId);
      return parent?.class === 'event' && parent.key !== event.key ? [parent.key] : [];
    });
    parents.set(event.key, found);
    for (const parent of found) { children.set(parent, [...(children.get(parent) ?? []), event.key]); }
  }
  const split = new Set<EntryKey>();
  for (;;) {
    const lanes = assign(snapshot.events, parents, children, split);
    const counts = new Map<EntryKey, number>();
    for (const keys of lanes.values()) { for (const key of keys) { counts.set(key, (counts.get(key) ?? 0) + 1); } }
    const large = [...counts].find(([key, count]) => !split.has(key) && count > HANDFUL && count > snapshot.events.length * LARGEST_SHARE
      && (children.get(key) ?? []).some(child => children.has(child)));
    if (large === undefined) {
      const processes = snapshot.events.filter(event => counts.has(event.key)).map(event => ({ id: event.key, title: event.name }));
      return { lanes, processes };
    }
    split.add(large[0]);
  }
}

/** Climbs from each event to the highest ancestor that is not split; linear in events and links, cycles are cut. */
function assign(
  events: readonly Event[], parents: ReadonlyMap<EntryKey, readonly EntryKey[]>, children: ReadonlyMap<EntryKey, readonly EntryKey[]>,
  split: ReadonlySet<EntryKey>,
): Map<EntryKey, readonly EntryKey[]> {
  const known = new Map<EntryKey, readonly EntryKey[]>();
  const climb = (start: EntryKey): void => {
    // A stack of our own: a chain of parts may be as long as the corpus.
    const stack: { readonly key: EntryKey; isOpen: boolean }[] = [{ key: start, isOpen: false }];
    const onPath = new Set<EntryKey>();
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      if (known.has(top.key)) { stack.pop(); continue; }
      const above = (parents.get(top.key) ?? []).filter(parent => !onPath.has(parent) || known.has(parent));
      if (!top.isOpen) {
        top.isOpen = true;
        onPath.add(top.key);
        for (const parent of above) { stack.push({ key: parent, isOpen: false }); }
        continue;
      }
      stack.pop();
      onPath.delete(top.key);
      const isLaneOfParts = children.has(top.key);
      const higher = [...new Set(above.flatMap(parent => known.get(parent) ?? []))];
      const specific = higher.filter(key => !split.has(key));
      known.set(top.key, specific.length > 0 ? specific : isLaneOfParts ? [top.key] : higher);
    }
  };
  for (const event of events) { climb(event.key); }
  return known;
}
