import { resolveId } from '../../corpus/queries.ts';
import type { Event, EventKind } from '../../corpus/types.ts';
import { isBefore } from '../../dates/order.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { Span } from '../../text.ts';
import type { CheckContext } from '../context.ts';
import { endOf, isTellable } from '../events/compare.ts';
import { timingOf } from '../events/dating.ts';
import { countFix, turnFix } from '../events/orderFix.ts';
import type { EventRef } from '../events/refs.ts';
import { eventSentences, type EventSentence } from '../events/sentences.ts';
import { dateEvidence, recordedDate } from '../evidence.ts';
import type { Aspect } from '../events/timing.ts';
import { subjectOf } from '../language/analysis.ts';
import type { Clause } from '../language/clauses.ts';
import type { Token } from '../language/tokens.ts';
import { blockRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** Two events, or an event and a date, in an order that the record has the other way round, or further apart than is said. */
export const orderConflict = blockRule('order-conflict', (block, context) => eventSentences(block).flatMap(sentence => SAYS_ORDER.test(sentence.words) ? claimsOf(sentence).flatMap(claim => conflictOf(claim, context)) : []));

/** The beginnings of all words by which a sentence puts one thing before another (of `lead` its forms: drafts are full of leaders); one without any is not taken apart for it. */
const SAYS_ORDER = /\b(?:before|after|ahead|run-up|wake|heels|preced|follow|(?:pre|post|ante)dat|later|earlier|pav|result|(?:once|prior|eve|lead|leads|leading|led)(?![a-z])|by the time|already|culminat|ground|stage|trigger|usher|within|rise to|gr[eo]w|stem|aris|arose)/i;

/** What is said to have come first, or later. */
type Side = { readonly events: readonly Event[]; readonly aspect: Aspect } | { readonly date: EdtfDate; readonly words: string };

interface Claim {
  readonly a: Side;
  readonly b: Side;
  /** What `a` is said to be to `b`. */
  readonly relation: 'before' | 'after' | 'near';
  readonly offset: Offset | undefined;
  readonly span: Span;
  /** The words that say the order, where others would say the other one. */
  readonly words: string;
  /** Where the distance is counted in the same words. */
  readonly counted: Token | undefined;
  /** Where these words stand, if not at all of the span. */
  readonly turn?: Span;
}

interface Offset { readonly days: number; readonly slack: number }

const BEFORE = /^(?:before|preceding)$/;
const AFTER = /^(?:after|following)$/;

function claimsOf(sentence: EventSentence): Claim[] {
  const { analysis, refs } = sentence;
  if (refs.length === 0) return [];
  return [...analysis.clauses.flatMap(clause => byPreposition(sentence, clause)), ...analysis.clauses.flatMap(clause => byClause(sentence, clause)), ...analysis.clauses.flatMap(clause => byVerb(sentence, clause))];
}

/** `X met before Y`, `in 1992, after Y`, `on the eve of Y`. */
function byPreposition(sentence: EventSentence, clause: Clause): Claim[] {
  const { refs } = sentence;
  if (clause.verb === undefined || clause.modality !== 'asserted') return [];
  return refs.flatMap((ref): Claim[] => {
    if (ref.how === 'clause' || ref.clause !== clause) return [];
    const lead = leadOf(sentence, ref, isPerfect(sentence, clause));
    if (lead === undefined) return [];
    const a = sideOf(sentence, clause, ref);
    return a === undefined ? [] : [{ a, b: ref, ...lead }];
  });
}

type Lead = Omit<Claim, 'a' | 'b'>;

/** The words before a reference that put something before or after it. */
function leadOf({ analysis }: EventSentence, ref: EventRef, isOver: boolean): Lead | undefined {
  const { tokens, prepositions } = analysis;
  let at = ref.first - 1;
  while (at >= 0 && tokens[at]!.kind === 'word' && /^(?:the|this|that|its|their|his|her)$/.test(tokens[at]!.text)) at--;
  const token = tokens[at];
  if (token?.kind === 'date') {
    const counted = countedLead(token.text);
    return counted === undefined ? undefined : { ...counted, span: { start: token.start, end: token.end }, words: token.text, counted: token };
  }
  if (token?.kind !== 'word' || prepositions[ref.head] === undefined) return undefined;
  const before = tokens.slice(Math.max(0, at - 3), at + 1).map(one => one.text).join(' ');
  const isPair = /(?:^| )(?:prior to|ahead of)$/.test(before);
  // `within a month of the conference`
  const near = /\bwithin (?:(\w+) )?(day|week|month|year)(s?) of$/.exec(before);
  if (near !== null) {
    const count = near[1] === undefined || near[1] === 'a' || near[1] === 'an' ? 1 : NUMBERS.indexOf(near[1]);
    const first = tokens[at - (near[1] === undefined ? 2 : 3)]!;
    return count < 1 ? undefined : { relation: 'near', offset: { days: 0, slack: DAYS[near[2]!]! * (near[1] === undefined ? 12 : count + 1) }, span: { start: first.start, end: token.end }, words: '', counted: undefined };
  }
  // `by the time of the conference it had been signed`
  if (isOver && before === 'by the time of') return { offset: undefined, counted: undefined, span: { start: tokens[at - 3]!.start, end: token.end }, words: '', relation: 'before' };
  const isPhrase = isPair || /(?:^| )(?:eve of|run-up to|wake of|aftermath of|heels of|(?:earlier|later) than)$/.test(before);
  const plain = { offset: undefined, counted: undefined, span: isPhrase ? { start: tokens[at - 1]!.start, end: token.end } : token, words: isPhrase ? `${written(tokens[at - 1]!)} ${token.text}` : written(token) };
  if (BEFORE.test(token.text) || isPair || / ?(?:eve of|run-up to|earlier than)$/.test(before)) return { ...plain, relation: 'before' };
  if (AFTER.test(token.text) || /(?:wake of|aftermath of|heels of|later than)$/.test(before)) return { ...plain, relation: 'after' };
  return undefined;
}

/** As it stands in the draft. */
function written({ text, capital }: Token): string {
  return capital ? text[0]!.toUpperCase() + text.slice(1) : text;
}

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.44, year: 365.25, decade: 3652.5 };
/** How far `three years` may be off: a little more than half of one. */
const SLACK = 0.6;
/** A decade is a rounder number. */
const DECADE_SLACK = 0.35;

