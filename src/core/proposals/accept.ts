import { freeId } from '../corpus/newFiles.ts';
import { fold } from '../corpus/lookup.ts';
import { readEntry } from '../corpus/entry.ts';
import { resolveId } from '../corpus/resolve.ts';
import type { Actor, ActorType, Citation, Entry, EntryKey, Event, Name, Participant, Snapshot, Statement } from '../corpus/types.ts';
import { writeEntry } from '../corpus/write.ts';
import { parseEdtf } from '../dates/edtf.ts';
import { typeOf } from '../draft/proposals.ts';
import { addToEntry, type Addition } from './edits.ts';
import type { EventProposal, Proposal } from './types.ts';

/** A file of a corpus to be made, or the text of one with something added. */
export type FileChange =
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  | { readonly kind: 'change'; readonly uri: string; readonly before: string; readonly text: string };

export type Acceptance =
  | { readonly kind: 'changes'; readonly changes: readonly FileChange[] }
  /** All of it is there already: nothing is to be written. */
  | { readonly kind: 'there' }
  | { readonly kind: 'refused'; readonly reason: 'no-work' | 'no-entry' | 'cannot-add' };

export interface AcceptContext {
  readonly snapshot: Snapshot;
  /** Ids of the corpus that are taken, whatever their files hold. */
  readonly taken: ReadonlySet<string>;
  /** Text of the file of an entry, as it is now; `undefined` for one of another corpus or that cannot be read. */
  readonly textOf: (uri: string) => string | undefined;
}

const NO_SPAN = { start: 0, end: 0 };
/** In characters: what says more is no single claim. */
const LONGEST_CLAIM = 3500;

/** What accepting a proposal writes: an entry of its own with the passage that bears it out, as a quotation with its citation. */
export function accept(proposal: Proposal, context: AcceptContext): Acceptance {
  if (proposal.from.citekey === '') return { kind: 'refused', reason: 'no-work' };
  switch (proposal.kind) {
    // What was written just before the editor was ended is not written again.
    case 'actor': return isWritten(proposal, context.snapshot.actors) ? { kind: 'there' } : create('actors', actorOf(proposal.name, proposal.type, proposal, context));
    case 'event': return isWritten(proposal, context.snapshot.events.filter(event => event.date?.edtf === proposal.edtf)) ? { kind: 'there' } : create('events', eventOf(proposal, context));
    case 'office': return acceptOffice(proposal, context);
    case 'date': return addTo(proposal.event, { date: { edtf: proposal.edtf, citation: citationOf(proposal) } }, context);
    case 'statement': return merge(proposal, proposal.about, context);
  }
}

/** What merging a proposal into an entry writes: the passage as a statement, the name as an alias where it is another, an office, a date where there is none. */
export function merge(proposal: Proposal, key: EntryKey, context: AcceptContext): Acceptance {
  if (proposal.from.citekey === '') return { kind: 'refused', reason: 'no-work' };
  const entry = context.snapshot.entries.get(key);
  if (entry === undefined) return { kind: 'refused', reason: 'no-entry' };
  if (proposal.kind === 'office') return addOffice(proposal, entry.class === 'actor' ? entry : undefined, context);
  if (proposal.kind === 'date') return addTo(key, { date: { edtf: proposal.edtf, citation: citationOf(proposal) } }, context);
  const citation = citationOf(proposal);
  const isNamed = proposal.kind === 'statement' || entry.names.some(name => fold(name.text) === fold(proposal.name));
  const isThere = entry.statements.some(one => one.text === quoted(proposal));
  const needsDate = proposal.kind === 'event' && proposal.edtf !== undefined && entry.class === 'event' && entry.date === undefined;
  if (isThere && isNamed && !needsDate) return { kind: 'there' };
  return addTo(key, {
    ...!isThere && { statement: { text: quoted(proposal), citation } }, ...!isNamed && { alias: proposal.name },
    ...needsDate && { date: { edtf: proposal.edtf, citation } },
  }, context);
}

function citationOf({ from: { citekey, suffixText } }: Proposal): Citation {
  return { citekey, suffixText, locator: undefined, prefix: '' };
}

/** The passage as the words of its source, which they are. */
function quoted({ from: { passage } }: Proposal): string {
  const words = passage.replace(/\s+/gu, ' ').trim();
  return `“${words.length > LONGEST_CLAIM ? `${words.slice(0, LONGEST_CLAIM)} […]` : words}”`;
}

function isWritten(proposal: Proposal, entries: readonly Entry[]): boolean {
  return entries.some(entry => entry.name === proposal.name && entry.statements.some(one => one.text === quoted(proposal)));
}

