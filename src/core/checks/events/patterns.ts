import type { Actor, EntryKey, Event, ParticipantRole } from '../../corpus/types.ts';
import { resolveId } from '../../corpus/queries.ts';
import { findDates } from '../../dates/prose.ts';
import { overlaps } from '../../dates/order.ts';
import type { CheckContext } from '../context.ts';
import { actionOfNoun, actionsOfVerb, LIGHT, type Action } from '../language/actions.ts';
import { remember } from '../language/remember.ts';
import { stem } from '../language/stem.ts';
import { verbWord } from '../language/verbs.ts';
import { classesOf, DETERMINERS, ordinalOf, PREPOSITIONS } from '../language/words.ts';
import { actorLexiconOf, actorWordsOf } from './actorWords.ts';

/** One name of an event, taken apart: a clause that says all of it speaks of the event. */
export interface NamePattern {
  readonly event: Event;
  /** Who acts: `Mochtar’s visit`, `Vietnamese invasion`. */
  readonly agent: EntryKey | undefined;
  /** Who may stand for the agent: with Amnesty International, Larry Cox, who wrote the letter as well. Without an agent: who held the office that the name has in its place. */
  readonly agents: ReadonlySet<EntryKey>;
  /** All actors named, the agent included. */
  readonly actors: readonly EntryKey[];
  /** What is done: the first noun or verb of doing. */
  readonly action: Action | undefined;
  /** Further words of doing: of `announcement of withdrawal` the withdrawal. */
  readonly furtherActions: readonly Action[];
  /** Stems of all other words that say something. */
  readonly words: readonly string[];
  /** 1 for `First`; 0 for none. */
  readonly ordinal: number;
}

/** All names of all events, taken apart. */
export function patternsOf(context: CheckContext): readonly NamePattern[] {
  return context.memo(makePatterns);
}

function makePatterns(context: CheckContext): readonly NamePattern[] {
  return context.snapshot.events.flatMap(event => [...event.names.flatMap(name => withTitle(patternOf(event, name.text, context), context)), ...successionOf(event, context)]);
}

/** A name with an office in it, `Secretary-General’s report`, and the same with whoever held the office in its place. */
function withTitle(pattern: NamePattern, context: CheckContext): NamePattern[] {
  if (pattern.agent !== undefined) return [pattern];
  const holders = actingIn(pattern.event, context).flatMap(actor => {
    const titles = actor.memberships.map(({ role }) => stemsOf(role)).filter(words => words.length > 0 && words.length < 3 && words.every(word => pattern.words.includes(word)));
    return titles.length === 0 ? [] : [{ actor, title: titles[0]! }];
  });
  if (holders.length !== 1) return [pattern];
  const { actor, title } = holders[0]!;
  return [{ ...pattern, agents: new Set([actor.key]) }, { ...pattern, agent: actor.key, agents: new Set([actor.key]), actors: [actor.key, ...pattern.actors], words: pattern.words.filter(word => !title.includes(word)) }];
}

/** A change in an office says who came after whom, and who became what, whatever its name says. */
function successionOf(event: Event, { snapshot }: CheckContext): NamePattern[] {
  if (event.kind !== 'appointment') return [];
  const subjects = event.participants.flatMap(({ actor }) => { const entry = resolveId(snapshot, actor, event.corpusId); return entry?.class === 'actor' ? [entry] : []; });
  const saying = (action: Action, agent: Actor | undefined, actors: readonly Actor[], words: readonly string[]): NamePattern =>
    ({ event, agent: agent?.key, agents: new Set(agent === undefined ? [] : [agent.key]), actors: actors.map(({ key }) => key), action, furtherActions: [], words, ordinal: 0 });
  return subjects.flatMap(next => [
    ...next.relations.flatMap((relation): NamePattern[] => {
      const last = subjects.find(other => relation.type === 'succeeds' && resolveId(snapshot, relation.with, next.corpusId) === other);
      return last === undefined ? [] : [saying('succeed', next, [next, last], [])];
    }),
    ...next.memberships.filter(({ start }) => start !== undefined && event.date !== undefined && overlaps(start, event.date) !== 'no').flatMap(({ role }): NamePattern[] => {
      const words = role.toLowerCase().match(WORD)?.filter(word => !isStop(word)).map(stem) ?? [];
      return words.length === 0 || words.length > 3 ? [] : [saying('become', next, [next], words), saying('appoint', undefined, [next], words)];
    }),
  ]);
}

