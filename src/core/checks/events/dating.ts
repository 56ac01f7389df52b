import type { Event } from '../../corpus/types.ts';
import type { Analysis } from '../language/analysis.ts';
import { subjectOf } from '../language/analysis.ts';
import type { Clause } from '../language/clauses.ts';
import { is, type DateToken, type Token } from '../language/tokens.ts';
import { CAN_BE_INTRANSITIVE } from '../language/verbs.ts';
import { ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS } from '../language/words.ts';
import { endOf, isTellable } from './compare.ts';
import type { EventRef } from './refs.ts';
import { GATHERINGS, LASTING, objectTiming, subjectTiming, type Aspect } from './timing.ts';

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
  // `wrongly places the conference in 1990`
  if (tokens.some(token => /^(?:respectively|(?:wrong|mistaken|erroneous|incorrect|false)ly)$/.test(token.text))) return [];
  const datings: Dating[] = [];
  /** Dates that say when something in their clause was done. */
  const free = new Map<Clause, DateToken[]>();
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind !== 'date' || token.date.reading === 'relative' && !hasYearBefore(analysis, index)) continue;
    const owner = ownerOf(analysis, refs, index);
    if (owner === 'noun') continue;
    if (owner !== undefined) {
      datings.push({ ref: owner, date: token, aspect: owner.aspect, isExhaustive: false });
      continue;
    }
    // What is told after `when` was then as well.
    for (const clause of [clauseAt[index], followedUp(analysis, index), joinedTo(analysis, index)]) if (clause !== undefined) free.set(clause, [...free.get(clause) ?? [], token]);
  }
  for (const [clause, dates] of free) {
    const only = theOne(dates.filter(one => isTellable(one.date)));
    // `lasted until October` says when it ended, `did not meet until October` that it then did
    const until = untilWhen(only);
    const date = clause.modality === 'negated' || until !== undefined && LASTING.has(clause.verb?.lemma ?? '') ? until : only;
    const told = date === undefined ? undefined : cleftOf(analysis, clause) ?? clause;
    if (date === undefined || told?.verb === undefined || told.modality !== 'asserted' && told !== clause || told.modality === 'unsure' || clause.modality === 'negated' && LASTING.has(told.verb.lemma) || told !== clause && free.has(told)) continue;
    for (const ref of refs) {
      const aspect = timingOf(analysis, told, ref);
      if (aspect !== undefined) datings.push({ ref, date, aspect: date !== only && LASTING.has(told.verb.lemma) ? 'end' : aspect, isExhaustive: ref.how === 'named' });
    }
  }
  return datings;
}

/** `On 17 April 1975 they marched in and took power`: the second deed was then as well. */
function joinedTo({ tokens, clauses, clauseAt }: Analysis, at: number): Clause | undefined {
  const told = clauseAt[at];
  if (told?.kind !== 'main' || at > 1 || told.verb === undefined) return undefined;
  const next = clauses.find(clause => clause.sharesSubjectOf === told);
  return next?.kind === 'coordinate' && next.verb!.first === next.verb!.main && tokens[next.verb!.first - 1]!.text === 'and' ? next : undefined;
}

/** The date itself of `until 1989`. */
function untilWhen(token: DateToken | undefined): DateToken | undefined {
  const lead = /^(?:until|till)\s+/i.exec(token?.text ?? '')?.[0].length;
  const date = token?.date.date === undefined ? undefined : endOf(token.date.date, 'to');
  if (token === undefined || lead === undefined || date === undefined) return undefined;
  const at = { start: token.start + lead, text: token.text.slice(lead) };
  return { ...token, ...at, date: { ...token.date, ...at, date } };
}

/** `On 17 April 1975, when the Khmer Rouge took power, …`: the clause that tells what was then. */
function followedUp({ tokens, clauses }: Analysis, at: number): Clause | undefined {
  const link = tokens[at + 1]?.text === ',' ? at + 2 : at + 1;
  return tokens[link]?.text !== 'when' ? undefined : clauses.find(clause => clause.link === 'when' && clause.verb !== undefined && clause.verb.first > link && !clauses.some(other => other !== clause && other.link === 'when' && other.verb !== undefined && other.verb.first > link && other.verb.first < clause.verb!.first));
}

