import type { Sentence } from '../../draft/types.ts';
import { findClauses, type Clause } from './clauses.ts';
import { is, tokenize, type Token } from './tokens.ts';
import { findVerbGroups } from './verbGroups.ts';
import { ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS } from './words.ts';

/** A sentence taken apart. */
export interface Analysis {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  /** The clause that each token is a part of; `undefined` for marks and words that open a clause. */
  readonly clauseAt: readonly (Clause | undefined)[];
  /** For each token the preposition that governs it, or an empty string. */
  readonly prepositions: readonly string[];
  /** The subjects that have been asked for. */
  readonly subjects: Map<Clause, readonly number[]>;
}

/** Of a sentence, in characters. */
const LONGEST = 2000;

/** @param text of the block that the offsets of the sentence count in */
export function analyse(text: string, sentence: Sentence): Analysis {
  const subjects = new Map<Clause, readonly number[]>();
  // What runs on for pages is no sentence, and nothing is told from it.
  if (sentence.end - sentence.start > LONGEST) return { sentence, tokens: [], clauses: [], clauseAt: [], prepositions: [], subjects };
  const tokens = tokenize(text, sentence);
  const clauses = findClauses(tokens, findVerbGroups(tokens));
  const clauseAt = new Array<Clause | undefined>(tokens.length).fill(undefined);
  const prepositions = new Array<string>(tokens.length).fill('');
  for (const clause of clauses) {
    for (const index of clause.own) clauseAt[index] = clause;
    if (clause.verb !== undefined) for (let index = clause.verb.first; index <= clause.verb.main; index++) clauseAt[index] ??= clause;
    governed(tokens, clause, prepositions);
  }
  return { sentence, tokens, clauses, clauseAt, prepositions, subjects };
}

/** A preposition governs the noun phrase after it, and those joined to it. */
function governed(tokens: readonly Token[], { own, verb }: Clause, prepositions: string[]): void {
  let preposition = '';
  let hasNoun = false;
  let last = -1;
  let isList = false;
  for (const index of own) {
    const token = tokens[index]!;
    if (verb !== undefined && last < verb.first && index > verb.main) [preposition, hasNoun] = ['', false];
    last = index;
    if (token.kind === 'mark') {
      // A list goes on: `with China, Laos and Viet Nam`.
      const next = tokens[index + 1];
      isList = token.text === ',' && hasNoun && next?.kind === 'name' && tokens[index - 1]?.kind === 'name' && (isList || /^(?:,|and|or)$/.test(tokens[index + 2]?.text ?? ''));
      if (!isList) [preposition, hasNoun] = ['', false];
      continue;
    }
    const leading = is(token, PREPOSITIONS) ? token.text : token.kind === 'date' ? LEADING_DATE.exec(token.text)?.[1] ?? '' : '';
    if (leading !== '') {
      [preposition, hasNoun] = [leading, false];
      continue;
    }
    if (is(token, CONJUNCTIONS)) {
      prepositions[index] = preposition;
      hasNoun = false;
      continue;
    }
    if (is(token, ADVERBS)) continue;
    // `At the conference France …`: a second noun phrase is not governed.
    const before = index === 0 ? undefined : tokens[index - 1];
    const isNewPhrase = hasNoun && (is(token, DETERMINERS) && !is(before, DETERMINERS) || before?.kind === 'date' && token.kind === 'word' && token.capital
      || token.kind === 'name' && !(before?.kind === 'name' && before.possessive) && (before?.kind === 'name' || before?.kind === 'date' || before?.kind === 'word' && !before.capital && !before.possessive && !TITLE.test(before.text)));
    if (isNewPhrase) [preposition, hasNoun] = ['', false];
    // `Secretary of State Baker`: the office has the preposition, not who holds it.
    if (token.kind === 'name' && preposition === 'of' && /^(?:state|affairs|defen[cs]e|staff|government)$/.test(before?.text ?? '')) {
      const of = tokens.findLastIndex((one, at) => at < index && one.text === 'of');
      if (TITLE.test(tokens[of - 1]?.text ?? '')) preposition = prepositions[of - 1]!;
    }
    prepositions[index] = preposition;
    hasNoun ||= !is(token, DETERMINERS);
  }
}

/** `three years before` leads a phrase as `before` does. */
const LEADING_DATE = /\s(before|after|since)$/;

/** What may stand before a name as part of one phrase: `with foreign minister Alatas`. */
const TITLE = /^(?:minister|president|leader|prince|princess|king|queen|ambassador|secretary|secretary-general|head|envoy|chief|general|premier|chairman|diplomat|representative|chancellor|state|mediator|scholar|author)$/;

/** Indices of the tokens of a clause before its verb that no preposition governs: its subject, with its adjectives; or that of the clause that it shares one with, or what it tells more about. */
export function subjectOf(analysis: Analysis, clause: Clause): readonly number[] {
  let known = analysis.subjects.get(clause);
  if (known === undefined) analysis.subjects.set(clause, known = findSubject(analysis, clause));
  return known;
}

function findSubject(analysis: Analysis, clause: Clause): readonly number[] {
  const { verb, own, antecedent, kind, link } = clause;
  const mine = verb === undefined ? [] : own.filter(index => index < verb.first && analysis.prepositions[index] === '' && analysis.tokens[index]!.kind !== 'mark' && analysis.tokens[index]!.kind !== 'date');
  const hasNoun = mine.some(index => analysis.tokens[index]!.kind !== 'word' || !is(analysis.tokens[index], ADVERBS | CONJUNCTIONS | PREPOSITIONS));
  if (hasNoun && !(kind === 'relative' && link === 'whose')) return mine;
  if (antecedent !== undefined) return phraseBefore(analysis, antecedent);
  // `In July came the conference`
  if (!hasNoun && clause.sharesSubjectOf === undefined && verb?.form === 'finite' && /^(?:come|follow)$/.test(verb.lemma)) {
    const end = own.findIndex(index => index > verb.main && (analysis.tokens[index]!.kind === 'mark' || analysis.prepositions[index] !== ''));
    return own.slice(0, end === -1 ? undefined : end).filter(index => index > verb.main && analysis.prepositions[index] === '' && analysis.tokens[index]!.kind !== 'date');
  }
  return clause.sharesSubjectOf === undefined || clause.sharesSubjectOf === clause ? mine : subjectOf(analysis, clause.sharesSubjectOf);
}

/** The noun phrase that ends with a token, and those joined to it. */
function phraseBefore(analysis: Analysis, end: number): readonly number[] {
  const { tokens, clauseAt, prepositions } = analysis;
  // `a seminar on the conference, held in 2001`
  if (/^(?:on|about)$/.test(prepositions[end]!)) {
    const noun = tokens.findLastIndex((token, index) => index < end && token.text === prepositions[end]) - 1;
    return noun < 0 ? [] : phraseBefore(analysis, noun);
  }
  const found: number[] = [];
  const clause = clauseAt[end];
  for (let index = end; index >= 0 && index > end - 12; index--) {
    const token = tokens[index]!;
    if (token.kind === 'mark' && token.text !== ',' || clauseAt[index] !== clause || is(token, PREPOSITIONS)) break;
    if (token.kind === 'mark') {
      if (tokens[index - 1]?.kind !== 'name' || tokens[index + 1]?.kind !== 'name') break;
      continue;
    }
    if (prepositions[index] !== prepositions[end]) break;
    found.unshift(index);
  }
  return found;
}
