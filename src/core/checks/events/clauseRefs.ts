import type { EntryKey } from '../../corpus/types.ts';
import type { CheckContext } from '../context.ts';
import { actionOfNoun, actionsOfVerb, isAction, HAS_PATIENT, LIGHT, ONCE, RECIPROCAL, type Action } from '../language/actions.ts';
import { subjectOf, type Analysis } from '../language/analysis.ts';
import type { Clause } from '../language/clauses.ts';
import { remember } from '../language/remember.ts';
import { stem } from '../language/stem.ts';
import { is } from '../language/tokens.ts';
import { DETERMINERS } from '../language/words.ts';
import { actorsOf } from './actorWords.ts';
import { isPlaceName, patternsOf, type NamePattern } from './patterns.ts';
import type { EventRef } from './refs.ts';
import { objectTiming } from './timing.ts';

/** What a clause says, as sets to hold against names. */
interface Said {
  readonly lemma: string;
  readonly actions: readonly Action[];
  readonly isPassive: boolean;
  readonly subject: ReadonlySet<EntryKey>;
  /** Those after `by`. */
  readonly doers: ReadonlySet<EntryKey>;
  /** `sent Ahmed on a tour`: the object does what the noun says. */
  readonly isSent: boolean;
  readonly objects: ReadonlySet<EntryKey>;
  readonly all: ReadonlySet<EntryKey>;
  readonly words: ReadonlySet<string>;
  readonly nounActions: ReadonlySet<Action>;
  /** Of these what the subject calls its own: `launched his initiative`. */
  readonly ownActions: ReadonlySet<Action>;
  /** What clauses within it do: `announced that it would withdraw`. */
  readonly deeds: ReadonlySet<Action>;
  /** `first met`, `met for the second time`. */
  readonly ordinal: number;
}

/** Clauses that say all that a name of an event says: `Mochtar visited Hanoi` is Mochtar’s visit to Hanoi. */
export function clauseRefs(analysis: Analysis, context: CheckContext): EventRef[] {
  const index = context.memo(indexPatterns);
  return analysis.clauses.flatMap((clause): EventRef[] => {
    if (clause.verb === undefined || isOfSome(analysis, clause)) return [];
    if (!mayBeSaid(analysis, clause, index, context)) return [];
    const said = saidBy(analysis, clause, context);
    if (said.all.size === 0 && said.words.size < 3) return [];
    const patterns = patternsSaid(said, index);
    const events = [...new Set(patterns.map(({ event }) => event))];
    return events.length === 0 ? [] : [{ events, patterns, how: 'clause', first: clause.verb.first, last: clause.verb.main, head: clause.verb.main, aspect: said.ordinal === 1 && events.every(({ date }) => date?.kind === 'span') ? 'start' : 'whole', clause }];
  });
}

/** The names of events of which a clause says the most. */
function patternsSaid(said: Said, { byAction, byAgent }: PatternIndex): readonly NamePattern[] {
  let best = 0;
  let found: NamePattern[] = [];
  const hold = (patterns: readonly NamePattern[] | undefined) => {
    for (const pattern of patterns ?? []) {
      const size = sizeOf(pattern);
      if (size < best || !isSaid(pattern, size, said)) continue;
      if (size > best) found = [];
      best = size;
      found.push(pattern);
    }
  };
  for (const action of said.actions) hold(byAction.get(action));
  for (const actor of said.subject) hold(byAgent.get(actor));
  return found;
}

/** Whether the verb, or who its subject is, leaves any name to be said. */
function mayBeSaid(analysis: Analysis, clause: Clause, index: PatternIndex, context: CheckContext): boolean {
  const { lemma } = clause.verb!;
  if (isAction(lemma) || LIGHT.has(lemma) || ACTING.test(lemma) || isInPlace(analysis, clause)) return true;
  return subjectOf(analysis, clause).some(at => {
    const keys = actorsOf(analysis.tokens[at]!, context);
    return keys.length === 1 && index.byAgent.has(keys[0]!);
  });
}

/** `was in Nairobi` is a visit. */
function isInPlace({ tokens }: Analysis, { verb }: Clause): boolean {
  return verb!.lemma === 'be' && tokens[verb!.main + 1]?.text === 'in' && tokens[verb!.main + 2]?.capital === true && tokens[verb!.main + 2]!.kind !== 'date';
}

/** Verbs that say a deed with their object: `sent Ahmed on a tour`, `was chosen as leader`, `set off`. */
const ACTING = /^(?:send|dispatch|set|become|choose|elect|name|appoint|make)$/;

/** `withdrew 50,000 troops`: of what the record has as a whole this is a part. */
function isOfSome({ tokens, prepositions, clauses }: Analysis, clause: Clause): boolean {
  // `announced that it would withdraw 50,000 troops`
  return clauses.some(({ kind, parent, verb, own }, at) => (clauses[at] === clause || parent === clause && (kind === 'complement' || kind === 'infinitive')) && verb !== undefined && verb.voice === 'active' && !LIGHT.has(verb.lemma)
    && own.some(index => index > verb.main && tokens[index]!.kind === 'number' && prepositions[index] === ''));
}