/** `two years after`, `a month before`, `three years later`. */
function countedLead(text: string): { readonly relation: 'before' | 'after'; readonly offset: Offset | undefined } | undefined {
  const match = /^(?:(?:about|some|almost|nearly|just|only|exactly)\s+)?(an?|the|\d+|[a-z]+)\s+(?:full\s+|whole\s+)?(day|week|month|year|decade)s?\s+(after|later|before|earlier|prior to)$/i.exec(text.trim());
  if (match === null) return undefined;
  const word = match[1]!.toLowerCase();
  const count = /^(?:an?|the)$/.test(word) ? 1 : /^\d+$/.test(word) ? Number(word) : NUMBERS.indexOf(word);
  const unit = DAYS[match[2]!.toLowerCase()]!;
  const isLoose = /^(?:about|some|almost|nearly)/i.test(text);
  return { relation: /after|later/i.test(match[3]!) ? 'after' : 'before', offset: count < 1 ? undefined : { days: count * unit, slack: unit * (unit > 3000 ? DECADE_SLACK : SLACK) * (isLoose ? 2 : 1) } };
}

/** `had been signed`: before what else the sentence tells. */
function isPerfect({ analysis }: EventSentence, { verb }: Clause): boolean {
  return analysis.tokens[verb!.first]!.text === 'had' && verb!.main > verb!.first;
}

/** What a clause puts in time: its event, else its only date. */
function sideOf(sentence: EventSentence, clause: Clause, other: EventRef | undefined): Side | undefined {
  const { refs, analysis, datings } = sentence;
  const subject = subjectOf(analysis, clause);
  const ref = refs.find(one => one !== other && one.how === 'clause' && one.clause === clause) ?? refs.find(one => one !== other && one.how !== 'clause' && isSubject(sentence, one, subject) && (HAPPENS.test(clause.verb!.lemma) || timingOf(analysis, clause, one) !== undefined))
    ?? refs.find(one => one !== other && one.how !== 'clause' && one.clause === clause && one.first > clause.verb!.main && (analysis.prepositions[one.head] ?? '') === '' && DONE.test(clause.verb!.lemma));
  if (ref !== undefined) return { events: ref.events, aspect: timingOf(analysis, clause, ref) ?? ref.aspect };
  const dates = clause.own.flatMap(index => {
    const token = analysis.tokens[index]!;
    return token.kind === 'date' && token.date.reading === 'explicit' && isTellable(token.date) && !datings.some(dating => dating.date === token && dating.ref === other) ? [token] : [];
  });
  const [date] = dates;
  return dates.length === 1 && date!.date.date!.kind !== 'set' && Number.isFinite(date!.date.date!.start.earliest) && Number.isFinite(date!.date.date!.end.latest) ? { date: date!.date.date!, words: date!.text } : undefined;
}

