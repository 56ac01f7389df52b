import * as v from 'valibot';
import type { CitationItem } from '../citations/types.ts';
import { parseEdtf } from '../dates/edtf.ts';
import type { EdtfDate } from '../dates/types.ts';
import { oneLine } from './oneLine.ts';
import { readCite } from './cite.ts';
import { CONCEPT_KINDS, ACTOR_TYPES, EVENT_KINDS, PARTICIPANT_ROLES, RELATION_TYPES, type Evidence } from './types.ts';
import { toTranslate } from '../l10n.ts';

/*
 * The front matter of entries and the YAML files of a corpus, for reading and for the documentation made from it.
 * Every scalar arrives as the text that stands in the file. The message of a schema says what would be right; that of
 * an object lists its keys.
 */

/** A table of keys; each message a writer sees is made by `understand`. */
function record<const TEntries extends v.ObjectEntries>(entries: TEntries): v.StrictObjectSchema<TEntries, string> {
  return v.strictObject(entries, Object.keys(entries).join(', '));
}

/** A list; a single value stands for a list of one. */
function listOf<TItem extends v.GenericSchema>(item: TItem) {
  const many = v.array(item, 'a list');
  const one = v.pipe(item, v.transform((value): v.InferOutput<TItem>[] => [value]));
  return v.lazy(input => Array.isArray(input) || input === undefined ? many : one) as v.GenericSchema<unknown, v.InferOutput<TItem>[]>;
}

/** A word alone stands for a table with that word under one key: `Alatas` for `{ name: Alatas }`. */
function wordOr<TObject extends v.GenericSchema>(key: string, object: TObject) {
  const word = v.pipe(line, v.transform((value): unknown => ({ [key]: value })), object as v.GenericSchema);
  return v.lazy(input => typeof input === 'string' ? word : object as v.GenericSchema) as v.GenericSchema<unknown, v.InferOutput<TObject>>;
}

function oneOf<const TOptions extends readonly string[]>(options: TOptions) {
  return v.picklist(options, options.join(', '));
}

/** As `oneOf`, where a word may be spelt otherwise as well. */
function oneOfSpelt<const TOptions extends readonly string[]>(options: TOptions, spellings: Readonly<Record<string, TOptions[number]>>) {
  const known = oneOf(options);
  const other = v.pipe(v.string(), v.transform(word => spellings[word]!));
  return v.lazy(input => typeof input === 'string' && Object.hasOwn(spellings, input) ? other : known as v.GenericSchema) as v.GenericSchema<unknown, TOptions[number]>;
}

type Described<TSchema extends v.GenericSchema> = v.SchemaWithPipe<readonly [TSchema, v.DescriptionAction<v.InferOutput<TSchema>, string>]>;

function withWords<TSchema extends v.GenericSchema>(schema: TSchema, words: string): Described<TSchema> {
  return v.pipe(schema, v.description<v.InferOutput<TSchema>, string>(words));
}

const anyLine = v.pipe(v.string(toTranslate('text')), v.transform(oneLine));
const line = v.pipe(anyLine, v.nonEmpty(toTranslate('some text')), v.maxLength(10_000, toTranslate('at most 10,000 characters')));