const stemsOf = remember((role): readonly string[] => role.toLowerCase().match(WORD)?.map(stem) ?? []);

const ACTING: ReadonlySet<ParticipantRole> = new Set<ParticipantRole>(['author', 'participant', 'convenor']);

/** Those who did what the event is. */
function actingIn(event: Event, { snapshot }: CheckContext): Actor[] {
  return event.participants.flatMap(({ actor, role }) => {
    const entry = ACTING.has(role) ? resolveId(snapshot, actor, event.corpusId) : undefined;
    return entry?.class === 'actor' ? [entry] : [];
  });
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const STOP: ReadonlySet<string> = new Set(['and', 'or', 's', 'not', 'be', 'up', 'out', 'held', 'made']);

function isStop(word: string): boolean {
  return STOP.has(word) || (classesOf(word) & (DETERMINERS | PREPOSITIONS)) !== 0;
}

export function patternOf(event: Event, name: string, context: CheckContext): NamePattern {
  const dates = findDates(name);
  const mentions = actorLexiconOf(context).find(name);
  const isIn = (start: number, spans: readonly { readonly start: number; readonly end: number }[]) => spans.find(span => span.start <= start && start < span.end);
  const actors: EntryKey[] = [];
  const actions: Action[] = [];
  const words: string[] = [];
  let agent: EntryKey | undefined;
  let ordinal = 0;
  const addActor = (keys: readonly EntryKey[], start: number, end: number) => {
    if (keys.length !== 1) return;
    // `Mochtar’s visit`, `Vietnamese invasion`, `Gorbachev takes`: whoever stands before the deed does it.
    const isBefore = start === 0 || /^(?:the|secret|first|second|third|fourth|fifth|sixth|last)\s$/i.test(name.slice(0, start));
    const isDoer = /\bby (?:the )?$/.test(name.slice(0, start));
    if (isDoer) agent = keys[0];
    if (isBefore && actions.length === 0 && !/^\s(?:and|–)\s|^[–-]/.test(name.slice(end, end + 5))) agent = keys[0];
    if (!actors.includes(keys[0]!)) actors.push(keys[0]!);
  };
  for (const match of name.matchAll(WORD)) {
    const start = match.index;
    if (isIn(start, dates)) continue;
    const mention = isIn(start, mentions);
    if (mention !== undefined) {
      if (mention.start === start) addActor(mentions.find(one => one.start === start)!.targets, start, mention.end);
      continue;
    }
    const word = match[0].toLowerCase();
    const end = start + match[0].length;
    const pointed = /^\p{Lu}/u.test(match[0]) ? actorWordsOf(context).get(word) : undefined;
    if (pointed !== undefined) addActor(pointed, start, end);
    else if (ordinalOf(word) > 0) ordinal = ordinalOf(word);
    else if (!isStop(word)) {
      const verb = actions.length === 0 ? verbWord(word) : undefined;
      const action = actionOfNoun(word) ?? (verb === undefined ? undefined : actionsOfVerb(verb.lemma, ...wordsAfter(name, end))[0]);
      if (action !== undefined) {
        if (!actions.includes(action)) actions.push(action);
      } else if (verb !== undefined && verb.form === 's' && LIGHT.has(verb.lemma)) continue;
      else words.push(stem(word));
    }
  }
  return { event, agent, agents: agentsOf(event, agent, actors, context), actors, action: actions[0], furtherActions: actions.slice(1), words, ordinal };
}

function wordsAfter(name: string, end: number): string[] {
  return name.slice(end).toLowerCase().match(WORD)?.slice(0, 2) ?? [];
}

/** The agent, and the authors that the record has beside it; of a name without an agent the authors alone. */
function agentsOf(event: Event, agent: EntryKey | undefined, actors: readonly EntryKey[], context: CheckContext): ReadonlySet<EntryKey> {
  const authors = event.participants.flatMap(({ actor, role }) => role === 'author' ? resolveId(context.snapshot, actor, event.corpusId)?.key ?? [] : []);
  return new Set(agent === undefined ? authors : [agent, ...authors.filter(author => !actors.includes(author))]);
}

/** `First Paris conference`: the city is where it was, not who met. */
export function isPlaceName({ event, actors }: NamePattern, { snapshot }: CheckContext): boolean {
  return actors.some(key => snapshot.entries.get(key)?.names.some(({ text, kind }) => kind === 'metonym' && event.place?.includes(text)) === true);
}
