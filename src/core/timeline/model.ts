import { resolveId } from '../corpus/queries.ts';
import type { Actor, Citation, Dated, Event, Snapshot } from '../corpus/types.ts';
import { formatDate, formatPeriod } from '../dates/format.ts';
import type { DateComponent, DayRange, EdtfDate, IntervalEnd } from '../dates/types.ts';
import { t } from '../l10n.ts';
import { ACTOR_WORDS, EVENT_WORDS, ROLE_WORDS } from '../views/words.ts';
import { processesOf } from './processes.ts';
import type { CitationDto, DateDto, EndDto, EraDto, EventDto, RangeDto, TimelineData, UndatedDto } from './types.ts';

/** Everything that the timeline draws, read from a snapshot. Reading never throws; what has no date is listed apart. */
export function timelineOf(snapshot: Snapshot): TimelineData {
  const { lanes, processes } = processesOf(snapshot);
  const events: EventDto[] = [];
  const undated: UndatedDto[] = [];
  for (const event of snapshot.events) {
    if (event.date === undefined) {
      undated.push({ id: event.key, title: event.name, reason: reasonUndated(event, snapshot) });
    } else {
      events.push(eventDto(event, event.date, snapshot, lanes.get(event.key) ?? []));
    }
  }
  const present = new Set(events.flatMap(event => event.participants.map(participant => participant.actor)));
  return {
    events, undated, processes,
    actors: snapshot.actors.filter(actor => present.has(actor.key))
      .map(actor => ({ id: actor.key, name: actor.name, type: actor.type, typeText: t(ACTOR_WORDS[actor.type].many) })),
    corpora: snapshot.corpora.map(corpus => ({ id: corpus.id, title: corpus.title })),
    eras: [...snapshot.actors.flatMap(actor => erasOf(actor, snapshot)), ...events.flatMap(warEra)],
  };
}

function eventDto(event: Event, date: EdtfDate, snapshot: Snapshot, processes: readonly string[]): EventDto {
  const about = snapshot.statementsAbout.get(event.key) ?? [];
  const citations = [
    ...event.citations, ...about.flatMap(statement => statement.citations), ...event.participants.flatMap(participant => participant.citations),
  ];
  return {
    id: event.key, title: event.name, kind: event.kind, kindText: t(EVENT_WORDS[event.kind].one),
    date: dateDto(date, formatDate(date, { wording: event.wording })),
    place: event.place ?? '', corpus: event.corpusId, processes,
    participants: event.participants.map(participant => ({
      actor: resolveId(snapshot, participant.actor, event.corpusId)?.key ?? participant.actor, role: t(ROLE_WORDS[participant.role]),
    })),
    background: event.background,
    weight: Math.min(about.length, 40) + Math.min(event.participants.length, 10) - (event.background ? 100 : 0),
    citekeys: [...new Set(citations.map(citation => citation.citekey))],
    citation: citationDto(event.citations[0] ?? event.statements[0]?.citations[0] ?? about[0]?.citations[0]),
  };
}

export function citationDto(citation: Citation | undefined): CitationDto | null {
  return citation === undefined ? null : { citekey: citation.citekey, suffixText: citation.suffixText };
}

function reasonUndated(event: Event, snapshot: Snapshot): string {
  const problem = snapshot.problems.find(found => found.uri === event.uri && found.code.includes('date'));
  return problem?.message ?? t('No date is recorded.');
}

const UNBOUND: DateComponent = { precision: 'day', approximate: false, uncertain: false, extent: { earliest: -Infinity, latest: Infinity } };

/** A date as plain data. @param text the words it is shown by */
export function dateDto(date: EdtfDate, text: string): DateDto {
  const base = { edtf: date.edtf, text, start: rangeDto(date.start), end: rangeDto(date.end) };
  switch (date.kind) {
    case 'point': {
      const end = endDto({ kind: 'date', date: date.date });
      return { ...base, shape: 'point', from: end, to: end, members: [] };
    }
    case 'span': return { ...base, shape: 'span', from: endDto(date.from), to: endDto(date.to), members: [] };
    case 'set': {
      const first = date.members[0] ?? UNBOUND;
      const end: EndDto = { ...endDto({ kind: 'date', date: first }), approximate: date.approximate, uncertain: date.uncertain };
      const open: EndDto = { ...end, kind: 'open' };
      return {
        ...base, shape: date.all ? 'all-of' : 'one-of',
        from: date.start.earliest === -Infinity ? open : end, to: date.end.latest === Infinity ? open : end,
        members: date.members.map(member => rangeDto(member.extent)),
      };
    }
  }
}

function endDto(end: IntervalEnd): EndDto {
  if (end.kind !== 'date') { return { kind: end.kind, precision: 'day', approximate: false, uncertain: false }; }
  const { precision, approximate, uncertain } = end.date;
  return { kind: 'date', precision, approximate, uncertain };
}

function rangeDto(range: DayRange): RangeDto {
  return [Number.isFinite(range.earliest) ? range.earliest : null, Number.isFinite(range.latest) ? range.latest : null];
}

const UNKNOWN_END: EndDto = { kind: 'unknown', precision: 'day', approximate: false, uncertain: false };

/** A start and an end as one date: `until 1988` is a span with an unknown start. `undefined` when neither is known. */
function lifetimeDto(dated: Dated): DateDto | undefined {
  const from = dated.start === undefined ? undefined : dateDto(dated.start, formatDate(dated.start));
  const to = dated.end === undefined ? undefined : dateDto(dated.end, formatDate(dated.end));
  if (from === undefined && to === undefined) { return undefined; }
  return {
    edtf: `${dated.start?.edtf ?? ''}/${dated.end?.edtf ?? ''}`,
    text: formatPeriod(dated),
    shape: 'span',
    start: from?.start ?? [null, to?.start[0] ?? null], end: to?.end ?? [from?.end[1] ?? null, null],
    from: from?.from ?? UNKNOWN_END, to: to?.to ?? UNKNOWN_END, members: [],
  };
}

/** Offices and memberships of an actor that have a date. */
function erasOf(actor: Actor, snapshot: Snapshot): EraDto[] {
  return actor.memberships.flatMap((membership, index) => {
    const date = lifetimeDto(membership);
    if (date === undefined) { return []; }
    const body = resolveId(snapshot, membership.organization, actor.corpusId)?.name ?? membership.organization;
    const isMember = membership.role === 'member';
    return [{
      id: `${actor.key}#${index}`, title: isMember ? t('Member of {0}', body) : `${membership.role}, ${body}`,
      kind: isMember ? 'membership' as const : 'office' as const, actor: actor.key, date,
    }];
  });
}

function warEra(event: EventDto): EraDto[] {
  return event.kind === 'war' && event.date.shape === 'span' ? [{ id: event.id, title: event.title, kind: 'war', actor: '', date: event.date }] : [];
}
