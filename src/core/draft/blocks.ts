import { MarkdownIt } from '../markdown.ts';
import { LineMap } from './lines.ts';
import type { BlockKind } from './types.ts';

/** A block before its sentences are read: a leaf of the Markdown, its markers included, the last line break not. */
export interface RawBlock {
  readonly kind: BlockKind;
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

/**
 * A block at the top of a draft with all in it (a list, a quotation) and the empty lines after it. What a piece says does not
 * depend on the pieces around it, so that a draft can be read again from any of them.
 */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly RawBlock[];
}

// Only the block rules run. Without the rule for link definitions a note's body is not taken for one.
const markdown = new MarkdownIt('commonmark').enable('table').disable('reference');
type Token = ReturnType<typeof markdown.parse>[number];

const NOTE = /^ {0,3}\[\^[^\]\s]+\]:/;
/** The body of a definition, `:   …` or `~   …`, goes on in indented paragraphs as a note's does. */
const DEFINITION = /^ {0,3}[:~][ \t]/;
/** https://quarto.org/docs/authoring/markdown-basics.html#divs-and-spans */
const DIV = /^ {0,3}:{3,}/;
const MATH = /^\s*\$\$/;
const LINK_DEFINITION = /^ {0,3}\[[^\]^][^\]]*\]:[ \t]*\S/;
const GRID = /^ {0,3}\+(?:[-=:]+\+)+\s*$/;

/** Length of the YAML at the head of a draft, 0 for none. */
export function frontMatterLength(text: string): number {
  return /^\uFEFF?---[ \t]*\r?\n(?!\s*\n)(?:[\s\S]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
}

/** The pieces of `text[from, to)`; `from` is 0 or the start of a piece. markdown-it says where blocks are. */
export function readPieces(text: string, from: number, to: number): Piece[] {
  const front = from === 0 ? Math.min(to, frontMatterLength(text)) : 0;
  const pieces: { start: number; end: number; blocks: RawBlock[] }[] = [];
  if (front > 0) {
    pieces.push({ start: 0, end: front, blocks: [{ kind: 'front-matter', level: 0, start: 0, end: withoutLineBreak(text, 0, front) }] });
  }
  const lines = new LineMap(text, from + front, to);
  const tokens: Token[] = [];
  markdown.block.parse(lines.normalized, markdown, {}, tokens);
  const within: string[] = [];
  let tableDepth = 0;
  let isOpenBody = false;
  for (const token of tokens) {
    const { map, type } = token;
    if (token.level === 0 && map !== null && token.nesting !== -1) {
      const start = lines.start(map[0]);
      const isContinued = isOpenBody && type === 'code_block';
      if (!isContinued) {
        const previous = pieces.at(-1);
        if (previous !== undefined) previous.end = start;
        pieces.push({ start: previous === undefined ? from : start, end: to, blocks: [] });
        const line = lines.text(map[0]);
        isOpenBody = type === 'paragraph_open' && (NOTE.test(line) || DEFINITION.test(line));
      }
    }
    if (token.nesting === 1) within.push(type);
    else if (token.nesting === -1) within.pop();
    if (type === 'table_close') tableDepth--;
    if (map !== null && tableDepth === 0) {
      const blocks = pieces.at(-1)!.blocks;
      if (isOpenBody && type === 'code_block') addParagraphs(blocks, lines, map, within, 'note');
      else if (type === 'paragraph_open') addParagraphs(blocks, lines, map, within);
      else {
        const kind = KINDS[type];
        if (kind !== undefined) add(blocks, lines, kind, map[0], map[1], kind === 'heading' ? Number(token.tag.slice(1)) : 0);
      }
    }
    if (type === 'table_open') tableDepth++;
  }
  if (pieces.length === 0 && to > from) pieces.push({ start: from, end: to, blocks: [] });
  const last = pieces.at(-1);
  if (last !== undefined) last.end = to;
  return pieces;
}

const KINDS: Readonly<Record<string, BlockKind>> = { heading_open: 'heading', fence: 'code', code_block: 'code', html_block: 'html', table_open: 'table' };

function add(blocks: RawBlock[], lines: LineMap, kind: BlockKind, from: number, to: number, level = 0): void {
  const start = lines.start(from);
  const end = withoutLineBreak(lines.all, start, lines.start(to));
  if (end > start) blocks.push({ kind, level, start, end });
}

/**
 * What markdown-it sees as one paragraph and pandoc as several blocks: notes on following lines, the fences of divs, display
 * math, link definitions. The latter two kinds of line hold no prose; fences and link definitions make no block.
 */
function addParagraphs(blocks: RawBlock[], lines: LineMap, [from, to]: readonly [number, number], within: readonly string[], continued?: BlockKind): void {
  const plain: BlockKind = continued ?? (within.includes('blockquote_open') ? 'quote' : within.includes('list_item_open') ? 'list-item' : 'paragraph');
  let first = from;
  let kind = plain;
  const close = (line: number) => {
    if (line > first) add(blocks, lines, kind, first, line);
    first = line;
    kind = plain;
  };
  for (let line = from; line < to; line++) {
    if (!lines.mayMark(line) && continued === undefined) continue;
    const own = lines.text(line);
    if (NOTE.test(own)) {
      close(line);
      kind = 'note';
    } else if (DIV.test(own) || line === first && LINK_DEFINITION.test(own) || continued !== undefined && own.trim() === '') {
      close(line);
      first = line + 1;
    } else if (MATH.test(own)) {
      close(line);
      kind = 'math';
      line = endOfMath(lines, line, to);
      close(line + 1);
    } else if (line === from && GRID.test(own)) kind = 'table';
  }
  close(to);
}

/** The line on which display math ends: the one with the closing `$$`, else the last of the paragraph. */
function endOfMath(lines: LineMap, line: number, to: number): number {
  if (/\$\$.*\$\$/.test(lines.text(line))) return line;
  for (let next = line + 1; next < to; next++) if (lines.text(next).includes('$$')) return next;
  return to - 1;
}

function withoutLineBreak(text: string, start: number, end: number): number {
  let stop = end;
  while (stop > start && (text.charCodeAt(stop - 1) === 10 || text.charCodeAt(stop - 1) === 13)) stop--;
  return stop;
}
