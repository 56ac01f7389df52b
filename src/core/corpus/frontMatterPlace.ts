import type { Span } from '../text.ts';
import { findFrontMatter } from './frontMatter.ts';

/** Where in the front matter of an entry an offset is: at a key, or at a value. */
export interface FrontMatterPlace {
  readonly kind: 'key' | 'value';
  /** Keys above it, from the outside; for a value its own key comes last. `[memberships, role]` in the value of a role. */
  readonly path: readonly string[];
  /** What stands there before the offset, without a quotation mark. */
  readonly typed: string;
  /** The whole word there, which takes the place of another; for a value, to the end of it. */
  readonly span: Span;
  /** Whether the value is in quotation marks already. */
  readonly isQuoted: boolean;
  /** At the value of a list: an item of it, which may also be a table. */
  readonly isItem: boolean;
}

/** A line of block YAML: where its dash, its content and its key are. */
interface Line { readonly dash: number | undefined; readonly column: number; readonly key: string | undefined; readonly rest: string }

function lineOf(text: string): Line | undefined {
  const match = /^( *)((?:- +|-$)*)(.*)$/.exec(text);
  if (match === null || text.trim() === '' || match[3]!.startsWith('#')) return undefined;
  const [, indent = '', dashes = '', content = ''] = match;
  const key = /^([A-Za-z][\w-]*):(?=\s|$)/.exec(content)?.[1];
  return { dash: dashes === '' ? undefined : indent.length + dashes.trimEnd().length - 1, column: indent.length + dashes.length, key, rest: key === undefined ? content : content.slice(key.length + 1) };
}

/** `undefined` outside of a front matter. Reads block YAML, and `{ … }` and `[ … ]` that begin on the line. Never throws. */
export function frontMatterPlace(text: string, offset: number): FrontMatterPlace | undefined {
  const { yaml } = findFrontMatter(text);
  if (yaml === undefined || offset < yaml.start || offset > yaml.end) return undefined;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset) === -1 ? text.length : text.indexOf('\n', offset);
  const before = text.slice(lineStart, offset);
  const after = text.slice(offset, lineEnd).replace(/\r$/, '');
  const line = lineOf(before) ?? { dash: undefined, column: before.length, key: undefined, rest: '' };
  const above = pathAbove(text.slice(yaml.start, lineStart), line);
  const content = before.slice(line.column);
  const flow = flowPlace(content);
  if (flow !== undefined) return placed(flow.isValue, [...above, ...flow.path], flow.typed, offset, flow.isValue ? /^[^,\]}"]*/.exec(after)![0] : /^[\w-]*/.exec(after)![0], flow.isItem);
  if (line.key !== undefined) return placed(true, [...above, line.key], line.rest.trimStart(), offset, after.replace(/\s+$/, '').replace(/"$/, ''), false);
  return line.dash !== undefined && line.column > line.dash
    ? placed(/^["']/.test(content), above, content, offset, /^[\w-]*/.exec(after)![0], true)
    : placed(false, above, content, offset, /^[\w-]*/.exec(after)![0], false);
}

function placed(isValue: boolean, path: readonly string[], written: string, offset: number, after: string, isItem: boolean): FrontMatterPlace {
  const isQuoted = /^["']/.test(written);
  const typed = isQuoted ? written.slice(1) : written;
  return { kind: isValue ? 'value' : 'key', path, typed, span: { start: offset - typed.length, end: offset + after.length }, isQuoted, isItem };
}

/** The keys that a line stands under, from the outside. */
function pathAbove(text: string, { dash, column }: Pick<Line, 'dash' | 'column'>): string[] {
  const path: string[] = [];
  // A list may stand in the same column as its key.
  let limit = dash === undefined ? column : dash + 1;
  for (const written of text.split('\n').reverse()) {
    if (limit === 0) break;
    const line = lineOf(written.replace(/\r$/, ''));
    if (line === undefined) continue;
    // The first line of the item: the keys above it are those above its dash.
    if (line.column === limit && line.dash !== undefined) { limit = line.dash + 1; continue; }
    if (line.column < limit && line.key !== undefined) {
      path.unshift(line.key);
      limit = line.dash === undefined ? line.column : line.dash + 1;
    }
  }
  return path;
}

/** Within brackets that the line has opened and not closed: `memberships: [{organization: un, role: ` is at the value of a role. */
function flowPlace(content: string): { readonly isValue: boolean; readonly path: readonly string[]; readonly typed: string; readonly isItem: boolean } | undefined {
  const open: { readonly bracket: string; readonly key: string | undefined; readonly start: number }[] = [];
  let key: string | undefined;
  let [start, quote] = [0, ''];
  for (let index = 0; index < content.length; index++) {
    const character = content.charAt(index);
    if (quote !== '') { if (character === quote) quote = ''; continue; }
    if (character === '"' || character === "'") { quote = character; continue; }
    if (character === ':' && /\s|$/.test(content.charAt(index + 1))) { key = /([A-Za-z][\w-]*)$/.exec(content.slice(start, index))?.[1]; start = index + 1; }
    if (character === '{' || character === '[') { open.push({ bracket: character, key, start }); key = undefined; start = index + 1; }
    if (character === ',' && open.length > 0) { key = undefined; start = index + 1; }
    if (character === '}' || character === ']') { open.pop(); key = undefined; start = index + 1; }
  }
  const inner = open.at(-1);
  if (inner === undefined) return undefined;
  const path = open.flatMap(one => one.key ?? []);
  const typed = content.slice(start).trimStart();
  if (key !== undefined) return { isValue: true, path: [...path, key], typed, isItem: false };
  return inner.bracket === '[' ? { isValue: true, path, typed, isItem: true } : { isValue: false, path, typed, isItem: false };
}
