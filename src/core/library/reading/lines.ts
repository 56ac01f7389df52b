/** A line of a document, as a reader of files or of PDFs found it. */
export interface Line {
  /** Without the blanks at its ends. */
  readonly text: string;
  /** Where `text` begins in the file, in UTF-16 code units; -1 where the file has no offsets. */
  readonly start: number;
  /** Index of the page that it stands on. */
  readonly page: number;
  /** Whether the line begins a block: a blank line, a new page or the beginning of the text stands before it. */
  readonly isFirst: boolean;
  /** Whether it is set in from the line before, as the first of a paragraph is. */
  readonly isIndented: boolean;
  /** Height of its letters against that of the text, where the file tells: 1 is usual, 1.5 a heading. */
  readonly scale: number;
}

/** Lines that follow each other without a blank line between. */
export interface Block {
  readonly lines: readonly Line[];
}

export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: { lines: Line[] }[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last === undefined || line.isFirst) blocks.push({ lines: [line] }); else last.lines.push(line);
  }
  return blocks;
}

/** `.`, `?`, `:` and the like, with closing marks after them: the words before are complete. */
const FINISHED = /(?:[.!?:…][\])”’"'»]*|https?:\S+)$/u;

/** More of a text is not looked at: an address is no longer. */
const LONGEST_END = 400;

export function isFinished(text: string): boolean {
  return FINISHED.test(text.slice(-LONGEST_END).trimEnd());
}

/** Length that nine of ten lines do not exceed; 0 of no lines. */
export function usualWidth(lines: readonly Line[]): number {
  const widths = lines.map(line => line.text.length).sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.9)] ?? 0;
}
