import type { Problem, Span } from '../text.ts';
import { problemAt } from './cslItem.ts';
import { t } from '../l10n.ts';

/** An entry as written: values still in LaTeX, strings put together, `@string` names looked up. */
export interface BibtexEntry {
  /** In lower case: `article`. */
  readonly type: string;
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  /** Field names in lower case. */
  readonly fields: ReadonlyMap<string, BibtexField>;
}
export interface BibtexField {
  readonly value: string;
  readonly span: Span;
}
export interface BibtexFile {
  readonly entries: readonly BibtexEntry[];
  readonly problems: readonly Problem[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const HEAD = /@[ \t]*([A-Za-z]+)\s*([{(])/g;
/** An entry at the beginning of a line ends the one before it, closed or not. */
const LINE_HEAD = /^[ \t]*@[ \t]*(?:[A-Za-z]+[ \t]*[{(][ \t]*[^\s,={}()"]+[ \t]*(?:,|$)|(?:string|comment|preamble)[ \t]*[{(])/gim;
/** Longest value, in characters: `@string` names can double themselves without end. */
const VALUE_LIMIT = 1_000_000;
/** What has a meaning between two marks, by the first of them. */
const MARKS: Readonly<Record<string, RegExp>> = { '{': /[{}\\]/g, '"': /["{}\\]/g, '(': /[(){}\\]/g };
const BLANKS = /\s*/y;
/** Characters that `@string` names of one file may stand for in all: some tens of bytes can ask for gigabytes. */
const EXPANSION_LIMIT = 5_000_000;
const NAME = /[^\s,={}()"#%'@\\]+/y;

/**
 * Takes a `.bib` file apart: entries with braces or parentheses, `@string`, `#`, quoted and braced values. What stands between
 * entries is a comment. A broken entry costs only itself, and is told at its place.
 */
export function splitBibtex(text: string): BibtexFile {
  const splitter = new Splitter(text);
  splitter.run();
  return splitter;
}

class Splitter implements BibtexFile {
  readonly entries: BibtexEntry[] = [];
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #strings = new Map<string, string>(MONTHS.map((month, index) => [month, String(index + 1)]));
  readonly #heads: readonly number[];
  #at = 0;
  /** Characters that `@string` names have stood for so far. */
  #expanded = 0;
  /** Where the entry must end at the latest. */
  #limit = 0;

  constructor(text: string) {
    this.#text = text;
    this.#heads = [...text.matchAll(LINE_HEAD)].map(match => match.index + match[0].indexOf('@'));
  }

  run(): void {
    let nextHead = 0;
    HEAD.lastIndex = 0;
    for (let head = HEAD.exec(this.#text); head !== null; head = HEAD.exec(this.#text)) {
      while (nextHead < this.#heads.length && this.#heads[nextHead]! <= head.index) { nextHead += 1; }
      this.#limit = this.#heads[nextHead] ?? this.#text.length;
      this.#at = HEAD.lastIndex;
      const isRead = this.#entry(head[1]!.toLowerCase(), head[2]!, head.index);
      if (!isRead) { this.problems.push(problemAt('unclosed-entry', { start: head.index, end: HEAD.lastIndex }, t('This {0} entry is not closed: a {1} or a quotation mark is missing.', head[1]!, head[2] === '{' ? '}' : ')'), 'error')); }
      HEAD.lastIndex = isRead ? Math.max(this.#at, HEAD.lastIndex) : this.#limit;
    }
  }

  /** Reads from after the opening brace; false when the entry does not end before the next one begins. */
  #entry(type: string, open: string, start: number): boolean {
    const close = open === '{' ? '}' : ')';
    if (type === 'comment' || type === 'preamble') {
      this.#at -= 1;
      return this.#delimited(open, close) !== undefined;
    }
    this.#blanks();
    const keyStart = this.#at;
    const key = type === 'string' ? '' : this.#key();
    const keySpan = { start: keyStart, end: this.#at };
    const fields = new Map<string, BibtexField>();
    for (;;) {
      this.#blanks();
      while (this.#text[this.#at] === ',') { this.#at += 1; this.#blanks(); }
      if (this.#at >= this.#limit) { return false; }
      if (this.#text[this.#at] === close) { this.#at += 1; break; }
      if (!this.#field(fields)) { return false; }
    }
    if (type === 'string') {
      for (const [name, { value }] of fields) { this.#strings.set(name, value); }
    } else if (key === '') {
      this.problems.push(problemAt('missing-key', { start, end: keySpan.end }, t('This {0} entry has no key: write @{1}{key, …}.', type, type), 'error'));
    } else {
      this.entries.push({ type, key, keySpan, span: { start, end: this.#at }, fields });
    }
    return true;
  }

  /** The key up to its comma; empty, and nothing passed over, when a field comes first. */
  #key(): string {
    const match = /[^\s,{}()=]*/y;
    match.lastIndex = this.#at;
    const key = match.exec(this.#text)![0];
    const after = this.#at + key.length;
    if (/^\s*=/.test(this.#text.slice(after, after + 20))) { return ''; }
    this.#at = after;
    return key;
  }

  #field(fields: Map<string, BibtexField>): boolean {
    const start = this.#at;
    const name = this.#name().toLowerCase();
    this.#at = start + name.length;
    this.#blanks();
    if (name === '' || this.#text[this.#at] !== '=') { return this.#stray(start); }
    this.#at += 1;
    const value = this.#value();
    if (value === undefined) { return false; }
    if (!fields.has(name)) { fields.set(name, { value, span: { start, end: this.#at } }); }
    this.#blanks();
    const next = this.#text.charAt(this.#at);
    if (next !== ',' && next !== '}' && this.#at < this.#limit && /\p{L}/u.test(next)) {
      this.problems.push(problemAt('missing-comma', { start: this.#at, end: this.#at + 1 }, t('A comma is missing after the field {0}.', name)));
    }
    return true;
  }

  /** What is no field is passed over up to the next comma, and told. */
  #stray(start: number): boolean {
    const end = /[,\n}]/g;
    end.lastIndex = Math.max(this.#at, start);
    const stop = end.exec(this.#text)?.index ?? this.#limit;
    this.#at = Math.min(this.#limit, this.#text[stop] === '}' ? stop : stop + 1);
    if (this.#at <= start) { this.#at = start + 1; }
    this.problems.push(problemAt('bad-field', { start, end: this.#at }, t('This is no field: a field is written name = {value}.')));
    return true;
  }

  #value(): string | undefined {
    let value = '';
    for (;;) {
      this.#blanks();
      const part = this.#part();
      if (part === undefined) { return undefined; }
      if (value.length + part.length <= VALUE_LIMIT) { value += part; }
      this.#blanks();
      if (this.#text[this.#at] !== '#') { return value; }
      this.#at += 1;
    }
  }

  #part(): string | undefined {
    if (this.#text[this.#at] === '{') { return this.#delimited('{', '}'); }
    if (this.#text[this.#at] === '"') { return this.#delimited('"', '"'); }
    const word = this.#name();
    this.#at += word.length;
    const string = this.#strings.get(word.toLowerCase());
    if (string === undefined || this.#expanded > EXPANSION_LIMIT) { return word; }
    this.#expanded += string.length;
    if (this.#expanded > EXPANSION_LIMIT) { this.problems.push(problemAt('too-large-strings', { start: this.#at - word.length, end: this.#at }, t('The @string names of this file stand for more than {0} million characters: from here on they are left as they are.', EXPANSION_LIMIT / 1e6), 'error')); }
    return string;
  }

  /** The name that stands here; empty when none does. */
  #name(): string {
    NAME.lastIndex = this.#at;
    return NAME.test(this.#text) ? this.#text.slice(this.#at, NAME.lastIndex) : '';
  }

  /** What stands between two marks, braces inside balanced; `undefined` when the second does not come. */
  #delimited(open: string, close: string): string | undefined {
    const start = this.#at + 1;
    const marks = MARKS[open]!;
    let depth = 0;
    marks.lastIndex = start;
    while (marks.test(this.#text) && marks.lastIndex <= this.#limit) {
      const index = marks.lastIndex - 1;
      const mark = this.#text[index];
      if (depth === 0 && mark === close) {
        this.#at = index + 1;
        return this.#text.slice(start, index);
      }
      if (mark === '\\') { marks.lastIndex += 1; }
      else if (mark === '{' || (mark === open && open === '(')) { depth += 1; }
      else if (mark === '}' || (mark === close && close === ')')) { depth = Math.max(0, depth - 1); }
    }
    return undefined;
  }

  #blanks(): void {
    for (;;) {
      let code = this.#text.charCodeAt(this.#at);
      while (code === 32 || code === 10 || code === 13 || code === 9) { code = this.#text.charCodeAt(++this.#at); }
      // Other blanks of Unicode are rare.
      if (code > 127 || code === 11 || code === 12) {
        BLANKS.lastIndex = this.#at;
        BLANKS.test(this.#text);
        this.#at = BLANKS.lastIndex;
      }
      this.#at = Math.min(this.#at, this.#limit);
      // Between fields, `%` begins a comment for many writers.
      if (this.#text[this.#at] !== '%' || this.#at >= this.#limit) { return; }
      const line = this.#text.indexOf('\n', this.#at);
      this.#at = line < 0 ? this.#limit : Math.min(line, this.#limit);
    }
  }
}
