import { fold } from '../corpus/lookup.ts';
import type { Actor, Entry, EntryKey, Event, Snapshot } from '../corpus/types.ts';
import { overlaps } from '../dates/order.ts';
import { parseEdtf } from '../dates/edtf.ts';
import type { Proposal } from './types.ts';

/** An entry that a proposal may be: `same` by name, and for an event by date as well; `like` where the writer has to say. */
export interface Likeness {
  readonly key: EntryKey;
  readonly name: string;
  readonly certainty: 'same' | 'like';
}

const MOST = 3;
/** Words that many names of events share. */
const USUAL = new Set('the of in on and for to a an at conference meeting talks agreement accord accords treaty peace summit resolution between with'.split(' '));

/** Entries of the corpora that a proposed actor or event may be, the surest first. */
export function likenessesOf(proposal: Proposal, snapshot: Snapshot): readonly Likeness[] {
  switch (proposal.kind) {
    case 'actor': case 'office': return actorsLike(proposal.name, snapshot);
    case 'event': return eventsLike(proposal.name, proposal.edtf, snapshot);
    case 'date': return likenessOf(snapshot.entries.get(proposal.event));
    case 'statement': return likenessOf(snapshot.entries.get(proposal.about));
  }
}

function likenessOf(entry: Entry | undefined): Likeness[] {
  return entry === undefined ? [] : [{ key: entry.key, name: entry.name, certainty: 'same' }];
}

/** Names as they are compared, made once for each snapshot. */
interface Folded<T> { readonly entry: T; readonly names: readonly string[] }
const foldedActors = new WeakMap<Snapshot, readonly Folded<Actor>[]>();
const foldedEvents = new WeakMap<Snapshot, readonly Folded<Event>[]>();

function foldedOf<T extends Entry>(known: WeakMap<Snapshot, readonly Folded<T>[]>, snapshot: Snapshot, entries: readonly T[]): readonly Folded<T>[] {
  let found = known.get(snapshot);
  if (found === undefined) known.set(snapshot, found = entries.map(entry => ({ entry, names: entry.names.map(one => fold(one.text)) })));
  return found;
}

function actorsLike(name: string, snapshot: Snapshot): Likeness[] {
  const wanted = fold(name);
  if (wanted === '') return [];
  const like = (certainty: Likeness['certainty'], fits: (folded: string) => boolean) => foldedOf(foldedActors, snapshot, snapshot.actors)
    .filter(({ names }) => names.some(fits)).map(({ entry }): Likeness => ({ key: entry.key, name: entry.name, certainty }));
  const same = like('same', one => one === wanted);
  const keys = new Set(same.map(({ key }) => key));
  // One name holds the other, word by word; a single word of a name is too little.
  const holds = (one: string, other: string) => other.includes(' ', 1) && `${one} `.includes(`${other} `);
  return [...same, ...like('like', one => holds(one, wanted) || holds(wanted, one)).filter(({ key }) => !keys.has(key))].slice(0, MOST);
}

/** By name and date, or by date and most of the words that tell. */
function eventsLike(name: string, edtf: string | undefined, snapshot: Snapshot): Likeness[] {
  const date = edtf === undefined ? undefined : parseEdtf(edtf);
  const wanted = fold(name);
  const words = telling(wanted);
  return foldedOf(foldedEvents, snapshot, snapshot.events).flatMap(({ entry: event, names }): (Likeness & { readonly shared: number })[] => {
    const isSameName = names.includes(wanted);
    const canBe = date === undefined || event.date === undefined || overlaps(date, event.date) !== 'no';
    if (!canBe) return [];
    if (isSameName) return [{ key: event.key, name: event.name, certainty: 'same', shared: Infinity }];
    if (date === undefined || event.date === undefined || words.length === 0) return [];
    const own = new Set(names.flatMap(telling));
    const shared = words.filter(word => own.has(word)).length;
    return shared > 0 && shared * 2 >= words.length ? [{ key: event.key, name: event.name, certainty: 'like', shared }] : [];
  }).toSorted((a, b) => b.shared - a.shared).slice(0, MOST).map(({ key, name: known, certainty }) => ({ key, name: known, certainty }));
}

function telling(folded: string): string[] {
  return folded.trim().split(' ').filter(word => word.length > 2 && !USUAL.has(word));
}
