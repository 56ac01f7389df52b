import { formatReference, shortReference } from '../citations/reference.ts';
import type { Locator } from '../citations/types.ts';
import { bestStatements, followedBy, membershipsAt, officesAt, partsOf, relationsOf, resolveId, statementsCiting } from '../corpus/queries.ts';
import { evidenceOf } from '../corpus/evidence.ts';
import type { Actor, Concept, Entry, Event, Membership, Snapshot, Source, Statement } from '../corpus/types.ts';
import { formatDate, formatPeriod } from '../dates/format.ts';
import type { EdtfDate } from '../dates/types.ts';
import { t, toTranslate } from '../l10n.ts';
import type { Card, CardClaim } from './card.ts';
import { happenedOn, type HappenedHow } from './happened.ts';
import { ACTOR_WORDS, authorityOf, kindOf, RELATION_WORDS, ROLE_WORDS, withDetail } from './words.ts';

/** More would push the claims out of sight; the sidebar lists all. */
const MAX_RELATIONS = 3;

export interface CardOptions {
  /** How many statements at most; 3 unless told. */
  readonly statements?: number;
  /** The date that the text around implies: it chooses the office and the statements. */
  readonly at?: EdtfDate | undefined;
}

/** The card of any entry: who or what it is, when, and on whose authority. */
export function entryCard(entry: Entry, snapshot: Snapshot, options: CardOptions = {}): Card {
  switch (entry.class) {
    case 'actor': return actorCard(entry, snapshot, options);
    case 'event': return eventCard(entry, snapshot, options);
    case 'concept': return conceptCard(entry, snapshot, options);
  }
}

function actorCard(actor: Actor, snapshot: Snapshot, options: CardOptions): Card {
  const what = t(ACTOR_WORDS[actor.type].one);
  const current = currentOffice(actor, snapshot, options.at);
  return {
    title: actor.name,
    subtitle: [what, current].filter(Boolean).join(' · '),
    summary: actor.summary,
    facts: [
      ...otherNames(actor, snapshot),
      ...actor.memberships.map(membership => membershipFact(membership, actor, snapshot)),
      ...relationsOf(snapshot, actor.key).slice(0, MAX_RELATIONS).map(({ relation, other, direction }) => fact(
        withDetail(`${t(RELATION_WORDS[relation.type][direction])} ${other.name}`, formatPeriod(relation)), authorityOf(relation.citations, snapshot))),
    ],
    claims: claimsAbout(actor, snapshot, options),
    actions: [{ kind: 'open-entry', key: actor.key }, { kind: 'reveal-in-tree', key: actor.key }, { kind: 'show-on-timeline', key: actor.key }],
  };
}

/** Names that a source of their own gives, and what another corpus calls the same entry, each with who says so: `Also: Ada Quil [Martin 2018, p. 9]`. */
function otherNames(entry: Entry, snapshot: Snapshot): string[] {
  const others = snapshot.corpora.flatMap(({ id, title }) => {
    const twin = id === entry.corpusId ? undefined : snapshot.entries.get(`${id}:${entry.id}`);
    return twin === undefined || twin.name === entry.name ? [] : [fact(twin.name, title)];
  });
  const cited = entry.names.filter(({ kind, citations }) => kind === 'alias' && citations.length > 0);
  return [...cited.map(name => fact(withDetail(name.text, formatPeriod(name)), authorityOf(name.citations, snapshot))), ...others].map(name => t('Also: {0}', name));
}

/** The office held at a date, e.g. `Keeper, Harbour Office (from 1998) · as of May 1999`; without a date the last known. Empty for none. */
function currentOffice(actor: Actor, snapshot: Snapshot, at: EdtfDate | undefined): string {
  const offices = officesAt(actor, at);
  const office = offices.find(held => held.certainty === 'yes' || held.certainty === 'likely') ?? offices.find(({ membership }) => at === undefined || isDated(membership));
  if (office === undefined) { return ''; }
  const words = officeWords(office.membership, actor, snapshot);
  if (at === undefined) { return words; }
  return `${office.certainty === 'unknown' ? t('perhaps {0}', words) : words} · ${t('as of {0}', formatDate(at))}`;
}

