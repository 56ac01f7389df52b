import type { Day } from '../dates/types.ts';
import type { Span } from '../text.ts';

/**
 * Where a passage stands: in the full text of a source, in a corpus, or in a draft of the workspace. In the order in which they are
 * given: evidence first, and what the writer has written last, which has the words of a question best and bears nothing out.
 */
export const SHELVES = ['sources', 'statements', 'entries', 'drafts'] as const;
export type Shelf = (typeof SHELVES)[number];

/** `aside`: a caption, a pull quotation or the like, which stands beside the text and not in it. */
export type PassageKind = 'text' | 'note' | 'heading' | 'aside';

/** Another page begins at an offset. */
export interface PageTurn {
  readonly at: number;
  readonly page: string;
}

/** A stretch of a text of about 80 words that is found and shown as one. */
export interface NewPassage {
  readonly kind: PassageKind;
  /** As a reader reads it: line ends, hyphens at line ends and ligatures undone, marks of notes left out. */
  readonly text: string;
  /** The page on which it begins, as printed, e.g. `7` or `xii`; empty where the text has no pages. */
  readonly page: string;
  /** Where in `text` another page begins. */
  readonly turns: readonly PageTurn[];
  /** `2.5`, or the title of a section without a number; empty before the first. */
  readonly section: string;
  /** Number of the note that it is, e.g. `24`; empty for the text itself. */
  readonly note: string;
  /** Where it stands in the text that was read, in UTF-16 code units; both 0 where that has no offsets. */
  readonly start: number;
  readonly end: number;
  /** What a statement or an entry is known by: its id in the snapshot. */
  readonly ref: string;
  /** First and last day of each date that it names. */
  readonly days: readonly (readonly [first: Day, last: Day])[];
}

/**
 * A paragraph, a heading, a note or what stands beside the text, as a reader of documents found it: in the order of the
 * text, notes after the paragraph that their mark stands in or where they are printed.
 */
export interface TextBlock extends Pick<NewPassage, 'kind' | 'text' | 'page' | 'turns' | 'section' | 'note'> {
  /** Pairs of an offset in `text` and one in the file, ascending; what is between goes on evenly. Empty where the file has no offsets. */
  readonly places: readonly (readonly [at: number, raw: number])[];
}

/** A section of a text: its number as printed, or none, and its title. */
export interface Section {
  readonly number: string;
  readonly title: string;
}

export interface Page {
  /** As printed, or as counted from one that is; empty where that cannot be told. */
  readonly label: string;
  readonly isPrinted: boolean;
}

/** What a reader made of a document. */
export interface SourceText {
  readonly title: string;
  readonly blocks: readonly TextBlock[];
  readonly sections: readonly Section[];
  /** Pages in their order; empty for a text without pages. */
  readonly pages: readonly Page[];
  /** What a writer should know about the reading, e.g. `no-text`. */
  readonly problems: readonly TextProblem[];
}

export type TextProblemCode = 'no-text' | 'some-pages-without-text' | 'damaged-pages' | 'guessed-encoding' | 'bad-characters' | 'pages-do-not-agree' | 'hidden-text' | 'cut';
export interface TextProblem {
  readonly code: TextProblemCode;
  /** A count or a name that the sentence needs. */
  readonly value: string;
}

/** A whole text for the index, in its own place among the texts. */
export interface TextToIndex {
  /** Address of the file, or `entry:` and the key of an entry. */
  readonly key: string;
  readonly shelf: Shelf;
  /** The work that it is the text of; empty where that is not known. */
  readonly citekey: string;
  readonly title: string;
  /** SHA-256 of what it was made from: the same hash needs no reading. */
  readonly hash: string;
  readonly passages: readonly NewPassage[];
}

/** A passage with the text it stands in. */
export interface Passage extends Omit<NewPassage, 'days'> {
  /** Valid until the text is indexed again. */
  readonly id: number;
  readonly textKey: string;
  readonly shelf: Shelf;
  readonly citekey: string;
  readonly title: string;
}

export interface Hit extends Passage {
  /** The words that were looked for, in `text`. */
  readonly highlights: readonly Span[];
  /** Higher is better; compares within one result. */
  readonly score: number;
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  /** How many passages match, or how many were counted when counting stopped. */
  readonly total: number;
  /** False when `total` is where counting stopped. */
  readonly isTotalExact: boolean;
  /** Of a query of very common words, only so many matches were ranked; `undefined` when all were. */
  readonly ranked: number | undefined;
  /** Passages that were looked through when looking for more was given up; `undefined` when it was not. */
  readonly read: number | undefined;
  /** The words that are too common to rank all their passages. */
  readonly commonWords: readonly string[];
  /** Words of the query that stand nowhere. */
  readonly missingWords: readonly string[];
  /** True when no passage has all the words, so that those with some of them are given. */
  readonly isPartial: boolean;
}

export const NOTHING_FOUND: SearchResult = { hits: [], total: 0, isTotalExact: true, ranked: undefined, read: undefined, commonWords: [], missingWords: [], isPartial: false };
