import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Problem, Span } from '../text.ts';
import { problemAt, readCslItem, withoutDuplicates, type Bibliography, type BibliographyItem } from './cslItem.ts';
import { jsonItemSpans } from './jsonItems.ts';
import { jsonFault, yamlFault } from '../faults.ts';
import { t } from '../l10n.ts';

export type { Bibliography, BibliographyItem } from './cslItem.ts';

/** Reads CSL-JSON, a list of items, item by item: a broken one costs only itself. */
export function readCslItems(text: string): Bibliography {
  const problems: Problem[] = [];
  const items: BibliographyItem[] = [];
  if (text.replace(/^\uFEFF/, '').trim() === '') { return { value: [], problems: [] }; }
  const { spans, problem } = jsonItemSpans(text, !isJson(text));
  if (problem !== undefined) { problems.push(problem); }
  for (const span of spans) {
    let value: unknown;
    try {
      value = JSON.parse(text.slice(span.start, span.end));
    } catch (error) {
      problems.push(problemAt('bad-json', span, t('This reference cannot be read and is left out, the others are kept: {0}', jsonFault(error)), 'error'));
      continue;
    }
    add(value, span, items, problems);
  }
  return withoutDuplicates({ value: items, problems });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}

/** Most characters of CSL-YAML that are read: the format is slow, and large bibliographies are kept in others. */
const YAML_LIMIT = 2_000_000;

/** Reads CSL-YAML: a list of items, or a list under `references:` as in pandoc's front matter. */
export function readCslYaml(text: string): Bibliography {
  if (text.length > YAML_LIMIT) {
    return { value: [], problems: [problemAt('too-large', { start: 0, end: 0 }, t('This bibliography is larger than {0} MB, the most that is read of one in YAML: keep it as CSL-JSON or BibTeX.', YAML_LIMIT / 1e6), 'error')] };
  }
  const problems: Problem[] = [];
  const items: BibliographyItem[] = [];
  try {
    const document = parseDocument(text.replace(/\n(?:---|\.\.\.)[ \t]*\r?\n?$/, '\n'), { schema: 'core', lineCounter: new LineCounter(), prettyErrors: false, uniqueKeys: false });
    for (const fault of document.errors) { problems.push(problemAt('bad-yaml', { start: fault.pos[0], end: fault.pos[1] }, t('This cannot be read: {0}', yamlFault(fault)), 'error')); }
    const root = document.contents;
    const list = isMap(root) ? root.items.find(pair => isScalar(pair.key) && pair.key.value === 'references')?.value : root;
    for (const node of isSeq(list) ? list.items : []) {
      const range = (node as { readonly range?: readonly [number, number, number] | null }).range;
      const value: unknown = (node as { toJS(doc: unknown, options: object): unknown }).toJS(document, { maxAliasCount: 100 });
      add(value, { start: range?.[0] ?? 0, end: range?.[1] ?? 0 }, items, problems);
    }
    if (root !== null && !isSeq(list)) { problems.push(problemAt('bad-shape', { start: 0, end: 0 }, t('A bibliography in YAML is a list, or a list under "references:".'), 'error')); }
  } catch {
    // Deep nesting and alias bombs end in errors of other kinds than those of the parser.
    problems.push(problemAt('bad-yaml', { start: 0, end: 0 }, t('This is nested or repeated beyond what is read.'), 'error'));
  }
  return withoutDuplicates({ value: items, problems });
}

function add(value: unknown, span: Span, items: BibliographyItem[], problems: Problem[]): void {
  const read = readCslItem(value, span);
  problems.push(...read.problems);
  if (read.value) { items.push({ item: read.value, span }); }
}
