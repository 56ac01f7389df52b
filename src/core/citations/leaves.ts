import { alphanumericAt, isBlankAt, matchEnd, skipBlanks, skipBlanksAndLine } from './characters.ts';
import { entityEnd } from './entities.ts';
import type { Pairs } from './pairs.ts';

/*
 * The parts of inline Markdown that hold no Markdown themselves, each as "where does it end".
 * Every function takes the text of one paragraph, with `\n` as its only line end, and answers -1 for "not here".
 */

const ATTRIBUTE_NAME = String.raw`\p{L}[\p{L}\p{N}\-_:.]*`;
const ATTRIBUTES = new RegExp(
  String.raw`\{\s*(?:(?:#[\p{L}\p{N}\-_:.]+|\.${ATTRIBUTE_NAME}|${ATTRIBUTE_NAME}=(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?!["'])(?:\\.|[^\s}\\])*)|-)\s*)*\}`, 'uy');
const TAG_NAME = String.raw`\p{L}[\p{L}\p{N}:_-]*`;
const TAG = new RegExp(
  String.raw`<(?:/${TAG_NAME}\s*|${TAG_NAME}(?:\s+${TAG_NAME}(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*))?)*\s*/?|\?\p{L}[^>]*)>`, 'uy');
const NOTE_MARK = /\[\^[^\s^[\]]+\]/y;
// The schemes that appear in policy papers; pandoc knows all of IANA's list.
const URI = /<(?:https?|ftps?|sftp|file|mailto|urn|doi|tel|news|data|git|ssh|irc|ldap|hdl|info|isbn|issn|zotero|obsidian|vscode|about|geo|magnet|sip|xmpp|ws|wss|view-source|javascript|chrome|z39\.50|nntp|gopher):(?![*_\]])[^\s<>][^\s>]*>/iy;
const EMAIL = /<[\p{L}\p{N}][\p{L}\p{N}!"#$%&'*+\-/=?^_{|}~;]*(?:\.[\p{L}\p{N}][\p{L}\p{N}!"#$%&'*+\-/=?^_{|}~;]*)*@[\p{L}\p{N}](?:[\p{L}\p{N}]|[-.](?=[\p{L}\p{N}]))*[^\s>]*>/uy;

/** `{#id .class key="value" -}`. */
export const attributesEnd = (text: string, at: number): number => (text.charCodeAt(at) === 0x7B ? matchEnd(ATTRIBUTES, text, at) : -1);
/** `[^label]`. */
export const noteMarkEnd = (text: string, at: number): number => (text.charCodeAt(at + 1) === 0x5E ? matchEnd(NOTE_MARK, text, at) : -1);
/** `<https://…>` or `<a@b.org>`. */
export const autolinkEnd = (text: string, at: number): number => Math.max(matchEnd(URI, text, at), matchEnd(EMAIL, text, at));

/** A backslash and any character but a letter, a number or a line end. */
export function escapeEnd(text: string, at: number): number {
  const next = text.codePointAt(at + 1);
  if (text.charCodeAt(at) !== 92 || next === undefined || next === 10 || next === 13 || alphanumericAt(text, at + 1) > 0) { return -1; }
  return at + (next > 0xFFFF ? 3 : 2);
}

/** One tag, comment or processing instruction, of any name. */
export function htmlEnd(text: string, at: number, pairs: Pairs): number {
  return text.startsWith('<!--', at) ? pairs.endOf('-->', at + 4) : matchEnd(TAG, text, at);
}

/** `$…$` or `$$…$$`: no blank inside the dollars, no digit after. */
export function mathEnd(text: string, at: number, pairs: Pairs): number {
  if (text.startsWith('$$', at) && !text.startsWith('$$', at + 2)) {
    const end = pairs.endOf('$$', at + 3);
    if (end >= 0) { return end; }
  }
  if (at + 1 >= text.length || isBlankAt(text, at + 1) || text[at + 1] === '$') { return -1; }
  for (let offset = at + 1; offset < text.length;) {
    if (text[offset] === '$') { return /[0-9]/.test(text.charAt(offset + 1)) ? -1 : offset + 1; }
    if (text[offset] === '\\') {
      const braces = text.startsWith('text{', offset + 1) ? pairs.bracesEnd(offset + 5) : -1;
      offset = braces >= 0 ? braces : offset + 2;
    } else if (isBlankAt(text, offset)) {
      offset = skipBlanks(text, offset);
      if (text[offset] === '\n') { offset += 1; }
      if (text[offset] === '$') { return -1; }
    } else { offset += 1; }
  }
  return -1;
}

/** A character reference, an escape or one character, as link destinations and titles are made of; -1 at the end. */
function literalEnd(text: string, at: number): number {
  if (at >= text.length) { return -1; }
  if (text[at] === '\\') { return Math.max(escapeEnd(text, at), at + 1); }
  if (text[at] === '&') { return Math.max(entityEnd(text, at), at + 1); }
  return at + 1;
}

/** Ends of the balanced parentheses in a text, by their beginnings. */
function parenthesesOf(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let offset = 0; offset >= 0 && offset < text.length; offset = literalEnd(text, offset)) {
    if (text[offset] === '(') { open.push(offset); }
    else if (text[offset] === ')' && open.length > 0) { ends.set(open.pop()!, offset + 1); }
  }
  return ends;
}

