import type { Span } from '../text.ts';

/** A list item of an entry's body: `content` without the mark, continuation lines included. */
export interface BodyItem {
  readonly span: Span;
  readonly content: Span;
  readonly children: readonly { readonly span: Span; readonly content: Span }[];
}

export interface Body {
  /** The first paragraph, before any list. */
  readonly summary: Span | undefined;
  readonly items: readonly BodyItem[];
  /** Paragraphs that are neither. Headings, rules and comments only set the file out, and are not among them. */
  readonly stray: readonly Span[];
}

interface Line {
  readonly start: number;
  /** Without the line end and trailing blanks. */
  readonly end: number;
  readonly indent: number;
}

interface Open {
  readonly start: number;
  end: number;
}
interface OpenItem extends Open {
  readonly contentStart: number;
  readonly children: OpenItem[];
}

const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
const LAYOUT = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|<!--.*-->$)/;
/** An item set in by this much or more belongs to the one above it. */
const NESTED = 2;

/**
 * Reads the Markdown body of an entry line by line: a paragraph, then a list with lists under its items.
 * An item goes on over the lines under it until a blank line, and after that as long as lines are set in.
 */
export function readBody(text: string, start: number): Body {
  const items: OpenItem[] = [];
  const stray: Open[] = [];
  let summary: Open | undefined;
  let open: Open | undefined;
  let afterBlank = false;
  for (const { start: from, end, indent } of linesOf(text, start)) {
    if (from === end) { afterBlank = true; continue; }
    const line = text.slice(from - indent, end);
    const mark = ITEM.exec(line);
    const last = items.at(-1);
    if (LAYOUT.test(line)) { open = undefined; afterBlank = true; continue; }
    if (mark !== null) {
      const item: OpenItem = { start: from, contentStart: from - indent + mark[0].length, end, children: [] };
      (last !== undefined && open !== undefined && indent >= NESTED ? last.children : items).push(item);
      open = item;
    } else if (open !== undefined && (!afterBlank || (indent >= NESTED && open !== summary))) {
      open.end = end;
    } else if (summary === undefined && items.length === 0) {
      summary = { start: from, end };
      open = summary;
    } else {
      open = { start: from, end };
      stray.push(open);
    }
    afterBlank = false;
  }
  const content = (item: OpenItem) => ({
    span: { start: item.start, end: item.end }, content: { start: Math.min(item.contentStart, item.end), end: item.end },
  });
  return { summary, stray, items: items.map(item => ({ ...content(item), children: item.children.map(content) })) };
}

function* linesOf(text: string, start: number): Generator<Line> {
  for (let at = start; at < text.length;) {
    const next = text.indexOf('\n', at);
    const lineEnd = next === -1 ? text.length : next;
    let from = at;
    while (from < lineEnd && (text[from] === ' ' || text[from] === '\t')) from++;
    let end = lineEnd;
    while (end > from && (text[end - 1] === ' ' || text[end - 1] === '\t' || text[end - 1] === '\r')) end--;
    yield { start: from, end, indent: from - at };
    at = lineEnd + 1;
  }
}