interface PatternIndex {
  readonly byAction: ReadonlyMap<Action, readonly NamePattern[]>;
  /** Patterns without an action, by who acts. */
  readonly byAgent: ReadonlyMap<EntryKey, readonly NamePattern[]>;
}

function indexPatterns(context: CheckContext): PatternIndex {
  const byAction = new Map<Action, NamePattern[]>();
  const byAgent = new Map<EntryKey, NamePattern[]>();
  const add = <K>(map: Map<K, NamePattern[]>, key: K, pattern: NamePattern) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [pattern]);
    else known.push(pattern);
  };
  for (const pattern of patternsOf(context)) {
    if (pattern.ordinal > 0 && isPlaceName(pattern, context)) continue;
    if (pattern.action !== undefined) add(byAction, pattern.action, pattern);
    else if (pattern.agent !== undefined && pattern.words.length > 1) for (const agent of pattern.agents) add(byAgent, agent, pattern);
    else if (pattern.agent === undefined && pattern.actors.length > 1 && pattern.words.length > 0) for (const actor of pattern.actors) add(byAgent, actor, pattern);
  }
  return { byAction, byAgent };
}

const COMING_ABOUT = new Set('establish open restore resume normalise normalize begin start launch form create set reach sign agree conclude'.split(' '));

function sizeOf({ actors, words, furtherActions, ordinal }: NamePattern): number {
  return actors.length + words.length + furtherActions.length + Math.min(ordinal, 1);
}

function saidBy(analysis: Analysis, clause: Clause, context: CheckContext): Said {
  const { tokens, prepositions, clauses } = analysis;
  const verb = clause.verb!;
  const subject = new Set<EntryKey>();
  const doers = new Set<EntryKey>();
  const objects = new Set<EntryKey>();
  const owners = new Set<EntryKey>();
  const all = new Set<EntryKey>();
  const words = new Set<string>([stem(verb.lemma)]);
  const nounActions = new Set<Action>();
  const ownActions = new Set<Action>();
  const deeds = new Set<Action>();
  const addWords = (index: number) => {
    const token = tokens[index]!;
    if (token.kind === 'word') {
      const { stems, action } = token.lexeme;
      for (const word of stems) words.add(word);
      if (action !== undefined) nounActions.add(action);
      if (action !== undefined && /^(?:his|her|its|their)$/.test(tokens[index - 1]?.text ?? '')) ownActions.add(action);
    } else if (token.kind === 'quote' || token.kind === 'name' && actorsOf(token, context).length === 0) {
      const { stems, actions } = token.kind === 'quote' ? wordsIn(token.text) : wordsOfName(token.text);
      for (const word of stems) words.add(word);
      for (const action of actions) deeds.add(action);
    } else if (token.kind === 'number') words.add(stem(token.text));
  };
  for (const index of subjectOf(analysis, clause)) {
    const keys = actorsOf(tokens[index]!, context);
    if (keys.length === 1) {
      subject.add(keys[0]!);
      all.add(keys[0]!);
      if (tokens[index]!.kind === 'name' && tokens[index]!.possessive) owners.add(keys[0]!);
    }
    addWords(index);
  }
  const addDeed = (lemma: string, after: number) => {
    const [next, second] = [0, 1].map(at => tokens[after + at]?.kind === 'word' ? tokens[after + at]!.text : '');
    for (const action of actionsOfVerb(lemma, next, second)) deeds.add(action);
  };
  // What is wished, planned or reported belongs to what is said: `announced that it would withdraw`.
  const within = clauses.filter(other => other.parent === clause && (other.kind === 'complement' || other.kind === 'infinitive'));
  const further = within.length === 0 ? within : clauses.filter(other => other.kind === 'infinitive' && within.includes(other.parent!));
  for (const part of [clause, ...within, ...further]) {
    if (part !== clause && part.verb !== undefined) {
      words.add(stem(part.verb.lemma));
      addDeed(part.verb.lemma, part.verb.main + 1);
    }
    for (const index of part.own) {
      const token = tokens[index]!;
      addWords(index);
      const keys = actorsOf(token, context);
      if (keys.length !== 1) continue;
      all.add(keys[0]!);
      if (part !== clause) continue;
      if (prepositions[index] === 'by') doers.add(keys[0]!);
      else if (index > verb.main && prepositions[index] === '') objects.add(keys[0]!);
    }
  }
  const own = clause.own.filter(index => index > verb.main && !is(tokens[index], DETERMINERS));
  const [next, second] = [0, 1].map(at => own[at] !== undefined && tokens[own[at]]!.kind === 'word' ? tokens[own[at]]!.text : '');
  const isLeader = (verb.lemma === 'become' || verb.voice === 'passive' && /^(?:choose|elect|name|appoint|make)$/.test(verb.lemma)) && (words.has('leader') || words.has(stem('head')));
  const isSent = verb.lemma === 'send' || verb.lemma === 'dispatch';
  const actions = [...actionsOfVerb(verb.lemma, next, second), ...isLeader ? ['lead' as const] : [], ...LIGHT.has(verb.lemma) || verb.lemma === 'set' && /^(?:out|off|forth)$/.test(next!) ? nounActions : [], ...isSent && objects.size > 0 && own.some(index => prepositions[index] === 'to') || isInPlace(analysis, clause) ? ['visit' as const] : []];
  // `UNTAC’s police ended its work`: what is one’s own may end long before oneself.
  if (actions.some(action => OWN_TIME.has(action))) for (const owner of owners) [subject, all].forEach(set => set.delete(owner));
  // What comes into being does not do it.
  const isPassive = verb.voice === 'passive' || verb.lemma === 'come' && next === 'into';
  return { lemma: verb.lemma, actions, isPassive, subject, doers, isSent, objects, all, words, nounActions, deeds, ownActions, ordinal: ordinalIn(analysis, clause) };
}

