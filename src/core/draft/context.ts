import { eventsOf, partsOf, relationsOf } from '../corpus/queries.ts';
import { resolveId } from '../corpus/resolve.ts';
import { lexiconOf } from '../corpus/snapshot.ts';
import type { Actor, EntryKey, Snapshot } from '../corpus/types.ts';
import { buildLexicon } from '../names/lexicon.ts';
import type { Lexicon, NameEntry } from '../names/types.ts';

/** What a draft is read against; made once for each snapshot by `makeDraftContext`. */
export interface DraftContext {
  readonly snapshot: Snapshot;
  /** All names of all entries. */
  readonly lexicon: Lexicon<EntryKey>;
  /** Last names of persons whom no alias gives one: they count only after the full name, or with an office before them. */
  readonly lastNames: Lexicon<EntryKey>;
  /** Entries go by number where many are looked up for each keystroke. */
  readonly numbers: ReadonlyMap<EntryKey, number>;
  /** Keys of the entries that the entry is tied to: bodies, relations, events, participants, parts. */
  tiesOf(key: EntryKey): ReadonlySet<EntryKey>;
  /** Of those who bear a name, and those whose last name it is. */
  bearersOf(targets: readonly EntryKey[], latent: readonly EntryKey[]): Bearers;
}

/** What is to be known of all who bear a name together. */
export interface Bearers {
  readonly areActors: boolean;
  readonly arePersons: boolean;
  /** Whether a state or government is among them. */
  readonly haveCountry: boolean;
  /** Whether none has a name in `-s`: a person has no plural, and `the Martins` are others. */
  readonly haveNoPlural: boolean;
  /** All words of all their names, in small letters. */
  readonly ownWords: ReadonlySet<string>;
}

export function makeDraftContext(snapshot: Snapshot): DraftContext {
  const ties = new Map<EntryKey, ReadonlySet<EntryKey>>();
  const bearers = new Map<string, Bearers>();
  const bearersOf = (keys: readonly EntryKey[]): Bearers => {
    const id = keys.length === 1 ? keys[0]! : keys.join('\n');
    let known = bearers.get(id);
    if (known === undefined) {
      known = findBearers(snapshot, keys);
      bearers.set(id, known);
    }
    return known;
  };
  return {
    bearersOf: (targets, latent) => bearersOf(latent.length === 0 ? targets : targets.length === 0 ? latent : [...targets, ...latent]),
    snapshot,
    lexicon: lexiconOf(snapshot),
    lastNames: buildLexicon(lastNamesOf(snapshot)),
    numbers: new Map(Array.from(snapshot.entries.keys(), (key, index) => [key, index])),
    tiesOf: key => {
      let known = ties.get(key);
      if (known === undefined) {
        known = findTies(snapshot, key);
        ties.set(key, known);
      }
      return known;
    },
  };
}

function findBearers(snapshot: Snapshot, keys: readonly EntryKey[]): Bearers {
  const actors = keys.map(key => snapshot.entries.get(key)).filter((entry): entry is Actor => entry?.class === 'actor');
  const names = actors.flatMap(actor => actor.names.map(name => name.text));
  return {
    areActors: actors.length === keys.length,
    arePersons: actors.every(actor => actor.type === 'person'),
    haveCountry: actors.some(actor => actor.type === 'state' || actor.type === 'government'),
    haveNoPlural: names.every(name => !name.endsWith('s')),
    ownWords: new Set(names.flatMap(name => name.toLowerCase().split(/[\s.-]+/))),
  };
}

/** Shorter last names, such as `Pot` and `Sen`, are words of their own too often. */
const MIN_LAST_NAME = 4;
const LAST_NAME = /^\p{Lu}[\p{L}\p{M}’'-]+$/u;
const NO_NAME = /^(?:jr|sr|iii?|iv)\.?$/i;

function* lastNamesOf(snapshot: Snapshot): Generator<NameEntry<EntryKey>> {
  for (const actor of snapshot.actors) {
    if (actor.type !== 'person') continue;
    const words = actor.name.replace(/,.*$/, '').split(/\s+/).filter(word => !NO_NAME.test(word));
    const last = words.at(-1)!;
    if (words.length < 2 || last.length < MIN_LAST_NAME || !LAST_NAME.test(last) || hasName(actor, last) || isSpousesName(snapshot, actor, last)) continue;
    yield { text: last, target: actor.key, kind: 'alias', plural: false };
  }
}

/** The record gives the name that husband and wife share to one of them. */
function isSpousesName(snapshot: Snapshot, actor: Actor, name: string): boolean {
  return relationsOf(snapshot, actor.key).some(({ relation, other }) => relation.type === 'spouse-of' && hasName(other, name));
}

function hasName(actor: Actor, name: string): boolean {
  return actor.names.some(({ text }) => text === name);
}

function findTies(snapshot: Snapshot, key: EntryKey): Set<EntryKey> {
  const entry = snapshot.entries.get(key);
  const found = new Set<EntryKey>();
  if (entry === undefined) return found;
  const addIds = (ids: readonly string[]) => {
    for (const id of ids) {
      const tied = resolveId(snapshot, id, entry.corpusId)?.key;
      if (tied !== undefined) found.add(tied);
    }
  };
  switch (entry.class) {
    case 'actor':
      addIds(entry.memberships.map(membership => membership.organization));
      for (const { other } of relationsOf(snapshot, key)) found.add(other.key);
      for (const { event } of eventsOf(snapshot, key)) found.add(event.key);
      break;
    case 'event':
      addIds([...entry.participants.map(participant => participant.actor), ...entry.partOf, ...entry.follows]);
      for (const part of partsOf(snapshot, key)) found.add(part.key);
      break;
    case 'concept': addIds(entry.evidence.map(({ entry: id }) => id));
  }
  found.delete(key);
  return found;
}
