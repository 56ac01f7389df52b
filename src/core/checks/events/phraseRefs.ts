import type { EntryKey } from '../../corpus/types.ts';
import { overlaps } from '../../dates/order.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { CheckContext } from '../context.ts';
import { ACTION_NOUNS, ONCE, type Action } from '../language/actions.ts';
import { subjectOf, type Analysis } from '../language/analysis.ts';
import { EVENT_NOUNS } from '../language/lexemes.ts';
import { stem } from '../language/stem.ts';
import { is, type WordToken } from '../language/tokens.ts';
import { ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS } from '../language/words.ts';
import { actorsOf } from './actorWords.ts';
import { isPlaceName, patternsOf, type NamePattern } from './patterns.ts';
import type { EventRef } from './refs.ts';

/** What a noun phrase says: `Mochtar’s visit to Hanoi`. */
interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly action: Action | undefined;
  /** Further words of doing: of `announcement of withdrawal` the withdrawal. */
  readonly furtherActions: ReadonlySet<Action>;
  readonly head: string;
  readonly actors: ReadonlySet<EntryKey>;
  /** Who does something to it: of `the P5 published the framework` the P5. */
  readonly doers: readonly EntryKey[];
  readonly words: ReadonlySet<string>;
  readonly ordinal: number;
  readonly isDefinite: boolean;
}

const EVENT_NOUN = new RegExp(`\\b(?:${[...ACTION_NOUNS, ...EVENT_NOUNS, 'rise', 'ascent', 'accession', 'elevation', 'coming'].join('|')})`, 'i');

/** Whether any of the nouns is there that a phrase for an event can have; a sentence without one is not taken apart for it. */
export function hasEventNoun(words: string): boolean {
  return EVENT_NOUN.test(words);
}

/** Noun phrases that say what the name of an event says, no name of an event itself. */
export function phraseRefs(analysis: Analysis, context: CheckContext, named: readonly EventRef[]): EventRef[] {
  const { tokens, clauseAt } = analysis;
  const found: EventRef[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind !== 'word' || token.possessive) continue;
    const action = actionOfPhrase(analysis, token, index);
    if (action === undefined && !token.lexeme.isEventNoun || clauseAt[index]?.verb?.main === index) continue;
    const next = tokens[index + 1];
    if (next?.kind === 'word' && !is(next, PREPOSITIONS | CONJUNCTIONS | PRONOUNS | DETERMINERS | ADVERBS) && clauseAt[index + 1]?.verb?.first !== index + 1) continue;
    const phrase = phraseAt(analysis, index, action, context);
    if (named.some(ref => ref.first >= phrase.first && ref.last <= phrase.last)) continue;
    const patterns = patternsIn(phrase, dateAfter(analysis, phrase.last), context);
    if (patterns.length > 0) found.push({ events: [...new Set(patterns.map(({ event }) => event))], patterns, how: 'phrase', first: phrase.first, last: phrase.last, head: index, aspect: 'whole', clause: clauseAt[index] });
  }
  return found;
}

/** `the coup of 18 March 1970` */
function dateAfter({ tokens }: Analysis, last: number): EdtfDate | undefined {
  const token = tokens[last + 2];
  return tokens[last + 1]?.text === 'of' && token?.kind === 'date' && token.date.reading === 'explicit' ? token.date.date : undefined;
}

/** `visit`, and `rise to power`, which says with three words what `assumption` says with one. */
function actionOfPhrase({ tokens }: Analysis, { text, lexeme }: WordToken, index: number): Action | undefined {
  if (tokens[index + 1]?.text === 'to' && /^(?:rise|ascent|accession|elevation|coming)$/.test(text)) {
    const end = tokens[index + 2]?.text === 'the' ? index + 3 : index + 2;
    if (/^(?:power|office|leadership)$/.test(tokens[end]?.text ?? '')) return 'lead';
  }
  return lexeme.action;
}

/** Longest a phrase is followed after its noun. */
const MAX_TAIL = 8;

