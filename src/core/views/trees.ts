import { missingFields } from '../citations/missingFields.ts';
import { formatReference, shortReference } from '../citations/reference.ts';
import { partsOf, resolveId, statementsCiting } from '../corpus/queries.ts';
import type { Actor, Event, Source } from '../corpus/types.ts';
import { ACTOR_TYPES } from '../corpus/types.ts';
import { compareDates } from '../dates/order.ts';
import { t } from '../l10n.ts';
import { folded, type Span } from '../text.ts';
import { byText } from './byText.ts';
import { sourceCard } from './cards.ts';
import { entryNode, type OutlineContext } from './entryNodes.ts';
import { group, node, type OutlineNode } from './outline.ts';
import { statementRows } from './statementNodes.ts';
import { ACTOR_WORDS, eventsWords, sourcesWords } from './words.ts';

/** How the writer wants a view: what it is grouped and sorted by, and which rows. Kept per workspace. */
export interface ViewState {
  readonly groupBy: string;
  readonly sortBy: string;
  /** Words that a row's name must contain; empty for all. */
  readonly filter: string;
}

export const GROUPINGS = {
  actors: ['type', 'body', 'none'],
  events: ['process', 'kind', 'decade', 'none'],
  sources: ['use', 'type', 'none'],
} as const;
export const SORTINGS = {
  actors: ['name', 'statements'],
  events: ['date', 'name'],
  sources: ['author', 'year', 'statements'],
} as const;
export type ViewName = keyof typeof GROUPINGS;
export const INITIAL_STATE: Readonly<Record<ViewName, ViewState>> = {
  actors: { groupBy: 'type', sortBy: 'name', filter: '' },
  events: { groupBy: 'process', sortBy: 'date', filter: '' },
  sources: { groupBy: 'use', sortBy: 'author', filter: '' },
};

function keeps(state: ViewState, ...texts: readonly string[]): boolean {
  const words = folded(state.filter).split(/\s+/).filter(Boolean);
  const all = folded(texts.join(' '));
  return words.every(word => all.includes(word));
}

/**
 * The id of a group. A filter gives it another: the editor remembers by the id which groups the writer has closed, and what
 * is found should show.
 */
function groupId(kind: string, key: string, { filter }: ViewState): string {
  return filter === '' ? `${kind}:${key}` : `${kind}:${key}?${filter}`;
}

/** Groups in the order given or, without one, by their own name. */
function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[], order?: readonly string[]): [string, T[]][] {
  const groups = new Map<string, T[]>(order?.map(key => [key, []]));
  for (const item of items) {
    for (const key of new Set(keysOf(item))) { groups.set(key, [...groups.get(key) ?? [], item]); }
  }
  const entries = [...groups].filter(([, members]) => members.length > 0);
  return order === undefined ? entries.sort(([a], [b]) => byText(a, b)) : entries;
}

/** The view *Actors*. */
export function actorsOutline(context: OutlineContext, state: ViewState): readonly OutlineNode[] {
  const { snapshot } = context;
  const weight = (actor: Actor) => snapshot.statementsAbout.get(actor.key)?.length ?? 0;
  const actors = snapshot.actors
    .filter(actor => keeps(state, ...actor.names.map(name => name.text)))
    .toSorted((a, b) => (state.sortBy === 'statements' ? weight(b) - weight(a) : 0) || byText(a.name, b.name));
  const rows = (parent: OutlineNode | undefined, members: readonly Actor[]) => members.map(actor => entryNode(parent, actor, context));
  const isOpen = state.filter !== '';
  switch (state.groupBy) {
    case 'none': return rows(undefined, actors);
    case 'body': return grouped(actors, actor => {
      const bodies = actor.memberships.map(membership => resolveId(snapshot, membership.organization, actor.corpusId)?.name ?? membership.organization);
      return bodies.length === 0 ? [t('Others')] : bodies;
    }).flatMap(([body, members]) => group(undefined, groupId('body', body, state), body, members.length, self => rows(self, members), isOpen));
    default: return grouped(actors, actor => [actor.type], ACTOR_TYPES).flatMap(([type, members]) =>
      group(undefined, groupId('type', type, state), t(ACTOR_WORDS[type as Actor['type']].many), members.length, self => rows(self, members), isOpen));
  }
}

