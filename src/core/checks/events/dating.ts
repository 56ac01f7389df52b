import type { Analysis } from '../language/analysis.ts';
import { subjectOf } from '../language/analysis.ts';
import type { Clause } from '../language/clauses.ts';
import type { DateToken } from '../language/tokens.ts';
import { CONJUNCTIONS, DETERMINERS, isAdverb, PREPOSITIONS } from '../language/words.ts';
import { isTellable } from './compare.ts';
import type { EventRef } from './refs.ts';
import { objectTiming, subjectTiming, type Aspect } from './timing.ts';

/** An event with the date that a sentence gives it. */
export interface Dating {
  readonly ref: EventRef;
  readonly date: DateToken;
  readonly aspect: Aspect;
  /** Whether the sentence says that it happened then, so that an interval says when it began and ended. */
  readonly isExhaustive: boolean;
}

/** What each date of a sentence is the date of, as far as the sentence tells. */
export function findDatings(analysis: Analysis, refs: readonly EventRef[]): readonly Dating[] {
  const { tokens, clauseAt } = analysis;
  if (refs.length === 0 || !tokens.some(token => token.kind === 'date')) return [];
  if (tokens.some(token => token.text === 'respectively')) return [];
  const datings: Dating[] = [];
  /** Dates that say when something in their clause was done. */
  const free = new Map<Clause, DateToken[]>();
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind !== 'date' || token.date.reading === 'relative' && !hasYearBefore(analysis, index)) continue;
    const owner = ownerOf(analysis, refs, index);
    if (owner === 'noun') continue;
    if (owner !== undefined) {
      datings.push({ ref: owner, date: token, aspect: 'whole', isExhaustive: false });
      continue;
    }
    const clause = clauseAt[index];
    if (clause !== undefined) free.set(clause, [...free.get(clause) ?? [], token]);
  }
  for (const [clause, dates] of free) {
    const date = theOne(dates.filter(one => isTellable(one.date)));
    if (date === undefined || clause.verb === undefined || clause.modality !== 'asserted') continue;
    for (const ref of refs) {
      const aspect = timingOf(analysis, clause, ref);
      if (aspect !== undefined) datings.push({ ref, date, aspect, isExhaustive: ref.how === 'named' });
    }
  }
  return datings;
}

/** Whether a date without its year, `in August`, has one earlier in the sentence; what earlier sentences say is too far off. */
function hasYearBefore({ tokens }: Analysis, at: number): boolean {
  return tokens.slice(0, at).some(token => token.kind === 'date' && token.date.reading === 'explicit');
}

/** The only date: of several nothing tells which one counts. */
function theOne(dates: readonly DateToken[]): DateToken | undefined {
  return dates.length === 1 ? dates[0] : undefined;
}

/** What a date belongs to by standing beside it: a reference, some other noun, or nothing. */
function ownerOf(analysis: Analysis, refs: readonly EventRef[], at: number): EventRef | 'noun' | undefined {
  const { tokens } = analysis;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  const isLed = before?.kind === 'word' && (DETERMINERS.has(before.text) || before.possessive) || before?.kind === 'name' && before.possessive;
  if (isLed && next !== undefined && (next.kind === 'name' || next.kind === 'word' && !isFunction(next.text))) {
    // `the July 1989 conference`
    return refs.find(ref => ref.how !== 'clause' && ref.first <= at + 1 && at + 1 <= ref.last) ?? 'noun';
  }
  if (before?.kind === 'mark' && before.text === '(' && (next === undefined || next.kind === 'mark')) {
    return refs.find(ref => ref.how !== 'clause' && ref.last === at - 2) ?? 'noun';
  }
  if (before?.kind === 'mark' && before.text === ',') return ownerBeyondComma(analysis, refs, at, at - 2);
  if (before?.kind !== 'word' || !/^(?:of|in|on|during|from|around|about|circa)$/.test(before.text)) return undefined;
  const isOf = before.text === 'of';
  const beyond = tokens[at - 2];
  if (beyond?.kind === 'mark' && beyond.text === ',') return isOf ? 'noun' : ownerBeyondComma(analysis, refs, at, at - 3);
  const ref = refs.find(one => one.how !== 'clause' && one.last === at - 2) ?? refs.find(one => one.how !== 'clause' && isPlaceBetween(analysis, one.last + 1, at - 1));
  if (ref !== undefined) return isOf || isHead(analysis, ref) ? ref : undefined;
  return isOf ? 'noun' : undefined;
}

function isFunction(word: string): boolean {
  return PREPOSITIONS.has(word) || CONJUNCTIONS.has(word) || isAdverb(word) || /^(?:when|while|who|which|that|and)$/.test(word);
}

/** `in Paris` between an event and its date. */
function isPlaceBetween({ tokens }: Analysis, from: number, to: number): boolean {
  if (to - from < 2 || to - from > 4) return false;
  const first = tokens[from]!;
  if (first.kind !== 'word' || !/^(?:in|at)$/.test(first.text)) return false;
  return tokens.slice(from + 1, to).every(token => token.kind === 'name' || token.kind === 'word' && (token.capital || DETERMINERS.has(token.text)));
}

