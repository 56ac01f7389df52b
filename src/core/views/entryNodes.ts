import type { CitationItem } from '../citations/types.ts';
import { eventsOf, followedBy, membershipsAt, membersOf, officesAt, partsOf, relationsOf, resolveId } from '../corpus/queries.ts';
import { evidenceOf } from '../corpus/evidence.ts';
import type { Finding } from '../checks/types.ts';
import type { Actor, Concept, Entry, Event, Snapshot, Source } from '../corpus/types.ts';
import { formatDate, formatPeriod } from '../dates/format.ts';
import type { EdtfDate } from '../dates/types.ts';
import type { DraftReading } from '../draft/types.ts';
import { t } from '../l10n.ts';
import { entryCard, officeWords, whenOf } from './cards.ts';
import { group, node, type OutlineNode } from './outline.ts';
import { statementNode, statementRows } from './statementNodes.ts';
import { authorityOf, iconOf, kindOf, RELATION_WORDS, ROLE_WORDS } from './words.ts';

/** The draft in the editor, for the rows "In this draft". */
export interface OpenDraft {
  readonly uri: string;
  readonly reading: DraftReading;
  /** What its front matter lists without citing it: each key that is written there, and all works that come of it. */
  readonly nocite?: { readonly items: readonly CitationItem[]; readonly listed: ReadonlySet<string> };
  /** What does not hold in it, where it is checked. */
  readonly findings?: readonly Finding[];
}
export interface OutlineContext {
  readonly snapshot: Snapshot;
  /** What the draft can cite: its bibliographies and the references of the corpora; those of the corpora alone without a draft. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly draft: OpenDraft | undefined;
  /** The day that the writer asks about, by the timeline's *as of* line: who held which office then, who belonged to what. */
  readonly at?: EdtfDate | undefined;
}

/** The row of an entry with all that is known of it underneath. `description` takes the place of its usual one. */
export function entryNode(parent: OutlineNode | undefined, entry: Entry, context: OutlineContext, description?: string): OutlineNode {
  return node(parent, {
    id: entry.key,
    label: entry.name,
    description: description ?? describe(entry, context.snapshot, context.at),
    icon: iconOf(entry),
    kind: kindOf(entry),
    subject: { kind: 'entry', key: entry.key, isDated: entry.class !== 'concept' },
    card: () => entryCard(entry, context.snapshot, { at: context.at }),
    place: { uri: entry.uri, span: entry.nameSpan },
    children: self => childrenOf(self, entry, context),
  });
}

/** What stands grey behind a name: the last office for a person, or that of the day asked about; the date for an event. */
function describe(entry: Entry, snapshot: Snapshot, at?: EdtfDate): string {
  switch (entry.class) {
    case 'actor': {
      if (at !== undefined) { return heldWords(entry, snapshot, at); }
      const office = entry.memberships.findLast(membership => membership.role !== 'member') ?? entry.memberships.at(-1);
      return office === undefined ? '' : officeWords(office, entry, snapshot);
    }
    case 'event': return whenOf(entry);
    case 'concept': return entry.figure === undefined ? '' : `${entry.figure.amount} ${entry.figure.unit}`;
  }
}

/** The office held on a day, else the body belonged to; what is not known to have held is said to be possible. */
function heldWords(actor: Actor, snapshot: Snapshot, at: EdtfDate): string {
  const held = officesAt(actor, at)[0] ?? membershipsAt(actor, at).find(one => one.certainty !== 'no');
  if (held === undefined) { return ''; }
  const words = officeWords(held.membership, actor, snapshot);
  return held.certainty === 'unknown' ? t('possibly {0}', words) : words;
}

function childrenOf(parent: OutlineNode, entry: Entry, context: OutlineContext): readonly OutlineNode[] {
  const { snapshot } = context;
  const statements = snapshot.statementsAbout.get(entry.key) ?? [];
  return [
    ...entry.class === 'actor' ? actorChildren(parent, entry, context) : [],
    ...entry.class === 'event' ? eventChildren(parent, entry, context) : [],
    ...entry.class === 'concept' ? evidenceGroup(parent, entry, context) : [],
    ...group(parent, 'statements', t('Statements'), statements.length, self => statementRows(self, statements, context, entry)),
    ...mentionGroup(parent, entry, context),
  ];
}

