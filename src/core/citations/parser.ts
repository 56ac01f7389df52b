import { alphanumericAt, isBlankAt, skipBlanks, skipBlanksAndLine } from './characters.ts';
import { citekeyAt, type CitekeyToken } from './citekey.ts';
import { entityEnd } from './entities.ts';
import {
  attributesEnd, autolinkEnd, DESTINATION_LIMIT, destinationEnd, escapeEnd, htmlEnd, latexEnd, mathEnd, noteMarkEnd,
} from './leaves.ts';
import { Pairs } from './pairs.ts';

/*
 * The inline grammar of pandoc's Markdown, read for where citations are.
 *
 * What a bracket, a star or a quotation mark means decides whether a citation is there: `[@a, p. 3*] b*` holds none that is
 * bracketed. So this follows pandoc's order of trying, of which the manual (https://pandoc.org/MANUAL.html#pandocs-markdown)
 * tells the rules and `test/core/citations/pandoc.test.ts` the rest. Every reading is kept by its place and circumstances, and
 * a budget ends the readings of a hostile text, which is then read flat: brackets hold no brackets, and nothing else nests.
 */

/** A stretch that is not prose. */
export interface Region { readonly found: 'region'; readonly kind: RegionKind; readonly start: number; readonly end: number }
export type RegionKind = 'code' | 'math' | 'html' | 'link' | 'latex';

export interface RawItem {
  /** First character of the prefix, or of the key where there is none; blanks may come first. */
  readonly start: number;
  readonly prefixEnd: number;
  readonly key: CitekeyToken;
  readonly suffixStart: number;
  readonly suffixEnd: number;
}
/** A cluster with offsets in the paragraph. */
export interface RawCluster { readonly found: 'cluster'; readonly start: number; readonly end: number; readonly bracketed: boolean; readonly items: readonly RawItem[] }
export type Found = Region | RawCluster;

export interface ParseOptions {
  /** Labels of the document's link reference definitions and headings, in lower case: `@key [label]` is then no locator. */
  readonly linkLabels?: ReadonlySet<string> | undefined;
  /** Labels of numbered examples, `(@label)`, which refer to the example and cite nothing. */
  readonly exampleLabels?: ReadonlySet<string> | undefined;
}

const DEPTH_LIMIT = 80;
const NESTED_BRACKETS_LIMIT = 12;
const STEPS_PER_CHARACTER = 60;
class Exhausted extends Error {}

/** What all readings of one paragraph share. */
interface Shared {
  readonly options: ParseOptions;
  stepsLeft: number;
  readonly isFlat: boolean;
}

/** What is found in one paragraph, which has `\n` as its only line end and no blank line. In the order of the text. */
export function parseParagraph(text: string, options: ParseOptions = {}): Found[] {
  const read = (isFlat: boolean) => {
    const stepsLeft = isFlat ? Infinity : 2000 + STEPS_PER_CHARACTER * text.length;
    return new Run(text, 0, { options, stepsLeft, isFlat }, { quote: 0, links: true, depth: 0, nesting: 0 }).all();
  };
  const compare = (a: Found, b: Found) => a.start - b.start || b.end - a.end;
  try {
    return read(false).sort(compare);
  } catch (error) {
    if (!(error instanceof Exhausted)) { throw error; }
    return read(true).sort(compare);
  }
}

/** Inside which quotation marks: none, single or double. */
type Quote = 0 | 1 | 2;
interface Circumstances { readonly quote: Quote; readonly links: boolean; readonly depth: number; readonly nesting: number }
interface Reading { readonly end: number; readonly last: number; readonly found: readonly Found[] }
interface RawList { readonly items: RawItem[]; readonly end: number }

/** Reads one string: a paragraph, or what stands between the brackets of a link, a span or a note. Methods answer an end or -1. */
class Run {
  readonly #text: string;
  readonly #base: number;
  readonly #shared: Shared;
  readonly #links: boolean;
  readonly #nesting: number;
  #quote: Quote;
  #depth: number;
  /** End of the last word: neither a key nor an opening quotation mark stands right after one. */
  #last = -1;
  readonly #found: Found[] = [];
  readonly #memo = new Map<number, Reading>();
  readonly #brackets = new Map<number, number>();
  readonly #pairs: Pairs;
  readonly #lastAt: number;