/** Shape of an id of an entry, after the optional `corpus:`. */
export const ENTRY_ID = /^[a-z0-9][a-z0-9._-]{0,79}$/;
const REFERENCE_ID = /^(?:[a-z0-9][a-z0-9._-]{0,79}:)?[a-z0-9][a-z0-9._-]{0,79}$/;
const entryId = v.pipe(v.string(toTranslate('the id of an entry')), v.trim(), v.regex(REFERENCE_ID));
const STATEMENT_ID = /^(?:[a-z0-9][a-z0-9._-]{0,79}:)?[a-z0-9][a-z0-9._-]{0,79}(?:#(?:\^[A-Za-z0-9-]{1,80}|[1-9]\d{0,3}))?$/;
const evidence = v.pipe(v.string(toTranslate('the id of an entry or a statement')), v.trim(), v.regex(STATEMENT_ID), v.transform((id): Evidence => {
  const [entry, statement] = id.split('#', 2) as [string, string | undefined];
  return { entry, statement };
}));

const dates = new Map<string, EdtfDate | undefined>();
const MAX_REMEMBERED = 5000;

/** Dates repeat a lot in a corpus, and are immutable: each is read once. */
export function readDate(text: string): EdtfDate | undefined {
  if (dates.has(text)) return dates.get(text);
  if (dates.size >= MAX_REMEMBERED) dates.clear();
  const date = parseEdtf(text);
  dates.set(text, date);
  return date;
}

const edtf = v.pipe(v.string(toTranslate('a date such as 1989-08 or 1985~')), v.trim(), v.rawTransform(({ dataset, addIssue, NEVER }): EdtfDate => {
  const date = readDate(dataset.value);
  if (date !== undefined) return date;
  addIssue({ expected: 'EDTF', message: 'a date such as 1989-08 or 1985~' });
  return NEVER;
}));

/** The citations of a `cite` text; their spans are those of the text itself. */
const cite = v.pipe(v.string(toTranslate('a citation')), v.maxLength(2000, toTranslate('at most 2,000 characters')), v.rawTransform(({ dataset, addIssue, NEVER }): readonly CitationItem[] => {
  const items = readCite(dataset.value);
  if (items !== undefined) return items;
  addIssue({ expected: 'citation', message: 'a citation' });
  return NEVER;
}));

const start = v.optional(withWords(edtf, 'When it began, if the source says so: `1988`, `1988-05`, `1985~` for about 1985.'));
const end = v.optional(withWords(edtf, 'When it ended, if the source says so: `1988`, `1988-05`, `1985~` for about 1985.'));
const authority = v.optional(withWords(cite, 'Where this stands: pandoc citation text without brackets, `@khan2022, sec. 3.2, n. 24; citing @martin2018`.'));

const alias = wordOr('name', record({
  name: withWords(line, 'The name.'),
  start, end, cite: authority,
}));

const names = {
  name: v.optional(withWords(line, 'The preferred name.')),
  aliases: v.optional(withWords(listOf(alias), 'Other names, spellings and short forms; with `start` and `end` for a name used in one period only.')),
};

export const ACTOR = record({
  type: v.optional(withWords(oneOfSpelt(ACTOR_TYPES, { organization: 'organisation' }), 'What the actor is.')),
  ...names,
  metonyms: v.optional(withWords(listOf(alias), 'A capital or building that stands for it: `Hanoi`.')),
  memberships: v.optional(withWords(listOf(record({
    organization: withWords(entryId, 'Id of the body.'),
    role: v.optional(withWords(line, 'The office held, or `member`, which it is when nothing is said.'), 'member'),
    start, end, cite: authority,
  })), 'Offices held and bodies belonged to.')),
  relations: v.optional(withWords(listOf(record({
    type: withWords(oneOf(RELATION_TYPES), 'What this actor is to the other.'),
    with: withWords(entryId, 'Id of the other actor.'),
    start, end, cite: authority,
  })), 'Relations to other actors, read as: this actor `type` the actor in `with`.')),
});

const wording = v.optional(withWords(line, 'The date in the words of the source, where `date` cannot say it: `late 1985`.'));
const entryIds = listOf(entryId);

export const EVENT = record({
  type: v.optional(withWords(oneOf(['event']), 'Always `event`.')),
  kind: v.optional(withWords(oneOf(EVENT_KINDS), 'What kind of event.')),
  ...names,
  date: v.optional(withWords(edtf, 'When it happened, as exact as the source and no more: `1988`, `1988-05`, `1985~` for about 1985.')),
  wording,
  place: v.optional(withWords(line, 'Where it happened.')),
  'part-of': v.optional(withWords(entryIds, 'Ids of the events, usually processes, that it is a part of.')),
  follows: v.optional(withWords(entryIds, 'Ids of the events that led to it.')),
  participants: v.optional(withWords(listOf(wordOr('actor', record({
    actor: withWords(entryId, 'Id of the actor.'),
    role: v.optional(withWords(oneOf(PARTICIPANT_ROLES), 'What the actor did there; `participant` when nothing is said.'), 'participant'),
    cite: authority,
  }))), 'Who took part, and as what.')),
  cite: v.optional(withWords(cite, 'Where the date, the place and the participants stand.')),
  background: v.optional(withWords(v.pipe(oneOf(['true', 'false']), v.transform(text => text === 'true')), '`true` for background and comparison, outside the process that the corpus is about.'), 'false'),
});

export const CONCEPT = record({
  type: v.optional(withWords(oneOf(['concept']), 'Always `concept`.')),
  kind: v.optional(withWords(oneOf(CONCEPT_KINDS), 'What kind of concept.')),
  ...names,
  figure: v.optional(withWords(record({ amount: withWords(line, 'The number as the source gives it.'), unit: withWords(line, 'What is counted.') }), 'For a statistic: the number and its unit.')),
  date: v.optional(withWords(edtf, 'The date that it is of.')),
  wording,
  evidence: v.optional(withWords(listOf(evidence), 'Ids of the statements that bear it out, `un-good-offices#^tour`, or of entries for all of theirs.')),
  cite: v.optional(withWords(cite, 'Where it stands.')),
});

export const CORPUS = record({
  id: v.optional(withWords(v.pipe(v.string(toTranslate('an id')), v.trim(), v.regex(ENTRY_ID)), 'Id of the corpus; the name of its folder when nothing is said.')),
  title: v.optional(withWords(line, 'Title.')),
  description: v.optional(withWords(line, 'What it is about.')),
  licence: v.optional(withWords(line, 'Licence of the wording, by its short name where it has one: `CC-BY-4.0`.')),
  provenance: v.optional(withWords(line, 'What it was made from, and how.')),
  'default-citation': v.optional(withWords(v.pipe(v.string('a citekey'), v.trim(), v.transform(key => key.replace(/^@/, '')), v.nonEmpty('a citekey')), 'Citekey that stands in where a statement names no source.')),
  'preferred-names': v.optional(withWords(v.record(v.string(), line, 'written form: preferred form'), 'House style: written form and preferred form, `Vietnam: Viet Nam`.')),
});

export const WORK = record({
  citekey: v.optional(withWords(line, 'Citekey of the work; the name of the file when nothing is said.')),
  sections: v.optional(withWords(listOf(record({
    number: withWords(line, 'Number as cited: `3.2`.'),
    title: v.optional(withWords(anyLine, 'Title of the section.'), ''),
  })), 'All sections.')),
  notes: v.optional(withWords(listOf(record({
    number: withWords(v.pipe(v.string('a number'), v.trim(), v.digits('a number'), v.transform(Number)), 'Number of the note.'),
    section: v.optional(withWords(anyLine, 'Number of the section in which its mark stands.'), ''),
  })), 'All notes.')),
});
