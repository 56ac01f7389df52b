import * as v from 'valibot';
import type { Parsed, Problem, Severity, Span } from '../text.ts';
import { readCslDate } from './cslDateInput.ts';
import type { CslItem } from './types.ts';
import { t, toTranslate } from '../l10n.ts';

/** An item of a bibliography and where it stands in the file. */
export interface BibliographyItem {
  readonly item: CslItem;
  readonly span: Span;
}
export type Bibliography = Parsed<readonly BibliographyItem[]>;

export function problemAt(code: string, span: Span, message: string, severity: Severity = 'warning'): Problem {
  return { code, severity, message, span };
}

const text = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const name = v.union([
  v.pipe(v.string(), v.nonEmpty(), v.transform((literal): Record<string, unknown> => ({ literal }))),
  v.pipe(
    v.looseObject({
      family: v.optional(text), given: v.optional(text), literal: v.optional(text), suffix: v.optional(text),
      'non-dropping-particle': v.optional(text), 'dropping-particle': v.optional(text),
    }),
    v.check(({ family, given, literal }) => Boolean(family ?? given ?? literal)),
  ),
]);

/** Name and date variables of CSL 1.0.2: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables */
const NAME_FIELDS = new Set([
  'author', 'chair', 'collection-editor', 'compiler', 'composer', 'container-author', 'contributor', 'curator', 'director', 'editor',
  'editorial-director', 'editor-translator', 'executive-producer', 'guest', 'host', 'illustrator', 'interviewer', 'narrator', 'organizer',
  'original-author', 'performer', 'producer', 'recipient', 'reviewed-author', 'script-writer', 'series-creator', 'translator',
]);
const DATE_FIELDS = new Set(['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted']);
/** Standard fields that are neither texts, names nor dates. */
const FREE_FIELDS = new Set(['custom', 'categories', 'keyword']);
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A CSL item from data of unknown shape. What has the wrong shape is left out and told; numbers become texts, names in one
 * string literal names, EDTF dates date-parts. An item without an id is none; one without a type is a `document`.
 */
export function readCslItem(value: unknown, span: Span): Parsed<CslItem | undefined> {
  const problems: Problem[] = [];
  const tell = (code: string, message: string, severity: Severity = 'warning') => { problems.push(problemAt(code, span, message, severity)); };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    tell('bad-item', t('A reference is a table of fields such as {0}.', '{"id": "khan2022", "type": "report", "title": "…"}'), 'error');
    return { value: undefined, problems };
  }
  const fields = Object.entries(value).filter(([key]) => !UNSAFE.has(key));
  const given: ReadonlyMap<string, unknown> = new Map(fields);
  const id = v.safeParse(v.pipe(text, v.trim(), v.nonEmpty()), given.get('id') ?? given.get('citation-key'));
  if (!id.success) {
    tell('missing-id', t('This reference has no "id", the key by which it is cited.'), 'error');
    return { value: undefined, problems };
  }
  const type = v.safeParse(v.pipe(v.string(), v.nonEmpty()), given.get('type'));
  if (!type.success) { tell('missing-type', t('Reference {0} has no "type", such as "report" or "book"; it is taken for a document.', id.output)); }
  const item: Record<string, unknown> = {};
  for (const [key, field] of fields) {
    const read = readField(key, field);
    if (read.value !== undefined) { item[key] = read.value; }
    if (read.expected !== undefined) { tell('bad-field', t('Field "{0}" of reference {1} should be {2}.', key, id.output, t(read.expected))); }
  }
  return { value: { ...item, id: id.output, type: type.success ? type.output : 'document' }, problems };
}

interface FieldReading {
  readonly value?: unknown;
  /** What would be right, when what stands there is not. */
  readonly expected?: string;
}

function readField(key: string, field: unknown): FieldReading {
  if (field === null || field === undefined) { return {}; }
  if (NAME_FIELDS.has(key)) {
    const entries: readonly unknown[] = Array.isArray(field) ? field : [field];
    const names = entries.flatMap(entry => { const read = v.safeParse(name, entry); return read.success ? [read.output] : []; });
    return { ...names.length > 0 && { value: names }, ...names.length < entries.length && { expected: toTranslate('a list of names with "family" and "given", or "literal"') } };
  }
  if (DATE_FIELDS.has(key)) {
    const date = readCslDate(field);
    return date === undefined ? { expected: toTranslate('a date such as {"date-parts": [[1991, 10, 23]]}') } : { value: date };
  }
  if (FREE_FIELDS.has(key) || typeof field === 'object') { return FREE_FIELDS.has(key) ? { value: field } : { expected: toTranslate('a text') }; }
  const read = v.safeParse(text, field);
  return read.success ? { value: read.output } : { expected: toTranslate('a text') };
}

/**
 * Leaves one of several items with one key and tells the others: pandoc uses the last one, but in RIS the first, where it gives
 * later ones other keys.
 */
export function withoutDuplicates({ value, problems }: Bibliography, used: 'first' | 'last' = 'last'): Bibliography {
  const chosen = new Map<string, BibliographyItem>();
  for (const entry of value) { if (used === 'last' || !chosen.has(entry.item.id)) { chosen.set(entry.item.id, entry); } }
  if (chosen.size === value.length) { return { value, problems }; }
  const told = value.filter(entry => chosen.get(entry.item.id) !== entry).map(({ item, span }) => problemAt('duplicate-citekey', span,
    t(used === 'last' ? 'The key {0} stands for a later reference of this file as well: that one is used, as by pandoc, and not this one.'
      : 'The key {0} stands for an earlier reference of this file as well: that one is used, as by pandoc, and not this one.', item.id)));
  return { value: [...chosen.values()], problems: [...problems, ...told] };
}
