import type { EntryKey, Event } from '../../corpus/types.ts';
import type { Mention, Sentence } from '../../draft/types.ts';
import type { CheckContext } from '../context.ts';
import { subjectOf, type Analysis } from '../language/analysis.ts';
import { stem } from '../language/stem.ts';
import { is, type WordToken } from '../language/tokens.ts';
import { ADVERBS, DETERMINERS, PREPOSITIONS, RELATIVES } from '../language/words.ts';
import { nominalOf } from './nominals.ts';
import type { EventRef } from './refs.ts';

/** A sentence before, as far as a later one may speak of the same. */
export interface Earlier {
  readonly analysis: Analysis;
  readonly phrases: readonly EventRef[];
}

const DEFINITE = /^(?:the|this|that|these|those)$/;
/** What an agreement is called by whoever has named it. */
const AGREEMENTS: ReadonlySet<string> = new Set(['accord', 'agreement', 'treaty', 'pact', 'settlement'].map(stem));

/**
 * `The Paris conference failed. The conference had opened in July 1989.`: nouns alone that take up the one event of their kind that
 * the sentences before name. Where these speak of another of the kind in any way, or of a series of them, nothing is taken up.
 * @param before the sentences before in the same paragraph, the nearest last
 * @param own what the sentence itself says of events
 */
export function anaphora(analysis: Analysis, before: readonly Earlier[], own: readonly EventRef[]): EventRef[] {
  const { tokens, clauseAt } = analysis;
  return tokens.flatMap((token, index): EventRef[] => {
    if (!standsAlone(analysis, index) || own.some(ref => ref.first <= index && index <= ref.last)) return [];
    const event = takenUp(token as WordToken, [...before, { analysis: { ...analysis, tokens: tokens.slice(0, index) }, phrases: own }]);
    return event === undefined ? [] : [nominalOf(analysis, { events: [event], how: 'phrase', isTakenUp: true, first: index - 1, last: index, head: index, aspect: 'whole', clause: clauseAt[index] })];
  });
}

/** `It opened in July 1989.`, `They were signed …`, where the sentence before is about one event and names no other. */
export function subjectTakenUp(analysis: Analysis, before: Earlier): EventRef | undefined {
  const main = analysis.clauses.find(({ kind }) => kind === 'main');
  const [at, ...others] = main?.verb === undefined ? [] : subjectOf(analysis, main);
  const pronoun = at === undefined ? undefined : analysis.tokens[at]!.text;
  // `It was in July 1989 that …`
  if (at === undefined || others.length > 0 || main!.verb!.lemma === 'be' || pronoun !== 'it' && pronoun !== 'they') return undefined;
  const [ref, ...more] = before.phrases;
  const told = before.analysis.clauses.find(({ kind }) => kind === 'main');
  if (ref === undefined || more.length > 0 || told?.verb === undefined || ref.aspect !== 'whole' || ref.events.length !== 1 || ref.events[0]!.kind === 'process') return undefined;
  const subject = subjectOf(before.analysis, told);
  const { text, kind } = before.analysis.tokens[ref.last]!;
  const isPlural = /s$/i.test(text);
  return subject.at(-1) !== ref.last || subject.some(index => index < ref.first && !is(before.analysis.tokens[index], DETERMINERS | ADVERBS)) || kind !== 'name' && kind !== 'word' || isPlural !== (pronoun === 'they')
    ? undefined : { events: ref.events, how: 'phrase', isTakenUp: true, first: at, last: at, head: at, aspect: 'whole', clause: main };
}

/** `the conference`, with nothing that tells it from another: no `Oslo` before it, no `of 1992`, `that failed` or `held in Accra` after it. */
function standsAlone({ tokens, clauseAt }: Analysis, index: number): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index]!, tokens[index + 1]];
  if (token.kind !== 'word' || token.possessive || !(token.lexeme.isEventNoun || token.lexeme.action !== undefined) || !DEFINITE.test(before?.text ?? '')) return false;
  if (next === undefined || next.kind === 'mark') return true;
  return next.kind === 'word' && !is(next, PREPOSITIONS | RELATIVES) && (clauseAt[index]?.verb?.first === index + (is(next, ADVERBS) ? 2 : 1) || is(next, ADVERBS) && tokens[index + 2]?.kind !== 'word');
}

