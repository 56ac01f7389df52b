import { parseEdtf } from '../dates/edtf.ts';
import type { Day } from '../dates/types.ts';
import { SHELVES, type Shelf } from './types.ts';
import { wordsOf } from './words.ts';

/** Words next to each other, the last of them perhaps only begun: `"peace agreement"`, `camb*`. Words are folded. */
export interface Phrase {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

/** What is looked for: passages that have one phrase of each of `all`, and none of `none`, within the bounds given. */
export interface Query {
  /** Of each inner list, one has to be there: the names of an actor, or a single phrase. */
  readonly all: readonly (readonly Phrase[])[];
  readonly none: readonly Phrase[];
  /** Beginnings of citekeys; empty for any source. */
  readonly sources: readonly string[];
  readonly shelves: readonly Shelf[];
  /** Days that a passage has to name one of, both included. */
  readonly days: readonly [first: Day, last: Day] | undefined;
  readonly page: string | undefined;
  readonly section: string | undefined;
}

export type QueryProblem = { readonly code: 'bad-date' | 'unknown-shelf' | 'unknown-actor'; readonly given: string };

export interface ReadQuery {
  readonly query: Query;
  readonly problems: readonly QueryProblem[];
}

export interface QueryOptions {
  /** The word at the end may be begun only: for a search while typing. */
  readonly isTyping?: boolean;
  /** All the names of the actors or events whose name holds the words given; none when nobody is called so. */
  readonly namesOf?: (words: string) => readonly string[];
}

export const EMPTY_QUERY: Query = { all: [], none: [], sources: [], shelves: [], days: undefined, page: undefined, section: undefined };

/** More than this in one query is a text, not a question. */
const MAX_PARTS = 32;
const MAX_WORDS = 32;
const MAX_NAMES = 24;
/** A word that is being typed counts as a beginning from this length on: before, nearly every passage has it. */
const MIN_PREFIX = 3;
/** `field:value`, `field:"more words"`, `"a phrase"`, `-word`, `word`. A quotation mark without its partner reaches to the end. */
const PART = /(-)?(?:(\p{L}+):)?(?:["“„]([^"”“]*)(?:["”“]|$)(\*)?|([^\s"“”]+))/gu;

/**
 * Reads what a writer types into the search box: words, `"phrases"`, beginnings `camb*`, `-without`, and the fields
 * `actor:` `event:` `source:` `date:1989..1991` `in:statements` `page:` `sec:`. What is no known field is words. Never throws.
 */
export function readQuery(text: string, options: QueryOptions = {}): ReadQuery {
  const draft: Draft = { ...EMPTY_QUERY, all: [], none: [], sources: [], shelves: [], problems: [] };
  for (const match of [...text.matchAll(PART)].slice(0, MAX_PARTS)) {
    const [part, minus, name, quoted, star, bare = ''] = match;
    const isTyped = options.isTyping === true && match.index + part.length === text.length;
    const read = FIELDS[name?.toLowerCase() ?? ''];
    const value = quoted ?? bare;
    if (read !== undefined) {
      if (value !== '') read(draft, value, isTyped, options);
      continue;
    }
    // `power-sharing` is meant as two words next to each other, as it stands in the index; so is `sec:3` of no known field.
    const words = foldedWords(name === undefined ? value : `${name} ${value}`);
    if (words.length === 0) continue;
    const phrase = { words, isPrefix: quoted === undefined ? bare.endsWith('*') || isTyped && isBegun(bare) : star !== undefined };
    if (minus === undefined) draft.all.push([phrase]); else draft.none.push(phrase);
  }
  const { problems, ...query } = draft;
  return { query, problems };
}

interface Draft {
  readonly all: (readonly Phrase[])[];
  readonly none: Phrase[];
  readonly sources: string[];
  readonly shelves: Shelf[];
  readonly problems: QueryProblem[];
  days: Query['days'];
  page: string | undefined;
  section: string | undefined;
}

type FieldReader = (draft: Draft, value: string, isTyped: boolean, options: QueryOptions) => void;

const readName: FieldReader = (draft, value, isTyped, { namesOf }) => {
  const names = namesOf?.(value) ?? [value];
  if (names.length === 0 && !isTyped) draft.problems.push({ code: 'unknown-actor', given: value });
  const phrases = (names.length === 0 ? [value] : names).slice(0, MAX_NAMES).map(name => ({ words: foldedWords(name), isPrefix: false }));
  const known = phrases.filter(({ words }) => words.length > 0);
  if (known.length > 0) draft.all.push(known);
};

const readPage: FieldReader = (draft, value) => { draft.page = value; };
const readSection: FieldReader = (draft, value) => { draft.section = value; };

/** What is only half typed is no mistake yet. */
const FIELDS: Readonly<Partial<Record<string, FieldReader>>> = {
  actor: readName,
  event: readName,
  source: (draft, value) => { draft.sources.push(value.replace(/^@/, '')); },
  date: (draft, value, isTyped) => {
    const days = readDays(value);
    if (days !== undefined) draft.days = days; else if (!isTyped) draft.problems.push({ code: 'bad-date', given: value });
  },
  in: (draft, value, isTyped) => {
    const shelf = SHELVES.find(one => one === value.toLowerCase());
    if (shelf !== undefined) draft.shelves.push(shelf); else if (!isTyped) draft.problems.push({ code: 'unknown-shelf', given: value });
  },
  page: readPage,
  p: readPage,
  section: readSection,
  sec: readSection,
};

function foldedWords(text: string): string[] {
  return wordsOf(text).slice(0, MAX_WORDS).map(word => word.folded);
}

function isBegun(word: string): boolean {
  return (wordsOf(word).at(-1)?.folded.length ?? 0) >= MIN_PREFIX && /[\p{L}\p{N}\p{M}]$/u.test(word);
}

/** `1989`, `1989-10`, `1989..1991`, `..1991`, `1989..` or any EDTF date, as its first and last day. */
function readDays(text: string): readonly [Day, Day] | undefined {
  const [from, to] = text.split('..', 2) as [string, string?];
  if (to !== undefined) {
    const first = from === '' ? -Infinity : parseEdtf(from)?.start.earliest;
    const last = to === '' ? Infinity : lastDayOf(to);
    return first === undefined || last === undefined || first > last || (from === '' && to === '') ? undefined : [first, last];
  }
  const date = parseEdtf(text);
  return date === undefined ? undefined : [date.start.earliest, date.end.latest - 1];
}

function lastDayOf(text: string): Day | undefined {
  const date = parseEdtf(text);
  return date === undefined ? undefined : date.end.latest - 1;
}

/** Whether a query asks for anything at all. */
export function isEmptyQuery({ all, days, sources, page, section }: Query): boolean {
  return all.length === 0 && days === undefined && sources.length === 0 && page === undefined && section === undefined;
}
