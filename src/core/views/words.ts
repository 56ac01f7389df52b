import type { ActorType, Citation, ConceptKind, Entry, EventKind, ParticipantRole, RelationType, Snapshot } from '../corpus/types.ts';
import { shortReference } from '../citations/reference.ts';
import { t, toTranslate } from '../l10n.ts';

/** What the writer reads for each type of actor: one, and a heading for many. */
export const ACTOR_WORDS: Readonly<Record<ActorType, { readonly one: string; readonly many: string; readonly icon: string }>> = toTranslate({
  person: { one: 'person', many: 'Persons', icon: 'person' },
  state: { one: 'state', many: 'States', icon: 'globe' },
  government: { one: 'government', many: 'Governments', icon: 'home' },
  faction: { one: 'faction', many: 'Factions', icon: 'git-branch' },
  organisation: { one: 'organisation', many: 'Organisations', icon: 'organization' },
  'un-body': { one: 'UN body', many: 'UN bodies', icon: 'symbol-namespace' },
  'regional-body': { one: 'regional body', many: 'Regional bodies', icon: 'map' },
  court: { one: 'court', many: 'Courts', icon: 'law' },
  ngo: { one: 'NGO', many: 'NGOs', icon: 'megaphone' },
  collective: { one: 'grouping', many: 'Groupings', icon: 'group-by-ref-type' },
});

export const EVENT_WORDS: Readonly<Record<EventKind, { readonly one: string; readonly icon: string }>> = toTranslate({
  process: { one: 'process', icon: 'list-tree' },
  meeting: { one: 'meeting', icon: 'comment-discussion' },
  conference: { one: 'conference', icon: 'comment-discussion' },
  visit: { one: 'visit', icon: 'location' },
  talks: { one: 'talks', icon: 'comment-discussion' },
  letter: { one: 'letter', icon: 'mail' },
  proposal: { one: 'proposal', icon: 'lightbulb' },
  announcement: { one: 'announcement', icon: 'megaphone' },
  withdrawal: { one: 'withdrawal', icon: 'arrow-left' },
  agreement: { one: 'agreement', icon: 'verified' },
  resolution: { one: 'resolution', icon: 'law' },
  report: { one: 'report', icon: 'file-text' },
  war: { one: 'war', icon: 'flame' },
  'regime-change': { one: 'change of regime', icon: 'arrow-swap' },
  broadcast: { one: 'broadcast', icon: 'broadcast' },
  leak: { one: 'leak', icon: 'eye' },
  appointment: { one: 'appointment', icon: 'account' },
  decision: { one: 'decision', icon: 'check' },
  operation: { one: 'operation', icon: 'rocket' },
  publication: { one: 'publication', icon: 'book' },
  atrocity: { one: 'atrocity', icon: 'warning' },
  other: { one: 'event', icon: 'circle-small-filled' },
});

export const CONCEPT_WORDS: Readonly<Record<ConceptKind, { readonly one: string; readonly icon: string }>> = toTranslate({
  lesson: { one: 'lesson', icon: 'mortar-board' },
  conclusion: { one: 'conclusion', icon: 'milestone' },
  issue: { one: 'framing issue', icon: 'question' },
  norm: { one: 'norm', icon: 'law' },
  formula: { one: 'formula', icon: 'symbol-operator' },
  provision: { one: 'provision', icon: 'symbol-ruler' },
  proposal: { one: 'proposal', icon: 'lightbulb' },
  linkage: { one: 'linkage', icon: 'link' },
  statistic: { one: 'figure', icon: 'symbol-numeric' },
  position: { one: 'position', icon: 'compass' },
});

/** Headings for works of a CSL type; a type that is not here is shown by its own name. */
const SOURCE_WORDS: Readonly<Record<string, string>> = toTranslate({
  article: 'Articles', 'article-journal': 'Journal articles', 'article-magazine': 'Magazine articles', 'article-newspaper': 'Newspaper articles',
  bill: 'Bills', book: 'Books', broadcast: 'Broadcasts', chapter: 'Chapters', dataset: 'Data sets', document: 'Documents', hearing: 'Hearings',
  interview: 'Interviews', legal_case: 'Court cases', legislation: 'Legislation', manuscript: 'Manuscripts', map: 'Maps', motion_picture: 'Films',
  'paper-conference': 'Conference papers', personal_communication: 'Personal communications', 'post-weblog': 'Blog posts', report: 'Reports',
  speech: 'Speeches', thesis: 'Theses', treaty: 'Treaties', webpage: 'Web pages',
});

