import type { EntryKey, EventKind } from '../corpus/types.ts';
import type { Day, Precision } from '../dates/types.ts';

/** `[earliest, latest)` in days since 1970 UTC; `null` where there is no bound (an infinity does not survive a message). */
export type RangeDto = readonly [earliest: Day | null, latest: Day | null];

/** What stands at one end of a date. A point has the same at both ends. */
export interface EndDto {
  readonly kind: 'date' | 'open' | 'unknown';
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** An EDTF date as plain data, with the words it is shown by. */
export interface DateDto {
  readonly edtf: string;
  /** As a reader wants it, e.g. `27–28 August 1990` or `late 1985`. */
  readonly text: string;
  readonly shape: 'point' | 'span' | 'one-of' | 'all-of';
  readonly start: RangeDto;
  readonly end: RangeDto;
  readonly from: EndDto;
  readonly to: EndDto;
  /** The dates of a set, each an extent; empty for points and spans. */
  readonly members: readonly RangeDto[];
}

/** An event as the timeline needs it. Everything that a card adds is asked for when the card opens. */
export interface EventDto {
  readonly id: EntryKey;
  readonly title: string;
  readonly kind: EventKind;
  readonly kindText: string;
  readonly date: DateDto;
  /** Empty when no place is recorded. */
  readonly place: string;
  readonly corpus: string;
  /** Ids of the processes whose lanes it stands in; none for an event outside every process. */
  readonly processes: readonly EntryKey[];
  readonly participants: readonly { readonly actor: EntryKey; readonly role: string }[];
  readonly background: boolean;
  /** How much the corpus says of it; more weight wins the room for a label. */
  readonly weight: number;
  /** Citekeys of its statements, date and participants. */
  readonly citekeys: readonly string[];
  /** What *Insert citation* puts in: the first citation of its date, else of its first statement. */
  readonly citation: CitationDto | null;
}

export interface CitationDto {
  readonly citekey: string;
  readonly suffixText: string;
}

export interface ActorDto {
  readonly id: EntryKey;
  readonly name: string;
  readonly type: string;
  readonly typeText: string;
}

/** Something that lasted and stands behind the events: an office held, a membership, a war. */
export interface EraDto {
  readonly id: string;
  /** `Foreign Minister, Indonesia`; the name of the war. */
  readonly title: string;
  readonly kind: 'office' | 'membership' | 'war';
  /** The actor whose office or membership it is; empty for a war. */
  readonly actor: EntryKey;
  readonly date: DateDto;
}

/** An event that cannot be drawn, and why. */
export interface UndatedDto {
  readonly id: EntryKey;
  readonly title: string;
  readonly reason: string;
}

/** All that the timeline knows, as plain data. */
export interface TimelineData {
  readonly events: readonly EventDto[];
  readonly undated: readonly UndatedDto[];
  readonly actors: readonly ActorDto[];
  readonly processes: readonly { readonly id: EntryKey; readonly title: string }[];
  readonly corpora: readonly { readonly id: string; readonly title: string }[];
  readonly eras: readonly EraDto[];
}

/** A date that the draft itself names. */
export interface DraftDateDto {
  readonly id: string;
  /** The words as written. */
  readonly title: string;
  readonly date: DateDto;
  /** Where the words stand, in UTF-16 code units. */
  readonly offset: number;
}

/** What the open draft has to do with the events. */
export interface DraftDto {
  /** Name of the file, for headings. */
  readonly name: string;
  /** Events in the order in which the draft first names them. */
  readonly mentions: readonly { readonly id: EntryKey; readonly count: number; readonly offset: number }[];
  readonly dates: readonly DraftDateDto[];
}

export interface CardLink {
  readonly id: EntryKey;
  readonly title: string;
  /** A role or a date; may be empty. */
  readonly detail: string;
}

export interface CardStatement {
  readonly text: string;
  /** `Khan 2022, sec. 3.2`. */
  readonly authority: string;
  readonly citation: CitationDto | null;
  /** What does not fit, each with its authority. */
  readonly disputed: readonly string[];
}

/** What the card of one event says. Plain text throughout. */
export interface CardDto {
  readonly id: EntryKey;
  readonly title: string;
  readonly date: string;
  readonly edtf: string;
  /** `known to the month, approximate`; empty for an exact day. */
  readonly certainty: string;
  readonly kind: string;
  readonly place: string;
  readonly summary: string;
  readonly authority: string;
  readonly citation: CitationDto | null;
  readonly participants: readonly CardLink[];
  readonly partOf: readonly CardLink[];
  readonly before: readonly CardLink[];
  readonly after: readonly CardLink[];
  readonly statements: readonly CardStatement[];
}

export const GROUPINGS = ['process', 'actor', 'actor-type', 'kind', 'place', 'corpus'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const CERTAINTIES = ['exact', 'coarse', 'approximate', 'uncertain', 'open'] as const;
/** `coarse`: known to a month, year or decade only; `open`: an open or unknown end. */
export type Certainty = (typeof CERTAINTIES)[number];

/** Which events are meant. Parts that are empty ask for nothing; every part that is not must hold. */
export interface Filter {
  /** Words that must all occur in title, date, place, kind, names of actors and processes, or citekeys. */
  readonly text: string;
  readonly actors: readonly EntryKey[];
  readonly kinds: readonly string[];
  readonly processes: readonly EntryKey[];
  readonly certainties: readonly Certainty[];
  readonly mentioned: 'any' | 'mentioned' | 'not-mentioned';
  /** From the first of these days to before the second. */
  readonly range: readonly [Day, Day] | null;
}

/** What survives a reload and travels with the workspace. */
export interface ViewState {
  readonly grouping: Grouping;
  readonly filter: Filter;
  /** Leave out what does not match, where otherwise it only fades. */
  readonly isOnlyMatches: boolean;
  readonly mode: 'chart' | 'list';
  /** Lanes that are folded, and the order given by hand, by lane id. */
  readonly collapsed: readonly string[];
  readonly order: readonly string[];
  /** Days per view; `null` shows everything. */
  readonly span: readonly [Day, Day] | null;
  readonly selected: EntryKey | null;
  /** The day of the *as of* line; `null` when it is off. */
  readonly asOf: Day | null;
  /** Whether the order of the draft is shown below the order of time. */
  readonly isNarrative: boolean;
}