/** The view *Events*: processes with their parts under them, in the order of their dates. */
export function eventsOutline(context: OutlineContext, state: ViewState): readonly OutlineNode[] {
  const { snapshot } = context;
  const compare = (a: Event, b: Event) => (state.sortBy === 'name' ? 0 : firstDay(a) - firstDay(b) || compareDates(a.date, b.date)) || byText(a.name, b.name);
  const events = snapshot.events.filter(event => keeps(state, ...event.names.map(name => name.text))).toSorted(compare);
  const rows = (parent: OutlineNode | undefined, members: readonly Event[]) => members.map(event => entryNode(parent, event, context));
  // A filter looks for events wherever they are: the nesting would hide them.
  if (state.groupBy === 'none' || (state.groupBy === 'process' && state.filter !== '')) { return rows(undefined, events); }
  if (state.groupBy === 'process') {
    const isTop = (event: Event) => event.partOf.every(id => resolveId(snapshot, id, event.corpusId) === undefined);
    const tops = events.filter(isTop);
    const background = tops.filter(event => event.background);
    const own = tops.filter(event => !event.background);
    const processes = own.filter(event => partsOf(snapshot, event.key).length > 0);
    const single = own.filter(event => !processes.includes(event));
    return [
      ...rows(undefined, processes),
      ...group(undefined, 'other', t('Other events'), single.length, self => rows(self, single)),
      ...group(undefined, 'background', t('Background'), background.length, self => rows(self, background)),
    ];
  }
  const keyOf = state.groupBy === 'kind' ? (event: Event) => eventsWords(event.kind) : decadeOf;
  return grouped(events, event => [keyOf(event)]).flatMap(([key, members]) =>
    group(undefined, groupId(state.groupBy, key, state), key, members.length, self => rows(self, members), state.filter !== ''));
}

/** Where an event stands among others: its first day or, where that is not known, the first that its end may have; none comes last. */
function firstDay({ date }: Event): number {
  if (date === undefined) { return Number.MAX_SAFE_INTEGER; }
  return Number.isFinite(date.start.earliest) ? date.start.earliest : Number.isFinite(date.end.earliest) ? date.end.earliest : 0;
}

function decadeOf(event: Event): string {
  const first = event.date?.start.earliest;
  if (first === undefined || !Number.isFinite(first)) { return t('No date'); }
  return t('{0}0s', Math.floor(new Date(first * 86_400_000).getUTCFullYear() / 10));
}

/** A place of the draft that cites a work: its key, and the end of the brackets that the key stands in. */
interface Use {
  readonly keySpan: Span;
  readonly end: number;
}

