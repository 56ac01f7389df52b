import type { Actor, Event, EntryKey, Participant, ParticipantRole } from '../../corpus/types.ts';
import { resolveId } from '../../corpus/queries.ts';
import type { CheckContext } from '../context.ts';
import { circleOf } from '../offices/circle.ts';
import type { Claim } from './claims.ts';
import type { Deed } from './deeds.ts';

const THERE: ReadonlySet<ParticipantRole> = new Set<ParticipantRole>(['party', 'mediator', 'host', 'chair', 'co-chair', 'convenor', 'guarantor', 'observer', 'signatory', 'participant']);
const ORGANISERS: ReadonlySet<ParticipantRole> = new Set<ParticipantRole>(['host', 'chair', 'co-chair', 'convenor']);

/** Whether a role is what a deed says. */
export function counts(deed: Deed, role: ParticipantRole): boolean {
  switch (deed) {
    case 'sign': return role === 'signatory';
    case 'host': case 'convene': return role === 'host' || role === 'convenor';
    case 'chair': return role === 'chair' || role === 'co-chair';
    case 'author': return role === 'author';
    case 'receive': return role === 'recipient';
    case 'attend': case 'stay-away': return false;
  }
}

/** A participant with the entry that is meant. */
export interface Recorded {
  readonly participant: Participant;
  readonly role: ParticipantRole;
  readonly key: EntryKey;
  readonly other: string;
}

export function participantsOf(event: Event, { snapshot }: CheckContext): Recorded[] {
  return event.participants.flatMap(participant => {
    const entry = resolveId(snapshot, participant.actor, event.corpusId);
    return entry === undefined ? [] : [{ participant, role: participant.role, key: entry.key, other: entry.name }];
  });
}

/** Whether the record of the event says that it was not so. */
export function contradicts(event: Event, { deed, isNegated, actor }: Claim, context: CheckContext): boolean {
  const all = participantsOf(event, context);
  const own = new Set(all.filter(({ key }) => key === actor.key).map(({ role }) => role));
  const circle = circleOf(actor, context);
  const kin = new Set(all.filter(({ key }) => circle.has(key)).map(({ role }) => role));
  const wasThere = [...own].some(role => THERE.has(role));
  // The five were there, and China is one of them.
  const wasOneOf = own.size === 0 && all.some(({ key, role }) => THERE.has(role) && isMemberOfAll(actor, key, context));
  if (isNegated) {
    switch (deed) {
      case 'attend': return (wasThere || wasOneOf) && !own.has('absent') && !own.has('invited');
      case 'author': return own.has('author');
      case 'receive': return own.has('recipient');
      case 'sign': return own.has('signatory');
      case 'host': return own.has('host');
      case 'chair': return own.has('chair') || own.has('co-chair');
      case 'convene': return own.has('convenor');
      case 'stay-away': return own.has('absent');
    }
  }
  const known = (...roles: ParticipantRole[]) => all.some(({ role }) => roles.includes(role));
  const has = (...roles: ParticipantRole[]) => roles.some(role => own.has(role) || kin.has(role));
  switch (deed) {
    case 'attend': return own.has('absent') && !wasThere || own.size === 0 && isOutside(event, actor, context);
    case 'receive': return AUTHORED.has(event.kind) && known('recipient') && !has('recipient');
    case 'author': return AUTHORED.has(event.kind) && known('author') && !has('author');
    case 'stay-away': return (wasThere || wasOneOf) && !own.has('absent');
    case 'sign': return !has('signatory') && (own.has('absent') && !wasThere || known('signatory') && ( own.has('observer') || own.has('mediator') || own.has('host') || own.has('chair') || own.has('co-chair')));
    case 'host': return known('host') ? !has('host') : known('convenor') && !has('convenor', 'chair', 'co-chair') && !isAt(event, actor);
    case 'chair': return own.has('absent') && !wasThere || known('chair', 'co-chair') && !has('chair', 'co-chair');
    case 'convene': return known('convenor') ? !has('convenor') : known('host') && !has(...ORGANISERS);
  }
}

/** Whether the record of the event has it. */
export function bearsOut(event: Event, { deed, isNegated, actor }: Pick<Claim, 'deed' | 'isNegated' | 'actor'>, context: CheckContext): boolean {
  if (isNegated) return false;
  const own = participantsOf(event, context).filter(({ key }) => key === actor.key);
  if (deed === 'stay-away') return own.length > 0 && own.every(({ role }) => role === 'absent');
  return own.some(({ role }) => deed === 'attend' ? THERE.has(role) : counts(deed, role));
}

const AUTHORED: ReadonlySet<Event['kind']> = new Set<Event['kind']>(['letter', 'report', 'publication', 'proposal', 'resolution']);

function isMemberOfAll(actor: Actor, key: EntryKey, { snapshot }: CheckContext): boolean {
  const body = snapshot.entries.get(key);
  return body?.class === 'actor' && body.type === 'collective' && actor.memberships.some(({ organization }) => resolveId(snapshot, organization, actor.corpusId) === body);
}

/** Whether an event is one of a body with known members, and a state none of them: `P5 meetings`. */
function isOutside(event: Event, actor: Actor, context: CheckContext): boolean {
  return actor.type === 'state' && (event.kind === 'meeting' || event.kind === 'process') && context.snapshot.actors.some(body => body.type === 'collective' && body.names.some(({ text }) => event.name.includes(text))
    && context.snapshot.actors.some(one => isMemberOfAll(one, body.key, context)) && !isMemberOfAll(actor, body.key, context));
}

function isAt({ place }: Event, actor: Actor): boolean {
  return place !== undefined && actor.names.some(({ text }) => place.includes(text));
}