/** `It was in July 1989 that the conference met`: the clause that the date belongs to. */
function cleftOf({ tokens, clauses, clauseAt }: Analysis, clause: Clause): Clause | undefined {
  const { verb, own } = clause;
  // `June 1987: Mochtar visits Hanoi`
  if (verb === undefined && own.length === 1 && own[0] === 0) return clauseAt[2];
  if (verb?.lemma !== 'be' || !own.every(index => index > verb.main || /^(?:it|this)$/.test(tokens[index]!.text))) return undefined;
  return clauses.find(other => other !== clause && other.verb !== undefined && (other.kind === 'coordinate' || other.kind === 'complement' || other.kind === 'relative'));
}

/** Whether a date without its year, `in August`, has one earlier in the sentence; what earlier sentences say is too far off. */
function hasYearBefore({ tokens }: Analysis, at: number): boolean {
  return tokens.slice(0, at).some(token => token.kind === 'date' && token.date.reading === 'explicit' || token.kind === 'name' && token.inner !== undefined);
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
  const row = rowOf(analysis, refs, at);
  if (row !== undefined) return row;
  const isLed = before?.kind === 'word' && (is(before, DETERMINERS) || before.possessive) || before?.kind === 'name' && before.possessive;
  if (isLed && next !== undefined && (next.kind === 'name' || next.kind === 'word' && !isFunction(next))) {
    // `the July 1989 conference`
    return refs.find(ref => ref.how !== 'clause' && ref.first <= at + 1 && at + 1 <= ref.last) ?? 'noun';
  }
  if (before?.kind === 'mark' && before.text === '(' && (next === undefined || next.kind === 'mark')) {
    return refs.find(ref => ref.how !== 'clause' && ref.last === at - 2) ?? 'noun';
  }
  // `(JIM I, July 1988)`
  if (before?.kind === 'mark' && before.text === ',' && next?.kind === 'mark' && analysis.clauseAt[at]?.kind === 'aside' && analysis.clauseAt[at].verb === undefined) return refs.find(ref => ref.how !== 'clause' && ref.last === at - 2) ?? 'noun';
  if (before?.kind === 'mark' && before.text === ',') return ownerBeyondComma(analysis, refs, at, at - 2);
  if (before?.kind !== 'word' || !/^(?:of|in|on|during|from|around|about|circa)$/.test(before.text)) return undefined;
  const isOf = before.text === 'of';
  // `on the night of 9 November`
  if (isOf && /^(?:night|morning|afternoon|evening|day|week|weekend)$/.test(tokens[at - 2]?.text ?? '')) return undefined;
  const beyond = tokens[at - 2];
  if (beyond?.kind === 'mark' && beyond.text === ',') return ownerBeyondComma(analysis, refs, at, at - 3, isOf) ?? (isOf ? 'noun' : undefined);
  const ref = refs.find(one => one.how !== 'clause' && one.last === at - 2) ?? refs.find(one => one.how !== 'clause' && isPlaceBetween(analysis, one.last + 1, at - 1));
  if (ref !== undefined) return isOf || isHead(analysis, ref) ? ref : undefined;
  return isOf ? 'noun' : undefined;
}

/** `July 1981: conference on Kampuchea`, `Fall of the Berlin Wall: November 1989`, `1981 conference`: a row of a chronology. */
function rowOf(analysis: Analysis, refs: readonly EventRef[], at: number): EventRef | undefined {
  const { tokens } = analysis;
  const isRule = (token: Token | undefined) => token?.kind === 'mark' && /^[:—]$/.test(token.text);
  const isAtStart = (index: number) => index === 0 || index === 1 && is(tokens[0], DETERMINERS);
  const last = tokens[at + 1];
  if (isRule(tokens[at - 1]) && (last === undefined || last.kind === 'mark' && !isRule(last))) return refs.find(ref => ref.how !== 'clause' && ref.last === at - 2 && isAtStart(ref.first));
  if (at > 0 || !isRule(last) && last?.kind !== 'name') return undefined;
  const first = is(tokens[at + 2], DETERMINERS) && isRule(last) ? at + 3 : isRule(last) ? at + 2 : at + 1;
  const ref = refs.find(one => one.how !== 'clause' && one.first === first);
  const next = ref === undefined ? undefined : tokens[ref.last + 1];
  const end = tokens.findIndex((token, index) => index > at + 1 && token.kind === 'mark');
  if (ref === undefined || next === undefined || next.kind === 'mark' && !isRule(next) || isPlaceBetween(analysis, ref.last + 1, end === -1 ? tokens.length : end)) return ref;
  // `Paris Peace Agreements signed`, `conference fails`
  const verb = next.kind === 'word' ? next.lexeme.verb : undefined;
  const voice = verb?.form === 'participle' || verb?.form === 'past-or-participle' && !CAN_BE_INTRANSITIVE.has(verb.lemma) ? 'passive' : 'active';
  const aspect = verb === undefined ? undefined : same(ref, event => subjectTiming({ lemma: verb.lemma, voice }, tokens[ref.last + 2], undefined, event));
  return aspect === undefined ? undefined : { ...ref, aspect };
}