function isDated({ start, end }: Membership): boolean {
  return start !== undefined || end !== undefined;
}

/** `Foreign Minister, Indonesia (from 1988)`. */
export function officeWords(membership: Membership, actor: Entry, snapshot: Snapshot): string {
  const body = resolveId(snapshot, membership.organization, actor.corpusId)?.name ?? membership.organization;
  return withDetail(membership.role === 'member' ? t('member of {0}', body) : `${membership.role}, ${body}`, formatPeriod(membership));
}

function membershipFact(membership: Membership, actor: Entry, snapshot: Snapshot): string {
  return fact(officeWords(membership, actor, snapshot), authorityOf(membership.citations, snapshot));
}

function fact(text: string, authority: string): string {
  return authority === '' ? text : `${text} [${authority}]`;
}

function eventCard(event: Event, snapshot: Snapshot, options: CardOptions): Card {
  const named = (ids: readonly string[]) => ids.map(id => resolveId(snapshot, id, event.corpusId)?.name ?? id).join('; ');
  const participants = event.participants.map(participant => withDetail(
    resolveId(snapshot, participant.actor, event.corpusId)?.name ?? participant.actor, t(ROLE_WORDS[participant.role])));
  const after = followedBy(snapshot, event.key);
  return {
    title: event.name,
    subtitle: [kindOf(event), whenOf(event), event.place ?? ''].filter(Boolean).join(' · '),
    summary: event.summary,
    facts: [
      ...otherNames(event, snapshot),
      ...event.citations.length === 0 ? [] : [fact(t('Date and place'), authorityOf(event.citations, snapshot))],
      ...participants.length === 0 ? [] : [participants.join('; ')],
      ...event.partOf.length === 0 ? [] : [t('Part of: {0}', named(event.partOf))],
      ...event.follows.length === 0 ? [] : [t('After: {0}', named(event.follows))],
      ...after.length === 0 ? [] : [t('Led to: {0}', after.map(later => later.name).join('; '))],
      ...partsOf(snapshot, event.key).length === 0 ? [] : [t('{0} parts', partsOf(snapshot, event.key).length)],
    ],
    claims: claimsAbout(event, snapshot, options),
    actions: [{ kind: 'open-entry', key: event.key }, { kind: 'reveal-in-tree', key: event.key }, { kind: 'show-on-timeline', key: event.key }],
  };
}

function conceptCard(concept: Concept, snapshot: Snapshot, options: CardOptions): Card {
  const evidence = evidenceOf(snapshot, concept);
  const entries = evidence.filter(({ statement }) => statement === undefined).map(({ entry }) => entry.name);
  const borne = evidence.flatMap(({ statement }) => statement ?? []);
  const limit = options.statements ?? 3;
  return {
    title: concept.name,
    subtitle: [kindOf(concept), concept.date === undefined ? '' : formatDate(concept.date, { wording: concept.wording })].filter(Boolean).join(' · '),
    summary: concept.summary,
    facts: [
      ...concept.figure === undefined ? [] : [fact(`${concept.figure.amount} ${concept.figure.unit}`, authorityOf(concept.citations, snapshot))],
      ...entries.length === 0 ? [] : [t('Borne out by: {0}', entries.join('; '))],
      ...borne.slice(0, limit).map(statement => {
        const said = claim(statement, snapshot);
        return fact(t('Borne out by {0}', said.text), said.authority);
      }),
      ...borne.length > limit ? [borne.length - limit === 1 ? t('Borne out by 1 more statement, in the sidebar') : t('Borne out by {0} more statements, in the sidebar', borne.length - limit)] : [],
    ],
    claims: claimsAbout(concept, snapshot, options),
    actions: [{ kind: 'open-entry', key: concept.key }],
  };
}

