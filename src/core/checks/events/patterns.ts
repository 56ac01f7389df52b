import type { EntryKey, Event } from '../../corpus/types.ts';
import { findDates } from '../../dates/prose.ts';
import type { CheckContext } from '../context.ts';
import { actionOfNoun, actionsOfVerb, LIGHT, type Action } from '../language/actions.ts';
import { stem } from '../language/stem.ts';
import { verbWord } from '../language/verbs.ts';
import { DETERMINERS, PREPOSITIONS } from '../language/words.ts';
import { actorLexiconOf, actorWordsOf } from './actorWords.ts';

/** One name of an event, taken apart: a clause that says all of it speaks of the event. */
export interface NamePattern {
  readonly event: Event;
  /** Who acts: `Mochtar’s visit`, `Vietnamese invasion`. */
  readonly agent: EntryKey | undefined;
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

const ORDINALS: readonly string[] = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

export function ordinalOf(word: string): number {
  const index = ORDINALS.indexOf(word);
  return Math.max(index, 0);
}

/** All names of all events, taken apart. */
export function patternsOf(context: CheckContext): readonly NamePattern[] {
  return context.memo(makePatterns);
}

function makePatterns(context: CheckContext): readonly NamePattern[] {
  return context.snapshot.events.flatMap(event => event.names.map(name => patternOf(event, name.text, context)));
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const STOP = new Set([...DETERMINERS, ...PREPOSITIONS, 'and', 'or', 's', 'not', 'be', 'up', 'out', 'held', 'made']);

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
    const isBefore = start === 0 || /^(?:the|secret)\s$/i.test(name.slice(0, start));
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
    else if (!STOP.has(word)) {
      const [next = '', second = ''] = name.slice(end).toLowerCase().match(WORD) ?? [];
      const verb = actions.length === 0 ? verbWord(word) : undefined;
      const action = actionOfNoun(word) ?? (verb === undefined ? undefined : actionsOfVerb(verb.lemma, next, second)[0]);
      if (action !== undefined) {
        if (!actions.includes(action)) actions.push(action);
      } else if (verb !== undefined && verb.form === 's' && LIGHT.has(verb.lemma)) continue;
      else words.push(stem(word));
    }
  }
  return { event, agent, actors, action: actions[0], furtherActions: actions.slice(1), words, ordinal };
}