/** Heading for works of a type, e.g. `Journal articles`. */
export function sourcesWords(type: string): string {
  const heading = SOURCE_WORDS[type];
  return heading === undefined ? capitalised(type.replace(/[-_]/g, ' ')) : t(heading);
}

/** Heading for events of a kind, e.g. `Change of regime`. */
export function eventsWords(kind: EventKind): string {
  return capitalised(t(EVENT_WORDS[kind].one));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A relation read from its actor, `backs the Khmer Rouge`, and from the other end, `backed by China`. */
export const RELATION_WORDS: Readonly<Record<RelationType, { readonly forward: string; readonly backward: string }>> = toTranslate({
  backs: { forward: 'backs', backward: 'backed by' },
  opposes: { forward: 'opposes', backward: 'opposed by' },
  hosts: { forward: 'hosts', backward: 'hosted by' },
  succeeds: { forward: 'succeeds', backward: 'succeeded by' },
  'installed-by': { forward: 'installed by', backward: 'installed' },
  'ally-of': { forward: 'ally of', backward: 'ally of' },
  'negotiates-with': { forward: 'negotiates with', backward: 'negotiates with' },
  'part-of': { forward: 'part of', backward: 'includes' },
  represents: { forward: 'represents', backward: 'represented by' },
  'appointed-by': { forward: 'appointed by', backward: 'appointed' },
  'reports-to': { forward: 'reports to', backward: 'receives reports of' },
  'spouse-of': { forward: 'spouse of', backward: 'spouse of' },
  arms: { forward: 'arms', backward: 'armed by' },
  recognises: { forward: 'recognises', backward: 'recognised by' },
  'deposed-by': { forward: 'deposed by', backward: 'deposed' },
  'rival-of': { forward: 'rival of', backward: 'rival of' },
  leads: { forward: 'leads', backward: 'led by' },
  advises: { forward: 'advises', backward: 'advised by' },
  'related-to': { forward: 'related to', backward: 'related to' },
});

export const ROLE_WORDS: Readonly<Record<ParticipantRole, string>> = toTranslate({
  party: 'party', mediator: 'mediator', host: 'host', chair: 'chair', 'co-chair': 'co-chair', convenor: 'convenor', guarantor: 'guarantor',
  observer: 'observer', signatory: 'signatory', participant: 'participant', author: 'author', recipient: 'recipient',
  subject: 'concerned', invited: 'invited', absent: 'absent',
});

/** The codicon of an entry, e.g. `person`. */
export function iconOf(entry: Entry): string {
  switch (entry.class) {
    case 'actor': return ACTOR_WORDS[entry.type].icon;
    case 'event': return EVENT_WORDS[entry.kind].icon;
    case 'concept': return CONCEPT_WORDS[entry.kind].icon;
  }
}

/** `person`, `conference`, `lesson`: what an entry is, in one or two words. */
export function kindOf(entry: Entry): string {
  switch (entry.class) {
    case 'actor': return t(ACTOR_WORDS[entry.type].one);
    case 'event': return t(EVENT_WORDS[entry.kind].one);
    case 'concept': return t(CONCEPT_WORDS[entry.kind].one);
  }
}

/** `Khan 2022, sec. 3.2, n. 24, citing Martin 2018`: citations as a reader of a tooltip wants them. Empty for none. */
export function authorityOf(citations: readonly Citation[], snapshot: Snapshot): string {
  return citations.map(citation => {
    const source = snapshot.sources.get(citation.citekey);
    const work = source === undefined ? `@${citation.citekey}` : shortReference(source.item);
    const place = citation.suffixText === '' ? work : `${work}, ${citation.suffixText}`;
    return citation.prefix === '' ? place : `${citation.prefix} ${place}`;
  }).join('; ');
}

/** `text (detail)`, or the text alone when there is no detail. */
export function withDetail(text: string, detail: string): string {
  return detail === '' ? text : `${text} (${detail})`;
}
