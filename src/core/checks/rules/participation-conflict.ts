import type { Actor, Event, EntryKey, Participant, ParticipantRole } from '../../corpus/types.ts';
import { resolveId } from '../../corpus/queries.ts';
import type { CheckContext } from '../context.ts';
import type { EventRef } from '../events/refs.ts';
import { eventSentences, type EventSentence } from '../events/sentences.ts';
import { participantEvidence } from '../evidence.ts';
import { subjectOf, type Analysis } from '../language/analysis.ts';
import type { Clause } from '../language/clauses.ts';
import type { NameToken } from '../language/tokens.ts';
import { blockRule } from '../rule.ts';
import { circleOf } from '../offices/circle.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** What a verb says that somebody did at an event. */
type Deed = 'attend' | 'sign' | 'host' | 'chair' | 'convene' | 'stay-away';

const DEEDS: ReadonlyMap<string, Deed> = new Map<string, Deed>([
  ['attend', 'attend'], ['join', 'attend'], ['participate', 'attend'], ['sign', 'sign'], ['initial', 'sign'], ['ratify', 'sign'], ['host', 'host'], ['co-host', 'host'], ['chair', 'chair'], ['co-chair', 'chair'], ['preside', 'chair'],
  ['convene', 'convene'], ['co-convene', 'convene'], ['boycott', 'stay-away'], ['shun', 'stay-away'], ['skip', 'stay-away'], ['miss', 'stay-away'],
]);

/** Somebody said to have signed, hosted, chaired or attended whose recorded role says otherwise. */
export const participationConflict = blockRule('participation-conflict', (block, context) => eventSentences(block, context).flatMap(sentence => claimsOf(sentence, context).flatMap(claim => conflictOf(claim, context))));

interface Claim {
  readonly deed: Deed;
  readonly isNegated: boolean;
  readonly actor: Actor;
  readonly name: NameToken;
  readonly ref: EventRef;
  readonly clause: Clause;
  readonly analysis: Analysis;
}

function claimsOf({ analysis, refs }: EventSentence, context: CheckContext): Claim[] {
  const events = refs.filter(ref => ref.how !== 'clause');
  if (events.length === 0) return [];
  return analysis.clauses.flatMap((clause): Claim[] => {
    if (clause.verb === undefined || clause.modality === 'unsure') return [];
    const deed = deedOf(analysis, clause);
    if (deed === undefined) return [];
    const subject = subjectOf(analysis, clause);
    const isPassive = clause.verb.voice === 'passive';
    const ref = isPassive ? events.find(one => subject.includes(one.last)) : events.find(one => one.clause === clause && one.first > clause.verb!.main && /^(?:|in|at|from|over|of)$/.test(analysis.prepositions[one.last] ?? ''));
    if (ref === undefined) return [];
    const doers = isPassive ? clause.own.filter(index => analysis.prepositions[index] === 'by') : subject;
    return doers.flatMap((index): Claim[] => {
      const name = analysis.tokens[index]!;
      const actor = name.kind === 'name' && name.mention.keys.length === 1 ? context.snapshot.entries.get(name.mention.keys[0]!) : undefined;
      if (name.kind !== 'name' || actor?.class !== 'actor' || name.possessive || isPartOfName(analysis, index, doers)) return [];
      return [{ deed, isNegated: clause.modality === 'negated', actor, name, ref, clause, analysis }];
    });
  });
}

function deedOf({ tokens }: Analysis, { verb }: Clause): Deed | undefined {
  const [next, second] = [tokens[verb!.main + 1]?.text ?? '', tokens[verb!.main + 2]?.text ?? ''];
  if (verb!.lemma === 'take' && next === 'part') return 'attend';
  if (verb!.lemma === 'be' && (next === 'present' || next === 'absent')) return next === 'present' ? 'attend' : 'stay-away';
  if (verb!.lemma === 'stay' && next === 'away' && second === 'from') return 'stay-away';
  return DEEDS.get(verb!.lemma);
}

/** `UN officials`, `the allies of China`: the name is not who did it. */
function isPartOfName({ tokens, clauseAt }: Analysis, index: number, doers: readonly number[]): boolean {
  const next = tokens[index + 1];
  const isVerb = clauseAt[index + 1]?.verb !== undefined && index + 1 >= clauseAt[index + 1]!.verb!.first && index + 1 <= clauseAt[index + 1]!.verb!.main;
  return doers.includes(index + 1) && !isVerb && next?.kind === 'word' && !/^(?:and|or|nor|but|also|both|alone|itself|jointly|later|then|never|too)$/.test(next.text) && !next.text.endsWith('ly');
}

const THERE: ReadonlySet<ParticipantRole> = new Set<ParticipantRole>(['party', 'mediator', 'host', 'chair', 'co-chair', 'convenor', 'guarantor', 'observer', 'signatory', 'participant']);
const ORGANISERS: ReadonlySet<ParticipantRole> = new Set<ParticipantRole>(['host', 'chair', 'co-chair', 'convenor']);

function conflictOf(claim: Claim, context: CheckContext): Found[] {
  const { ref, actor, name, clause, analysis, deed, isNegated } = claim;
  if (!ref.events.every(event => contradicts(event, claim, context))) return [];
  const event = ref.events[0]!;
  const verb = { start: analysis.tokens[clause.verb!.first]!.start, end: analysis.tokens[clause.verb!.main]!.end };
  const whole = { start: Math.min(name.start, verb.start), end: Math.max(name.end, verb.end) };
  const recorded = participantsOf(event, context).filter(({ role, key }) => key === actor.key || counts(deed, role));
  return [{
    span: whole.end - whole.start < 80 ? whole : verb,
    message: message(isNegated ? 'participation-negated' : 'participation-conflict', actor.name, event.name, recorded.map(({ role, other }) => `${other}: ${role}`).join('; ')),
    evidence: recorded.slice(0, 4).map(({ participant, other, key }) => participantEvidence(event, participant, other, key)),
    fixes: [],
  }];
}

function counts(deed: Deed, role: ParticipantRole): boolean {
  switch (deed) {
    case 'sign': return role === 'signatory';
    case 'host': case 'convene': return role === 'host' || role === 'convenor';
    case 'chair': return role === 'chair' || role === 'co-chair';
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
  if (isNegated) {
    switch (deed) {
      case 'attend': return event.kind !== 'process' && wasThere && !own.has('absent') && !own.has('invited');
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
    case 'stay-away': return wasThere && !own.has('absent');
    case 'sign': return !has('signatory') && known('signatory') && (own.has('absent') || own.has('observer') || own.has('mediator') || own.has('host') || own.has('chair') || own.has('co-chair'));
    case 'host': return known('host') ? !has('host') : known('convenor') && !has('convenor', 'chair', 'co-chair') && !isAt(event, actor);
    case 'chair': return known('chair', 'co-chair') && !has('chair', 'co-chair');
    case 'convene': return known('convenor') ? !has('convenor') : known('host') && !has(...ORGANISERS);
  }
}

function isAt({ place }: Event, actor: Actor): boolean {
  return place !== undefined && actor.names.some(({ text }) => place.includes(text));
}