/** The view *Sources*: what the open draft cites, what it does not, and what it cites that nobody knows. */
export function sourcesOutline(context: OutlineContext, state: ViewState): readonly OutlineNode[] {
  const { snapshot, draft } = context;
  const uses = new Map<string, Use[]>();
  for (const { items, span } of draft?.reading.citations ?? []) {
    for (const { citekey, keySpan } of items) { uses.set(citekey, [...uses.get(citekey) ?? [], { keySpan, end: span.end }]); }
  }
  const weight = (source: Source) => statementsCiting(snapshot, source.citekey).length;
  const yearOf = (source: Source) => Number(source.item.issued?.['date-parts']?.[0]?.[0] ?? 0);
  const compare = (a: Source, b: Source) => {
    const first = state.sortBy === 'year' ? yearOf(b) - yearOf(a) : state.sortBy === 'statements' ? weight(b) - weight(a) : 0;
    return first || byText(shortReference(a.item), shortReference(b.item));
  };
  const sources = [...context.sources.values()].filter(source => keeps(state, source.citekey, formatReference(source.item))).toSorted(compare);
  const rows = (parent: OutlineNode | undefined, members: readonly Source[]) => members.map(source => sourceNode(parent, source, uses.get(source.citekey) ?? [], context));
  const isOpen = state.filter !== '';
  switch (state.groupBy) {
    case 'none': return rows(undefined, sources);
    case 'type': return grouped(sources, source => [sourcesWords(source.item.type)]).flatMap(([type, members]) =>
      group(undefined, groupId('type', type, state), type, members.length, self => rows(self, members), isOpen));
    default: {
      const cited = sources.filter(source => uses.has(source.citekey));
      const isListed = (source: Source) => draft?.nocite?.listed.has(source.citekey) ?? false;
      const listed = sources.filter(source => !uses.has(source.citekey) && isListed(source));
      const uncited = sources.filter(source => !uses.has(source.citekey) && !isListed(source));
      const incomplete = [...cited, ...listed].filter(source => missingFields(source.item).length > 0);
      const wanted = new Map(uses);
      for (const { citekey, keySpan } of draft?.nocite?.items ?? []) { wanted.set(citekey, [...wanted.get(citekey) ?? [], { keySpan, end: keySpan.end }]); }
      const missing = [...wanted].filter(([citekey]) => !context.sources.has(citekey));
      return [
        ...group(undefined, groupId('use', 'cited', state), t('Cited in this draft'), cited.length, self => rows(self, cited), true),
        ...group(undefined, groupId('use', 'listed', state), t('Listed without being cited'), listed.length, self => rows(self, listed), isOpen),
        ...group(undefined, groupId('use', 'missing', state), t('Cited but not found'), missing.length, self => missing.map(([citekey, places]) => node(self, {
          id: citekey, label: `@${citekey}`, description: times(places.length), icon: 'warning', subject: { kind: 'place' },
          place: draft === undefined || places[0] === undefined ? undefined : { uri: draft.uri, span: places[0].keySpan },
          hasChildren: places.length > 1, children: row => placeNodes(row, places, context),
        })), true),
        ...group(undefined, groupId('use', 'incomplete', state), t('References with missing fields'), incomplete.length, self => incomplete.map(source => node(self, {
          id: source.citekey, label: shortReference(source.item), description: t('lacks {0}', missingFields(source.item).join(', ')), icon: 'warning',
          subject: { kind: 'source', source }, card: () => sourceCard(source, snapshot), place: { uri: source.uri, span: source.span },
        }))),
        ...group(undefined, groupId('use', 'uncited', state), draft === undefined ? t('All') : t('Not cited in this draft'), uncited.length, self => rows(self, uncited), isOpen || draft === undefined),
      ];
    }
  }
}

function sourceNode(parent: OutlineNode | undefined, source: Source, uses: readonly Use[], context: OutlineContext): OutlineNode {
  const { snapshot } = context;
  const statements = statementsCiting(snapshot, source.citekey);
  const title = typeof source.item.title === 'string' ? source.item.title : '';
  return node(parent, {
    id: source.citekey,
    label: shortReference(source.item),
    description: uses.length === 0 ? title : `${times(uses.length)} · ${title}`,
    icon: 'book',
    subject: { kind: 'source', source },
    card: () => sourceCard(source, snapshot),
    place: { uri: source.uri, span: source.span },
    hasChildren: statements.length + uses.length > 0,
    children: self => [
      ...group(self, 'uses', t('In this draft'), uses.length, list => placeNodes(list, uses, context), true),
      ...group(self, 'statements', t('Statements'), statements.length, list => statementRows(list, statements, context)),
    ],
  });
}

/** A row for each place of the draft, with the words that stand there. */
function placeNodes(parent: OutlineNode, places: readonly Use[], { draft }: OutlineContext): readonly OutlineNode[] {
  return draft === undefined ? [] : places.map((place, index) => node(parent, {
    id: String(index), label: wordsAround(draft.reading.text, place), icon: 'location', subject: { kind: 'place' }, place: { uri: draft.uri, span: place.keySpan },
  }));
}

/** Characters of a row before the key that it leads to, and from that on. */
const WORDS_BEFORE = 50;
const WORDS_FROM = 80;

/** `… each for its own reasons [@khan2022, sec. 5.1]`: a citation with the words that it bears out. */
function wordsAround(text: string, { keySpan: { start, end: keyEnd }, end }: Use): string {
  const paragraph = text.lastIndexOf('\n\n', start) + 1;
  const from = Math.max(paragraph, start - WORDS_BEFORE);
  const before = text.slice(from, start);
  const whole = from === paragraph ? before : `… ${before.replace(/^\S*\s+/, '')}`;
  const isLong = end > start + WORDS_FROM;
  const cited = text.slice(start, isLong ? Math.max(keyEnd, start + WORDS_FROM) : end);
  return `${whole}${isLong ? `${cited} …` : cited}`.replace(/\s+/g, ' ').trim();
}

function times(count: number): string {
  return count === 1 ? t('once') : count === 2 ? t('twice') : t('{0} times', count);
}
