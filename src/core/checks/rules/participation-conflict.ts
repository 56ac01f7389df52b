import type { Actor, Event, EntryKey, Participant, ParticipantRole } from '../../corpus/types.ts';
import { resolveId } from '../../corpus/queries.ts';
import type { CheckContext } from '../context.ts';
import { eventSentences } from '../events/sentences.ts';
import type { Analysis } from '../language/analysis.ts';
import { participantEvidence } from '../evidence.ts';
import { circleOf } from '../offices/circle.ts';
import { claimsOf, type Claim } from '../participation/claims.ts';
import { participationFixes } from '../participation/fixes.ts';
import { saysDeeds, type Deed } from '../participation/deeds.ts';
import { blockRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** Somebody said to have signed, hosted, chaired or attended whose recorded role says otherwise. */
export const participationConflict = blockRule('participation-conflict', (block, context) => eventSentences(block, context).flatMap(sentence => saysDeeds(sentence.words) ? claimsOf(sentence, context).flatMap(claim => conflictOf(claim, sentence.analysis, context)) : []));

const THERE: ReadonlySet<ParticipantRole> = new Set<ParticipantRole>(['party', 'mediator', 'host', 'chair', 'co-chair', 'convenor', 'guarantor', 'observer', 'signatory', 'participant']);
const ORGANISERS: ReadonlySet<ParticipantRole> = new Set<ParticipantRole>(['host', 'chair', 'co-chair', 'convenor']);

function conflictOf(claim: Claim, analysis: Analysis, context: CheckContext): Found[] {
  const { ref, actor, name, said, deed, isNegated } = claim;
  if (!ref.events.every(event => contradicts(event, claim, context))) return [];
  const event = ref.events[0]!;
  const whole = { start: Math.min(name.start, said.start), end: Math.max(name.end, said.end) };
  const recorded = participantsOf(event, context).filter(({ role, key }) => key === actor.key || counts(deed, role));
  return [{
    span: whole.end - whole.start < 80 ? whole : { start: said.start, end: said.end },
    message: message(isNegated ? 'participation-negated' : 'participation-conflict', actor.name, event.name, recorded.map(({ role, other }) => `${other}: ${role}`).join('; ')),
    evidence: recorded.slice(0, 4).map(({ participant, other, key }) => participantEvidence(event, participant, other, key)),
    fixes: participationFixes(claim, recorded.filter(({ role }) => counts(deed, role)).map(({ key, other }) => ({ key, name: other })), analysis),
  }];
}

function counts(deed: Deed, role: ParticipantRole): boolean {
  switch (deed) {
    case 'sign': return role === 'signatory';
    case 'host': case 'convene': return role === 'host' || role === 'convenor';
    case 'chair': return role === 'chair' || role === 'co-chair';
    case 'author': return role === 'author';
    case 'attend': case 'stay-away': return false;
  }
}

interface Recorded {
  readonly participant: Participant;
  readonly role: ParticipantRole;
  readonly key: EntryKey;
  readonly other: string;
}

function participantsOf(event: Event, { snapshot }: CheckContext): Recorded[] {
  return event.participants.flatMap(participant => {
    const entry = resolveId(snapshot, participant.actor, event.corpusId);
    return entry === undefined ? [] : [{ participant, role: participant.role, key: entry.key, other: entry.name }];
  });
}

/** Whether the record of the event says that it was not so. */
function contradicts(event: Event, { deed, isNegated, actor }: Claim, context: CheckContext): boolean {
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
    case 'attend': return own.has('absent') && !wasThere;
    case 'author': return AUTHORED.has(event.kind) && known('author') && !has('author');
    case 'stay-away': return (wasThere || wasOneOf) && !own.has('absent');
    case 'sign': return !has('signatory') && known('signatory') && (own.has('absent') || own.has('observer') || own.has('mediator') || own.has('host') || own.has('chair') || own.has('co-chair'));
    case 'host': return known('host') ? !has('host') : known('convenor') && !has('convenor', 'chair', 'co-chair') && !isAt(event, actor);
    case 'chair': return own.has('absent') && !wasThere || known('chair', 'co-chair') && !has('chair', 'co-chair');
    case 'convene': return known('convenor') ? !has('convenor') : known('host') && !has(...ORGANISERS);
  }
}

const AUTHORED: ReadonlySet<Event['kind']> = new Set<Event['kind']>(['letter', 'report', 'publication', 'proposal']);

function isMemberOfAll(actor: Actor, key: EntryKey, { snapshot }: CheckContext): boolean {
  const body = snapshot.entries.get(key);
  return body?.class === 'actor' && body.type === 'collective' && actor.memberships.some(({ organization }) => resolveId(snapshot, organization, actor.corpusId) === body);
}

function isAt({ place }: Event, actor: Actor): boolean {
  return place !== undefined && actor.names.some(({ text }) => place.includes(text));
}