/** Prepositions after which an event brings its date with it: `after the conference in July 1989`. */
const BRINGING = /^(?:at|during|after|before|since|until|till|following|by|from|with|between|and|despite|through)$/;

/** Whether a date right after an event is the event’s, not that of what is said of it. */
function isHead(analysis: Analysis, ref: EventRef): boolean {
  const { prepositions, tokens } = analysis;
  const { clause } = ref;
  const preposition = prepositions[ref.last] ?? '';
  if (preposition !== '') return BRINGING.test(preposition) || preposition === 'of' && /^(?:signing|opening|failure|start|end|close|conclusion|collapse|convening|adoption|time|eve|success|signature|holding|beginning)$/.test(headBefore(analysis, ref.first));
  if (clause?.verb === undefined || clause.kind === 'aside') return true;
  // The subject: `the conference in July 1989 found …`
  if (ref.last < clause.verb.first) return true;
  const next = tokens[clause.verb.main + 1];
  return ref.events.every(event => objectTiming(clause.verb!.lemma, event) !== undefined) && clause.modality === 'asserted' || next === undefined;
}

/** The noun before `of the …`. */
function headBefore({ tokens }: Analysis, first: number): string {
  let index = first - 1;
  while (index >= 0 && !(tokens[index]!.kind === 'word' && tokens[index]!.text === 'of')) index--;
  return tokens[index - 1]?.text ?? '';
}

/** `the first Paris conference, in July 1989, found …`: the date is the event’s where the event is what the sentence speaks of. */
function ownerBeyondComma({ tokens, prepositions, clauseAt }: Analysis, refs: readonly EventRef[], at: number, last: number): EventRef | undefined {
  const next = tokens[at + 1];
  const ref = refs.find(one => one.how !== 'clause' && one.last === last);
  if (ref === undefined || next !== undefined && next.kind !== 'mark') return undefined;
  const verb = clauseAt[at]?.verb;
  const isSubject = prepositions[ref.last] === '' && verb !== undefined && ref.last < verb.first && verb.first <= at + 3;
  return isSubject || next === undefined && prepositions[ref.last] === '' ? ref : undefined;
}

/** Whether the time of a clause is that of an event, and of which part of it. */
function timingOf(analysis: Analysis, clause: Clause, ref: EventRef): Aspect | undefined {
  const { tokens, prepositions } = analysis;
  const verb = clause.verb!;
  // `was issued again`
  if (clause.own.some(index => /^(?:again|anew|afresh)$/.test(tokens[index]!.text))) return undefined;
  if (ref.how === 'clause') return ref.clause === clause ? 'whole' : undefined;
  const next = tokens[verb.main + 1]?.kind === 'word' ? tokens[verb.main + 1]!.text : '';
  if (isHeadOf(analysis, ref, subjectOf(analysis, clause))) {
    if (verb.lemma === 'be') return isCopulaDate(analysis, clause) ? 'whole' : undefined;
    return same(ref.events.map(event => subjectTiming(verb.lemma, verb.voice === 'passive', next, event)));
  }
  if (ref.clause !== clause) return undefined;
  const preposition = prepositions[ref.last] ?? '';
  if (/^(?:at|during)$/.test(preposition)) return 'whole';
  if (preposition !== '' || ref.last < verb.first || verb.voice === 'passive' || isModifier(tokens[ref.last + 1])) return undefined;
  return same(ref.events.map(event => objectTiming(verb.lemma, event)));
}

function same(aspects: readonly (Aspect | undefined)[]): Aspect | undefined {
  return new Set(aspects).size === 1 ? aspects[0] : undefined;
}

/** Whether a reference is what a noun phrase is about: not `the conference’s failure`, not `the framework document`. */
function isHeadOf({ tokens }: Analysis, ref: EventRef, subject: readonly number[]): boolean {
  if (!subject.includes(ref.last)) return false;
  const token = tokens[ref.last]!;
  if (token.kind === 'name' && token.possessive || token.kind === 'word' && token.possessive) return false;
  const next = tokens[ref.last + 1];
  return !(subject.includes(ref.last + 1) && isModifier(next)) && !(next?.kind === 'word' && next.text === 'and' && subject.includes(ref.last + 1) && subject.length > 3 && tokens[subject.at(-1)!]?.kind === 'word');
}

function isModifier(token: Analysis['tokens'][number] | undefined): boolean {
  return token?.kind === 'word' && !isFunction(token.text) && !DETERMINERS.has(token.text) && !/^(?:itself|themselves|alone|there|here)$/.test(token.text) || token?.kind === 'name';
}

/** `was in July 1989`, `was on 28 August`. */
function isCopulaDate({ tokens }: Analysis, { verb }: Clause): boolean {
  const [first, second] = [tokens[verb!.main + 1], tokens[verb!.main + 2]];
  return first?.kind === 'date' || first?.kind === 'word' && /^(?:in|on|during)$/.test(first.text) && second?.kind === 'date';
}
