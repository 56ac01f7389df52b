import type { Actor, Event, Remark } from '../../corpus/types.ts';
import { heldAt } from '../../corpus/when.ts';
import { overlaps } from '../../dates/order.ts';
import { findNumbers } from '../../draft/numbers.ts';
import { Inside } from '../../draft/inside.ts';
import type { CheckContext } from '../context.ts';
import { excludes, isTellable } from '../events/compare.ts';
import type { Dating } from '../events/dating.ts';
import { disputingDate } from '../events/meant.ts';
import { contestedPlace } from '../events/places.ts';
import { twinsOf } from '../events/twins.ts';
import { eventSentences, type EventSentence } from '../events/sentences.ts';
import { dateEvidence, figureEvidence, officeEvidence, participantEvidence, periodWords, placeEvidence, recordedDate } from '../evidence.ts';
import { countedIn, type Counted } from '../figures/counted.ts';
import type { Figure } from '../figures/figures.ts';
import { wordsOf } from '../figures/figures.ts';
import { findOfficeClaims } from '../offices/claims.ts';
import { otherPeriodsOf } from '../offices/disputes.ts';
import { recordsOf } from '../offices/records.ts';
import { timesOf, type SpokenTime } from '../offices/times.ts';
import { isOf, officesByTitle, type Office } from '../offices/titles.ts';
import { claimsOf, spanOf, type Claim } from '../participation/claims.ts';
import { accountOf } from '../participation/disputes.ts';
import { bearsOut, contradicts, counts, participantsOf } from '../participation/record.ts';
import { blockRule, type CheckedBlock } from '../rule.ts';
import type { Evidence, Found } from '../types.ts';
import { message } from '../words.ts';
import { t } from '../../l10n.ts';
import type { Span } from '../../text.ts';

/** One of two values that the record has for the same thing, given as if there were no other. */
export const contested = blockRule('contested', (block, context) => [
  ...eventSentences(block).flatMap(sentence => sentence.datings.flatMap(dating => contestedDate(dating, sentence, block, context))),
  ...context.snapshot.corpora.length < 2 ? [] : eventSentences(block).flatMap(sentence => placesIn(sentence, block, context)),
  ...eventSentences(block).flatMap(sentence => claimsOf(sentence, context).flatMap(claim => contestedClaim(claim, sentence, block, context))),
  ...eventSentences(block).flatMap(sentence => contestedOffices(sentence, block, context)),
  ...countedIn(block).flatMap(counted => contestedNumber(counted, block, context)),
]);

/** The draft itself says that there is more than one account. */
const ACKNOWLEDGED = /\b(?:disput|contest|differ|diverg|contradict|accord(?:ing|s) to|accounts?\b|versions?\b|other sources|some sources|sources (?:disagree|vary)|unclear|uncertain|either|or in)/i;

function isAcknowledged({ text }: CheckedBlock, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return ACKNOWLEDGED.test(text.slice(start, end));
}

function contestedDate({ ref, date }: Dating, { analysis }: EventSentence, block: CheckedBlock, context: CheckContext): Found[] {
  if (!isTellable(date.date) || isAcknowledged(block, analysis.sentence)) return [];
  const [event] = ref.events;
  const span = { start: date.start, end: date.end };
  const both = event === undefined ? undefined : twoRecords(ref.events, context);
  if (both !== undefined) {
    if (both.every(one => excludes(one, date.date, 'whole', false))) return [];
    return [{ span, message: message('contested-dates', event!.name, both.map(one => `${recordedDate(one)} (${titleOf(one, context)})`).join(t(' and '))), evidence: both.flatMap(one => dateEvidence(one, context)), fixes: [] }];
  }
  if (ref.events.length > 1) return [];
  const dispute = event === undefined ? undefined : disputingDate(event, context);
  if (event?.date === undefined || dispute === undefined) return [];
  const given = date.date.date;
  if (overlaps(event.date, given) === 'no' && overlaps(dispute.date, given) === 'no') return [];
  // Both are there already.
  if (analysis.sentence.dates.some(other => other.start !== date.start && other.date !== undefined && overlaps(dispute.date, other.date) !== 'no')) return [];
  return [{ span, message: message('contested-date', event.name, recordedDate(event), dispute.remark.text), evidence: [...dateEvidence(event, context), remarkEvidence(event, dispute.remark)], fixes: [] }];
}