function create(folder: 'actors' | 'events', entry: Actor | Event): Acceptance {
  const path = `${folder}/${entry.id}.md`;
  const text = writeEntry(entry);
  const { entry: read, problems } = readEntry({ path, uri: path, text });
  const isWhole = read?.name === entry.name && !problems.some(problem => problem.severity === 'error');
  return isWhole ? { kind: 'changes', changes: [{ kind: 'create', path, text }] } : { kind: 'refused', reason: 'cannot-add' };
}

function baseOf(id: string, name: string, proposal: Proposal) {
  const names: Name[] = [{ text: name, kind: 'preferred', start: undefined, end: undefined, citations: [] }];
  const statement: Statement = { id: `${id}#1`, entryKey: id, text: quoted(proposal), citations: [citationOf(proposal)], dates: [], mentions: [id], remarks: [], uri: '', span: NO_SPAN };
  return { id, key: id, corpusId: '', uri: '', name, names, summary: '', statements: [statement], nameSpan: NO_SPAN };
}

function actorOf(name: string, type: ActorType, proposal: Proposal, { taken }: AcceptContext): Actor {
  return { ...baseOf(freeId(name, taken, 'actor'), name, proposal), class: 'actor', type, memberships: [], relations: [] };
}

function eventOf(proposal: EventProposal, { snapshot, taken }: AcceptContext): Event {
  const { name, edtf, eventKind, place } = proposal;
  const citation = citationOf(proposal);
  const participants = proposal.participants.flatMap((participant): Participant[] => {
    const [actor, ...others] = actorsNamed(participant, snapshot);
    // A name that several bear, or nobody of the corpus, stays in the words of the statement.
    return actor === undefined || others.length > 0 ? [] : [{ actor: actor.id, role: 'participant', citations: [citation] }];
  });
  return {
    ...baseOf(freeId(name, taken, 'event', /\d{4}/u.exec(edtf ?? '')?.[0]), name, proposal), class: 'event', kind: eventKind, place, wording: undefined, background: false,
    date: edtf === undefined ? undefined : parseEdtf(edtf), partOf: [], follows: [], citations: edtf === undefined && place === undefined ? [] : [citation],
    participants: participants.filter((one, at) => participants.findIndex(other => other.actor === one.actor) === at),
  };
}

function actorsNamed(name: string, { actors }: Snapshot): Actor[] {
  const wanted = fold(name);
  return actors.filter(actor => actor.names.some(one => fold(one.text) === wanted));
}

type Office = Extract<Proposal, { kind: 'office' }>;

function acceptOffice(proposal: Office, context: AcceptContext): Acceptance {
  const [person, ...others] = actorsNamed(proposal.name, context.snapshot);
  return others.length > 0 ? { kind: 'refused', reason: 'no-entry' } : addOffice(proposal, person, context);
}

/** The office in the file of the person, or in a new one; and the body, where the corpus has none of this name. */
function addOffice(proposal: Office, person: Actor | undefined, context: AcceptContext): Acceptance {
  const { organization, role, name } = proposal;
  const [known] = actorsNamed(organization, context.snapshot);
  const citation = citationOf(proposal);
  const changes: FileChange[] = [];
  let id = known?.id;
  const taken = new Set(context.taken);
  if (id === undefined) {
    const body = actorOf(organization, typeOf(organization) === 'person' ? 'organisation' : typeOf(organization), proposal, { ...context, taken });
    const made = create('actors', body);
    if (made.kind !== 'changes') return made;
    changes.push(...made.changes);
    taken.add(id = body.id);
  }
  if (person === undefined) {
    const actor = { ...actorOf(name, 'person', proposal, { ...context, taken }), memberships: [{ organization: id, role, start: undefined, end: undefined, citations: [citation] }] };
    const made = create('actors', actor);
    return made.kind === 'changes' ? { kind: 'changes', changes: [...changes, ...made.changes] } : made;
  }
  if (person.memberships.some(one => fold(one.role) === fold(role) && resolveId(context.snapshot, one.organization, person.corpusId)?.id === id)) return { kind: 'there' };
  const added = addTo(person.key, { membership: { organization: id, role, citation } }, context);
  return added.kind === 'changes' ? { kind: 'changes', changes: [...changes, ...added.changes] } : added;
}

function addTo(key: EntryKey, addition: Addition, { snapshot, textOf }: AcceptContext): Acceptance {
  const entry = snapshot.entries.get(key);
  const before = entry && textOf(entry.uri);
  if (entry === undefined || before === undefined) return { kind: 'refused', reason: 'no-entry' };
  const folder = entry.class === 'actor' ? 'actors' : entry.class === 'event' ? 'events' : 'concepts';
  const text = addToEntry(`${folder}/${entry.id}.md`, before, addition);
  return text === undefined ? { kind: 'refused', reason: 'cannot-add' } : { kind: 'changes', changes: [{ kind: 'change', uri: entry.uri, before, text }] };
}