function isFunction(token: Token): boolean {
  return is(token, PREPOSITIONS | CONJUNCTIONS | ADVERBS) || /^(?:when|while|who|which|that|and)$/.test(token.text);
}

/** `in Paris` between an event and its date. */
function isPlaceBetween({ tokens }: Analysis, from: number, to: number): boolean {
  if (to - from < 2 || to - from > 4) return false;
  const first = tokens[from]!;
  if (first.kind !== 'word' || !/^(?:in|at)$/.test(first.text)) return false;
  return tokens.slice(from + 1, to).every(token => token.kind === 'name' || token.kind === 'word' && (token.capital || is(token, DETERMINERS)));
}

/** Prepositions after which an event brings its date with it: `after the conference in July 1989`. */
const BRINGING = /^(?:at|during|after|before|since|until|till|following|by|from|with|between|and|despite|through)$/;

/** Whether a date right after an event is the event’s, not that of what is said of it. */
function isHead(analysis: Analysis, ref: EventRef): boolean {
  const { prepositions, tokens } = analysis;
  const { clause } = ref;
  const preposition = prepositions[ref.head] ?? '';
  if (preposition !== '') return BRINGING.test(preposition) || preposition === 'of' && /^(?:time|eve)$/.test(headBefore(analysis, ref.first));
  if (clause?.verb === undefined || clause.kind === 'aside') return true;
  // The subject: `the conference in July 1989 found …`
  if (ref.last < clause.verb.first) return true;
  const next = tokens[clause.verb.main + 1];
  return ref.events.every(event => objectTiming(clause.verb!, next, event) !== undefined) && clause.modality === 'asserted' || next === undefined;
}

/** The noun before `of the …`. */
function headBefore({ tokens }: Analysis, first: number): string {
  let index = first - 1;
  while (index >= 0 && !(tokens[index]!.kind === 'word' && tokens[index]!.text === 'of')) index--;
  return tokens[index - 1]?.text ?? '';
}

/** `the first Paris conference, in July 1989, found …`: the date is the event’s where the event is what the sentence speaks of, or where `of` says so. */
function ownerBeyondComma({ tokens, prepositions, clauseAt }: Analysis, refs: readonly EventRef[], at: number, last: number, isOf = false): EventRef | undefined {
  const next = tokens[at + 1];
  const ref = refs.find(one => one.how !== 'clause' && one.last === last);
  if (ref === undefined || next !== undefined && next.kind !== 'mark') return undefined;
  const verb = clauseAt[at]?.verb;
  const isSubject = prepositions[ref.head] === '' && verb !== undefined && ref.last < verb.first && verb.first <= at + 3;
  return isSubject || isOf || next === undefined && prepositions[ref.head] === '' ? ref : undefined;
}