/** Records of one event in two corpora that leave no date for both. */
function twoRecords(events: readonly Event[], context: CheckContext): readonly Event[] | undefined {
  const [first] = events;
  const twins = twinsOf(first!, context);
  const other = twins.find(twin => first!.date !== undefined && twin.date !== undefined && overlaps(first!.date, twin.date) === 'no');
  const isOne = other !== undefined && events.every(event => event === first || twins.includes(event));
  return isOne ? [first!, other].toSorted((a, b) => a.key < b.key ? -1 : 1) : undefined;
}

function titleOf({ corpusId }: Pick<Event, 'corpusId'>, { snapshot }: CheckContext): string {
  return snapshot.corpora.find(({ id }) => id === corpusId)?.title ?? corpusId;
}

/** Where an event was, by two corpora that have it at different places. */
function placesIn(sentence: EventSentence, block: CheckedBlock, context: CheckContext): Found[] {
  if (sentence.phrases.length === 0 || isAcknowledged(block, sentence.sentence)) return [];
  const found = sentence.phrases.flatMap(ref => contestedPlace(sentence, ref, context) ?? []);
  return found.slice(0, 1).map(({ span, records }): Found => ({
    span, message: message('contested-dates', records[0]!.name, records.map(one => `${one.place} (${titleOf(one, context)})`).join(t(' and '))), evidence: records.map(one => placeEvidence(one, one.place)), fixes: [],
  }));
}

/** Who did what at an event, where another corpus or a remark on the record says otherwise. */
function contestedClaim(claim: Claim, { analysis }: EventSentence, block: CheckedBlock, context: CheckContext): Found[] {
  const { actor, deed, ref: { events } } = claim;
  const [event] = events;
  if (event === undefined || isAcknowledged(block, analysis.sentence)) return [];
  const records = [...new Set(events.flatMap(one => [one, ...twinsOf(one, context)]))];
  if (records.length !== new Set([event, ...twinsOf(event, context)]).size) return [];
  const rolesIn = (one: Event) => participantsOf(one, context).filter(({ role, key }) => key === actor.key || counts(deed, role));
  const wordsIn = (one: Event) => rolesIn(one).map(({ role, other }) => `${other}: ${t(role)}`).join('; ');
  const evidenceIn = (one: Event) => rolesIn(one).map(({ participant, other, key }) => participantEvidence(one, participant, other, key));
  const [has, hasNot] = [records.find(one => bearsOut(one, claim, context)), records.find(one => contradicts(one, claim, context))];
  if (has !== undefined && hasNot !== undefined) {
    const both = [has, hasNot];
    return [{ span: spanOf(claim), message: message('contested-dates', event.name, both.map(one => `${wordsIn(one)} (${titleOf(one, context)})`).join(t(' and '))), evidence: both.flatMap(evidenceIn), fixes: [] }];
  }
  const account = records.length > 1 ? undefined : accountOf(event, claim, context);
  if (account === undefined || (account.agrees ? hasNot : has) === undefined) return [];
  return [{ span: spanOf(claim), message: message('contested-date', event.name, wordsIn(event), account.remark.text), evidence: [...evidenceIn(event), remarkEvidence(event, account.remark)], fixes: [] }];
}

