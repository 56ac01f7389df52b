import type { Event, EventKind } from '../../corpus/types.ts';

/** Which part of an event the time of a verb is that of. */
export type Aspect = 'whole' | 'start' | 'end';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const kinds = (...list: EventKind[]): ReadonlySet<EventKind> => new Set(list);

/** They do things while they last, so that what they did dates them: `the conference found no agreement in July`. */
const GATHERINGS = kinds('meeting', 'conference', 'talks');
const TEXTS = kinds('agreement', 'resolution', 'report', 'letter', 'proposal', 'publication', 'announcement', 'decision', 'broadcast');

const HAPPENING = set('occur happen meet convene gather assemble sit reconvene');
const STARTING = set('open begin start commence');
const ENDING = set('end close conclude finish adjourn cease');
/** What a gathering does while it lasts. */
const DOING = set('find produce fail adopt agree discuss decide bring break collapse issue approve endorse settle reject reach debate consider resolve yield achieve falter founder deadlock');
/** What is done to an event when it happens. */
const DONE = set('hold stage convene host co-host chair co-chair organise organize arrange attend boycott skip miss conduct interrupt');
/** What is done to a text when it comes about. */
const MADE = set('sign adopt reach conclude agree approve pass publish issue release circulate announce unveil proclaim finalise finalize seal initial strike complete draft write send deliver present submit make propose table');

/** The time of a verb as that of its subject. */
export function subjectTiming(lemma: string, isPassive: boolean, next: string, { kind }: Event): Aspect | undefined {
  if (isPassive) return objectTiming(lemma, { kind });
  if (HAPPENING.has(lemma) || lemma === 'take' && next === 'place' || lemma === 'come' && next === 'about') return 'whole';
  if (TEXTS.has(kind) && (lemma === 'appear' || lemma === 'come' && next === 'out')) return 'whole';
  if (STARTING.has(lemma)) return 'start';
  if (ENDING.has(lemma)) return 'end';
  if (lemma === 'break' && (next === 'out' || next === 'up')) return next === 'out' ? 'start' : 'end';
  return GATHERINGS.has(kind) && DOING.has(lemma) ? 'whole' : undefined;
}

/** The time of a verb as that of its object, or of the subject of its passive. */
export function objectTiming(lemma: string, { kind }: Pick<Event, 'kind'>): Aspect | undefined {
  if (DONE.has(lemma)) return 'whole';
  if (TEXTS.has(kind) && MADE.has(lemma)) return 'whole';
  if (GATHERINGS.has(kind) && (lemma === 'call' || lemma === 'address' || lemma === 'join')) return lemma === 'call' ? undefined : 'whole';
  if (lemma === 'make' || lemma === 'undertake' || lemma === 'pay' || lemma === 'see' || lemma === 'witness' || lemma === 'mark') return kind === 'visit' || lemma === 'see' || lemma === 'witness' ? 'whole' : undefined;
  if (STARTING.has(lemma) || lemma === 'launch' || lemma === 'inaugurate') return 'start';
  if (ENDING.has(lemma) || lemma === 'complete' || lemma === 'terminate') return 'end';
  return undefined;
}
