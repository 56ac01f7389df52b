import * as v from 'valibot';
import type { CslItem } from '../citations/types.ts';
import type { Problem, Span } from '../text.ts';
import { jsonFault } from '../faults.ts';
import { findJsonObjects } from './jsonItems.ts';
import { didYouMean, problem } from './problems.ts';
import type { CorpusFile, Source } from './types.ts';
import { plainValue, readYaml } from './yaml.ts';
import { t, toTranslate } from '../l10n.ts';

export interface ReferencesReading {
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

/** In characters: YAML is slow to read. JSON has no such bound. */
const MAX_YAML = 250_000;

/** Reads the references of a corpus, `references.json` (CSL-JSON) or `references.yaml` (the same in YAML). Never throws. */
export function readReferences(file: Pick<CorpusFile, 'path' | 'uri'> & { readonly text: string }, corpusId: string | undefined): ReferencesReading {
  const problems: Problem[] = [];
  const items = /\.json$/i.test(file.path) ? jsonItems(file.text, problems) : yamlItems(file.text, problems);
  const sources = items.flatMap(({ value, span }): Source[] => {
    const item = readItem(value, span, problems);
    return item === undefined ? [] : [{ citekey: item.id, item, corpusId, uri: file.uri, span }];
  });
  return { sources, problems };
}

interface RawItem {
  readonly value: unknown;
  readonly span: Span;
}

function jsonItems(text: string, problems: Problem[]): RawItem[] {
  const whole = tryJson(text.replace(/^\uFEFF/, ''));
  const spans = findJsonObjects(text, whole.error !== undefined);
  const items = spans.flatMap((span): RawItem[] => {
    const { value, error } = tryJson(text.slice(span.start, span.end).replace(/[,\]\s]+$/, ''));
    if (error === undefined) return [{ value, span }];
    problems.push(problem('bad-json', span, error));
    return [];
  });
  if (whole.error !== undefined && problems.length === 0) problems.push(problem('bad-json', { start: 0, end: 0 }, whole.error));
  return items;
}

function tryJson(text: string): { readonly value?: unknown; readonly error?: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { error: jsonFault(error) };
  }
}

function yamlItems(text: string, problems: Problem[]): RawItem[] {
  if (text.length > MAX_YAML) {
    problems.push(problem('too-large-yaml', { start: 0, end: 0 }, String(Math.ceil(text.length / 1000)), String(MAX_YAML / 1000)));
    return [];
  }
  const reading = readYaml(text);
  problems.push(...reading.problems);
  const { root } = reading;
  // Pandoc keeps a list under the key `references`.
  const list = root?.kind === 'map' ? root.entries.get('references')?.value : root;
  if (list === undefined) return [];
  if (list.kind !== 'list') {
    problems.push(problem('wrong-shape', list.span, 'references', t('a list of references')));
    return [];
  }
  return list.items.map(node => ({ value: plainValue(node), span: node.span }));
}

const nameField = v.array(v.looseObject({
  family: v.optional(v.string()), given: v.optional(v.string()), literal: v.optional(v.string()),
  'non-dropping-particle': v.optional(v.string()), 'dropping-particle': v.optional(v.string()), suffix: v.optional(v.string()),
}));
const dateField = v.looseObject({
  'date-parts': v.optional(v.array(v.array(v.union([v.number(), v.string()])))),
  literal: v.optional(v.string()), raw: v.optional(v.string()),
});
const textField = v.string();

/** What the fields hold that a reader of references relies on; all others are kept as they are. Names: CSL 1.0.2, appendix IV. */
const FIELDS: Readonly<Record<string, { readonly schema: v.GenericSchema; readonly shape: string }>> = {
  ...Object.fromEntries(['title', 'title-short', 'container-title', 'collection-title', 'publisher', 'publisher-place', 'note', 'URL', 'DOI', 'genre', 'archive', 'abstract']
    .map(field => [field, { schema: textField, shape: toTranslate('text') }])),
  ...Object.fromEntries(['author', 'editor', 'translator', 'container-author', 'collection-editor', 'director', 'interviewer', 'recipient']
    .map(field => [field, { schema: nameField, shape: toTranslate('a list of names with family and given, or literal') }])),
  ...Object.fromEntries(['issued', 'accessed', 'event-date', 'original-date', 'submitted', 'available-date']
    .map(field => [field, { schema: dateField, shape: '{"date-parts": [[year, month, day]]}' }])),
};

/** Item types of CSL 1.0.2, https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types */
export const CSL_TYPES: readonly string[] = [
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter', 'classic', 'collection',
  'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event', 'figure', 'graphic', 'hearing', 'interview',
  'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture', 'musical_score', 'pamphlet', 'paper-conference', 'patent', 'performance',
  'periodical', 'personal_communication', 'post', 'post-weblog', 'regulation', 'report', 'review', 'review-book', 'software', 'song',
  'speech', 'standard', 'thesis', 'treaty', 'webpage',
];

/** One CSL item; a field of the wrong shape is reported and left out, an item without a key is none. */
export function readItem(value: unknown, span: Span, problems: Problem[]): CslItem | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push(problem('bad-reference', span, t('it is not a table of fields.')));
    return undefined;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const id = typeof fields['id'] === 'number' ? String(fields['id']) : fields['id'];
  if (typeof id !== 'string' || id.trim() === '') {
    problems.push(problem('bad-reference', span, t('it has no id, the key by which it is cited.')));
    return undefined;
  }
  const item: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const rule = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    if (name === '__proto__') continue;
    if (rule === undefined || v.is(rule.schema, field)) item[name] = field;
    else problems.push(problem('bad-reference-field', span, name, id, t(rule.shape)));
  }
  const type = fields['type'];
  if (typeof type !== 'string' || !CSL_TYPES.includes(type)) {
    problems.push(problem('unknown-type', span, 'type', typeof type === 'string' ? type : '', didYouMean(typeof type === 'string' ? type : '', CSL_TYPES), t('the types of CSL, such as book, chapter, article-journal, report')));
  }
  return { ...item, id, type: typeof type === 'string' ? type : 'document' };
}