/** An office at a time at which the record, another corpus or a remark does not have it and the other does. */
function contestedOffices(sentence: EventSentence, block: CheckedBlock, context: CheckContext): Found[] {
  const mayBe = sentence.sentence.mentions.some(({ keys }) => keys.some(key => {
    const entry = context.snapshot.entries.get(key);
    return entry?.class === 'actor' && (otherPeriodsOf(entry, context).length > 0 || recordsOf(entry, context).length > 1);
  }));
  if (!mayBe || isAcknowledged(block, sentence.sentence)) return [];
  return findOfficeClaims(sentence, context).flatMap(({ person, title, clause, span, range }): Found[] => {
    const records = recordsOf(person, context);
    const meant = (officesByTitle(context).get(title.title) ?? []).filter(office => records.includes(office.holder) && (title.organizations.length === 0 || isOf(office, title.organizations, context)));
    if (records.length > 1) return range === undefined ? officesOfTwo(person, span, records.map(record => meant.filter(({ holder }) => holder === record)), timesOf(sentence, clause, context), context) : [];
    const other = otherPeriodsOf(person, context).find(({ membership }) => meant.some(office => office.membership === membership));
    const times = timesOf(sentence, clause, context);
    if (other === undefined || meant.length > 1 || range !== undefined || times.length === 0) return [];
    const { membership, period, remark } = other;
    const isEither = times.every(({ date }) => {
      const both = [heldAt(membership, date), heldAt(period, date)];
      return both.includes('no') && both.some(certainty => certainty === 'yes' || certainty === 'likely');
    });
    const record = officeEvidence(person, membership, context);
    return isEither ? [{ span, message: message('contested-date', person.name, `${membership.role}${periodWords(membership)}`, remark.text), evidence: [record, remarkEvidence(person, remark)], fixes: [] }] : [];
  });
}

/** An office that one corpus has then, and another has at other times alone. */
function officesOfTwo(person: Actor, span: Span, records: readonly (readonly Office[])[], times: readonly SpokenTime[], context: CheckContext): Found[] {
  const has = records.find(offices => times.every(({ date }) => offices.some(({ membership }) => /^(?:yes|likely)$/.test(heldAt(membership, date)))));
  const hasNot = records.find(offices => offices.length > 0 && times.every(({ date }) => offices.every(({ membership }) => heldAt(membership, date) === 'no')));
  if (times.length === 0 || has === undefined || hasNot === undefined) return [];
  const both = records.filter(offices => offices === has || offices === hasNot);
  const words = both.map(offices => `${offices.map(({ membership }) => `${membership.role}${periodWords(membership)}`).join('; ')} (${titleOf(offices[0]!.holder, context)})`);
  return [{ span, message: message('contested-dates', person.name, words.join(t(' and '))), evidence: both.flat().map(({ holder, membership }) => officeEvidence(holder, membership, context)), fixes: [] }];
}

function remarkEvidence({ key, uri, nameSpan }: Pick<Event, 'key' | 'uri' | 'nameSpan'>, { text, citations }: Remark): Evidence {
  return { text, citations, key, uri, span: nameSpan };
}

function contestedNumber({ token, sentence, figures, agreeing, isPercent }: Counted, block: CheckedBlock, context: CheckContext): Found[] {
  if (figures.length === 0 || isAcknowledged(block, sentence)) return [];
  const span = { start: token.start, end: token.end };
  const other = agreeing.length === 0 ? undefined : figures.find(figure => !agreeing.includes(figure) && figure.entry !== agreeing[0]!.entry && !isNear(figure, agreeing[0]!) && isSameTime(figure, agreeing[0]!));
  if (other !== undefined) {
    const both = [agreeing[0]!, other];
    return [{ span, message: message('contested-number', both[0]!.entry.name, both[0]!.text, other.text), evidence: both.map(figureEvidence), fixes: [] }];
  }
  for (const figure of agreeing) {
    const remark = isPercent ? undefined : disputingNumber(figure, context);
    if (remark !== undefined) return [{ span, message: message('contested-number', figure.entry.name, figure.text, remark.text), evidence: [figureEvidence(figure), remarkEvidence(figure.entry, remark)], fixes: [] }];
  }
  return [];
}

/** Two estimates near each other are one. */
function isNear(a: Figure, b: Figure): boolean {
  return Math.abs(a.value - b.value) <= (a.isEstimate || b.isEstimate ? 0.1 * Math.max(a.value, b.value) : 0);
}

function isSameTime(a: Figure, b: Figure): boolean {
  return a.date === undefined && b.date === undefined || a.date !== undefined && b.date !== undefined && overlaps(a.date, b.date) !== 'no';
}

/** A remark that has another number of the same. */
function disputingNumber(figure: Figure, context: CheckContext): Remark | undefined {
  return figure.entry.statements.flatMap(statement => statement.remarks).find(({ kind, text }) => kind === 'disputed'
    && findNumbers(text, 0, text.length, NOTHING).some(number => number.value !== figure.value && wordsOf(text.slice(number.end).split(/[,.;:()]/)[0]!, context)?.head === figure.head));
}

const NOTHING = new Inside([]);
