import { isBlankAt, matchEnd, skipBlanksAndLine } from './characters.ts';
import { citekeyAt, type CitekeyToken } from './citekey.ts';
import { entityEnd } from './entities.ts';
import { moved, Unescaped, type Found, type RawItem } from './found.ts';
import {
  attributesEnd, autolinkEnd, DESTINATION_LIMIT, destinationEnd, escapeEnd, exampleEnd, htmlEnd, latexEnd, mathEnd, noteMarkEnd,
} from './leaves.ts';
import { Exhausted, type ParseOptions, type Quote } from './reader.ts';
import { StyleReader } from './styles.ts';

/*
 * The inline grammar of pandoc's Markdown, read for where citations are.
 *
 * What a bracket, a star or a quotation mark means decides whether a citation is there: `[@a, p. 3*] b*` holds none that is
 * bracketed. So this follows pandoc's order of trying, of which the manual (https://pandoc.org/MANUAL.html#pandocs-markdown)
 * tells the rules and `test/core/citations/pandoc.test.ts` the rest. Every reading is kept by its place and circumstances, and
 * a budget ends the readings of a hostile text, which is then read flat: brackets hold no brackets, and nothing else nests.
 */

/** What every citation and every region has one of. */
const MAY_HOLD_SOMETHING = /[@`$<\\]|\][([]/;
const SPAN_TAG = /^<span[\s>]/i;
const SPAN_CLOSE = /<\/span\s*>/iy;
const NESTED_BRACKETS_LIMIT = 12;
/** Prose takes one or two; a short text has the rest to spare. */
const STEPS_PER_CHARACTER = 8;
const STEPS_TO_SPARE = 4000;

/** What is found in one paragraph, which has `\n` as its only line end and no blank line. In the order of the text. */
export function parseParagraph(text: string, options: ParseOptions = {}): Found[] {
  if (!MAY_HOLD_SOMETHING.test(text)) { return []; }
  const read = (isFlat: boolean) => {
    const stepsLeft = isFlat ? Infinity : STEPS_TO_SPARE + STEPS_PER_CHARACTER * text.length;
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

interface RawList { readonly items: RawItem[]; readonly end: number }

/** Reads one string: a paragraph, or what stands between the brackets of a link, a span or a note. */
class Run extends StyleReader {
  protected inline(at: number): number {
    if ((this.shared.stepsLeft -= 1) < 0) { throw new Exhausted(); }
    const text = this.text;
    switch (text[at]) {
      case undefined: return -1;
      case ' ': case '\t': return this.whitespace(at);
      case '\n': return this.endline(at);
      case '`': return this.or(this.region('code', at, this.pairs.codeEnd(at)), at);
      case '$': return this.math(at);
      case '\\': {
        const escape = escapeEnd(text, at);
        return escape >= 0 ? escape : this.or(this.region('latex', at, latexEnd(text, at, this.pairs)), at);
      }
      case '&': return this.or(entityEnd(text, at), at);
      case '.': return text.startsWith('...', at) ? at + 3 : this.word(at);
      case '-': {
        const citation = this.kept(at, () => this.textualCitation(at));
        if (citation >= 0) { return citation; }
        return text.startsWith('---', at) ? at + 3 : text.startsWith('--', at) ? at + 2 : at + 1;
      }
      case '@': return this.kept(at, () => {
        const citation = this.textualCitation(at);
        return citation >= 0 ? citation : exampleEnd(text, at);
      });
      case '<': return this.kept(at, () => this.angle(at));
      case '[': return this.or(this.kept(at, () => this.bracket(at)), at);
      case '!': return this.or(text[at + 1] === '[' ? this.kept(at, () => this.image(at)) : -1, at);
      case '*': case '_': return this.or(this.kept(at, () => this.emphasis(at, text[at]!)), at);
      case '^': return this.or(this.kept(at, () => this.caret(at)), at);
      case '~': return this.or(this.kept(at, () => this.tilde(at)), at);
      case '"': case "'": return this.or(this.kept(at, () => this.quotation(at, text[at]!)), at);
      default: return this.word(at);
    }
  }

  private angle(at: number): number {
    const link = this.links ? this.region('link', at, autolinkEnd(this.text, at)) : -1;
    if (link >= 0) { return Math.max(link, attributesEnd(this.text, link)); }
    const tag = this.region('html', at, htmlEnd(this.text, at, this.pairs));
    const span = tag >= 0 && !this.shared.isFlat && SPAN_TAG.test(this.text.slice(at, at + 6)) ? this.attempt(() => this.spanContent(tag)) : -1;
    return Math.max(span, tag, at + 1);
  }

  /** What stands between `<span>` and `</span>`, which hides brackets that close inside. */
  private spanContent(at: number): number {
    const closeEnd = (offset: number) => matchEnd(SPAN_CLOSE, this.text, offset);
    const end = this.until(at, offset => this.text[offset] === '<' && closeEnd(offset) >= 0);
    return this.region('html', end, closeEnd(end));
  }

  private caret(at: number): number {
    const text = this.text;
    if (text[at + 1] === '[') {
      const end = this.bracketEnd(at + 1);
      if (end >= 0 && text[end] !== '(' && text[end] !== '[' && attributesEnd(text, end) < 0) {
        this.inner(at + 2, end - 1, this.links, 0);
        return end;
      }
    }
    return this.script(at, '^');
  }

  /** Superscript or subscript: no blanks inside. Escapes count before what is inside is read, so `^\@a^` holds a citation. */
  private script(at: number, mark: string): number {
    const text = this.text;
    if (this.shared.isFlat) { return -1; }
    const content = new Unescaped();
    for (let offset = at + 1; offset < text.length;) {
      if (text[offset] === mark) {
        this.inside(content.text, inner => this.base + (content.origins[inner] ?? offset), this.links, this.quote);
        return offset + 1;
      }
      const escape = escapeEnd(text, offset);
      const entity = entityEnd(text, offset);
      const attributes = attributesEnd(text, offset);
      if (escape >= 0) { content.add(text.slice(offset + 1, escape), offset); }
      else if (entity >= 0) { content.add('&', offset); }
      else if (attributes >= 0) { for (let inner = offset; inner < attributes; inner += 1) { content.add(text.charAt(inner), inner); } }
      else if (isBlankAt(text, offset)) { return -1; }
      else { content.add(text.charAt(offset), offset); }
      offset = Math.max(escape, entity, attributes, offset + 1);
      this.shared.stepsLeft -= 1;
    }
    return -1;
  }

  private tilde(at: number): number {
    const struck = this.strikeout(at);
    return struck >= 0 ? struck : this.script(at, '~');
  }

  // Brackets

  private bracket(at: number): number {
    const note = noteMarkEnd(this.text, at);
    if (note >= 0) { return note; }
    const citation = this.bracketedCitation(at);
    return citation >= 0 ? citation : this.span(at);
  }

  /** As `bracketEnd`, but a note mark is no label. */
  private labelEnd(at: number): number {
    return noteMarkEnd(this.text, at) >= 0 ? -1 : this.bracketEnd(at);
  }

  /** End of `[…]` with brackets balanced, code, math, tags and escapes left aside. */
  private bracketEnd(at: number): number {
    const known = this.brackets.get(at);
    if (known !== undefined) { return known; }
    const text = this.text;
    const open: number[] = [at];
    let offset = at + 1;
    while (offset < text.length && open.length > 0) {
      switch (text[offset]) {
        case '[': open.push(offset); offset += 1; break;
        case ']': offset += 1; this.brackets.set(open.pop()!, offset); break;
        case '`': offset = Math.max(this.pairs.codeEnd(offset), offset + 1); break;
        case '$': offset = Math.max(mathEnd(text, offset, this.pairs), offset + 1); break;
        case '<': offset = Math.max(htmlEnd(text, offset, this.pairs), offset + 1); break;
        case '\\': offset = Math.max(escapeEnd(text, offset), latexEnd(text, offset, this.pairs), offset + 1); break;
        case undefined: default: offset += 1;
      }
    }
    this.shared.stepsLeft -= (offset - at) >> 3;
    for (const unclosed of open) { this.brackets.set(unclosed, -1); }
    return this.brackets.get(at) ?? -1;
  }

  /** Reads what stands between brackets as a text of its own. */
  private inner(start: number, end: number, links: boolean, quote: Quote): void {
    this.inside(this.text.slice(start, end), inner => this.base + start + inner, links, quote);
  }

  private inside(text: string, origin: (offset: number) => number, links: boolean, quote: Quote): void {
    if (this.nesting >= NESTED_BRACKETS_LIMIT) { return; }
    const run = new Run(text, 0, this.shared, { quote, links, depth: this.depth, nesting: this.nesting + 1 });
    run.last = this.last;
    for (const found of run.all()) { this.found.push(moved(found, origin)); }
    this.last = run.last;
  }

  /** As `inner`, for brackets that turn out to mean themselves: a word before them has no bearing on what is in them. */
  private innerAlone(start: number, end: number): void {
    const { last } = this;
    this.last = -1;
    this.inner(start, end, this.links, this.quote);
    if (this.last < 0) { this.last = last; }
  }

  /** A span with attributes, a link, a reference link, or brackets that mean themselves. */
  private span(at: number): number {
    if (this.shared.isFlat) { return -1; }
    const close = this.labelEnd(at);
    if (close < 0) { return -1; }
    const attributes = attributesEnd(this.text, close);
    if (attributes >= 0) {
      this.inner(at + 1, close - 1, this.links, this.quote);
      return attributes;
    }
    if (!this.links) { return -1; }
    const destination = this.destination(close);
    return destination >= 0 ? this.link(at + 1, close, destination, false) : this.referenceLink(at, close, at + 1, close - 1);
  }

  private destination(at: number): number {
    const end = destinationEnd(this.text, at);
    if (end < 0 && this.text[at] === '(') { this.shared.stepsLeft -= Math.min(DESTINATION_LIMIT, this.text.length - at) >> 3; }
    return end;
  }

  private image(at: number): number {
    if (this.shared.isFlat) { return -1; }
    const close = this.labelEnd(at + 1);
    if (close < 0) { return -1; }
    const destination = this.destination(close);
    return destination >= 0 ? this.link(at + 2, close, destination, this.links) : this.referenceLink(at + 1, close, at + 1, close);
  }

  private link(start: number, close: number, destination: number, links: boolean): number {
    this.inner(start, close - 1, links, this.quote);
    this.region('link', close, destination);
    return Math.max(destination, attributesEnd(this.text, destination));
  }

  private referenceLink(at: number, close: number, start: number, end: number): number {
    let after = close;
    if (this.text[close] === '[' && !this.lookAhead(() => this.bracketedCitation(close))) { after = Math.max(this.labelEnd(close), close); }
    const written = after > close + 2 ? this.text.slice(close + 1, after - 1) : this.text.slice(at + 1, close - 1);
    if (this.isLinkLabel(written)) {
      this.inner(at + 1, close - 1, false, this.quote);
      this.region('link', close, after);
    } else {
      this.innerAlone(start, end);
      if (after > close) { this.innerAlone(close, after); }
    }
    return Math.max(after, attributesEnd(this.text, after));
  }

  private isLinkLabel(written: string): boolean {
    return this.shared.options.linkLabels?.has(written.trim().replace(/\s+/g, ' ').toLowerCase()) === true;
  }

  // Citations

  private key(at: number): CitekeyToken | undefined {
    return this.isAfterWord(at) ? undefined : citekeyAt(this.text, at);
  }

  private bracketedCitation(at: number): number {
    return this.attempt(() => {
      const list = this.citationsInBrackets(at);
      if (list === undefined) { return -1; }
      this.cluster(at, list.end, true, list.items);
      return list.end;
    });
  }

  /** `[see @a, p. 3; @b]`, not followed by what makes it a link or a span. */
  private citationsInBrackets(at: number): RawList | undefined {
    const text = this.text;
    if (text[at] !== '[' || at > this.lastAt) { return undefined; }
    if (this.shared.isFlat) {
      const next = text.slice(at + 1, at + 2000).search(/[[\]]/);
      if (next < 0 || text[at + 1 + next] === '[') { return undefined; }
    }
    const list = this.citations(skipBlanksAndLine(text, at + 1));
    const close = list === undefined ? -1 : skipBlanksAndLine(text, list.end);
    if (list === undefined || text[close] !== ']') { return undefined; }
    const after = close + 1;
    const isOther = this.destination(after) >= 0 || attributesEnd(text, after) >= 0 || (text[after] === '[' && this.labelEnd(after) >= 0);
    return isOther ? undefined : { items: list.items, end: after };
  }

  private citations(at: number): RawList | undefined {
    const items: RawItem[] = [];
    for (let offset = at; ; offset = skipBlanksAndLine(this.text, items.at(-1)!.suffixEnd + 1)) {
      const item = this.citation(offset);
      if (item === undefined) { return undefined; }
      items.push(item);
      if (this.text[item.suffixEnd] !== ';') { return { items, end: item.suffixEnd }; }
    }
  }

  private citation(at: number): RawItem | undefined {
    const text = this.text;
    const isKeyNext = (offset: number) => (text[offset] === ';'
      ? citekeyAt(text, skipBlanksAndLine(text, offset + 1)) : this.key(offset)) !== undefined;
    const prefixEnd = this.until(at, offset => text[offset] === ']' || text[offset] === ';' || isKeyNext(offset));
    // A bracket that closes before the key is passed over: `[a]@b]` cites `b` with the prefix `a`.
    const key = this.key(text[prefixEnd] === ']' ? prefixEnd + 1 : prefixEnd);
    if (key === undefined) { return undefined; }
    return { start: at, prefixEnd, key, suffixStart: key.end, suffixEnd: this.suffix(key.end) };
  }

  private suffix(at: number): number {
    return this.until(skipBlanksAndLine(this.text, at), offset => this.text[offset] === ';' || this.text[offset] === ']');
  }

  /** `@key`, `-@key`, `@key [p. 33; @other]`. */
  private textualCitation(at: number): number {
    const key = this.key(at);
    if (key === undefined || this.shared.options.exampleLabels?.has(key.key) === true) { return -1; }
    const bracket = skipBlanksAndLine(this.text, key.end);
    let first: RawItem = { start: at, prefixEnd: at, key, suffixStart: key.end, suffixEnd: key.end };
    let rest: RawItem[] = [];
    let end = -1;
    if (this.text[bracket] === '[' && !this.isLabelAt(bracket)) {
      end = this.attempt(() => {
        const list = this.citationsInBrackets(bracket);
        if (list) { rest = list.items; }
        return list?.end ?? -1;
      });
      if (end < 0) {
        end = this.attempt(() => {
          const suffixEnd = this.locatorBracket(bracket, items => { rest = items; });
          if (suffixEnd >= 0) { first = { ...first, suffixStart: bracket + 1, suffixEnd }; }
          return suffixEnd < 0 ? -1 : this.locatorBracketEnd;
        });
      }
    }
    this.cluster(at, end < 0 ? key.end : end, false, end < 0 ? [{ ...first, suffixStart: key.end, suffixEnd: key.end }] : [first, ...rest]);
    return end < 0 ? key.end : end;
  }

  private locatorBracketEnd = -1;

  /** `[p. 33]` or `[p. 33; @other]` after an in-text key; answers the end of the suffix. */
  private locatorBracket(at: number, setRest: (items: RawItem[]) => void): number {
    const text = this.text;
    if (text[at + 1] === '^' || (this.shared.isFlat && !/^\[[^[\]]{0,2000}\]/.test(text.slice(at, at + 2002)))) { return -1; }
    const suffixEnd = this.suffix(at + 1);
    let end = suffixEnd;
    if (text[end] === ';') {
      const list = this.citations(skipBlanksAndLine(text, end + 1));
      if (list === undefined) { return -1; }
      setRest(list.items);
      end = list.end;
    }
    end = skipBlanksAndLine(text, end);
    if (text[end] !== ']' || '[({'.includes(text[end + 1] ?? ' ')) { return -1; }
    this.locatorBracketEnd = end + 1;
    return suffixEnd;
  }

  private isLabelAt(at: number): boolean {
    if (this.shared.options.linkLabels === undefined) { return false; }
    const end = this.labelEnd(at);
    return end >= 0 && this.isLinkLabel(this.text.slice(at + 1, end - 1));
  }
}
