import { bestStatements, resolveId, relationsOf, type Certainty } from '../corpus/queries.ts';
import type { Actor, Entry, Event, Membership, Snapshot, Statement } from '../corpus/types.ts';
import { formatDate, formatPeriod } from '../dates/format.ts';
import type { EdtfDate } from '../dates/types.ts';
import { kindOf, RELATION_WORDS, ROLE_WORDS, withDetail } from '../views/words.ts';
import type { Answer, AnsweredEntry, AnsweredStatement } from './types.ts';

/** The record’s lines and statements as answers. */

export function ofStatement(statement: Statement): AnsweredStatement {
  const disputed = statement.remarks.filter(remark => remark.kind === 'disputed' && remark.citations.length > 0);
  const date = statement.dates.find(one => one.date !== undefined)?.date;
  return {
    id: statement.id, entry: statement.entryKey, text: statement.text, citations: statement.citations,
    ...date === undefined ? {} : { date: date.edtf },
    ...disputed.length === 0 ? {} : { disputed: disputed.map(({ text, citations }) => ({ text, citations })) },
  };
}

/** `Ali Alatas: Foreign Minister, Indonesia (from 1988)`. */
export function ofMembership(actor: Actor, membership: Membership, snapshot: Snapshot, certainty?: Certainty): AnsweredStatement {
  const body = resolveId(snapshot, membership.organization, actor.corpusId)?.name ?? membership.organization;
  const what = membership.role === 'member' ? `member of ${body}` : `${membership.role}, ${body}`;
  const dated = membership.start !== undefined && membership.end !== undefined ? `${membership.start.edtf}/${membership.end.edtf}` : undefined;
  const date = membership.start?.edtf === membership.end?.edtf ? membership.start?.edtf
    : dated ?? (membership.start === undefined ? `../${membership.end?.edtf ?? ''}` : `${membership.start.edtf}/..`);
  return {
    id: `${actor.key}/membership/${actor.memberships.indexOf(membership) + 1}`, entry: actor.key,
    text: `${actor.name}: ${withDetail(what, formatPeriod(membership))}`, citations: membership.citations,
    ...date === undefined ? {} : { date }, ...certainty === undefined ? {} : { certainty },
  };
}

export function ofRelations(actor: Actor, snapshot: Snapshot): AnsweredStatement[] {
  return relationsOf(snapshot, actor.key).map(({ relation, other, direction }, index) => ({
    id: `${actor.key}/relation/${index + 1}`, entry: actor.key,
    text: `${actor.name}: ${withDetail(`${RELATION_WORDS[relation.type][direction]} ${other.name}`, formatPeriod(relation))}`, citations: relation.citations,
  }));
}

/** `First Paris conference: July 1989, Paris`; nothing when the record has neither. */
export function ofDate(event: Event, certainty?: Certainty): AnsweredStatement[] {
  const when = event.date === undefined ? event.wording ?? '' : formatDate(event.date, { wording: event.wording });
  const text = [when, event.place ?? ''].filter(part => part !== '').join(', ');
  return text === '' ? [] : [{
    id: `${event.key}/date`, entry: event.key, text: `${event.name}: ${text}`, citations: event.citations,
    ...event.date === undefined ? {} : { date: event.date.edtf }, ...certainty === undefined ? {} : { certainty },
  }];
}

export function ofParticipants(event: Event, snapshot: Snapshot): AnsweredStatement[] {
  return event.participants.map(({ actor, role, citations }, index) => ({
    id: `${event.key}/participant/${index + 1}`, entry: event.key,
    text: `${event.name}: ${withDetail(resolveId(snapshot, actor, event.corpusId)?.name ?? actor, ROLE_WORDS[role])}`,
    citations: citations.length > 0 ? citations : event.citations,
  }));
}

export function bestOf(entry: Entry, snapshot: Snapshot, at: EdtfDate | undefined, limit: number): AnsweredStatement[] {
  return bestStatements(snapshot, entry.key, { at, limit }).map(ofStatement);
}

export function ofEntry(entry: Entry): AnsweredEntry {
  return { key: entry.key, name: entry.name, kind: kindOf(entry) };
}

/** The first of what has an authority; what has none is not told, and each is told once. */
export function answerOf(statements: readonly AnsweredStatement[], limit: number, more: Omit<Answer, 'statements' | 'more'> = {}): Answer {
  const cited = [...new Map(statements.filter(one => one.citations.length > 0).map(one => [one.id, one])).values()];
  return { statements: cited.slice(0, limit), more: Math.max(0, cited.length - limit), ...more };
}