  constructor(text: string, base: number, shared: Shared, { quote, links, depth, nesting }: Circumstances) {
    this.#text = text;
    this.#base = base;
    this.#shared = shared;
    this.#quote = quote;
    this.#links = links;
    this.#depth = depth;
    this.#nesting = nesting;
    this.#pairs = new Pairs(text);
    this.#lastAt = text.lastIndexOf('@');
  }

  all(): Found[] {
    for (let at = 0; at < this.#text.length;) {
      const end = this.#inline(at);
      at = end < 0 ? at + 1 : end;
    }
    return this.#found;
  }

  /** Does what `read` does, or leaves no trace when it fails. */
  #attempt(read: () => number): number {
    const { length } = this.#found;
    const last = this.#last;
    const quote = this.#quote;
    const end = read();
    this.#quote = quote;
    if (end < 0) { this.#found.length = length; this.#last = last; }
    return end;
  }

  #lookAhead(read: () => number): boolean {
    const { length } = this.#found;
    const last = this.#last;
    const end = this.#attempt(read);
    this.#found.length = length;
    this.#last = last;
    return end >= 0;
  }

  #region(kind: RegionKind, start: number, end: number): number {
    if (end >= 0) { this.#found.push({ found: 'region', kind, start: this.#base + start, end: this.#base + end }); }
    return end;
  }

  #inline(at: number): number {
    if ((this.#shared.stepsLeft -= 1) < 0) { throw new Exhausted(); }
    const text = this.#text;
    switch (text[at]) {
      case undefined: return -1;
      case ' ': case '\t': return this.#whitespace(at);
      case '\n': return this.#endline(at);
      case '`': return this.#or(this.#region('code', at, this.#pairs.codeEnd(at)), at);
      case '$': return this.#math(at);
      case '\\': {
        const escape = escapeEnd(text, at);
        return escape >= 0 ? escape : this.#or(this.#region('latex', at, latexEnd(text, at, this.#pairs)), at);
      }
      case '&': return this.#or(entityEnd(text, at), at);
      case '.': return text.startsWith('...', at) ? at + 3 : this.#word(at);
      case '-': {
        const citation = this.#kept(at, () => this.#textualCitation(at));
        if (citation >= 0) { return citation; }
        return text.startsWith('---', at) ? at + 3 : text.startsWith('--', at) ? at + 2 : at + 1;
      }
      case '@': return this.#kept(at, () => {
        const citation = this.#textualCitation(at);
        return citation >= 0 ? citation : exampleEnd(text, at);
      });
      case '<': return this.#kept(at, () => this.#angle(at));
      case '[': return this.#or(this.#kept(at, () => this.#bracket(at)), at);
      case '!': return this.#or(text[at + 1] === '[' ? this.#kept(at, () => this.#image(at)) : -1, at);
      case '*': case '_': return this.#or(this.#kept(at, () => this.#emphasis(at, text[at]!)), at);
      case '^': return this.#or(this.#kept(at, () => this.#caret(at)), at);
      case '~': return this.#or(this.#kept(at, () => this.#tilde(at)), at);
      case '"': case "'": return this.#or(this.#kept(at, () => this.#quotation(at, text[at]!)), at);
      default: return this.#word(at);
    }
  }

  /** The reading at a place where one is costly, made once for each way of coming there. */
  #kept(at: number, read: () => number): number {
    const key = ((at * 3 + this.#quote) << 1) + (this.#last === at ? 1 : 0);
    const known = this.#memo.get(key);
    if (known) {
      for (const found of known.found) { this.#found.push(found); }
      this.#last = known.last;
      return known.end;
    }
    if (this.#depth >= DEPTH_LIMIT) { return -1; }
    const { length } = this.#found;
    this.#depth += 1;
    const end = this.#attempt(read);
    this.#depth -= 1;
    this.#memo.set(key, { end, last: this.#last, found: this.#found.slice(length) });
    return end;
  }

  /** The end, or else the end of the one character there, which then means itself. */
  #or(end: number, at: number): number {
    return end >= 0 ? end : this.#text.codePointAt(at)! > 0xFFFF ? at + 2 : at + 1;
  }

  #whitespace(at: number): number {
    const end = skipBlanks(this.#text, at);
    if (end - at >= 2 && this.#text[end] === '\n') {
      const line = this.#endline(end);
      if (line >= 0) { return line; }
    }
    return end;
  }

  #endline(at: number): number {
    const end = skipBlanks(this.#text, at + 1);
    return this.#text[end] === '\n' ? -1 : end;
  }

  #word(at: number): number {
    let end = at;
    for (;;) {
      const length = alphanumericAt(this.#text, end);
      if (length > 0) { end += length; }
      else if (this.#text[end] === '.' && this.#text[end + 1] !== '.') { end += 1; }
      else { break; }
    }
    if (end === at) { return this.#or(-1, at); }
    this.#last = end;
    return end;
  }

  #math(at: number): number {
    const end = this.#region('math', at, mathEnd(this.#text, at, this.#pairs));
    if (end < 0) { return at + 1; }
    const isApostrophe = this.#text[end] === "'" && /[^\s\p{P}]/u.test(this.#text.charAt(end + 1));
    return isApostrophe && this.#text[at + 1] !== '$' ? end + 1 : end;
  }

  #angle(at: number): number {
    const link = this.#links ? this.#region('link', at, autolinkEnd(this.#text, at)) : -1;
    if (link >= 0) { return Math.max(link, attributesEnd(this.#text, link)); }
    const tag = this.#region('html', at, htmlEnd(this.#text, at));
    return tag >= 0 ? tag : at + 1;
  }

  // Emphasis: a run of one, two or three marks opens; what never closes is text, and what was read in it stays read.

  #emphasis(at: number, mark: string): number {
    if (this.#shared.isFlat || (mark === '_' && this.#last === at)) { return -1; }
    let end = at;
    while (this.#text[end] === mark) { end += 1; }
    if (this.#text[end] === ' ' || this.#text[end] === '\t') { return this.#whitespace(end); }
    switch (end - at) {
      case 1: return this.#one(end, mark);
      case 2: return this.#two(end, mark);
      case 3: return this.#three(end, mark);
      default: return end;
    }
  }

  #ender(at: number, mark: string, count: 1 | 2 | 3): number {
    if (!this.#text.startsWith(mark.repeat(count), at)) { return -1; }
    return mark === '*' || alphanumericAt(this.#text, at + count) === 0 ? at + count : -1;
  }

  #closed(end: number): number {
    this.#last = end;
    return end;
  }

  #three(at: number, mark: string): number {
    const end = this.#until(at, offset => this.#ender(offset, mark, 1) >= 0);
    const three = this.#ender(end, mark, 3);
    if (three >= 0) { return this.#closed(three); }
    const two = this.#ender(end, mark, 2);
    if (two >= 0) { return this.#one(this.#closed(two), mark); }
    const one = this.#ender(end, mark, 1);
    return one >= 0 ? this.#two(this.#closed(one), mark) : end;
  }

  #two(at: number, mark: string): number {
    const end = this.#until(at, offset => this.#ender(offset, mark, 2) >= 0);
    const two = this.#ender(end, mark, 2);
    return two >= 0 ? this.#closed(two) : end;
  }

  #one(at: number, mark: string): number {
    let end = at;
    for (;;) {
      end = this.#until(end, offset => this.#ender(offset, mark, 1) >= 0);
      if (!this.#text.startsWith(mark.repeat(2), end) || this.#ender(end + 2, mark, 1) >= 0 || this.#depth >= DEPTH_LIMIT) { break; }
      this.#depth += 1;
      end = this.#two(end + 2, mark);
      this.#depth -= 1;
    }
    const one = this.#ender(end, mark, 1);
    return one >= 0 ? this.#closed(one) : end;
  }

  /** Reads on to where `isEnd` holds or nothing more can be read. */
  #until(at: number, isEnd: (offset: number) => boolean): number {
    let offset = at;
    while (offset < this.#text.length && !isEnd(offset)) {
      const next = this.#inline(offset);
      if (next < 0) { break; }
      offset = next;
    }
    return offset;
  }

  #quotation(at: number, mark: string): number {
    const quote: Quote = mark === '"' ? 2 : 1;
    const text = this.#text;
    if (this.#shared.isFlat || this.#quote === quote || this.#last === at || at + 1 >= text.length || isBlankAt(text, at + 1)) { return -1; }
    const isClose = (offset: number) => text[offset] === mark && (quote === 2 || alphanumericAt(text, offset + 1) === 0);
    if (isClose(at + 1)) { return -1; }
    return this.#attempt(() => {
      this.#quote = quote;
      const end = this.#until(at + 1, isClose);
      return end < text.length && isClose(end) ? end + 1 : -1;
    });
  }

  #caret(at: number): number {
    const text = this.#text;
    if (text[at + 1] === '[') {
      const end = this.#bracketEnd(at + 1);
      if (end >= 0 && text[end] !== '(' && text[end] !== '[' && attributesEnd(text, end) < 0) {
        this.#inner(at + 2, end - 1, this.#links, 0);
        return end;
      }
    }
    return this.#script(at, '^');
  }

  /** Superscript or subscript: no blanks inside. */
  #script(at: number, mark: string): number {
    const text = this.#text;
    if (this.#shared.isFlat) { return -1; }
    for (let offset = at + 1; offset < text.length;) {
      if (text[offset] === mark) {
        this.#inner(at + 1, offset, this.#links, this.#quote);
        return offset + 1;
      }
      const next = Math.max(escapeEnd(text, offset), entityEnd(text, offset), attributesEnd(text, offset));
      if (next < 0 && isBlankAt(text, offset)) { return -1; }
      offset = Math.max(next, offset + 1);
      this.#shared.stepsLeft -= 1;
    }
    return -1;
  }

  #tilde(at: number): number {
    const text = this.#text;
    const isStrikeout = !this.#shared.isFlat && text[at + 1] === '~' && at + 2 < text.length && !isBlankAt(text, at + 2) && text[at + 2] !== '~';
    const struck = isStrikeout ? this.#attempt(() => {
      let offset = at + 2;
      while (offset < text.length && !(text.startsWith('~~', offset) && offset > at + 2)) {
        const next = this.#inline(offset);
        if (next < 0 || ((text[offset] === ' ' || text[offset] === '\t') && text.startsWith('~~', next))) { return -1; }
        offset = next;
      }
      return offset < text.length ? offset + 2 : -1;
    }) : -1;
    return struck >= 0 ? struck : this.#script(at, '~');
  }

  // Brackets

  #bracket(at: number): number {
    const note = noteMarkEnd(this.#text, at);
    if (note >= 0) { return note; }
    const citation = this.#bracketedCitation(at);
    return citation >= 0 ? citation : this.#span(at);
  }

  /** End of `[…]` with brackets balanced, code, math, tags and escapes left aside; -1 for a note mark too. */
  #bracketEnd(at: number): number {
    if (noteMarkEnd(this.#text, at) >= 0) { return -1; }
    const known = this.#brackets.get(at);
    if (known !== undefined) { return known; }
    const text = this.#text;
    const open: number[] = [at];
    let offset = at + 1;
    while (offset < text.length && open.length > 0) {
      switch (text[offset]) {
        case '[': open.push(offset); offset += 1; break;
        case ']': offset += 1; this.#brackets.set(open.pop()!, offset); break;
        case '`': offset = Math.max(this.#pairs.codeEnd(offset), offset + 1); break;
        case '$': offset = Math.max(mathEnd(text, offset, this.#pairs), offset + 1); break;
        case '<': offset = Math.max(htmlEnd(text, offset), offset + 1); break;
        case '\\': offset = Math.max(escapeEnd(text, offset), latexEnd(text, offset, this.#pairs), offset + 1); break;
        case undefined: default: offset += 1;
      }
    }
    this.#shared.stepsLeft -= (offset - at) >> 3;
    for (const unclosed of open) { this.#brackets.set(unclosed, -1); }
    return this.#brackets.get(at) ?? -1;
  }

  /** Reads what stands between brackets as a text of its own. */
  #inner(start: number, end: number, links: boolean, quote: Quote): void {
    if (this.#nesting >= NESTED_BRACKETS_LIMIT) { return; }
    const text = this.#text.slice(start, end);
    if (!/[@`$<\\(]/.test(text)) { return; }
    const run = new Run(text, this.#base + start, this.#shared, { quote, links, depth: this.#depth, nesting: this.#nesting + 1 });
    for (const found of run.all()) { this.#found.push(found); }
  }

  /** A span with attributes, a link, a reference link, or brackets that mean themselves. */
  #span(at: number): number {
    if (this.#shared.isFlat) { return -1; }
    const close = this.#bracketEnd(at);
    if (close < 0) { return -1; }
    const attributes = attributesEnd(this.#text, close);
    if (attributes >= 0) {
      this.#inner(at + 1, close - 1, this.#links, this.#quote);
      return attributes;
    }
    if (!this.#links) { return -1; }
    const destination = this.#destination(close);
    return destination >= 0 ? this.#link(at + 1, close, destination, false) : this.#referenceLink(at, close, at + 1, close - 1);
  }

  #destination(at: number): number {
    const end = destinationEnd(this.#text, at);
    if (end < 0 && this.#text[at] === '(') { this.#shared.stepsLeft -= Math.min(DESTINATION_LIMIT, this.#text.length - at) >> 3; }
    return end;
  }

  #image(at: number): number {
    if (this.#shared.isFlat) { return -1; }
    const close = this.#bracketEnd(at + 1);
    if (close < 0) { return -1; }
    const destination = this.#destination(close);
    return destination >= 0 ? this.#link(at + 2, close, destination, this.#links) : this.#referenceLink(at + 1, close, at + 1, close);
  }

  #link(start: number, close: number, destination: number, links: boolean): number {
    this.#inner(start, close - 1, links, this.#quote);
    this.#region('link', close, destination);
    return Math.max(destination, attributesEnd(this.#text, destination));
  }

  #referenceLink(at: number, close: number, start: number, end: number): number {
    let after = close;
    if (this.#text[close] === '[' && !this.#lookAhead(() => this.#bracketedCitation(close))) { after = Math.max(this.#bracketEnd(close), close); }
    const written = after > close + 2 ? this.#text.slice(close + 1, after - 1) : this.#text.slice(at + 1, close - 1);
    if (this.#isLinkLabel(written)) {
      this.#inner(at + 1, close - 1, false, this.#quote);
      this.#region('link', close, after);
    } else {
      this.#inner(start, end, this.#links, this.#quote);
      if (after > close) { this.#inner(close, after, this.#links, this.#quote); }
    }
    return Math.max(after, attributesEnd(this.#text, after));
  }

  #isLinkLabel(written: string): boolean {
    return this.#shared.options.linkLabels?.has(written.trim().replace(/\s+/g, ' ').toLowerCase()) === true;
  }

  // Citations

  #key(at: number): CitekeyToken | undefined {
    return this.#last === at ? undefined : citekeyAt(this.#text, at);
  }

  #cluster(start: number, end: number, bracketed: boolean, items: readonly RawItem[]): void {
    const base = this.#base;
    this.#found.push({ found: 'cluster', start: base + start, end: base + end, bracketed, items: items.map(item => ({
      start: base + item.start, prefixEnd: base + item.prefixEnd, suffixStart: base + item.suffixStart, suffixEnd: base + item.suffixEnd,
      key: { ...item.key, start: base + item.key.start, end: base + item.key.end },
    })) });
  }

  #bracketedCitation(at: number): number {
    return this.#attempt(() => {
      const list = this.#citationsInBrackets(at);
      if (list === undefined) { return -1; }
      this.#cluster(at, list.end, true, list.items);
      return list.end;
    });
  }

  /** `[see @a, p. 3; @b]`, not followed by what makes it a link or a span. */
  #citationsInBrackets(at: number): RawList | undefined {
    const text = this.#text;
    if (text[at] !== '[' || at > this.#lastAt) { return undefined; }
    if (this.#shared.isFlat) {
      const next = text.slice(at + 1, at + 2000).search(/[[\]]/);
      if (next < 0 || text[at + 1 + next] === '[') { return undefined; }
    }
    const list = this.#citations(skipBlanksAndLine(text, at + 1));
    const close = list === undefined ? -1 : skipBlanksAndLine(text, list.end);
    if (list === undefined || text[close] !== ']') { return undefined; }
    const after = close + 1;
    const isOther = this.#destination(after) >= 0 || attributesEnd(text, after) >= 0 || (text[after] === '[' && this.#bracketEnd(after) >= 0);
    return isOther ? undefined : { items: list.items, end: after };
  }

  #citations(at: number): RawList | undefined {
    const items: RawItem[] = [];
    for (let offset = at; ; offset = skipBlanksAndLine(this.#text, items.at(-1)!.suffixEnd + 1)) {
      const item = this.#citation(offset);
      if (item === undefined) { return undefined; }
      items.push(item);
      if (this.#text[item.suffixEnd] !== ';') { return { items, end: item.suffixEnd }; }
    }
  }

  #citation(at: number): RawItem | undefined {
    const text = this.#text;
    const isKeyNext = (offset: number) => (text[offset] === ';'
      ? citekeyAt(text, skipBlanksAndLine(text, offset + 1)) : this.#key(offset)) !== undefined;
    const prefixEnd = this.#until(at, offset => text[offset] === ']' || text[offset] === ';' || isKeyNext(offset));
    // A bracket that closes before the key is passed over: `[a]@b]` cites `b` with the prefix `a`.
    const key = this.#key(text[prefixEnd] === ']' ? prefixEnd + 1 : prefixEnd);
    if (key === undefined) { return undefined; }
    return { start: at, prefixEnd, key, suffixStart: key.end, suffixEnd: this.#suffix(key.end) };
  }

  #suffix(at: number): number {
    return this.#until(skipBlanksAndLine(this.#text, at), offset => this.#text[offset] === ';' || this.#text[offset] === ']');
  }

  /** `@key`, `-@key`, `@key [p. 33; @other]`. */
  #textualCitation(at: number): number {
    const key = this.#key(at);
    if (key === undefined || this.#shared.options.exampleLabels?.has(key.key) === true) { return -1; }
    const bracket = skipBlanksAndLine(this.#text, key.end);
    let first: RawItem = { start: at, prefixEnd: at, key, suffixStart: key.end, suffixEnd: key.end };
    let rest: RawItem[] = [];
    let end = -1;
    if (this.#text[bracket] === '[' && !this.#isLabelAt(bracket)) {
      end = this.#attempt(() => {
        const list = this.#citationsInBrackets(bracket);
        if (list) { rest = list.items; }
        return list?.end ?? -1;
      });
      if (end < 0) {
        end = this.#attempt(() => {
          const suffixEnd = this.#locatorBracket(bracket, items => { rest = items; });
          if (suffixEnd >= 0) { first = { ...first, suffixStart: bracket + 1, suffixEnd }; }
          return suffixEnd < 0 ? -1 : this.#locatorBracketEnd;
        });
      }
    }
    this.#cluster(at, end < 0 ? key.end : end, false, [first, ...rest]);
    return end < 0 ? key.end : end;
  }

  #locatorBracketEnd = -1;

  /** `[p. 33]` or `[p. 33; @other]` after an in-text key; answers the end of the suffix. */
  #locatorBracket(at: number, setRest: (items: RawItem[]) => void): number {
    const text = this.#text;
    if (text[at + 1] === '^' || (this.#shared.isFlat && !/^\[[^[\]]{0,2000}\]/.test(text.slice(at, at + 2002)))) { return -1; }
    const suffixEnd = this.#suffix(at + 1);
    let end = suffixEnd;
    if (text[end] === ';') {
      const list = this.#citations(skipBlanksAndLine(text, end + 1));
      if (list === undefined) { return -1; }
      setRest(list.items);
      end = list.end;
    }
    end = skipBlanksAndLine(text, end);
    if (text[end] !== ']' || '[({'.includes(text[end + 1] ?? ' ')) { return -1; }
    this.#locatorBracketEnd = end + 1;
    return suffixEnd;
  }

  #isLabelAt(at: number): boolean {
    if (this.#shared.options.linkLabels === undefined) { return false; }
    const end = this.#bracketEnd(at);
    return end >= 0 && this.#isLinkLabel(this.#text.slice(at + 1, end - 1));
  }
}

/** `@label` of a numbered example, or the part of an e-mail address from its `@` on. */
function exampleEnd(text: string, at: number): number {
  let end = at + 1;
  for (;;) {
    const joined = text[end] === '_' || text[end] === '-' ? end + 1 : end;
    const length = alphanumericAt(text, joined);
    if (length === 0) { return end; }
    end = joined + length;
  }
}
