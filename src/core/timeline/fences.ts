import { MarkdownIt } from '../markdown.ts';
import { LineMap } from '../draft/lines.ts';
import type { Span } from '../text.ts';

/** A ` ```timeline ` fence of a Markdown text. */
export interface FoundFence {
  /** Its lines, the closing one included, without the last line break. */
  readonly span: Span;
  /** What stands before it on its first line: the `> ` of a quotation, the bullet of a list. */
  readonly prefix: string;
  /** What stands within, without the indentation of what it is in. */
  readonly text: string;
}

// Only the block rules run: what stands in a paragraph is no fence.
const markdown = new MarkdownIt('commonmark');
type Token = ReturnType<typeof markdown.parse>[number];

/** Whether the words after the opening of a fence name a timeline: `timeline`, `timeline wide`, `{.timeline}`. */
export function isTimelineFence(info: string): boolean {
  return /^\s*(?:timeline(?:\s|$)|\{\s*(?:#\S+\s+)?\.timeline[\s}])/u.test(info);
}

/** All timeline fences of a text, in its order. */
export function findFences(text: string): FoundFence[] {
  if (!text.includes('timeline')) { return []; }
  const lines = new LineMap(text, 0, text.length);
  const tokens: Token[] = [];
  markdown.block.parse(lines.normalized, markdown, {}, tokens);
  return tokens.flatMap(token => {
    if (token.type !== 'fence' || token.map === null || !isTimelineFence(token.info)) { return []; }
    const [first, last] = token.map;
    const start = lines.start(first);
    const end = start + text.slice(start, lines.start(last)).trimEnd().length;
    const line = lines.text(first);
    return [{ span: { start, end }, prefix: line.slice(0, line.indexOf(token.markup)), text: token.content }];
  });
}