/** The one event of the kind that is named before, when no other of it is spoken of. */
function takenUp(noun: WordToken, before: readonly Earlier[]): Event | undefined {
  let found: Event | undefined;
  for (const { analysis: { tokens }, phrases } of before) {
    for (let index = 0; index < tokens.length; index++) {
      const ref = phrases.find(({ first, last }) => first <= index && index <= last);
      if (ref === undefined) {
        if (isCalled(noun, tokens[index]!.text)) return undefined;
        continue;
      }
      if (index > ref.first || !ref.events.some(event => isOfKind(noun, event))) continue;
      const [event, ...others] = ref.events;
      if (ref.how !== 'named' || others.length > 0 || event!.kind === 'process' || found !== undefined && found !== event) return undefined;
      found = event;
    }
  }
  return found;
}

/** Whether the noun may be said of the event: a word of its names, in the same number, or what all agreements are called. */
function isOfKind(noun: WordToken, { kind, names }: Event): boolean {
  return kind === 'agreement' && AGREEMENTS.has(stem(noun.text)) || names.some(({ text }) => text.split(/[^\p{L}]+/u).some(word => word.toLowerCase() === noun.text))
    || kind === noun.text;
}

function isCalled(noun: WordToken, word: string): boolean {
  return stem(word.toLowerCase()) === stem(noun.text);
}

/** `He`, `In 1988 she`: where the sentence begins with somebody who was named before. */
const PRONOUN = /\bs?he\b/i;
const LONGEST_LEAD = 80;
/** What may stand before it, dates left out. */
const LEAD = /^\W*(?:(?:in|on|by|during|from|since|until|after|later|then|there|soon|still|also|again|but|and|yet|however|instead|that|year)\W+)*$/iu;
/** Whom else a pronoun may mean, with no name. */
const PEOPLE = /^(?:ministers?|presidents?|leaders?|prince|princess|king|queen|ambassadors?|secretary|secretary-general|envoys?|chief|generals?|premier|chairman|chair|diplomats?|representatives?|chancellor|mediators?|officials?|advis[eo]rs?|aides?|head|director|delegates?|negotiators?|judge|commanders?|journalists?|deputy|successor|predecessor|wife|husband|son|daughter|brother|sister|father|mother|colleagues?|man|woman|who|whom|whose|he|she|him|her|one)$/;
const BEING = /^(?:be|become|serve|act|remain|work)$/;

/**
 * `Alatas chaired the talks. In 1988 he became foreign minister.`: the pronoun that a sentence begins with, as a mention of the one
 * person whom the sentence before is about. Where that names another person, or speaks of anybody else, nobody is meant.
 * @param text of the block
 */
export function pronounAt(text: string, sentence: Sentence, before: Earlier, { snapshot }: CheckContext): Mention | undefined {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST_LEAD));
  const found = PRONOUN.exec(words);
  if (found === null) return undefined;
  const start = sentence.start + found.index;
  const end = start + found[0].length;
  let lead = words.slice(0, found.index);
  for (const date of sentence.dates) if (date.end <= start) lead = lead.replace(date.text, '');
  if (!LEAD.test(lead)) return undefined;
  const isPerson = (key: EntryKey) => { const entry = snapshot.entries.get(key); return entry?.class === 'actor' && entry.type === 'person'; };
  const { analysis } = before;
  const persons = analysis.tokens.flatMap((token, index) => token.kind === 'name' && token.mention.keys.some(isPerson) ? [{ token, index }] : []);
  const [first] = persons;
  const main = analysis.clauses.find(({ kind }) => kind === 'main');
  if (first === undefined || main?.verb === undefined || first.token.mention.keys.length !== 1 || persons.some(({ token }) => token.mention.keys.join() !== first.token.mention.keys.join())) return undefined;
  const subject = subjectOf(analysis, main);
  const isSubject = subject.includes(first.index) && !first.token.possessive && !subject.some(index => index > first.index && analysis.tokens[index]!.kind === 'name');
  const { main: verb, lemma } = main.verb;
  const isOtherSpokenOf = analysis.tokens.some(({ text: word }, index) => PEOPLE.test(word) && (index > verb ? !BEING.test(lemma) : index > first.index && analysis.tokens[first.index + 1]?.text !== ','));
  return !isSubject || isOtherSpokenOf ? undefined : { start, end, text: text.slice(start, end), keys: first.token.mention.keys, kind: 'short' };
}
