import type { Span } from '../text.ts';
import { citekeyAt } from './citekey.ts';
import { readInline } from './grammar.ts';
import { paragraphAround } from './paragraphs.ts';

/**
 * What the writer is about to complete. `span` is what the completion replaces, `typed` the part of it before the cursor.
 * A key that is looked for by several words in a bracket, `[@khan mediation|`, has its first word as `firstWord`: where that is a
 * key already, the rest is its suffix.
 */
export type CompletionContext =
  | { readonly kind: 'key'; readonly span: Span; readonly typed: string; readonly firstWord?: string }
  | { readonly kind: 'locator'; readonly citekey: string; readonly span: Span; readonly typed: string };

/** Longest stretch before the cursor that is looked at. */
const REACH = 300;
/** What may stand at the end of a key while it is being typed. */
const HALF_KEY = /[:\-_/+#&%~$]$/;

/**
 * What is being completed at the cursor: a key after `@`, a locator after `@key, ` in a bracket or after `@key [`; `undefined`
 * elsewhere, so in e-mail addresses, URLs, code, math, tags, link destinations and front matter.
 * @param block the block that holds the cursor, where it is known; otherwise the lines up to the nearest blank ones
 */
export function completionContext(text: string, offset: number, block?: Span): CompletionContext | undefined {
  const { start, end } = block ?? paragraphAround(text, offset);
  if (offset < start || offset > end || (block === undefined && isOutsideProse(text, start))) { return undefined; }
  const { regions } = readInline(text, start, end);
  if (regions.some(region => region.start < offset && offset < region.end)) { return undefined; }
  const from = Math.max(start, offset - REACH);
  return keyContext(text, from, offset) ?? locatorContext(text, from, offset, end) ?? phraseContext(text, from, offset);
}

function keyContext(text: string, from: number, offset: number): CompletionContext | undefined {
  const at = text.lastIndexOf('@', offset - 1);
  if (at < from || !isKeyStart(text, at)) { return undefined; }
  const isBraced = text[at + 1] === '{' && offset > at + 1;
  const start = isBraced ? at + 2 : at + 1;
  const typed = text.slice(start, offset);
  if (isBraced ? /[\s{}]/.test(typed) : !isPartOfKey(typed)) { return undefined; }
  const token = citekeyAt(text, at);
  const end = token && token.end > offset ? token.end - (isBraced ? 1 : 0) : offset;
  return { kind: 'key', span: { start, end: Math.max(end, offset) }, typed };
}

/** Words after `@` in a bracket that is not closed yet, without a comma: `[see @khan mediation|`. */
function phraseContext(text: string, from: number, offset: number): CompletionContext | undefined {
  const match = /(?:\[|;)(?:[^[\]@;]*[^\p{L}\p{N}.@\\[\];])?-?@(?<words>(?<first>[\p{L}\p{N}_][\p{L}\p{N}_:.-]*)(?:[ \t]+[\p{L}\p{N}]+)+)$/u.exec(text.slice(from, offset));
  if (match === null) { return undefined; }
  const { words, first } = match.groups as { readonly words: string; readonly first: string };
  return { kind: 'key', span: { start: offset - words.length, end: offset }, typed: words, firstWord: first };
}

function isPartOfKey(typed: string): boolean {
  const whole = HALF_KEY.test(typed) ? typed.replace(HALF_KEY, '') : typed;
  return whole === '' ? typed === '' : citekeyAt(`@${whole}`, 0)?.end === whole.length + 1;
}

/** Whether an `@` there can begin a key: not in an address, not escaped. */
function isKeyStart(text: string, at: number): boolean {
  const before = text[at - 1] === '-' ? at - 2 : at - 1;
  if (/[\p{L}\p{N}.\\]/u.test(text.charAt(before)) || text[at - 1] === '\\') { return false; }
  const run = /\S*$/.exec(text.slice(Math.max(0, at - REACH), at))![0];
  return !/:\/\/|^www\.|mailto:/i.test(run);
}

function locatorContext(text: string, from: number, offset: number, end: number): CompletionContext | undefined {
  const before = text.slice(from, offset);
  const opening = Math.max(before.lastIndexOf('['), before.lastIndexOf(';'));
  if (opening < 0 || before.lastIndexOf(']') > opening) { return undefined; }
  const inText = before[opening] === '[' ? keyEndingAt(before.slice(0, opening).trimEnd()) : undefined;
  const inside = before.slice(opening + 1);
  const cited = /^(?:[^@]*[^\p{L}\p{N}.@])??-?(?=@)/u.exec(inside);
  const token = cited ? citekeyAt(inside, cited[0].length) : undefined;
  const comma = token ? /^\s*,\s*/.exec(inside.slice(token.end)) : null;
  const citekey = token ? token.key : inText;
  if (citekey === undefined || (token && comma === null)) { return undefined; }
  const typedStart = opening + 1 + (token && comma ? token.end + comma[0].length : /^\s*/.exec(inside)![0].length);
  const typed = before.slice(typedStart);
  if (typed.includes('@') || typed.includes('\n\n')) { return undefined; }
  const rest = /^[^;\][\r\n]*(?=[;\]])/.exec(text.slice(offset, end))?.[0] ?? '';
  return { kind: 'locator', citekey, span: { start: from + typedStart, end: offset + rest.trimEnd().length }, typed };
}

/** The key that ends a text: `khan2022` for `as in @khan2022`. */
function keyEndingAt(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  if (at < 0 || !isKeyStart(text, at)) { return undefined; }
  const token = citekeyAt(text, at);
  return token?.end === text.length ? token.key : undefined;
}

/** Whether a block that begins at `start` lies in front matter or in a fenced code block. */
function isOutsideProse(text: string, start: number): boolean {
  let fence = '';
  let isFrontMatter = /^---[ \t]*\r?\n/.test(text);
  const lines = text.slice(0, start).split('\n');
  for (const [index, line] of lines.entries()) {
    if (isFrontMatter) {
      if (index > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) { isFrontMatter = false; }
      continue;
    }
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)/.exec(line);
    if (mark === null) { continue; }
    if (fence === '') { fence = mark[1]!; }
    else if (mark[1]!.startsWith(fence) && mark[2]!.trim() === '') { fence = ''; }
  }
  return fence !== '' || isFrontMatter;
}
