import { resolveId, followedBy } from '../corpus/queries.ts';
import type { Event, EntryId, EntryKey, Snapshot, Statement } from '../corpus/types.ts';
import { formatDate } from '../dates/format.ts';
import { t } from '../l10n.ts';
import { authorityOf, EVENT_WORDS, ROLE_WORDS, withDetail } from '../views/words.ts';
import { certaintyWords } from './certainty.ts';
import { citationDto, dateDto } from './model.ts';
import type { CardDto, CardLink, CardStatement } from './types.ts';

/** Statements on one card; the entry itself has them all. */
const STATEMENTS = 40;

/** The card of an event, or `undefined` when there is no such event (any more). */
export function cardDto(snapshot: Snapshot, key: EntryKey): CardDto | undefined {
  const event = snapshot.entries.get(key);
  if (event?.class !== 'event') { return undefined; }
  const date = event.date === undefined ? undefined : dateDto(event.date, formatDate(event.date, { wording: event.wording }));
  const about = snapshot.statementsAbout.get(key) ?? [];
  const ordered = [...about.filter(statement => statement.entryKey === key), ...about.filter(statement => statement.entryKey !== key)];
  return {
    id: key, title: event.name, date: date?.text ?? '', edtf: date?.edtf ?? '', certainty: date === undefined ? '' : certaintyWords(date),
    kind: t(EVENT_WORDS[event.kind].one), place: event.place ?? '', summary: event.summary,
    authority: authorityOf(event.citations, snapshot), citation: citationDto(event.citations[0]),
    participants: participants(event).map(([actor, roles]) => link(snapshot, event, actor, roles)),
    partOf: event.partOf.map(id => link(snapshot, event, id)),
    before: event.follows.map(id => link(snapshot, event, id)),
    after: followedBy(snapshot, key).map(later => ({ id: later.key, title: later.name, detail: later.date === undefined ? '' : formatDate(later.date, { wording: later.wording }) })),
    statements: ordered.slice(0, STATEMENTS).map(statement => statementDto(statement, event, snapshot)),
  };
}

/** Each actor once, with all its roles: `convenor, co-chair`. */
function participants(event: Event): readonly (readonly [actor: EntryId, roles: string])[] {
  const roles = new Map<EntryId, string>();
  for (const { actor, role } of event.participants) { roles.set(actor, [roles.get(actor), t(ROLE_WORDS[role])].filter(Boolean).join(', ')); }
  return [...roles];
}

function link(snapshot: Snapshot, event: Event, id: EntryId, detail?: string): CardLink {
  const entry = resolveId(snapshot, id, event.corpusId);
  const when = entry?.class === 'event' && entry.date !== undefined ? formatDate(entry.date, { wording: entry.wording }) : '';
  return { id: entry?.key ?? id, title: entry?.name ?? id, detail: detail ?? when };
}

function statementDto(statement: Statement, event: Event, snapshot: Snapshot): CardStatement {
  const owner = snapshot.entries.get(statement.entryKey);
  return {
    text: owner === undefined || owner.key === event.key ? statement.text : `${owner.name}: ${statement.text}`,
    authority: authorityOf(statement.citations, snapshot),
    citation: citationDto(statement.citations[0]),
    disputed: statement.remarks.filter(remark => remark.kind === 'disputed').map(remark => withDetail(remark.text, authorityOf(remark.citations, snapshot))),
  };
}
