import type { Locator } from '../citations/types.ts';
import { isBefore } from '../dates/order.ts';
import type { Answer, EdtfDate } from '../dates/types.ts';
import { holdsPlace, locatorsOf } from './locators.ts';
import { resolveId } from './resolve.ts';
import { compareEvents } from './snapshot.ts';
import type { Actor, Entry, EntryKey, Event, Membership, ParticipantRole, Relation, Snapshot, Statement } from './types.ts';
import { happenedWithin, heldAt, type Certainty } from './when.ts';

export { resolveId } from './resolve.ts';
export { compareEvents } from './snapshot.ts';
export { happenedWithin, heldAt, type Certainty } from './when.ts';

export interface HeldMembership {
  readonly membership: Membership;
  readonly certainty: Certainty;
}

/** All memberships of an actor with whether each held on a date, the surest and then the latest first. */
export function membershipsAt(actor: Actor, at: EdtfDate | undefined): HeldMembership[] {
  const held = actor.memberships.map((membership): HeldMembership => ({ membership, certainty: at === undefined ? 'unknown' : heldAt(membership, at) }));
  return held.map(one => isOvertaken(one, held, at) ? { ...one, certainty: 'unknown' as const } : one).sort(compareHeld);
}

/**
 * The offices that an actor may have held on a date, the surest first; without a date all, the latest first.
 * Being a `member` of a group is no office.
 */
export function officesAt(actor: Actor, at: EdtfDate | undefined): HeldMembership[] {
  return membershipsAt(actor, at).filter(({ membership, certainty }) => membership.role !== 'member' && certainty !== 'no');
}

/** An office with no end is taken to end when the same body gives the actor another one. */
function isOvertaken({ membership, certainty }: HeldMembership, all: readonly HeldMembership[], at: EdtfDate | undefined): boolean {
  if (certainty !== 'likely' || at === undefined || membership.end !== undefined) return false;
  const begun = membership.start?.start.earliest ?? -Infinity;
  return all.some(({ membership: other }) => other !== membership && other.organization === membership.organization && other.role !== 'member'
    && other.start !== undefined && other.start.start.earliest > begun && isBefore(other.start, at) === 'yes');
}

const RANK: Readonly<Record<Certainty, number>> = { yes: 0, likely: 1, unknown: 2, no: 3 };

function compareHeld(a: HeldMembership, b: HeldMembership): number {
  return RANK[a.certainty] - RANK[b.certainty] || lastKnown(b.membership) - lastKnown(a.membership) || 0;
}

/** The latest beginning first; one with an end only stands just before what begins then, one without dates behind all others. */
function lastKnown({ start, end }: Membership): number {
  const day = start?.start.earliest ?? (end === undefined ? -Infinity : end.start.earliest - 1);
  return Number.isFinite(day) ? day : Number.MIN_SAFE_INTEGER;
}

export interface Member {
  readonly actor: Actor;
  readonly membership: Membership;
  readonly certainty: Certainty;
}

/** Who belongs to a body or holds an office in it, in the order of the corpora; with a date, without those who then did not. */
export function membersOf(snapshot: Snapshot, organization: EntryKey, at?: EdtfDate): Member[] {
  return (indexOf(snapshot).members.get(organization) ?? [])
    .map(({ actor, membership }) => ({ actor, membership, certainty: at === undefined ? 'unknown' as const : heldAt(membership, at) }))
    .filter(({ certainty }) => certainty !== 'no');
}

/** Events that an actor took part in, in the order of time. */
export function eventsOf(snapshot: Snapshot, actor: EntryKey): readonly { readonly event: Event; readonly role: ParticipantRole }[] {
  return indexOf(snapshot).events.get(actor) ?? [];
}

/** Events that name this one in `part-of`, in the order of time. */
export function partsOf(snapshot: Snapshot, event: EntryKey): readonly Event[] {
  return indexOf(snapshot).parts.get(event) ?? [];
}

/** Events that name this one in `follows`, in the order of time. */
export function followedBy(snapshot: Snapshot, event: EntryKey): readonly Event[] {
  return indexOf(snapshot).followers.get(event) ?? [];
}

export interface FoundRelation {
  readonly relation: Relation;
  /** The actor at the other end. */
  readonly other: Actor;
  /** `forward` when the relation is written in the actor's own entry: it backs the other. `backward`: the other backs it. */
  readonly direction: 'forward' | 'backward';
}

/** Relations from and to an actor. */
export function relationsOf(snapshot: Snapshot, actor: EntryKey): readonly FoundRelation[] {
  return indexOf(snapshot).relations.get(actor) ?? [];
}

