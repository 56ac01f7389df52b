import type { Event, EventKind } from '../../corpus/types.ts';
import type { Token } from '../language/tokens.ts';
import type { VerbGroup } from '../language/verbGroups.ts';

/** Which part of an event the time of a verb is that of. */
export type Aspect = 'whole' | 'start' | 'end';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const kinds = (...list: EventKind[]): ReadonlySet<EventKind> => new Set(list);

/** They do things while they last, so that what they did dates them: `the conference found no agreement in July`. */
export const GATHERINGS = kinds('meeting', 'conference', 'talks');
const TEXTS = kinds('agreement', 'resolution', 'report', 'letter', 'proposal', 'publication', 'announcement', 'decision', 'broadcast');

const HAPPENING = set('occur happen meet convene gather assemble sit');
/** They say how long something went on. */
export const LASTING = set('run last continue span stretch extend unfold date');
const STARTING = set('open begin start commence');
const ENDING = set('end close conclude finish adjourn cease');
/** What a gathering does while it lasts. */
const DOING = set('find produce fail adopt agree discuss decide bring break collapse issue approve endorse settle reject reach debate consider resolve yield achieve falter founder deadlock');
/** Of these it does so at its end. */
const BREAKING = set('fail collapse break founder');
/** What is done to an event when it happens. */
const DONE = set('hold stage convene host co-host chair co-chair organise organize arrange attend boycott skip miss conduct interrupt');
/** What is done to a text when it comes about. */
const MADE = set('sign adopt reach conclude agree approve pass issue announce proclaim finalise finalize seal initial strike complete draft write give send deliver present submit make propose table '
  + 'put float launch date dispatch broach');

/** What is done to a text for all to read: to a letter or an agreement maybe long after it was made. */
const SHOWN = set('publish release circulate unveil');
const PUBLIC = kinds('report', 'proposal', 'publication', 'announcement', 'broadcast');

/** The time of a verb as that of its subject. */
export function subjectTiming(verb: Pick<VerbGroup, 'lemma' | 'voice'>, next: Token | undefined, second: Token | undefined, event: Pick<Event, 'kind'>): Aspect | undefined {
  const { lemma } = verb;
  // `1992 saw it`, but not `it was seen in 1992`
  if (verb.voice === 'passive') return /^(?:see|witness)$/.test(lemma) ? undefined : objectTiming(verb, next, event);
  const [word, after] = [wordOf(next), wordOf(second)];
  if (HAPPENING.has(lemma) || lemma === 'take' && word === 'place' || lemma === 'come' && word === 'about') return 'whole';
  if (LASTING.has(lemma) || lemma === 'go' && word === 'on') return 'whole';
  // `came in July`, `followed in October`
  if ((lemma === 'come' || lemma === 'follow') && (next === undefined || next.kind === 'date' || next.kind === 'mark' || /^(?:in|on|as|only|early|late)$/.test(word))) return 'whole';
  if (TEXTS.has(event.kind) && (lemma === 'appear' || (lemma === 'come' || lemma === 'go') && word === 'out')) return 'whole';
  if (STARTING.has(lemma) || (lemma === 'get' && word === 'under' && after === 'way')) return 'start';
  if (ENDING.has(lemma) || lemma === 'come' && word === 'to' || lemma === 'wind' && word === 'up') return lemma !== 'come' || /^(?:an|a|its)$/.test(after) ? 'end' : undefined;
  if (lemma === 'break' && (word === 'out' || word === 'up')) return word === 'out' ? 'start' : 'end';
  if (!GATHERINGS.has(event.kind) || !DOING.has(lemma)) return undefined;
  return BREAKING.has(lemma) ? 'end' : 'whole';
}

/** The time of a verb as that of its object, or of the subject of its passive. */
export function objectTiming({ lemma }: Pick<VerbGroup, 'lemma'>, next: Token | undefined, { kind }: Pick<Event, 'kind'>): Aspect | undefined {
  if (DONE.has(lemma) || lemma === 'carry' && wordOf(next) === 'out') return 'whole';
  if (TEXTS.has(kind) && MADE.has(lemma) || PUBLIC.has(kind) && SHOWN.has(lemma)) return 'whole';
  if (GATHERINGS.has(kind) && (lemma === 'address' || lemma === 'join')) return 'whole';
  if (lemma === 'make' || lemma === 'undertake' || lemma === 'pay') return kind === 'visit' ? 'whole' : undefined;
  if (lemma === 'see' || lemma === 'witness') return 'whole';
  if (STARTING.has(lemma) || /^(?:launch|inaugurate|initiate|establish|found|create)$/.test(lemma)) return 'start';
  if (ENDING.has(lemma) || lemma === 'complete' || lemma === 'terminate' || lemma === 'wind' && wordOf(next) === 'up' || lemma === 'shut' && wordOf(next) === 'down') return 'end';
  return undefined;
}

function wordOf(token: Token | undefined): string {
  return token?.kind === 'word' ? token.text : '';
}
