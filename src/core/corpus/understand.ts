import * as v from 'valibot';
import type { Problem, Span } from '../text.ts';
import { didYouMean, problem } from './problems.ts';
import { plainValue, type YamlMap, type YamlNode } from './yaml.ts';
import { t, toTranslate } from '../l10n.ts';

export interface Understood<T> {
  /** `undefined` when nothing of it can be used. */
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  /** The node that a path of the value was read from, e.g. `['memberships', 1, 'start']`. */
  readonly at: (path: readonly (string | number)[]) => YamlNode | undefined;
}

/** What else a writer may look for in the front matter, and where it is said instead. */
const ELSEWHERE: Readonly<Record<string, string>> = toTranslate({
  id: 'the id of an entry is the name of its file without .md.',
  abbreviation: 'an abbreviation is one of the aliases.',
  acronym: 'an acronym is one of the aliases.',
  summary: 'the summary is the text below the front matter.',
  description: 'a description is the summary, the text below the front matter.',
});

/** Words that writers take for keys, and the keys that they mean where these are known; no likeness of letters would find them. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  until: ['end'], to: ['end'], since: ['start'], from: ['start'], title: ['role', 'name'], office: ['role'], position: ['role'], post: ['role'], body: ['organization'],
  location: ['place'], venue: ['place'], where: ['place'], when: ['date'], source: ['cite'], sources: ['cite'], citation: ['cite'], reference: ['cite'], parties: ['participants'], attendees: ['participants'],
};

/** ` (did you mean “end”?)` for `until`, or for what is spelt nearly so. */
function meant(key: string, known: readonly string[]): string {
  const other = Object.hasOwn(MEANT, key) ? MEANT[key]!.find(one => known.includes(one)) : undefined;
  return didYouMean(other ?? key, other === undefined ? known : [other]);
}

/** A file with more faults than this is beyond repair by leaving parts out; what is left unread then is not used. */
const MAX_PASSES = 60;

/**
 * Reads a YAML tree by a schema. What does not fit is reported at its place and left out, and the rest is read again:
 * a bad field costs that field, a list item without a required key costs that item.
 */
export function understand<TSchema extends v.GenericSchema>(schema: TSchema, root: YamlNode): Understood<v.InferOutput<TSchema>> {
  const problems: Problem[] = [];
  const dropped = new Map<YamlMap, Set<string>>();
  const at = (path: readonly (string | number)[]) => follow(root, path);
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const result = v.safeParse(schema, plainValue(root));
    if (result.success) return { value: result.output, problems, at };
    const removals: (() => void)[] = [];
    for (const issue of result.issues) {
      const keys = (issue.path ?? []).map(item => item.key as string | number);
      const removal = removalOf(issue, keys, root, dropped, problems);
      if (removal === undefined) return { value: undefined, problems, at };
      removals.push(removal);
    }
    for (const remove of removals) remove();
  }
  problems.push(problem('too-many-faults', root.span));
  return { value: undefined, problems, at };
}

/** Reports an issue and says what to leave out; `undefined` when that would be the whole. */
function removalOf(
  issue: v.BaseIssue<unknown>, path: readonly (string | number)[], root: YamlNode, dropped: Map<YamlMap, Set<string>>, problems: Problem[],
): (() => void) | undefined {
  const last = path.at(-1);
  const owner = follow(root, path.slice(0, -1));
  if (issue.type === 'strict_object' && issue.path?.at(-1)?.origin === 'key' && typeof last === 'string' && owner?.kind === 'map') {
    const known = issue.message.split(', ');
    if (issue.expected === 'never') {
      const unknown = [...owner.entries].filter(([key]) => !known.includes(key));
      for (const [key, entry] of unknown) {
        problems.push(Object.hasOwn(ELSEWHERE, key) ? problem('key-elsewhere', entry.key, key, t(ELSEWHERE[key]!)) : problem('unknown-key', entry.key, key, meant(key, known), issue.message));
      }
      return () => { for (const [key] of unknown) owner.entries.delete(key); };
    }
    if (dropped.get(owner)?.has(last) !== true) problems.push(problem('missing-key', owner.span, last));
    return removal(root, path.slice(0, -1), dropped);
  }
  const found = follow(root, path);
  problems.push(describe(issue, path, found?.span ?? root.span, found));
  return removal(root, path, dropped);
}

function removal(root: YamlNode, path: readonly (string | number)[], dropped: Map<YamlMap, Set<string>>): (() => void) | undefined {
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const owner = follow(root, path.slice(0, -1));
  const node = follow(root, path);
  if (owner?.kind === 'list' && node !== undefined) {
    return () => {
      const index = owner.items.indexOf(node);
      if (index !== -1) owner.items.splice(index, 1);
    };
  }
  if (owner?.kind === 'map' && typeof last === 'string') {
    return () => {
      owner.entries.delete(last);
      dropped.set(owner, (dropped.get(owner) ?? new Set()).add(last));
    };
  }
  return undefined;
}

function describe(issue: v.BaseIssue<unknown>, path: readonly (string | number)[], span: Span, node: YamlNode | undefined): Problem {
  const key = path.findLast(part => typeof part === 'string') ?? 'this';
  const given = node?.kind === 'scalar' ? node.text ?? '' : '';
  switch (issue.type) {
    case 'picklist': return problem('unknown-type', span, key, given, didYouMean(given, issue.message.split(', ')), issue.message);
    case 'regex': return problem('bad-id', span, given);
    case 'raw_transform':
      return issue.expected === 'EDTF' ? problem('bad-date', span, given) : problem('bad-citation', span, given);
    default: return problem('wrong-shape', span, key, t(issue.message));
  }
}

/** A single value stands for a list of one and a word for a table with that word, so what cannot be entered is the value itself. */
function follow(root: YamlNode, path: readonly (string | number)[]): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const part of path) {
    if (node === undefined) return undefined;
    if (node.kind === 'list') node = node.items[Number(part)];
    else if (node.kind === 'map' && typeof part === 'string') node = node.entries.get(part)?.value;
  }
  return node;
}