function phraseAt(analysis: Analysis, head: number, action: Action | undefined, context: CheckContext): Phrase {
  const { tokens, clauseAt } = analysis;
  const actors = new Set<EntryKey>();
  const words = new Set<string>();
  const furtherActions = new Set<Action>();
  let ordinal = 0;
  let isDefinite = false;
  const take = (index: number) => {
    const token = tokens[index]!;
    const keys = actorsOf(token, context);
    if (keys.length === 1) actors.add(keys[0]!);
    if (token.kind === 'name') {
      if (token.possessive) isDefinite = true;
      if (keys.length === 0) for (const word of token.text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) words.add(stem(word));
    } else if (token.kind === 'number') words.add(stem(token.text));
    else if (token.kind === 'word' && keys.length === 0) {
      if (token.lexeme.ordinal > 0) ({ ordinal } = token.lexeme);
      else for (const word of token.lexeme.stems) words.add(word);
      const further = index === head ? undefined : token.lexeme.action;
      if (further !== undefined) furtherActions.add(further);
    }
  };
  let first = head;
  while (first > 0) {
    const token = tokens[first - 1]!;
    if (token.kind === 'mark' || token.kind === 'quote') break;
    if (token.kind === 'word' && (is(token, PREPOSITIONS | CONJUNCTIONS) || clauseAt[first - 1]?.verb?.main === first - 1 || is(token, ADVERBS) && !/^(?:first|second)$/.test(token.text))) break;
    first--;
    if (is(token, DETERMINERS | PRONOUNS)) {
      isDefinite ||= /^(?:the|this|that|these|those|his|her|its|their)$/.test(token.text);
      break;
    }
    if (token.kind === 'word' && token.possessive) isDefinite = true;
    if (token.kind !== 'date') take(first);
  }
  let last = head;
  for (let index = head + 1; index < tokens.length && index <= head + MAX_TAIL; index++) {
    const token = tokens[index]!;
    if (token.kind === 'mark' || token.kind === 'date' || token.kind === 'quote') break;
    if (token.kind === 'word') {
      if (clauseAt[index]?.verb !== undefined && clauseAt[index]!.verb!.first <= index && index <= clauseAt[index]!.verb!.main) break;
      const isPreposition = is(token, PREPOSITIONS);
      if (isPreposition && !/^(?:of|to|by|between|with|against|on|in|for|from|at)$/.test(token.text) || clauseAt[index] === undefined) break;
      if (isPreposition && tokens[index + 1]?.kind === 'date') break;
      if (isPreposition || is(token, DETERMINERS | CONJUNCTIONS)) continue;
    }
    // A second noun phrase with nothing between is the next part of the sentence.
    if (index > head && tokens[index - 1]?.kind === 'name' && token.kind === 'name') break;
    // `the mission of UNTAC’s police`; but `the announcement of Viet Nam’s withdrawal`.
    const owned = tokens[index + 1];
    if (token.kind === 'name' && token.possessive && !(owned?.kind === 'word' && owned.lexeme.action !== undefined)) break;
    take(index);
    last = index;
  }
  const clause = clauseAt[head];
  const doers = clause?.verb === undefined || clause.verb.main > head || clause.verb.voice === 'passive' || analysis.prepositions[head] !== '' ? [] : subjectOf(analysis, clause).flatMap(index => actorsOf(tokens[index]!, context));
  return { first, last, action, doers, furtherActions, head: stem(tokens[head]!.text), actors, words, ordinal, isDefinite };
}

/** The names that a phrase may say: those that it says whole, and those of which all it says is a part. */
function patternsIn(phrase: Phrase, date: EdtfDate | undefined, context: CheckContext): readonly NamePattern[] {
  const whole: NamePattern[] = [];
  const part: NamePattern[] = [];
  const { byAction, byWord } = context.memo(indexByHead);
  for (const pattern of [...phrase.action === undefined ? [] : byAction.get(phrase.action) ?? [], ...byWord.get(phrase.head) ?? []]) {
    if (pattern.ordinal !== phrase.ordinal && (phrase.ordinal > 0 || pattern.ordinal === 0)) continue;
    // `the P5 published the framework`
    const isTheirs = phrase.isDefinite && phrase.actors.size === 0 && phrase.doers.length > 0 && pattern.agent !== undefined && !isPlaceName(pattern, context);
    const covers = pattern.actors.every(actor => phrase.actors.has(actor) || isTheirs && phrase.doers.includes(actor)) && pattern.words.every(word => word === phrase.head || phrase.words.has(word));
    const size = pattern.actors.length + pattern.words.length + pattern.ordinal;
    if (covers && size > 0 && pattern.ordinal === phrase.ordinal && pattern.furtherActions.every(further => phrase.furtherActions.has(further))) whole.push(pattern);
    // `the UN proposal` says too little of a proposal with a long name.
    const said = phrase.actors.size + phrase.words.size;
    const isPart = phrase.isDefinite && said > 0 && pattern.actors.length + pattern.words.length <= said + 1
      && [...phrase.actors].every(actor => pattern.actors.includes(actor)) && [...phrase.words].every(word => pattern.words.includes(word));
    // Of what happens once, its year tells which.
    const isDated = said === 0 && phrase.isDefinite && date !== undefined && pattern.event.date !== undefined && pattern.action !== undefined && ONCE.has(pattern.action) && overlaps(pattern.event.date, date) !== 'no';
    if (isPart || isDated) part.push(pattern);
  }
  const best = Math.max(0, ...whole.map(pattern => pattern.actors.length + pattern.words.length));
  return [...whole.filter(pattern => pattern.actors.length + pattern.words.length === best), ...part];
}

/** Patterns by what they say is done; those that say no deed by each of their words. */
function indexByHead(context: CheckContext): { readonly byAction: ReadonlyMap<Action, readonly NamePattern[]>; readonly byWord: ReadonlyMap<string, readonly NamePattern[]> } {
  const byAction = new Map<Action, NamePattern[]>();
  const byWord = new Map<string, NamePattern[]>();
  const add = <K>(map: Map<K, NamePattern[]>, key: K, pattern: NamePattern) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [pattern]);
    else known.push(pattern);
  };
  for (const pattern of patternsOf(context)) {
    if (pattern.action !== undefined) add(byAction, pattern.action, pattern);
    else for (const word of new Set(pattern.words)) add(byWord, word, pattern);
  }
  return { byAction, byWord };
}