function isSubject({ analysis }: EventSentence, ref: EventRef, subject: readonly number[]): boolean {
  const token = analysis.tokens[ref.last]!;
  return subject.includes(ref.head) && !(token.kind === 'name' && token.possessive) && (analysis.prepositions[ref.head] ?? '') === '';
}

const HAPPENS = /^(?:take|occur|happen|meet|convene|open|begin|start|end|close|conclude|sign|hold|come|be|adopt|announce|agree|reach|publish|issue|launch|fall|collapse|finish|establish|set|fail|succeed|write|send|pass|release|deliver)$/;
const DONE = /^(?:attend|host|chair|co-chair|convene|sign|open|close|hold|join|boycott|conclude|adopt|announce|publish|issue|end|begin|start)$/;

/** `before Y was signed, X met`, `X met after Y had opened`, `following Y, X met`. */
function byClause(sentence: EventSentence, clause: Clause): Claim[] {
  const { parent, link, verb } = clause;
  if (parent?.verb === undefined || verb === undefined || clause.modality !== 'asserted' || parent.modality !== 'asserted') return [];
  const isFollowing = clause.kind === 'participle' && verb.form === 'ing' && verb.lemma === 'follow';
  // `had already been signed when the conference met`
  const isOver = link === 'time' && isPerfect(sentence, parent) || link === 'when' && (isPerfect(sentence, parent) || parent.verb.lemma === 'be') && parent.own.concat(parent.verb.main - 1, parent.verb.main - 2).some(index => sentence.analysis.tokens[index]?.text === 'already');
  if (!isFollowing && (clause.kind !== 'subordinate' || !isOver && !/^(?:before|after|once)$/.test(link))) return [];
  const followed = isFollowing ? sentence.refs.find(ref => ref.how !== 'clause' && ref.clause === clause) : undefined;
  const b = isFollowing ? followed : sideOf(sentence, clause, undefined);
  const a = sideOf(sentence, parent, followed);
  if (a === undefined || b === undefined || !('events' in b)) return [];
  if (isFollowing) return [{ a, b, relation: 'after', offset: undefined, span: sentence.analysis.tokens[verb.main]!, words: '', counted: undefined }];
  const opener = sentence.analysis.tokens[(clause.own[0] ?? verb.first) - 1];
  const counted = opener?.kind === 'date' ? countedLead(opener.text) : undefined;
  if (opener !== undefined && counted !== undefined) return [{ a, b, ...counted, span: opener, words: opener.text, counted: opener }];
  return [{ a, b, relation: isOver || link === 'before' ? 'before' : 'after', offset: undefined, span: opener ?? sentence.analysis.sentence, words: opener?.text === link ? written(opener) : '', counted: undefined }];
}

/** `X preceded Y`, `X was followed two years later by Y`, `X led to Y`. */
function byVerb(sentence: EventSentence, clause: Clause): Claim[] {
  const { analysis, refs } = sentence;
  const { verb } = clause;
  if (verb === undefined || clause.modality !== 'asserted') return [];
  // `Following Y, X was forgotten`: that X was there after Y is said, and not that it came after.
  const told = verb.form === 'ing' && verb.first === 0 ? clause.parent?.verb : undefined;
  if (told !== undefined && (told.voice === 'passive' && told.form === 'finite' && !HAPPENS.test(told.lemma) || /^(?:be|seem|look|appear|remain|become|lose)$/.test(told.lemma))) return [];
  const next = analysis.tokens.slice(verb.main + 1, verb.main + 5).map(token => token.text).join(' ');
  const isPassive = verb.voice === 'passive';
  const relation = /^(?:precede|predate|antedate)$/.test(verb.lemma) ? isPassive ? 'after' : 'before'
    : /^(?:follow|postdate)$/.test(verb.lemma) || /^(?:grow|stem|arise|result)$/.test(verb.lemma) && /^(?:directly )?(?:out of|from) /.test(next) ? isPassive ? 'before' : 'after'
      : !isPassive && (verb.lemma === 'lead' && /^(?:directly )?to /.test(next) || verb.lemma === 'give' && next.startsWith('rise to ') || /^(?:pave|trigger|usher)$/.test(verb.lemma) || /^(?:result|culminate)$/.test(verb.lemma) && next.startsWith('in ') || /^(?:lay|set|prepare)$/.test(verb.lemma) && /\b(?:ground(?:work)?|stage)\b/.test(next)) ? 'before' : undefined;
  const subject = subjectOf(analysis, clause);
  const a = refs.find(ref => ref.how !== 'clause' && isSubject(sentence, ref, subject));
  if (relation === undefined || a === undefined || a.clause === clause && a.first > verb.main) return [];
  const b = refs.find(ref => ref !== a && ref.how !== 'clause' && ref.clause === clause && ref.first > verb.main && (isPassive ? analysis.prepositions[ref.head] === 'by' : true));
  if (b === undefined) return [];
  const counted = clause.own.flatMap(index => analysis.tokens[index]!.kind === 'date' ? countedLead(analysis.tokens[index]!.text) ?? [] : []);
  const span = { start: analysis.tokens[verb.first]!.start, end: analysis.tokens[verb.main]!.end };
  return [{ a, b, relation, offset: counted[0]?.offset, span, words: analysis.tokens[verb.main]!.text, counted: undefined, turn: analysis.tokens[verb.main]! }];
}

