/** A paragraph of a block: `text` has `\n` as its only line end and as many code units as the original. */
export interface Paragraph {
  readonly text: string;
  readonly start: number;
}

/** The paragraphs between `start` and `end`, so that nothing is read across a blank line. */
export function* paragraphsOf(text: string, start: number, end: number, isQuote: boolean): Generator<Paragraph> {
  const block = withPlainLines(text.slice(start, end), isQuote);
  const blankLine = /\n[ \t]*(?=\n)/g;
  let from = 0;
  for (let match = blankLine.exec(block); match !== null; match = blankLine.exec(block)) {
    if (match.index > from) { yield { text: block.slice(from, match.index), start: start + from }; }
    from = match.index + match[0].length;
  }
  if (from < block.length) { yield { text: block.slice(from), start: start + from }; }
}

/** A blank after the line end stands for the carriage return before it, and for the marks of a quotation: no offset moves. */
function withPlainLines(block: string, isQuote: boolean): string {
  const lines = block.includes('\r') ? block.replace(/\r\n/g, '\n ').replace(/\r/g, ' ') : block;
  return isQuote ? lines.replace(/(^|\n)([ \t]*>[ \t>]*)/g, (_, line: string, marks: string) => line + ' '.repeat(marks.length)) : lines;
}

/** The lines around `offset` up to the nearest blank lines or the ends of the text. */
export function paragraphAround(text: string, offset: number): { readonly start: number; readonly end: number } {
  let start = lineStart(text, offset);
  while (start > 0 && !isBlankLine(text, lineStart(text, start - 1)) && !isBlankLine(text, start)) { start = lineStart(text, start - 1); }
  let end = lineEndOf(text, offset);
  while (end < text.length && !isBlankLine(text, end + 1) && !isBlankLine(text, lineStart(text, end))) { end = lineEndOf(text, end + 1); }
  return { start, end: text[end - 1] === '\r' && end > offset ? end - 1 : end };
}

const lineStart = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);
const lineEndOf = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};
const isBlankLine = (text: string, start: number): boolean => text.slice(start, lineEndOf(text, start)).trim() === '';
