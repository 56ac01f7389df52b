import { alphanumericAt, skipBlanks } from './characters.ts';
import { moved, type Found, type RawCluster, type RegionKind } from './found.ts';
import { mathEnd } from './leaves.ts';
import { Pairs } from './pairs.ts';

/** Deepest nesting of readings, and of brackets within brackets. Past it, a mark means itself. */
export const DEPTH_LIMIT = 80;

export interface ParseOptions {
  /** Labels of the document's link reference definitions and headings, in lower case: `@key [label]` is then no locator. */
  readonly linkLabels?: ReadonlySet<string> | undefined;
  /** Labels of numbered examples, `(@label)`, which refer to the example and cite nothing. */
  readonly exampleLabels?: ReadonlySet<string> | undefined;
}

/** Words of prose up to the next mark that could mean something; read at once because most of a draft is this. */
const PLAIN_WORDS = /[A-Za-z0-9](?:[A-Za-z0-9 ,()]*[A-Za-z0-9])?/y;

/** What all readings of one paragraph share. */
export interface Shared {
  readonly options: ParseOptions;
  /** Left of the budget that keeps the time in proportion to the text. */
  stepsLeft: number;
  /** Whether the budget was spent once: nothing nests any more. */
  readonly isFlat: boolean;
}
/** Thrown when the budget is spent, and caught where the reading began. */
export class Exhausted extends Error {}

/** Inside which quotation marks: none, single or double. */
export type Quote = 0 | 1 | 2;
export interface Circumstances { readonly quote: Quote; readonly links: boolean; readonly depth: number; readonly nesting: number }
interface Reading { readonly end: number; readonly last: number; readonly found: readonly Found[] }

/** The state of reading one string, and what reads words. Methods answer where something ends, or -1 when it is not there. */
export abstract class Reader {
  protected readonly text: string;
  protected readonly base: number;
  protected readonly shared: Shared;
  protected readonly links: boolean;
  protected readonly nesting: number;
  protected quote: Quote;
  protected depth: number;
  /** Where the last word ended, as `wordEnd` tells it: neither a key nor an opening quotation mark stands right after one. */
  protected last = -1;
  protected readonly found: Found[] = [];
  /** Readings by their place and circumstances; most texts have none that is costly. */
  #memo: Map<number, Reading> | undefined;
  #brackets: Map<number, number> | undefined;
  protected readonly pairs: Pairs;
  protected readonly lastAt: number;

  constructor(text: string, base: number, shared: Shared, { quote, links, depth, nesting }: Circumstances) {
    this.text = text;
    this.base = base;
    this.shared = shared;
    this.quote = quote;
    this.links = links;
    this.depth = depth;
    this.nesting = nesting;
    this.pairs = new Pairs(text);
    this.lastAt = text.lastIndexOf('@');
  }

  protected abstract inline(at: number): number;

  /** Ends of brackets by their beginnings, -1 for one that stays open. */
  protected get brackets(): Map<number, number> {
    return this.#brackets ??= new Map<number, number>();
  }

  all(): Found[] {
    for (let at = 0; at < this.text.length;) {
      const end = this.inline(at);
      at = end < 0 ? at + 1 : end;
    }
    return this.found;
  }

  /** Does what `read` does, or leaves no trace when it fails. */
  protected attempt(read: () => number): number {
    const { length } = this.found;
    const last = this.last;
    const quote = this.quote;
    const end = read();
    this.quote = quote;
    if (end < 0) { this.found.length = length; this.last = last; }
    return end;
  }

  protected lookAhead(read: () => number): boolean {
    const { length } = this.found;
    const last = this.last;
    const end = this.attempt(read);
    this.found.length = length;
    this.last = last;
    return end >= 0;
  }

  protected region(kind: RegionKind, start: number, end: number): number {
    if (end >= 0) { this.found.push({ found: 'region', kind, start: this.base + start, end: this.base + end }); }
    return end;
  }

  /** The reading at a place where one is costly, made once for each way of coming there. */
  protected kept(at: number, read: () => number): number {
    const key = ((at * 3 + this.quote) << 1) + (this.isAfterWord(at) ? 1 : 0);
    // A word's end in a deeper string may count there: such a reading is not kept.
    const isKept = this.last < 0 || (this.last & 15) <= this.nesting;
    const known = isKept ? this.#memo?.get(key) : undefined;
    if (known) {
      for (const found of known.found) { this.found.push(found); }
      this.last = known.last;
      return known.end;
    }
    if (this.depth >= DEPTH_LIMIT) { return -1; }
    const { length } = this.found;
    this.depth += 1;
    const end = this.attempt(read);
    this.depth -= 1;
    if (isKept) { (this.#memo ??= new Map<number, Reading>()).set(key, { end, last: this.last, found: this.found.slice(length) }); }
    return end;
  }

  /** The end, or else the end of the one character there, which then means itself. */
  protected or(end: number, at: number): number {
    return end >= 0 ? end : this.text.codePointAt(at)! > 0xFFFF ? at + 2 : at + 1;
  }

  /**
   * A word's end together with the depth of the string that it stands in. Pandoc keeps one place for all strings at a depth, so
   * that in `x^ab^^12@c^` the key stands "after a word".
   */
  protected wordEnd(at: number): number {
    return at * 16 + this.nesting;
  }

  protected isAfterWord(at: number): boolean {
    return this.last === this.wordEnd(at);
  }

  protected whitespace(at: number): number {
    const end = skipBlanks(this.text, at);
    if (end - at >= 2 && this.text[end] === '\n') {
      const line = this.endline(end);
      if (line >= 0) { return line; }
    }
    return end;
  }

  protected endline(at: number): number {
    const end = skipBlanks(this.text, at + 1);
    return this.text[end] === '\n' ? -1 : end;
  }

  protected word(at: number): number {
    PLAIN_WORDS.lastIndex = at;
    let end = PLAIN_WORDS.test(this.text) ? PLAIN_WORDS.lastIndex : at;
    for (;;) {
      const length = alphanumericAt(this.text, end);
      if (length > 0) { end += length; }
      else if (this.text[end] === '.' && this.text[end + 1] !== '.') { end += 1; }
      else { break; }
    }
    if (end === at) { return this.or(-1, at); }
    this.last = this.wordEnd(end);
    return end;
  }

  protected math(at: number): number {
    const end = this.region('math', at, mathEnd(this.text, at, this.pairs));
    if (end < 0) { return at + 1; }
    const isApostrophe = this.text[end] === "'" && /[^\s\p{P}]/u.test(this.text.charAt(end + 1));
    return isApostrophe && this.text[at + 1] !== '$' ? end + 1 : end;
  }

  protected cluster(start: number, end: number, bracketed: boolean, items: RawCluster['items']): void {
    this.found.push(moved({ found: 'cluster', start, end, bracketed, items }, offset => this.base + offset));
  }
}
