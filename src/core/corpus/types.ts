import type { CslItem, Locator } from '../citations/types.ts';
import type { DateMention, EdtfDate } from '../dates/types.ts';
import type { Problem, Span } from '../text.ts';

/** The kinds of actor, after Popolo's Person and Organization and the field's usual classes. */
export const ACTOR_TYPES = [
  'person', 'state', 'government', 'faction', 'organisation', 'un-body', 'regional-body', 'court', 'ngo', 'collective',
] as const;
export type ActorType = (typeof ACTOR_TYPES)[number];

export const EVENT_KINDS = [
  'process', 'meeting', 'conference', 'visit', 'talks', 'letter', 'proposal', 'announcement', 'withdrawal', 'agreement',
  'resolution', 'report', 'war', 'regime-change', 'broadcast', 'leak', 'appointment', 'decision', 'operation', 'publication', 'atrocity', 'other',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const CONCEPT_KINDS = [
  'lesson', 'conclusion', 'issue', 'norm', 'formula', 'provision', 'proposal', 'linkage', 'statistic', 'position',
] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** What an actor did at an event. */
export const PARTICIPANT_ROLES = [
  'party', 'mediator', 'host', 'chair', 'co-chair', 'convenor', 'guarantor', 'observer', 'signatory', 'participant', 'author',
  'recipient', 'subject', 'invited', 'absent',
] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

/** What one actor is to another. Read as: the entry's actor `type` the actor in `with`. */
export const RELATION_TYPES = [
  'backs', 'opposes', 'hosts', 'succeeds', 'installed-by', 'ally-of', 'negotiates-with', 'part-of', 'represents',
  'appointed-by', 'reports-to', 'spouse-of', 'arms', 'recognises', 'deposed-by', 'rival-of', 'leads', 'advises', 'related-to',
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** Where a claim stands: one citation of a front matter `cite` or of a statement's closing bracket. */
export interface Citation {
  readonly citekey: string;
  readonly locator: Locator | undefined;
  /** All that follows the key, as written: `sec. 3.2, n. 24`. What *Insert Citation* puts after the comma. */
  readonly suffixText: string;
  /** `citing` marks a work that the cited work itself rests on. */
  readonly prefix: string;
}

/** A dated value with its authority; every part of an entry that can change over time has this shape. */
export interface Dated {
  readonly start: EdtfDate | undefined;
  readonly end: EdtfDate | undefined;
  readonly citations: readonly Citation[];
}

/** A name an entry is known by. `metonym`: a capital used for its government, e.g. `Hanoi`. */
export interface Name extends Dated {
  readonly text: string;
  readonly kind: 'preferred' | 'alias' | 'metonym';
}

/** Popolo membership: an office (`Foreign Minister` of `indonesia`) or belonging to a group (role `member`). */
export interface Membership extends Dated {
  /** Id of the body, as written in the file. */
  readonly organization: EntryId;
  readonly role: string;
}

export interface Relation extends Dated {
  readonly type: RelationType;
  readonly with: EntryId;
}

/** An id within a corpus: the name of the entry's file without `.md`; `^[a-z0-9][a-z0-9._-]{0,79}$`. */
export type EntryId = string;
/** An id within a snapshot: the id alone, or `corpus:id` where two corpora use the same id. */
export type EntryKey = string;

interface EntryBase {
  readonly id: EntryId;
  /** Unique in the snapshot; equals `id` unless another corpus has the same one. */
  readonly key: EntryKey;
  readonly corpusId: string;
  /** Address of the file, as the engine gave it (a URI string), for opening and for problems. */
  readonly uri: string;
  readonly name: string;
  /** All names, the preferred one first. */
  readonly names: readonly Name[];
  /** The paragraph after the front matter, as plain text; empty when there is none. */
  readonly summary: string;
  readonly statements: readonly Statement[];
  /** Where the preferred name stands in the file. */
  readonly nameSpan: Span;
}
export interface Actor extends EntryBase {
  readonly class: 'actor';
  readonly type: ActorType;
  readonly memberships: readonly Membership[];
  readonly relations: readonly Relation[];
}
export interface Participant {
  readonly actor: EntryId;
  readonly role: ParticipantRole;
  readonly citations: readonly Citation[];
}
export interface Event extends EntryBase {
  readonly class: 'event';
  readonly kind: EventKind;
  readonly date: EdtfDate | undefined;
  /** The date in the source's words where EDTF cannot say it: `late 1985`. Front matter `wording`. */
  readonly wording: string | undefined;
  readonly place: string | undefined;
  readonly participants: readonly Participant[];
  /** Ids of the events (usually processes) that this one is a part of. Front matter `part-of`. */
  readonly partOf: readonly EntryId[];
  /** Ids of the events that led to this one. Front matter `follows`. */
  readonly follows: readonly EntryId[];
  /** Authority for the date and place. Front matter `cite`. */
  readonly citations: readonly Citation[];
  /** True for background and comparison: outside the process that the corpus is about. Front matter `background: true`. */
  readonly background: boolean;
}
/** What bears a concept out: an entry with all its statements, or one of them. Written `un-good-offices` or `un-good-offices#^tour`. */
export interface Evidence {
  readonly entry: EntryId;
  /** What stands behind the `#` of the statement's id: `^tour`, or `3` for one without a name. */
  readonly statement: string | undefined;
}
export interface Concept extends EntryBase {
  readonly class: 'concept';
  readonly kind: ConceptKind;
  /** For a figure: `{ amount: 21, unit: 'percent of the population' }`. */
  readonly figure: { readonly amount: string; readonly unit: string } | undefined;
  readonly date: EdtfDate | undefined;
  readonly wording: string | undefined;
  /** What bears this concept out (for a lesson: its evidence). Front matter `evidence`. */
  readonly evidence: readonly Evidence[];
  readonly citations: readonly Citation[];
}
export type Entry = Actor | Event | Concept;
export type EntryClass = Entry['class'];

/** A remark under a statement: `disputed: …` (what does not fit) or `note: …`. */
export interface Remark {
  readonly kind: 'disputed' | 'note';
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** One claim: a list item in an entry's body, ending in its pandoc citation. Written once, found from all it mentions. */
export interface Statement {
  /** Entry key and name, `ali-alatas#^paris`; without a name its 1-based place in the file, `ali-alatas#2`. */
  readonly id: string;
  /** What stands behind `^` at its end, as Obsidian names a block: it survives edits of the file, a place does not. */
  readonly name?: string;
  readonly entryKey: EntryKey;
  /** The claim in plain text, without the citation, wiki links resolved to their words. */
  readonly text: string;
  /** The claim as written, with its wiki links and emphasis, without the citation; absent where that is the same as `text`. */
  readonly markdown?: string;
  readonly citations: readonly Citation[];
  /** Dates that the text names. */
  readonly dates: readonly DateMention[];
  /** Keys of the entries that it speaks of, its own entry first. */
  readonly mentions: readonly EntryKey[];
  readonly remarks: readonly Remark[];
  readonly uri: string;
  readonly span: Span;
}

/** A reference of a corpus or a bibliography. */
export interface Source {
  readonly citekey: string;
  readonly item: CslItem;
  /** The corpus that brings it, or `undefined` for a bibliography of the workspace. */
  readonly corpusId: string | undefined;
  readonly uri: string;
  readonly span: Span;
  /** The line on which it begins, from 0, where it was read by a worker and the text is not at hand. */
  readonly line?: number;
}

/** The section and note tree of a work, so that every locator can be checked. `works/<citekey>.yaml` in a corpus. */
export interface WorkOutline {
  readonly citekey: string;
  readonly sections: readonly { readonly number: string; readonly title: string }[];
  readonly notes: readonly { readonly number: number; readonly section: string }[];
}

/** Front of `corpus.yaml`. */
export interface CorpusInfo {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly licence: string;
  readonly provenance: string;
  /** Citekey to cite when a statement names none; usually the work the corpus was made from. */
  readonly defaultCitation: string | undefined;
  /** House style: written form -> preferred form, e.g. `Vietnam` -> `Viet Nam`. */
  readonly preferredNames: ReadonlyMap<string, string>;
}

/** One file of a corpus, as the engine hands it to the core. */
export interface CorpusFile {
  /** Path inside the corpus folder with `/`, e.g. `actors/ali-alatas.md`. */
  readonly path: string;
  readonly uri: string;
  /** `undefined` when it could not be read: the engine has said why, and its id is still known. */
  readonly text: string | undefined;
}

export interface FileProblem extends Problem {
  readonly uri: string;
}

export interface Corpus {
  readonly info: CorpusInfo;
  readonly entries: readonly Entry[];
  readonly sources: readonly Source[];
  readonly outlines: readonly WorkOutline[];
  readonly problems: readonly FileProblem[];
}

/** All corpora together, immutable; a changed file makes a new one. Look-ups are in `queries.ts`. */
export interface Snapshot {
  readonly corpora: readonly CorpusInfo[];
  readonly entries: ReadonlyMap<EntryKey, Entry>;
  readonly actors: readonly Actor[];
  /** In the order of `compareEvents`. */
  readonly events: readonly Event[];
  readonly concepts: readonly Concept[];
  readonly statements: readonly Statement[];
  /** Statements that mention the entry, in corpus order. */
  readonly statementsAbout: ReadonlyMap<EntryKey, readonly Statement[]>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly outlines: ReadonlyMap<string, WorkOutline>;
  readonly problems: readonly FileProblem[];
}