function conflictOf({ a, b, relation, offset, span, words, counted, turn = span }: Claim, context: CheckContext): Found[] {
  const pairs = datesOf(a).flatMap(x => datesOf(b).map(y => [x, y] as const));
  if (pairs.length === 0 || isIncomplete(a) || isIncomplete(b)) return [];
  if ('events' in a && 'events' in b && a.events.some(event => b.events.includes(event))) return [];
  if (relation === 'near' && !pairs.every(([x, y]) => isOff(x, y, offset!) && isOff(y, x, offset!))) return [];
  const [first, second] = relation === 'before' ? [a, b] : [b, a];
  const isWrongWay = relation === 'near' || pairs.every(([x, y]) => (relation === 'before' ? isBefore(y, x) : isBefore(x, y)) === 'yes') || follows(first, second, context) && pairs.every(([x, y]) => (relation === 'before' ? isBefore(x, y) : isBefore(y, x)) !== 'yes');
  const isWrongDistance = offset !== undefined && pairs.every(([x, y]) => isOff(relation === 'after' ? y : x, relation === 'after' ? x : y, offset));
  if (!isWrongWay && !isWrongDistance) return [];
  const events = [a, b].flatMap(side => 'events' in side ? side.events.slice(0, 1) : []);
  return [{
    span: { start: span.start, end: span.end },
    message: message('order-conflict', [a, b].map(side => 'events' in side ? `${side.events[0]!.name}: ${recordedDate(side.events[0]!)}` : side.words).join('; ')),
    evidence: events.flatMap(event => dateEvidence(event, context).slice(0, 2)),
    fixes: pairs.length > 1 ? [] : counted !== undefined ? countFix(counted, ...pairs[0]!) : offset === undefined && isWrongWay ? turnFix(words, turn) : [],
  }];
}

/** Whether the time from the earlier to the later date cannot be what is said. */
function isOff(earlier: EdtfDate, later: EdtfDate, { days, slack }: Offset): boolean {
  const least = later.start.earliest - earlier.end.latest;
  const most = later.end.latest - earlier.start.earliest;
  return Number.isFinite(least) && Number.isFinite(most) && (most < days - slack || least > days + slack);
}

/** Of the beginning of an event the date of its beginning. */
function datesOf(side: Side): readonly EdtfDate[] {
  if ('date' in side) return [side.date];
  return side.events.flatMap(({ date }) => (date === undefined || side.aspect === 'whole' ? date : endOf(date, side.aspect === 'start' ? 'from' : 'to')) ?? []);
}

function isIncomplete(side: Side): boolean {
  return 'events' in side && datesOf(side).length < side.events.length;
}

/** What has no one time: it may begin before what it follows is over. */
const LONG: ReadonlySet<EventKind> = new Set<EventKind>(['process', 'war', 'operation']);

/** Whether the record has an event after another though their dates do not tell: as what it follows, or what that follows. */
function follows(side: Side, other: Side, { snapshot }: CheckContext): boolean {
  if (!('events' in side && 'events' in other) || side.aspect !== 'whole' || other.aspect !== 'whole' || [...side.events, ...other.events].some(({ kind }) => LONG.has(kind))) return false;
  return side.events.every(event => {
    const before: Event[] = [event];
    for (const one of before) {
      for (const id of one.follows) {
        const entry = resolveId(snapshot, id, one.corpusId);
        if (entry?.class === 'event' && !before.includes(entry)) before.push(entry);
      }
    }
    return other.events.every(one => one !== event && before.includes(one));
  });
}