function actorChildren(parent: OutlineNode, actor: Actor, context: OutlineContext): readonly OutlineNode[] {
  const { at, snapshot } = context;
  const members = membersOf(snapshot, actor.key, at);
  const relations = relationsOf(snapshot, actor.key);
  const events = eventsOf(snapshot, actor.key);
  return [
    ...group(parent, 'offices', t('Offices and memberships'), actor.memberships.length, self => actor.memberships.map((membership, index) => {
      const isOver = at !== undefined && membershipsAt(actor, at).some(held => held.membership === membership && held.certainty === 'no');
      const body = resolveId(snapshot, membership.organization, actor.corpusId);
      return node(self, {
        id: String(index), label: membership.role === 'member' ? (body?.name ?? membership.organization) : membership.role, icon: 'briefcase',
        description: [membership.role === 'member' ? t('member') : body?.name ?? membership.organization, formatPeriod(membership), isOver ? t('not at {0}', formatDate(at)) : ''].filter(Boolean).join(' · '),
        card: body === undefined ? undefined : () => entryCard(body, snapshot, { at }),
        place: body === undefined ? undefined : { uri: body.uri, span: body.nameSpan },
        subject: { kind: 'place' },
      });
    })),
    ...entryGroup(parent, 'members', t('Members'), context, members.map(({ actor: member, membership }) =>
      ({ entry: member, words: [membership.role === 'member' ? t('member') : membership.role, formatPeriod(membership)].filter(Boolean).join(' · ') }))),
    ...group(parent, 'relations', t('Relations'), relations.length, self => relations.map(({ relation, other, direction }, index) => node(self, {
      id: `${index}:${other.key}`, label: `${t(RELATION_WORDS[relation.type][direction])} ${other.name}`, icon: 'arrow-both',
      description: formatPeriod(relation), subject: { kind: 'entry', key: other.key, isDated: true },
      card: () => entryCard(other, snapshot), place: { uri: other.uri, span: other.nameSpan },
    }))),
    ...entryGroup(parent, 'events', t('Events'), context, events.map(({ event, role }) => ({ entry: event, first: whenOf(event), words: t(ROLE_WORDS[role]) }))),
  ];
}

function eventChildren(parent: OutlineNode, event: Event, context: OutlineContext): readonly OutlineNode[] {
  const { snapshot } = context;
  const parts = partsOf(snapshot, event.key);
  const before = [...new Set(event.follows.flatMap(id => resolveId(snapshot, id, event.corpusId) ?? []))];
  const after = followedBy(snapshot, event.key);
  return [
    ...parts.map(part => entryNode(parent, part, context)),
    ...entryGroup(parent, 'participants', t('Participants'), context, event.participants.flatMap(participant => {
      const actor = resolveId(snapshot, participant.actor, event.corpusId);
      return actor === undefined ? [] : [{ entry: actor, words: t(ROLE_WORDS[participant.role]) }];
    })),
    ...group(parent, 'before', t('Led to it'), before.length, self => before.map(entry => entryNode(self, entry, context))),
    ...group(parent, 'after', t('Followed by'), after.length, self => after.map(entry => entryNode(self, entry, context))),
  ];
}

/** What bears a concept out: the statements themselves, and entries with theirs under them. */
function evidenceGroup(parent: OutlineNode, concept: Concept, context: OutlineContext): readonly OutlineNode[] {
  const evidence = evidenceOf(context.snapshot, concept);
  return group(parent, 'evidence', t('Borne out by'), evidence.length, self => evidence.map(({ entry, statement }) =>
    statement === undefined ? entryNode(self, entry, context) : statementNode(self, statement, context)));
}

/** Entries under a heading, each once: who held two offices in a body has both behind the name. */
function entryGroup(parent: OutlineNode, id: string, label: string, context: OutlineContext, rows: readonly { readonly entry: Entry; readonly first?: string; readonly words: string }[]): OutlineNode[] {
  const byEntry = new Map<Entry, { readonly first: string; readonly words: Set<string> }>();
  for (const { entry, first = '', words } of rows) {
    const known = byEntry.get(entry) ?? { first, words: new Set() };
    byEntry.set(entry, { ...known, words: known.words.add(words) });
  }
  return group(parent, id, label, byEntry.size, self => [...byEntry].map(([entry, { first, words }]) =>
    entryNode(self, entry, context, [first, [...words].join('; ')].filter(Boolean).join(' · '))));
}

function mentionGroup(parent: OutlineNode, entry: Entry, { draft }: OutlineContext): readonly OutlineNode[] {
  const mentions = draft?.reading.mentions.filter(mention => mention.keys.length === 1 && mention.keys[0] === entry.key) ?? [];
  return draft === undefined ? [] : group(parent, 'mentions', t('In this draft'), mentions.length, self => mentions.map((mention, index) => node(self, {
    id: String(index), label: lineAround(draft.reading.text, mention.start, mention.end), icon: 'location',
    description: t('line {0}', lineNumber(draft.reading.text, mention.start)), subject: { kind: 'place' }, place: { uri: draft.uri, span: mention },
  })));
}

/** Up to 60 characters of the line around a mention, cut at blanks, on one line. */
export function lineAround(text: string, start: number, end: number): string {
  const from = Math.max(0, text.lastIndexOf('\n', start - 1) + 1, text.lastIndexOf(' ', start - 24) + 1);
  const stop = text.indexOf(' ', end + 24);
  const to = Math.min(...[text.indexOf('\n', end), stop, text.length].filter(at => at >= end));
  return text.slice(from, to).trim();
}

function lineNumber(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) { line++; }
  return line;
}

/** The words behind an entry in a pick list: `person · Foreign Minister, Indonesia`. */
export function pickDescription(entry: Entry, snapshot: Snapshot): string {
  return [kindOf(entry), describe(entry, snapshot)].filter(Boolean).join(' · ');
}

/** The authority of an event's own record, e.g. `Khan 2022, sec. 3.3`. */
export function authorityOfEvent(event: Event, snapshot: Snapshot): string {
  return authorityOf(event.citations, snapshot);
}