/** When an event was, in words no more exact than its record: `28 August 1990`, `late 1985`. */
export function whenOf(event: Event): string {
  return event.date === undefined ? '' : formatDate(event.date, { wording: event.wording });
}

function claimsAbout(entry: Entry, snapshot: Snapshot, options: CardOptions): CardClaim[] {
  const limit = options.statements ?? 3;
  return limit === 0 ? [] : bestStatements(snapshot, entry.key, { at: options.at, limit }).map(statement => claim(statement, snapshot, entry));
}

/** A statement as a claim; the name of its own entry goes before it where the card is about something else. */
export function claim(statement: Statement, snapshot: Snapshot, about?: Entry): CardClaim {
  const owner = snapshot.entries.get(statement.entryKey);
  const first = statement.citations[0];
  return {
    text: owner === undefined || owner === about ? statement.text : `${owner.name}: ${statement.text}`,
    authority: authorityOf(statement.citations, snapshot),
    disputed: statement.remarks.filter(remark => remark.kind === 'disputed').map(remark => fact(remark.text, authorityOf(remark.citations, snapshot))),
    actions: first === undefined ? [] : [{ kind: 'insert-citation', citekey: first.citekey, suffixText: first.suffixText }],
  };
}

/** The card of a work, at a locator if one is given: then the statements that stand there come with it. */
export function sourceCard(source: Source, snapshot: Snapshot, options: CardOptions & { readonly locator?: Locator | undefined; readonly suffixText?: string } = {}): Card {
  const statements = options.locator === undefined ? [] : statementsCiting(snapshot, source.citekey, options.locator);
  return {
    title: [shortReference(source.item), options.suffixText ?? ''].filter(Boolean).join(', '),
    subtitle: `@${source.citekey}`,
    summary: formatReference(source.item),
    facts: typeof source.item.note === 'string' && source.item.note !== '' ? [source.item.note] : [],
    claims: statements.slice(0, options.statements ?? 3).map(statement => claim(statement, snapshot)),
    actions: [{ kind: 'open-source', citekey: source.citekey }, { kind: 'copy-reference', citekey: source.citekey }, { kind: 'cite-again', citekey: source.citekey }, { kind: 'show-citations', citekey: source.citekey }],
  };
}

const HOW_WORDS: Readonly<Record<HappenedHow, string>> = toTranslate({ then: '{0}', 'under-way': 'Under way: {0}', possibly: 'Possibly: {0}' });

/** What happened then, the nearest to the date first, or `undefined` when nothing is known. */
export function dateCard(date: EdtfDate, words: string, snapshot: Snapshot, limit = 6): Card | undefined {
  const happened = happenedOn(snapshot, date);
  if (happened.length === 0) { return undefined; }
  const shown = happened.slice(0, limit).map(({ event, how }) => t(HOW_WORDS[how], fact(withDetail(event.name, whenOf(event)), authorityOf(event.citations, snapshot))));
  const title = words.replace(/\s+/g, ' ');
  const meant = formatDate(date);
  return {
    title,
    subtitle: meant.toLowerCase() === title.toLowerCase() ? '' : meant,
    summary: '',
    facts: happened.length > limit ? [...shown, t('and {0} more', happened.length - limit)] : shown,
    claims: [],
    actions: [{ kind: 'what-happened', date: date.edtf }, ...happened.slice(0, 1).map(hit => ({ kind: 'show-on-timeline' as const, key: hit.event.key }))],
  };
}

/** Bodies that an actor belongs to on a date, for the checks and the sidebar. */
export function belongsTo(actor: Actor, snapshot: Snapshot, at: EdtfDate | undefined): readonly string[] {
  return membershipsAt(actor, at).filter(held => held.certainty !== 'no').map(held => officeWords(held.membership, actor, snapshot));
}
