import MarkdownIt from 'markdown-it';
import type { BlockKind } from './types.ts';

/** A block before its sentences are read: a leaf of the Markdown, with its markers. */
export interface RawBlock {
  readonly kind: BlockKind;
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

// Only the block rules run. Without the rule for link definitions a note's body is not taken for one.
const markdown = new MarkdownIt('commonmark').enable('table').disable('reference');

const FRONT_MATTER = /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const NOTE_DEFINITION = /^ {0,3}\[\^[^\]\s]+\]:/;

/** Offsets at which lines start, and one past the end: a line ends in `\n`, `\r\n` or `\r`. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) { starts.push(at + 1); }
  }
  starts.push(text.length);
  return starts;
}

/** The blocks of a draft from its first to its last character that is not blank; markdown-it says where they are. */
export function readBlocks(text: string): RawBlock[] {
  const blocks: RawBlock[] = [];
  const front = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  if (front > 0) { blocks.push({ kind: 'front-matter', level: 0, start: 0, end: front }); }
  const body = text.slice(front);
  const starts = lineStarts(body);
  const tokens: ReturnType<typeof markdown.parse> = [];
  markdown.block.parse(body.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD'), markdown, {}, tokens);

  const within: string[] = [];
  const add = (kind: BlockKind, lines: readonly [number, number], level = 0) => {
    const start = front + starts[lines[0]]!;
    const end = front + (starts[Math.min(lines[1], starts.length - 1)] ?? body.length);
    if (end > start) { blocks.push({ kind, level, start, end }); }
  };
  let tableDepth = 0;
  for (const token of tokens) {
    if (token.nesting === 1) { within.push(token.type); } else if (token.nesting === -1) { within.pop(); }
    if (token.type === 'table_open') { tableDepth++; if (token.map !== null) { add('table', token.map); } }
    if (token.type === 'table_close') { tableDepth--; }
    if (token.map === null || tableDepth > 0) { continue; }
    switch (token.type) {
      case 'heading_open': add('heading', token.map, Number(token.tag.slice(1))); break;
      case 'fence': case 'code_block': add('code', token.map); break;
      case 'html_block': add('html', token.map); break;
      case 'paragraph_open': {
        const first = body.slice(starts[token.map[0]], starts[token.map[0] + 1]);
        if (/^\s*\$\$/.test(first)) { add('math', token.map); break; }
        if (/^ {0,3}:{3,}/.test(first) && token.map[1] - token.map[0] === 1) { break; }
        addParagraph(token.map);
        break;
      }
    }
  }
  return blocks;

  /** Note definitions on following lines are blocks of their own, though Markdown sees one paragraph. */
  function addParagraph([from, to]: readonly [number, number]): void {
    const kind = within.includes('blockquote_open') ? 'quote' : within.includes('list_item_open') ? 'list-item' : 'paragraph';
    let first = from;
    for (let line = from; line < to; line++) {
      const isNote = NOTE_DEFINITION.test(body.slice(starts[line], starts[line + 1]));
      if (isNote && line > first) { add(kindOf(first), [first, line]); first = line; }
    }
    add(kindOf(first), [first, to]);
    function kindOf(line: number): BlockKind { return NOTE_DEFINITION.test(body.slice(starts[line], starts[line + 1])) ? 'note' : kind; }
  }
}