const OWN_TIME: ReadonlySet<Action> = new Set<Action>(['end', 'begin', 'found', 'fall']);

interface Words { readonly stems: readonly string[]; readonly actions: readonly Action[] }

function wordsIn(text: string): Words {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return { stems: words.map(stem), actions: words.flatMap(word => actionOfNoun(word) ?? []) };
}

const wordsOfName = remember(wordsIn);

function ordinalIn({ tokens }: Analysis, { own, verb }: Clause): number {
  for (let index = verb!.first - 1; index <= verb!.main; index++) {
    const ordinal = ordinalAt(tokens, index);
    if (ordinal > 0) return ordinal;
  }
  // `held their first talks`
  const noun = own.find((index, at) => index > verb!.main && at > 0 && ordinalAt(tokens, own[at - 1]!) > 0 && actionOfNoun(tokens[index]!.text) !== undefined);
  if (noun !== undefined) return ordinalAt(tokens, noun - 1);
  const time = own.find(index => tokens[index]!.text === 'time' && index > verb!.main && ordinalAt(tokens, index - 1) > 0);
  return time === undefined ? 0 : ordinalAt(tokens, time - 1);
}

function ordinalAt(tokens: Analysis['tokens'], index: number): number {
  const token = index < 0 ? undefined : tokens[index];
  return token?.kind === 'word' ? token.lexeme.ordinal : 0;
}

/** @param size of the pattern */
function isSaid(pattern: NamePattern, size: number, said: Said): boolean {
  const { agent, actors, action, words, furtherActions, ordinal } = pattern;
  // `established diplomatic relations`: what is no deed comes about by one.
  if (action === undefined && !COMING_ABOUT.has(said.lemma) && (agent === undefined || objectTiming({ lemma: said.lemma }, undefined, pattern.event) === undefined)) return false;
  if (ordinal !== said.ordinal && (ordinal > 0 || said.ordinal > 1) || !words.every(word => said.words.has(word))) return false;
  if (furtherActions.some(further => !said.nounActions.has(further) && !said.deeds.has(further) && !said.words.has(stem(further)))) return false;
  const isEnough = size > 1 || action !== undefined && actors.length > 0 && (ONCE.has(action) || agent !== undefined && said.subject.has(agent) && said.ownActions.has(action));
  if (!isEnough) return false;
  const patients = actors.filter(actor => actor !== agent);
  // `Secretary-General X sent Y on a visit` is no visit of the Secretary-General Z.
  const doing = said.isSent ? [...said.objects] : said.doers.size > 0 || said.isPassive && action !== undefined && HAS_PATIENT.has(action) ? [...said.doers] : [...said.subject];
  if (agent === undefined && pattern.agents.size > 0 && doing.length > 0 && !doing.some(one => pattern.agents.has(one))) return false;
  const isReciprocal = action !== undefined && RECIPROCAL.has(action);
  if (agent !== undefined && ![...pattern.agents].some(one => (said.isPassive ? said.doers : said.isSent && action === 'visit' ? said.objects : said.subject).has(one) || said.isSent && said.objects.has(one)) && !(isReciprocal && said.all.has(agent))) {
    // `Cambodia was invaded`: who did it goes without saying.
    const goesWithout = said.isPassive && said.doers.size === 0 && action !== undefined && ONCE.has(action) && patients.length > 0;
    if (!goesWithout) return false;
  }
  if (action !== undefined && HAS_PATIENT.has(action)) return patients.every(actor => said.isPassive ? said.subject.has(actor) || said.all.has(actor) && !said.doers.has(actor) : said.objects.has(actor) || said.all.has(actor) && !said.subject.has(actor));
  return patients.every(actor => said.all.has(actor)) && (agent !== undefined || isReciprocal || actors.length === 0 || actors.some(actor => said.subject.has(actor) || said.objects.has(actor) || said.doers.has(actor)));
}
