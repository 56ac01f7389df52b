import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './yaml.ts';

/*
 * Nearly all front matter is plain: tables and lists set in by blanks, values on one line. The `yaml` library takes about
 * half a millisecond for each file of it, too long for hundreds of files at once, so the plain part is read here. Whatever
 * is not plainly one thing (block scalars, anchors, tags, escapes, any fault) is left to the
 * library; `test/core/corpus/plainYaml.test.ts` holds the two equal.
 */

/** Tabs, controls, byte order marks and lone carriage returns are left to the library, whatever they mean there. */
const UNUSUAL = /[^\n\r\x20-\x7e\xa0-\ufefe\uff00-\uffff]|\r(?!\n)/;
const MAX_DEPTH = 20;
const NOT_FIRST = new Set('-?:,[]{}#&*!|>\'"%@`');
const NULL = /^(?:~|null|Null|NULL)$/;

interface Line {
  readonly start: number;
  /** Without blanks at the end. */
  readonly end: number;
  readonly indent: number;
}

/** What the reader throws at itself when a text is not plain; never seen outside. */
const NOT_PLAIN = Symbol('not plain');

/** Reads plain YAML between two offsets; `undefined` when the library has to. */
export function readPlainYaml(text: string, start: number, end: number): YamlMap | undefined {
  if (UNUSUAL.test(text.slice(start, end))) return undefined;
  try {
    return new PlainReader(text, linesOf(text, start, end)).readDocument();
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

/** All lines but blank ones and those that are a comment. */
function linesOf(text: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  for (let at = start; at < end;) {
    const next = text.indexOf('\n', at);
    const lineEnd = next === -1 || next > end ? end : next;
    let from = at;
    while (from < lineEnd && text[from] === ' ') from++;
    let to = lineEnd;
    while (to > from && (text[to - 1] === ' ' || text[to - 1] === '\r')) to--;
    if (to > from && text[from] !== '#') lines.push({ start: from, end: to, indent: from - at });
    at = lineEnd + 1;
  }
  return lines;
}

class PlainReader {
  readonly #text: string;
  readonly #lines: Line[];
  #line = 0;
  #depth = 0;

  constructor(text: string, lines: Line[]) {
    this.#text = text;
    this.#lines = lines;
  }

  readDocument(): YamlMap {
    const first = this.#lines[0];
    if (first?.indent !== 0 || this.#startsItem(first)) return leave();
    const root = this.#map(0);
    return this.#line === this.#lines.length ? root : leave();
  }

  #block(indent: number): YamlNode {
    if (++this.#depth > MAX_DEPTH) return leave();
    const block = this.#startsItem(this.#lines[this.#line]!) ? this.#list(indent) : this.#map(indent);
    this.#depth--;
    return block;
  }

  #map(indent: number): YamlMap {
    const entries = new Map<string, YamlEntry>();
    const start = this.#lines[this.#line]!.start;
    let end = start;
    for (let line = this.#lines[this.#line]; line?.indent === indent && !this.#startsItem(line); line = this.#lines[this.#line]) {
      const colon = this.#colon(line.start, line.end);
      const key = this.#plain(line.start, colon);
      if (key.text === undefined || entries.has(key.text)) return leave();
      const value = this.#value(line, colon + 1, key);
      entries.set(key.text, { key: key.span, value });
      end = value.span.end;
    }
    if ((this.#lines[this.#line]?.indent ?? 0) > indent) return leave();
    return { kind: 'map', entries, span: { start, end } };
  }

  /** What stands behind the colon, or on the lines under it, set in; a list may begin right under its key. */
  #value(line: Line, afterColon: number, key: YamlScalar): YamlNode {
    const first = this.#skip(afterColon, line.end);
    const start = this.#text[first] === '#' ? line.end : first;
    this.#line++;
    const next = this.#lines[this.#line];
    if (start < line.end) {
      if (line.end - start === 2 && this.#text.startsWith('>-', start)) return this.#folded(line, start);
      if (next !== undefined && next.indent > line.indent) return leave();
      return this.#inline(start, line.end);
    }
    if (next !== undefined && (next.indent > line.indent || (next.indent === line.indent && this.#startsItem(next)))) return this.#block(next.indent);
    return { kind: 'scalar', text: undefined, span: key.span, textStart: undefined };
  }

  /** A text under `>-`, all of its lines set in alike and none of them blank: its lines become one. */
  #folded(head: Line, start: number): YamlScalar {
    const parts: string[] = [];
    let last = head;
    for (let line = this.#lines[this.#line]; line !== undefined && line.indent > head.indent; line = this.#lines[this.#line]) {
      const between = this.#text.slice(last.end, line.start - line.indent);
      if (!/^\r?\n$/.test(between) || line.indent !== this.#lines[this.#line - parts.length]!.indent) return leave();
      parts.push(this.#text.slice(line.start, line.end));
      last = line;
      this.#line++;
    }
    // What follows may be a line that looks like a comment, and is text.
    if (parts.length === 0 || !/^\r?\n?(?![\r\n #])/.test(this.#text.slice(last.end, last.end + 3))) return leave();
    return { kind: 'scalar', text: parts.join(' '), span: { start, end: last.end }, textStart: undefined };
  }

  #list(indent: number): YamlList {
    const items: YamlNode[] = [];
    const start = this.#lines[this.#line]!.start;
    for (let line = this.#lines[this.#line]; line?.indent === indent && this.#startsItem(line); line = this.#lines[this.#line]) {
      const from = this.#skip(line.start + 1, line.end);
      if (from === line.end || (this.#text[from] === '-' && this.#startsItem({ ...line, start: from }))) return leave();
      if (this.#isKey(from, line.end)) {
        const inner = indent + from - line.start;
        this.#lines[this.#line] = { start: from, end: line.end, indent: inner };
        items.push(this.#block(inner));
      } else {
        items.push(this.#inline(from, line.end));
        this.#line++;
      }
    }
    const next = this.#lines[this.#line];
    if (next !== undefined && next.indent > indent) return leave();
    return { kind: 'list', items, span: { start, end: items.at(-1)!.span.end } };
  }

  #inline(start: number, end: number): YamlNode {
    const sign = this.#text[start];
    if (sign !== '"' && sign !== "'" && sign !== '[' && sign !== '{') return this.#plain(start, this.#withoutComment(start, end));
    const { node, next } = this.#flow(start, end, 0);
    return next === end || (this.#text[next] === ' ' && this.#text[this.#skip(next, end)] === '#') ? node : leave();
  }

  /** A quoted text, a list or a table on one line; `next` is the offset behind it. */
  #flow(start: number, end: number, depth: number): { readonly node: YamlNode; readonly next: number } {
    const sign = this.#text[start];
    if (depth > MAX_DEPTH) return leave();
    if (sign === '"' || sign === "'") return this.#quoted(start, end, sign);
    if (sign === '[') return this.#flowList(start, end, depth);
    if (sign === '{') return this.#flowMap(start, end, depth);
    let next = start;
    while (next < end && !',]}[{'.includes(this.#text[next]!)) next++;
    let last = next;
    while (last > start && this.#text[last - 1] === ' ') last--;
    const node = this.#plain(start, last);
    return node.text?.includes(':') === true ? leave() : { node, next };
  }

  #quoted(start: number, end: number, mark: string): { readonly node: YamlScalar; readonly next: number } {
    const close = this.#text.indexOf(mark, start + 1);
    if (close === -1 || close >= end || this.#text[close + 1] === mark) return leave();
    const text = this.#text.slice(start + 1, close);
    if (mark === '"' && text.includes('\\')) return leave();
    return { node: { kind: 'scalar', text, span: { start, end: close + 1 }, textStart: start + 1 }, next: close + 1 };
  }

  #flowList(start: number, end: number, depth: number): { readonly node: YamlList; readonly next: number } {
    const items: YamlNode[] = [];
    for (let at = start + 1; ;) {
      const { node, next } = this.#flow(this.#skip(at, end), end, depth + 1);
      items.push(node);
      const after = this.#skip(next, end);
      if (this.#text[after] === ']' && after < end) return { node: { kind: 'list', items, span: { start, end: after + 1 } }, next: after + 1 };
      if (this.#text[after] !== ',' || after >= end) return leave();
      at = after + 1;
    }
  }

  #flowMap(start: number, end: number, depth: number): { readonly node: YamlMap; readonly next: number } {
    const entries = new Map<string, YamlEntry>();
    for (let at = start + 1; ;) {
      const from = this.#skip(at, end);
      const colon = this.#colon(from, end);
      const key = this.#plain(from, colon);
      if (key.text === undefined || /[,[\]{}]/.test(key.text) || entries.has(key.text)) return leave();
      const { node, next } = this.#flow(this.#skip(colon + 1, end), end, depth + 1);
      entries.set(key.text, { key: key.span, value: node });
      const after = this.#skip(next, end);
      if (this.#text[after] === '}' && after < end) return { node: { kind: 'map', entries, span: { start, end: after + 1 } }, next: after + 1 };
      if (this.#text[after] !== ',' || after >= end) return leave();
      at = after + 1;
    }
  }

  /** Where the value ends before a comment behind it, ` # shortened`. */
  #withoutComment(start: number, end: number): number {
    const comment = this.#text.indexOf(' #', start);
    if (comment === -1 || comment >= end) return end;
    let to = comment;
    while (to > start && this.#text[to - 1] === ' ') to--;
    return to;
  }

  #plain(start: number, end: number): YamlScalar {
    const text = this.#text.slice(start, end);
    if (text === '' || NOT_FIRST.has(text[0]!) || text.includes(': ') || text.includes(' #') || text.endsWith(':') || text.endsWith(' ')) return leave();
    const isNull = NULL.test(text);
    return { kind: 'scalar', text: isNull ? undefined : text, span: { start, end }, textStart: isNull ? undefined : start };
  }

  #colon(start: number, end: number): number {
    for (let at = this.#text.indexOf(':', start); at !== -1 && at < end; at = this.#text.indexOf(':', at + 1)) {
      if (at + 1 === end || this.#text[at + 1] === ' ') return at;
    }
    return leave();
  }

  #isKey(start: number, end: number): boolean {
    if (NOT_FIRST.has(this.#text[start]!)) return false;
    const line = this.#text.slice(start, end);
    return line.includes(': ') || line.endsWith(':');
  }

  #startsItem({ start, end }: Line): boolean {
    return this.#text[start] === '-' && (start + 1 === end || this.#text[start + 1] === ' ');
  }

  #skip(at: number, end: number): number {
    let next = at;
    while (next < end && this.#text[next] === ' ') next++;
    return next;
  }
}

function leave(): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw NOT_PLAIN;
}