/** What happened on a date: the certain first, each in the order of time. */
export function eventsOn(snapshot: Snapshot, date: EdtfDate): { readonly event: Event; readonly certainty: Exclude<Answer, 'no'> }[] {
  const found = snapshot.events.flatMap(event => {
    const certainty = event.date === undefined ? 'no' : happenedWithin(event.date, date);
    return certainty === 'no' ? [] : [{ event, certainty }];
  });
  return [...found.filter(hit => hit.certainty === 'yes'), ...found.filter(hit => hit.certainty !== 'yes')];
}

export interface BestOptions {
  /** The date that the text around implies. */
  readonly at?: EdtfDate | undefined;
  readonly limit?: number | undefined;
}

/**
 * The statements that tell most about an entry: its own before those of others, those of the date asked for before the
 * undated and these before those of another date, those that speak of little else before those that name many.
 */
export function bestStatements(snapshot: Snapshot, key: EntryKey, { at, limit = 3 }: BestOptions = {}): Statement[] {
  const statements = snapshot.statementsAbout.get(key) ?? [];
  const scores = new Map(statements.map(statement => [statement, scoreOf(statement, key, at)]));
  return statements.toSorted((a, b) => scores.get(b)! - scores.get(a)!).slice(0, limit);
}

function scoreOf(statement: Statement, key: EntryKey, at: EdtfDate | undefined): number {
  const own = statement.entryKey === key ? 100 : 0;
  const others = Math.min(statement.mentions.length, 9);
  if (at === undefined) return own - others;
  const answers = statement.dates.flatMap(({ date }) => date === undefined ? [] : [happenedWithin(date, at)]);
  const timely = answers.includes('yes') ? 200 : answers.includes('unknown') ? 120 : answers.length === 0 ? 50 : 0;
  return own + timely - others;
}

/** Statements that cite a work, in the order of the corpora; with a locator only those that cite that place or one around it. */
export function statementsCiting(snapshot: Snapshot, citekey: string, locator?: Locator): readonly Statement[] {
  const statements = indexOf(snapshot).citing.get(citekey) ?? [];
  if (locator === undefined) return statements;
  return statements.filter(statement => statement.citations.some(citation => citation.citekey === citekey
    && locatorsOf(citation.suffixText).some(cited => holdsPlace(cited, locator) || holdsPlace(locator, cited))));
}

interface Index {
  readonly members: Map<EntryKey, { actor: Actor; membership: Membership }[]>;
  readonly events: Map<EntryKey, { event: Event; role: ParticipantRole }[]>;
  readonly parts: Map<EntryKey, Event[]>;
  readonly followers: Map<EntryKey, Event[]>;
  readonly relations: Map<EntryKey, FoundRelation[]>;
  readonly citing: Map<string, Statement[]>;
}

const indexes = new WeakMap<Snapshot, Index>();

function indexOf(snapshot: Snapshot): Index {
  let index = indexes.get(snapshot);
  if (index === undefined) {
    index = buildIndex(snapshot);
    indexes.set(snapshot, index);
  }
  return index;
}

function buildIndex(snapshot: Snapshot): Index {
  const index: Index = { members: new Map(), events: new Map(), parts: new Map(), followers: new Map(), relations: new Map(), citing: new Map() };
  const keyOf = (id: string, entry: Entry) => resolveId(snapshot, id, entry.corpusId)?.key;
  for (const actor of snapshot.actors) {
    for (const membership of actor.memberships) add(index.members, keyOf(membership.organization, actor), { actor, membership });
    for (const relation of actor.relations) {
      const other = resolveId(snapshot, relation.with, actor.corpusId);
      if (other?.class !== 'actor') continue;
      add(index.relations, actor.key, { relation, other, direction: 'forward' });
      add(index.relations, other.key, { relation, other: actor, direction: 'backward' });
    }
  }
  for (const event of snapshot.events.toSorted(compareEvents)) {
    for (const { actor, role } of event.participants) add(index.events, keyOf(actor, event), { event, role });
    for (const id of new Set(event.partOf)) add(index.parts, keyOf(id, event), event);
    for (const id of new Set(event.follows)) add(index.followers, keyOf(id, event), event);
  }
  for (const statement of snapshot.statements) {
    for (const citekey of new Set(statement.citations.map(citation => citation.citekey))) add(index.citing, citekey, statement);
  }
  return index;
}

function add<K, V>(map: Map<K, V[]>, key: K | undefined, value: V): void {
  if (key === undefined) return;
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
