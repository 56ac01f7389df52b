/** What may stand before a heading: marks of a quotation and of lists. */
const CONTAINER = /(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t]+)*/y;
const MARK = /#{1,6}(?:[ \t]+|$)/y;

/** Where the words of a heading begin, after its `#` and what stands before it. */
export function startOfHeading(text: string): number {
  const start = matchEnd(CONTAINER, text, 0);
  return Math.max(start, matchEnd(MARK, text, start));
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Where they end: before closing marks, attributes, and the line under it. */
export function endOfHeading(text: string, start: number): number {
  const closing = beforeClosing(text);
  return Math.max(start, beforeAttributes(text, closing));
}

/** `# One ##`, and the `===` under a heading. */
function beforeClosing(text: string): number {
  const end = beforeBlanks(text, text.length);
  const mark = text[end - 1];
  if (mark !== '#' && mark !== '=' && mark !== '-') return text.length;
  let at = end;
  while (text[at - 1] === mark) at--;
  if (mark === '#') {
    const blanks = beforeBlanks(text, at);
    return blanks < at ? blanks : text.length;
  }
  while (isBlank(text, at - 1) || text[at - 1] === '>') at--;
  if (text[at - 1] !== '\n') return text.length;
  return beforeBlanks(text, text[at - 2] === '\r' ? at - 2 : at - 1);
}

/** `{#id .class}`. */
function beforeAttributes(text: string, closing: number): number {
  const end = beforeBlanks(text, closing);
  if (text[end - 1] !== '}') return closing;
  let at = end - 2;
  while (at >= 0 && !'{}\n'.includes(text[at]!)) at--;
  return text[at] === '{' ? beforeBlanks(text, at) : closing;
}

function beforeBlanks(text: string, end: number): number {
  let at = end;
  while (isBlank(text, at - 1)) at--;
  return at;
}
function isBlank(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\t';
}