function titleEnd(text: string, at: number): number {
  const start = skipBlanksAndLine(text, at);
  const quote = text[start];
  if ((quote !== '"' && quote !== "'") || isBlankAt(text, start + 1)) { return -1; }
  for (let offset = start + 1; offset >= 0 && offset < text.length; offset = literalEnd(text, offset)) {
    if (text[offset] === quote && alphanumericAt(text, offset + 1) === 0) { return offset + 1; }
  }
  return -1;
}

const SIMPLE_DESTINATION = /\([^\s()<>\\&"']*\)/y;
/** Longest destination with blanks, parentheses or a title that is looked for: a bound on hostile text. */
export const DESTINATION_LIMIT = 4096;

/** A link destination with its parentheses and title: `(https://… "title")`. */
export function destinationEnd(text: string, at: number): number {
  if (text[at] !== '(') { return -1; }
  const simple = matchEnd(SIMPLE_DESTINATION, text, at);
  if (simple >= 0) { return simple; }
  const end = fullDestinationEnd(text.slice(at, at + DESTINATION_LIMIT));
  return end < 0 ? -1 : at + end;
}

function fullDestinationEnd(text: string): number {
  let offset = skipBlanks(text, 1);
  const angle = text[offset] === '<' ? text.indexOf('>', offset) + 1 : 0;
  offset = angle > 0 ? angle : addressEnd(text, offset);
  const title = titleEnd(text, offset);
  offset = skipBlanks(text, title >= 0 ? title : offset);
  return text[offset] === ')' ? offset + 1 : -1;
}

function addressEnd(text: string, at: number): number {
  const parentheses = parenthesesOf(text);
  let offset = at;
  while (offset < text.length) {
    const character = text[offset];
    if (character === ')') { break; }
    if (character === '(') {
      offset = parentheses.get(offset) ?? offset + 1;
    } else if (character === '\n') {
      if (titleEnd(text, offset) >= 0) { break; }
      offset += 1;
    } else if (character === ' ') {
      const next = skipBlanks(text, offset);
      if (next >= text.length || text[next] === '"' || text[next] === "'" || text[next] === ')') { break; }
      offset = next;
    } else { offset = literalEnd(text, offset); }
  }
  return offset;
}

const LATEX_COMMAND = /\\(?:([A-Za-z]+)\*?|(?![A-Za-z])\p{L})[ \t]*/uy;
const LATEX_OPTION = /[ \t]*(?:\[(?:\\.|[^[\]\\])*\]|<[^<>\s]*>)[ \t]*/y;
const LATEX_VERBATIM = /\\verb\*?([^\sA-Za-z*])[^\n]*?\1/y;
const LATEX_ENVIRONMENT = /\\begin\{([A-Za-z]+\*?)\}/y;

/** Commands that pandoc knows: what follows their arguments is text again. Any other takes all the braces that follow. */
const LATEX_ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ...['emph', 'textit', 'textbf', 'textrm', 'textsf', 'texttt', 'textsc', 'textsl', 'textup', 'textmd', 'textsuperscript', 'textsubscript',
    'underline', 'footnote', 'mbox', 'url', 'cite', 'citep', 'citet', 'parencite', 'textcite', 'footcite', 'autocite', 'LaTeX', 'TeX',
    'enquote'].map((name): [string, number] => [name, 1]),
  ['href', 2], ['newline', 0],
]);

/** A LaTeX command with its options and arguments, `\cite[12]{key}`, or a whole environment; -1 where a brace stays open. */
export function latexEnd(text: string, at: number, pairs: Pairs): number {
  const verbatim = matchEnd(LATEX_VERBATIM, text, at);
  if (verbatim >= 0) { return verbatim; }
  LATEX_ENVIRONMENT.lastIndex = at;
  const environment = LATEX_ENVIRONMENT.exec(text);
  if (environment) {
    const end = pairs.endOf(`\\end{${environment[1]!}}`, LATEX_ENVIRONMENT.lastIndex);
    if (end >= 0) { return end; }
  }
  LATEX_COMMAND.lastIndex = at;
  const command = LATEX_COMMAND.exec(text);
  if (command === null) { return -1; }
  let offset = LATEX_COMMAND.lastIndex;
  for (let next = offset; next >= 0; next = matchEnd(LATEX_OPTION, text, offset)) { offset = next; }
  for (let left = LATEX_ARGUMENTS.get(command[1] ?? '') ?? Infinity; left > 0 && offset >= 0 && text[offset] === '{'; left -= 1) { offset = pairs.bracesEnd(offset); }
  return offset;
}

/** `@label` of a numbered example, or the part of an e-mail address from its `@` on. */
export function exampleEnd(text: string, at: number): number {
  let end = at + 1;
  for (;;) {
    const joined = text[end] === '_' || text[end] === '-' ? end + 1 : end;
    const length = alphanumericAt(text, joined);
    if (length === 0) { return end; }
    end = joined + length;
  }
}