/** Whether the time of a clause is that of an event, and of which part of it. */
export function timingOf(analysis: Analysis, clause: Clause, ref: EventRef): Aspect | undefined {
  const { tokens, prepositions } = analysis;
  const verb = clause.verb!;
  // `was issued again`, `was there in 1990 as well`
  if (clause.own.some(index => /^(?:again|anew|afresh|too)$/.test(tokens[index]!.text) || tokens[index]!.text === 'as' && tokens[index + 1]?.text === 'well')) return undefined;
  if (ref.how === 'clause') return ref.clause === clause ? ref.aspect : undefined;
  const next = verb.main + 1;
  const subject = subjectOf(analysis, clause);
  if (isHeadOf(analysis, ref, subject)) {
    if (verb.lemma === 'be') return isCopulaDate(analysis, clause) ? ref.aspect : undefined;
    return same(ref, event => ref.clause === clause && ref.first > verb.main ? subjectTiming(verb, undefined, undefined, event) : subjectTiming(verb, tokens[next], tokens[next + 1], event));
  }
  // `the conference, which France convened in July`
  if (clause.kind === 'relative' && clause.antecedent === ref.last && !subject.includes(ref.last) && verb.voice === 'active' && /^(?:which|that)$/.test(clause.link)) return same(ref, event => objectTiming(verb, tokens[next], event));
  if (ref.clause !== clause) return undefined;
  const preposition = prepositions[ref.head] ?? '';
  if (/^(?:at|during)$/.test(preposition)) return ref.aspect;
  // `put their names to the agreement`, `took part in the conference`
  if (DONE_WITH.test(`${verb.lemma} ${preposition}`)) return same(ref, event => objectTiming(event.kind === 'agreement' ? SIGNING : ATTENDING, undefined, event));
  // `gathered in Oslo for the conference`
  if (preposition === 'for' && /^(?:meet|convene|gather|assemble)$/.test(verb.lemma) && ref.events.every(({ kind }) => GATHERINGS.has(kind))) return ref.aspect;
  if (preposition !== '' || ref.last < verb.first || verb.voice === 'passive' || isModifier(tokens[ref.last + 1])) return undefined;
  // `1991 brought the Paris Agreements`
  if (/^(?:bring|mark|produce)$/.test(verb.lemma) && isDateAlone(analysis, clause)) return ref.aspect;
  return same(ref, event => objectTiming(verb, tokens[next], event));
}

/** Verbs that have what they are done to after a preposition. */
const DONE_WITH = /^(?:(?:put|agree|subscribe) to|(?:take|participate) in|agree (?:up)?on|(?:sit|preside) (?:at|over))$/;
const SIGNING = { lemma: 'sign' };
const ATTENDING = { lemma: 'attend' };

/** What a verb says of all events that may be meant; of the opening of one, only that it happened. */
function same({ events, aspect }: EventRef, timing: (event: Event) => Aspect | undefined): Aspect | undefined {
  const [first, ...others] = new Set(events.map(timing));
  return others.length > 0 ? undefined : aspect === 'whole' ? first : first === 'whole' ? aspect : undefined;
}

/** Whether a date is the subject of a clause: `1991 saw`, `the year 1991 saw`. */
function isDateAlone({ tokens, prepositions }: Analysis, { own, verb }: Clause): boolean {
  const before = own.filter(index => index < verb!.first);
  return before.some(index => tokens[index]!.kind === 'date') && before.every(index => prepositions[index] === '' && (tokens[index]!.kind === 'date' || /^(?:the|year|month|summer|autumn|spring|winter|of)$/.test(tokens[index]!.text)));
}

/** Whether a reference is what a noun phrase is about: not `the conference’s failure`, not `the framework document`. */
function isHeadOf({ tokens }: Analysis, ref: EventRef, subject: readonly number[]): boolean {
  if (!subject.includes(ref.head)) return false;
  const token = tokens[ref.last]!;
  if (token.kind === 'name' && token.possessive || token.kind === 'word' && token.possessive) return false;
  const next = tokens[ref.last + 1];
  return !(subject.includes(ref.last + 1) && isModifier(next)) && !(next?.kind === 'word' && next.text === 'and' && subject.includes(ref.last + 1) && subject.length > 3 && tokens[subject.at(-1)!]?.kind === 'word');
}

function isModifier(token: Analysis['tokens'][number] | undefined): boolean {
  return token?.kind === 'word' && !isFunction(token) && !is(token, DETERMINERS) && !/^(?:itself|themselves|alone|there|here)$/.test(token.text) || token?.kind === 'name';
}

/** `was in July 1989`, `was on 28 August`. */
function isCopulaDate({ tokens }: Analysis, { verb }: Clause): boolean {
  const [first, second] = [tokens[verb!.main + 1], tokens[verb!.main + 2]];
  return first?.kind === 'date' || first?.kind === 'word' && /^(?:in|on|during)$/.test(first.text) && second?.kind === 'date';
}
