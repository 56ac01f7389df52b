import { remember } from './remember.ts';

/**
 * What people and states do that records speak of, each with the verbs and the nouns that say it. `go:to` is the verb with
 * that word after it.
 */
const TABLE = {
  visit: ['visit tour travel fly:to journey go:to come:to arrive land', 'visit tour trip journey mission travel'],
  meet: ['meet convene gather assemble confer talk negotiate sit:down parley', 'meeting talks conference parley encounter negotiation discussion summit session gathering round consultation'],
  write: ['write', 'letter message note'],
  announce: ['announce declare proclaim', 'announcement declaration'],
  withdraw: ['withdraw pull:out leave depart', 'withdrawal exit pull-out pullout departure'],
  invade: ['invade overrun enter march:into pour:into cross:into roll:into', 'invasion incursion'],
  intervene: ['intervene', 'intervention involvement'],
  occupy: ['occupy', 'occupation'],
  seize: ['take:over seize:power take:power assume:power come:to:power rise:to:power capture:power', 'takeover take-over seizure'],
  lead: ['take:office assume:office come:to:office take:power assume:power come:to:power rise:to:power take:over take:charge', 'leadership assumption accession'],
  depose: ['depose oust overthrow topple unseat', 'coup overthrow ouster deposition putsch'],
  fall: ['fall collapse come:down', 'fall collapse'],
  found: ['establish create found form set:up constitute inaugurate come:into:being come:into:existence', 'establishment creation formation founding set-up'],
  end: ['end close finish conclude terminate wind:up disband expire cease bring:to:close bring:to:end come:to:close come:to:end draw:to:close', 'end closure close conclusion'],
  begin: ['begin start open commence launch', 'beginning start opening launch outbreak'],
  install: ['install instal impose', 'installation'],
  propose: ['propose suggest put:forward float table moot advance', 'proposal suggestion plan initiative'],
  report: ['report', 'report'],
  publish: ['publish issue release circulate recirculate', 'publication release recirculation circulation'],
  reject: ['reject refuse repudiate decline rebuff turn:down spurn', 'rejection refusal repudiation'],
  agree: ['agree accept consent endorse approve', 'consent agreement acceptance approval'],
  promise: ['promise pledge commit vow', 'pledge promise commitment'],
  instruct: ['instruct order direct', 'instruction order'],
  advise: ['advise tell warn counsel caution', 'advice warning'],
  brief: ['brief', 'briefing'],
  vote: ['vote', 'vote'],
  adopt: ['adopt take:up embrace pass', 'adoption'],
  call: ['call:for appeal', 'call appeal'],
  boycott: ['boycott shun', 'boycott'],
  return: ['return repatriate come:back go:back', 'return repatriation'],
  draft: ['draft prepare draw:up', 'drafting preparation'],
  leak: ['leak', 'leak'],
  nominate: ['nominate', 'nomination'],
  appoint: ['appoint name elect choose', 'appointment'],
  succeed: ['succeed follow replace take:over:from', 'succession'],
  become: ['become', ''],
  kill: ['kill murder execute assassinate', 'killing murder assassination execution'],
  sign: ['sign conclude initial', 'signing signature'],
  purge: ['purge', 'purge'],
  recognise: ['recognise recognize', 'recognition'],
  question: ['question', 'question'],
  host: ['host', 'host'],
  administer: ['administer', 'administration'],
} as const;

export type Action = keyof typeof TABLE;

const byVerb = new Map<string, Action[]>();
const byNoun = new Map<string, Action>();
for (const [action, [verbs, nouns]] of Object.entries(TABLE) as [Action, readonly [string, string]][]) {
  for (const verb of verbs.split(' ')) byVerb.set(verb, [...byVerb.get(verb) ?? [], action]);
  for (const noun of nouns.split(' ')) if (noun !== '') byNoun.set(noun, action);
}

/** All nouns in the table. */
export const ACTION_NOUNS: readonly string[] = [...byNoun.keys()];

/** Lemmas of all verbs in the table, without the words that may follow them. */
export const ACTION_VERBS: readonly string[] = [...new Set([...byVerb.keys()].map(verb => verb.split(':')[0]!))];

const ACTION_LEMMAS: ReadonlySet<string> = new Set(ACTION_VERBS);
const NO_ACTIONS: readonly Action[] = [];

/** What a verb says, alone or with the word after it (`go:to`). */
export function actionsOfVerb(lemma: string, next = '', second = ''): readonly Action[] {
  return byVerb.get(`${lemma}:${next}:${second}`) ?? byVerb.get(`${lemma}:${next}`) ?? byVerb.get(lemma) ?? NO_ACTIONS;
}

/** Whether a verb says any of them, alone or with words after it. */
export function isAction(lemma: string): boolean {
  return ACTION_LEMMAS.has(lemma);
}

/** What a noun says, `visit` or `visits`. */
export const actionOfNoun = remember((noun): Action | undefined => byNoun.get(noun) ?? (noun.endsWith('s') ? byNoun.get(noun.slice(0, -1)) : undefined));

/** What happens once: to say it again with another date is to say the same thing. */
export const ONCE: ReadonlySet<Action> = new Set<Action>(['invade', 'seize', 'lead', 'depose', 'fall', 'found', 'end', 'install', 'nominate', 'become', 'sign', 'succeed', 'adopt', 'boycott', 'occupy']);

/** Verbs that say nothing without their noun: `made a visit`, `held talks`, `sent a letter`, `assumed the leadership`. */
export const LIGHT: ReadonlySet<string> = new Set(['make', 'hold', 'send', 'dispatch', 'give', 'have', 'issue', 'launch', 'stage', 'table', 'put', 'present', 'deliver', 'mount', 'carry', 'pay', 'undertake', 'begin', 'start', 'conduct', 'take', 'assume', 'address', 'reach', 'lead',
  'open', 'complete', 'announce', 'sign', 'conclude', 'go', 'embark']);
/** Of these the one it happens to is the object, or the subject of a passive. */
export const HAS_PATIENT: ReadonlySet<Action> = new Set<Action>(['depose', 'kill', 'install', 'found', 'nominate', 'appoint', 'leak', 'draft', 'publish', 'invade', 'occupy', 'boycott', 'sign', 'adopt', 'recognise', 'purge']);
/** Of these everybody named does it with the others. */
export const RECIPROCAL: ReadonlySet<Action> = new Set<Action>(['meet', 'agree', 'sign']);

/** What is near enough to be meant by the other. */
const KIN: readonly (readonly Action[])[] = [['visit', 'meet', 'brief'], ['propose', 'announce', 'call'], ['agree', 'promise', 'adopt', 'sign'], ['seize', 'lead', 'become', 'succeed', 'appoint'],
  ['begin', 'found', 'install'], ['publish', 'report', 'leak']];

export function isKin(a: Action, b: Action): boolean {
  return a === b || KIN.some(group => group.includes(a) && group.includes(b));
}
