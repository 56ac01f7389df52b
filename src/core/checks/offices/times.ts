import { resolveId } from '../../corpus/queries.ts';
import { parseEdtf } from '../../dates/edtf.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { CheckContext } from '../context.ts';
import { isTellable } from '../events/compare.ts';
import { timingOf } from '../events/dating.ts';
import type { EventSentence } from '../events/sentences.ts';
import { objectTiming } from '../events/timing.ts';
import type { Clause } from '../language/clauses.ts';
import { is } from '../language/tokens.ts';
import { ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS } from '../language/words.ts';

/** A time that a clause speaks of, and the words that say so. */
export interface SpokenTime {
  readonly date: EdtfDate;
  /** `1987`, or the name of the event that dates it. */
  readonly words: string;
}

const REPORT = { kind: 'report' } as const;
const TOGETHER = /^(?:when|while|as|where|whereas|once)$/;

/** The times that a clause speaks of: its own dates, those of the events that it names, and those of clauses with `when`. */
export function timesOf(sentence: EventSentence, clause: Clause, context: CheckContext): readonly SpokenTime[] {
  if (isMixed(sentence, clause)) return [];
  const own = datesOf(sentence, clause);
  if (own.length > 0) return own;
  const { clauses } = sentence.analysis;
  // `it was Foreign Minister X who in 1990 …`
  const isCleft = clause.modality === 'asserted' && clause.verb?.lemma === 'be' && sentence.analysis.tokens[clause.own[0] ?? 0]!.text === 'it';
  const beside = clauses.filter(other => other.parent === clause && (isCleft && other.kind === 'relative' && other.link !== 'whose' || other.kind === 'subordinate' && TOGETHER.test(other.link) || other.kind === 'infinitive' || other.kind === 'participle' && other.antecedent === undefined)
    || other.sharesSubjectOf === clause || clause.sharesSubjectOf === other || clause.parent === other && TOGETHER.test(clause.link));
  const near = beside.flatMap(other => datesOf(sentence, other));
  if (near.length > 0) return near;
  return [clause, ...beside].flatMap(other => eventTimes(sentence, other, context));
}

/** `what he had done three decades earlier`, `and after 1988 Alatas`: beside the dates of a sentence there is another time, and nothing tells which is whose. */
function isMixed({ analysis }: EventSentence, clause: Clause): boolean {
  const isCounted = analysis.tokens.some(token => token.kind === 'date' && /\b(?:later|earlier|before|after|previously)$/i.test(token.text) && !isTellable(token.date));
  const isOpen = clause.own.map(index => {
    const token = analysis.tokens[index]!;
    return token.kind === 'date' && isTellable(token.date) ? !isPlain(token.date.date) : undefined;
  });
  return isCounted || clause.own.some(index => /^(?:born|died)$/.test(analysis.tokens[index]!.text)) || isOpen.includes(true) && isOpen.includes(false);
}

function datesOf({ analysis, refs }: EventSentence, clause: Clause): SpokenTime[] {
  const { tokens, clauseAt, prepositions } = analysis;
  return clause.own.flatMap(index => {
    const token = tokens[index]!;
    if (token.kind !== 'date' || !isTellable(token.date)) return [];
    // `the war of 1979`, `the 1991 edition`; but `the report of 1985 was signed by …`
    const next = tokens[index + 1];
    const isOfNoun = tokens[index - 1]?.text === 'of' || is(tokens[index - 1], DETERMINERS) && next?.kind === 'word' && !is(next, PREPOSITIONS | CONJUNCTIONS | ADVERBS) && clauseAt[index + 1]?.verb?.first !== index + 1;
    const isThere = /^(?:in|at|during)$/.test(prepositions[index - 2] ?? '');
    if (isOfNoun && !isThere && !refs.some(ref => ref.first <= index + 1 && index - 2 <= ref.last) && !(clause.verb?.voice === 'passive' && objectTiming(clause.verb, undefined, REPORT) !== undefined)) return [];
    // `by 1991` it was so in 1991
    const { edtf } = token.date.date;
    const date = /^by\b/i.test(token.text) && edtf.startsWith('[..') ? parseEdtf(edtf.slice(3, -1)) : token.date.date;
    return date !== undefined && isPlain(date) ? [{ date, words: token.text }] : [];
  });
}

/** One time or one interval, and no open end: `since 1979` says nothing of one time. */
function isPlain(date: EdtfDate): boolean {
  return Number.isFinite(date.start.earliest) && Number.isFinite(date.end.latest);
}

/** The dates of the events that happen in a clause: the one it tells, those it is said to happen at, those that are done in it. */
function eventTimes({ refs, analysis }: EventSentence, clause: Clause, { snapshot }: CheckContext): SpokenTime[] {
  return refs.flatMap(ref => {
    const [event] = ref.events;
    if (ref.clause !== clause || ref.events.length !== 1 || event?.date === undefined || !isPlain(event.date)) return [];
    const preposition = analysis.prepositions[ref.last] ?? '';
    const isThen = ref.how === 'clause' || /^(?:at|during|in)$/.test(preposition) || clause.verb !== undefined && timingOf(analysis, clause, ref) !== undefined;
    return isThen && resolveId(snapshot, event.key, event.corpusId) !== undefined ? [{ date: event.date, words: event.name }] : [];
  });
}
