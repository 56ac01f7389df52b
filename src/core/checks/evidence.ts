import { bestStatements, resolveId } from '../corpus/queries.ts';
import type { Actor, EntryKey, Event, Membership, Participant, Statement } from '../corpus/types.ts';
import { formatDate, formatPeriod } from '../dates/format.ts';
import type { CheckContext } from './context.ts';
import type { Figure } from './figures/figures.ts';
import type { Evidence } from './types.ts';
import { t } from '../l10n.ts';

/** When an event was, in words no more exact than its record. */
export function recordedDate({ date, wording }: Event): string {
  if (date === undefined) return wording ?? '';
  // `that spring` says nothing away from its place.
  return formatDate(date, wording !== undefined && /\d{3}/.test(wording) ? { wording } : {});
}

/** The line of the record that dates an event, and the statements that say most about it then. */
export function dateEvidence(event: Event, { snapshot }: CheckContext): Evidence[] {
  const statements = bestStatements(snapshot, event.key, { at: event.date, limit: 2 }).filter(statement => statement.entryKey === event.key);
  return [{ text: t('{0}: {1}', event.name, recordedDate(event)), citations: event.citations, key: event.key, uri: event.uri, span: event.nameSpan }, ...statements.map(statementEvidence)];
}

/** `First Paris conference: Paris` */
export function placeEvidence(event: Event, place: string): Evidence {
  return { text: t('{0}: {1}', event.name, place), citations: event.citations, key: event.key, uri: event.uri, span: event.nameSpan };
}

export function statementEvidence(statement: Statement): Evidence {
  return { text: statement.text, citations: statement.citations, key: statement.entryKey, uri: statement.uri, span: statement.span };
}

/** `Ali Alatas: Foreign Minister, Indonesia, from 1988`. */
export function officeEvidence(holder: Actor, membership: Membership, { snapshot }: CheckContext): Evidence {
  const body = resolveId(snapshot, membership.organization, holder.corpusId)?.name ?? membership.organization;
  return { text: t('{0}: {1}', holder.name, `${membership.role}, ${body}${periodWords(membership)}`), citations: membership.citations, key: holder.key, uri: holder.uri, span: holder.nameSpan };
}

/** `, 1988–1999`, `, from 1988`; empty when neither end is known. */
export function periodWords(membership: Pick<Membership, 'start' | 'end'>): string {
  const period = formatPeriod(membership);
  return period === '' ? '' : `, ${period}`;
}

/** `First Jakarta Informal Meeting: Indonesia, host`. */
export function participantEvidence(event: Event, { role, citations }: Participant, name: string, key: EntryKey): Evidence {
  return { text: t('{0}: {1}', event.name, `${name}, ${t(role)}`), citations: citations.length > 0 ? citations : event.citations, key, uri: event.uri, span: event.nameSpan };
}

/** `Number of P5 meetings: 6 P5 meetings` */
export function figureEvidence({ entry, text, citations }: Figure): Evidence {
  return { text: t('{0}: {1}', entry.name, text), citations, key: entry.key, uri: entry.uri, span: entry.nameSpan };
}
