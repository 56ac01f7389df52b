import { escapeText } from '../corpus/plainText.ts';
import { findFrontMatter } from '../corpus/frontMatter.ts';
import { readEntry, type EntryReading } from '../corpus/entry.ts';
import { renameInEntry } from '../corpus/rename.ts';
import type { Citation } from '../corpus/types.ts';
import { writeCite } from '../corpus/write.ts';
import { readYaml, type YamlMap } from '../corpus/yaml.ts';
import type { TextEdit } from '../text.ts';

/** What is to be added to the file of an entry; nothing that is there is taken away. */
export interface Addition {
  readonly statement?: { readonly text: string; readonly citation: Citation } | undefined;
  readonly alias?: string | undefined;
  readonly membership?: { readonly organization: string; readonly role: string; readonly citation: Citation } | undefined;
  /** In place of the date that is there, if any. */
  readonly date?: { readonly edtf: string; readonly citation: Citation } | undefined;
}

/**
 * The text of an entry's file with something added, all else as the writer has it; read back before it counts.
 * @param path within the corpus: `actors/ali-alatas.md`
 * @returns `undefined` where the file cannot be added to without harm
 */
export function addToEntry(path: string, text: string, addition: Addition): string | undefined {
  const before = readEntry({ path, uri: '', text });
  const { yaml } = findFrontMatter(text);
  const root = yaml && readYaml(text, yaml.start, yaml.end).root;
  if (before.entry === undefined || yaml === undefined || root?.kind !== 'map') return undefined;
  const lineEnd = text.slice(0, yaml.start).endsWith('\r\n') ? '\r\n' : '\n';
  const { alias, date, membership, statement } = addition;
  const edits: TextEdit[] = [];
  if (alias !== undefined) {
    // The rename that keeps a name adds one.
    const renamed = renameInEntry(text, before.entry.name, alias);
    if (renamed === undefined) return undefined;
    edits.push(...renamed);
  }
  if (membership !== undefined) {
    const item = [`- organization: ${membership.organization}`, `  role: ${JSON.stringify(membership.role)}`, `  cite: ${JSON.stringify(writeCite([membership.citation]))}`];
    edits.push(listEdit(text, root, yaml.end, 'memberships', item, lineEnd));
  }
  if (date !== undefined) edits.push(...dateEdits(root, yaml.end, date, lineEnd));
  let added = applied(text, edits);
  if (statement !== undefined) {
    const claim = `- ${escapeText(statement.text)} [${writeCite([statement.citation])!}]${lineEnd}`;
    const isFirst = before.entry.statements.length === 0;
    added = `${added.trimEnd()}${lineEnd}${isFirst && before.entry.summary !== '' ? lineEnd : ''}${claim}`;
  }
  return isWhole(before, readEntry({ path, uri: '', text: added }), addition) ? added : undefined;
}

function listEdit(text: string, root: YamlMap, end: number, key: string, item: readonly string[], lineEnd: string): TextEdit {
  const list = root.entries.get(key)?.value;
  if (list?.kind === 'list' && list.items.length > 0 && text[list.span.start] !== '[') {
    const last = list.items.at(-1)!.span;
    const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
    const indent = /^[ \t]*/.exec(text.slice(lineStart))![0];
    const at = endOfLine(text, last.end);
    return { span: { start: at, end: at }, newText: item.map(line => `${lineEnd}${indent}${line}`).join('') };
  }
  return { span: { start: end, end }, newText: [`${key}:`, ...item.map(line => `  ${line}`)].map(line => `${line}${lineEnd}`).join('') };
}

/** Where the line ends in which the last letter before `at` stands. */
function endOfLine(text: string, at: number): number {
  const last = text.slice(0, at).trimEnd().length;
  const end = /\r?\n/g;
  end.lastIndex = last;
  return end.exec(text)?.index ?? text.length;
}

function dateEdits(root: YamlMap, end: number, { edtf, citation }: NonNullable<Addition['date']>, lineEnd: string): TextEdit[] {
  const date = root.entries.get('date')?.value;
  const cite = root.entries.get('cite')?.value;
  const added = writeCite([citation])!;
  const known = cite?.kind === 'scalar' ? cite.text ?? '' : '';
  return [
    date?.kind === 'scalar' && date.text !== undefined ? { span: date.span, newText: edtf } : { span: { start: end, end }, newText: `date: ${edtf}${lineEnd}` },
    known === '' ? { span: { start: end, end }, newText: `cite: ${JSON.stringify(added)}${lineEnd}` } : { span: cite!.span, newText: JSON.stringify(known.includes(added) ? known : `${known}; ${added}`) },
  ];
}

function applied(text: string, edits: readonly TextEdit[]): string {
  // Of edits at one place the first comes first.
  return edits.map((edit, at) => ({ ...edit, at })).toSorted((a, b) => b.span.start - a.span.start || b.at - a.at)
    .reduce((changed, { span, newText }) => `${changed.slice(0, span.start)}${newText}${changed.slice(span.end)}`, text);
}

/** Whether all that was there is there, and what was to be added besides. */
function isWhole({ entry: before, problems: known }: EntryReading, { entry, problems }: EntryReading, { statement, alias, membership, date }: Addition): boolean {
  if (before === undefined || entry?.class !== before.class || entry.name !== before.name || entry.summary !== before.summary) return false;
  if (problems.filter(({ severity }) => severity === 'error').length > known.filter(({ severity }) => severity === 'error').length) return false;
  if (entry.statements.length !== before.statements.length + (statement === undefined ? 0 : 1)) return false;
  if (before.statements.some((one, at) => one.text !== entry.statements[at]!.text)) return false;
  if (statement !== undefined && entry.statements.at(-1)!.text !== statement.text) return false;
  if (alias !== undefined && !entry.names.some(({ text }) => text === alias)) return false;
  if (date !== undefined && (entry.class !== 'event' || entry.date?.edtf !== date.edtf)) return false;
  return membership === undefined || entry.class === 'actor' && before.class === 'actor' && entry.memberships.length === before.memberships.length + 1
    && entry.memberships.some(one => one.organization === membership.organization && one.role === membership.role);
}
