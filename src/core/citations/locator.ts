import type { Span } from '../text.ts';
import { BLANK, isUnit, PUNCTUATION } from '../units.ts';
import { escapeEnd } from './leaves.ts';
import { ENGLISH_TERMS, type LocatorTerms } from './locatorTerms.ts';
import type { Locator } from './types.ts';

export { locatorTerms, type LocatorTerms } from './locatorTerms.ts';

/** A suffix taken apart: `pp. 33-35, passim` is the locator `page` `33-35` and the suffix `passim`. */
export interface LocatedSuffix {
  readonly locator: Locator | undefined;
  /** In the suffix text, label included; `undefined` when there is no locator. */
  readonly span: Span | undefined;
  /** What follows, without the comma or semicolon and the blanks around it. */
  readonly suffix: string;
}

/**
 * Finds the locator at the head of a suffix, by pandoc's rules (https://pandoc.org/MANUAL.html#citation-syntax): an optional
 * comma, a label (none means `page`, and then a digit must come), and the words that hold a digit or a roman numeral.
 * Braces decide where that guess fails: `{pp. iv, vi-xi, (xv)-(xvii)}` is all locator, and `{}` says that there is none.
 */
export function readLocator(suffixText: string, terms: LocatorTerms = ENGLISH_TERMS): LocatedSuffix {
  if (terms !== ENGLISH_TERMS || suffixText.length > LONGEST_REMEMBERED) { return takeApart(suffixText, terms); }
  let located = remembered.get(suffixText);
  if (located === undefined) {
    located = takeApart(suffixText, terms);
    if (remembered.size >= MAX_REMEMBERED) { remembered.clear(); }
    remembered.set(suffixText, located);
  }
  return located;
}

/** Places in a work are cited again and again: each suffix is taken apart once. */
const remembered = new Map<string, LocatedSuffix>();
const MAX_REMEMBERED = 4000;
const LONGEST_REMEMBERED = 100;

function takeApart(suffixText: string, terms: LocatorTerms): LocatedSuffix {
  const tokens = tokensOf(suffixText);
  let first = tokens[0]?.text === ',' ? 1 : 0;
  if (tokens[first]?.text === ' ') { first += 1; }
  const reader = new LocatorReader(tokens, terms);
  const read = reader.delimited(first) ?? reader.integrated(first);
  const rest = (index: number) => suffixText.slice(tokens[index]?.start ?? suffixText.length);
  const following = (index: number) => (index < tokens.length ? withoutEscapedBlanks(rest(index)).replace(/^\s*[,;]?\s+|^[,;]|\s+$/g, '').trim() : '');
  if (read === undefined) { return { locator: undefined, span: undefined, suffix: following(0) }; }
  if (read.value === '') { return { locator: undefined, span: undefined, suffix: following(read.next) }; }
  const start = tokens[first]!.start;
  return {
    locator: { label: read.label === '' ? 'page' : read.label, value: read.value },
    span: { start, end: tokens[read.next - 1]!.end },
    suffix: following(read.next),
  };
}

/** `see\ also`, as a superscript has it, is `see also`. */
export function withoutEscapedBlanks(text: string): string {
  return text.includes('\\') ? text.replace(/\\(?=\s|$)/g, '') : text;
}

interface Token extends Span {
  readonly text: string;
  readonly isBlank: boolean;
}

/** Blanks (`\ ` is one that does not break), single punctuation marks (but not colons), and what lies between; dashes and dots as pandoc's `smart` sets them. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const start = at;
    const unit = text.charCodeAt(at);
    const entity = unit === AMPERSAND ? ENTITIES.find(([name]) => text.startsWith(name, at)) : undefined;
    if (entity !== undefined) {
      at += entity[0].length;
      tokens.push({ text: entity[1], isBlank: entity[1] === NO_BREAK, start, end: at });
    } else if (isUnit(unit, BLANK)) {
      at = blankEnd(text, at);
      tokens.push({ text: unit === NBSP ? NO_BREAK : ' ', isBlank: true, start, end: at });
    } else if (unit === BACKSLASH && isUnit(text.charCodeAt(at + 1), BLANK)) {
      at += 2;
      tokens.push({ text: NO_BREAK, isBlank: true, start, end: at });
    } else if (isMark(unit)) {
      at = markEnd(text, at);
      tokens.push({ text: SMART.get(text.slice(start, at)) ?? text.slice(unit === BACKSLASH && at > start + 1 ? start + 1 : start, at), isBlank: false, start, end: at });
    } else {
      at = wordEnd(text, at);
      tokens.push({ text: text.slice(start, at), isBlank: false, start, end: at });
    }
  }
  return tokens;
}

const NBSP = 0xA0;
const NO_BREAK = '\u00A0';
const BACKSLASH = 0x5C;
const AMPERSAND = 0x26;
const SMART = new Map([['---', '—'], ['--', '–'], ['...', '…']]);
/** Those that stand in locators. */
const ENTITIES = [['&nbsp;', NO_BREAK], ['&ndash;', '–'], ['&sect;', '§'], ['&para;', '¶']] as const;

function isMark(unit: number): boolean {
  return unit !== 0x3A && isUnit(unit, PUNCTUATION);
}
/** One blank that does not break, or all others. */
function blankEnd(text: string, at: number): number {
  let end = at + 1;
  if (text.charCodeAt(at) !== NBSP) { while (text.charCodeAt(end) !== NBSP && isUnit(text.charCodeAt(end), BLANK)) { end += 1; } }
  return end;
}
function markEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === BACKSLASH) { return Math.max(escapeEnd(text, at), at + 1); }
  if (text.startsWith('...', at) || text.startsWith('---', at)) { return at + 3; }
  return text.startsWith('--', at) ? at + 2 : at + 1;
}
function wordEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && !isMark(text.charCodeAt(end)) && !isUnit(text.charCodeAt(end), BLANK)) { end += 1; }
  return end;
}

interface Part { readonly next: number; readonly text: string; readonly isNumber: boolean }
interface Read { readonly label: string; readonly value: string; readonly next: number }

/** Longer than any label of any CSL locale, in characters: where the search for one ends. */
const LONGEST_LABEL = 40;
const OPENING = new Map([['(', ')'], ['[', ']'], ['{', '}']]);
const BRACES = new Set('()[]{}');
/** What a locator keeps: page ranges and `vol:page`. */
const KEPT_PUNCTUATION = new Set(['-', '–', ':']);
const ROMAN = /^m*(?:cm)?d?(?:cd)?c*(?:xc)?l?(?:xl)?x*(?:ix)?v?(?:iv)?i*$/i;

class LocatorReader {
  readonly #tokens: readonly Token[];
  readonly #terms: LocatorTerms;
  constructor(tokens: readonly Token[], terms: LocatorTerms) {
    this.#tokens = tokens;
    this.#terms = terms;
  }

  /** `{…}`. */
  delimited(at: number): Read | undefined {
    if (this.#tokens[at]?.text !== '{') { return undefined; }
    let index = at + 1;
    while (this.#tokens[index]?.isBlank) { index += 1; }
    const label = this.#label(index, next => next < this.#tokens.length);
    index = label?.next ?? index;
    const isDigit = /^[0-9]$/.test(this.#tokens[index]?.text ?? '');
    let value = '';
    for (;;) {
      const { text } = this.#tokens[index] ?? {};
      if (text === undefined) { return undefined; }
      if (text === '}') { break; }
      const isPair = text === '{' || text === '[';
      const inner = isPair ? this.#pair(index) : undefined;
      if (text === ']' || (isPair && inner === undefined)) { return undefined; }
      value += inner?.text ?? text;
      index = inner?.next ?? index + 1;
    }
    return { label: label?.label ?? (isDigit || value !== '' ? 'page' : ''), value: value.trim(), next: index + 1 };
  }

  /** `[x]` or `{x}` inside braces. */
  #pair(at: number): Part | undefined {
    const open = this.#tokens[at]!.text;
    const close = OPENING.get(open);
    const inner = this.#tokens[at + 1]?.text;
    if (inner === close) { return { next: at + 2, text: open + inner!, isNumber: false }; }
    if (inner === undefined || '[]{}'.includes(inner) || this.#tokens[at + 2]?.text !== close) { return undefined; }
    return { next: at + 3, text: open + inner + close!, isNumber: true };
  }

  /** `p. 33-35`, `33, 38-39`, `sec. 3.2`. */
  integrated(at: number): Read | undefined {
    const label = this.#label(at, next => this.#word(next, true)?.isNumber === true);
    const first = this.#word(label?.next ?? at, true);
    if (first === undefined || !(label ? first.isNumber : /[0-9]/.test(first.text))) { return undefined; }
    let value = first.text;
    let index = first.next;
    for (;;) {
      const word = this.#word(index, false);
      if (word === undefined || !(label ? word.isNumber : /[0-9]/.test(word.text))) { break; }
      value += word.text;
      index = word.next;
    }
    return { label: label?.label ?? 'page', value: value.trim(), next: index };
  }

  /** The longest label at `at` after which `isEnd` holds. */
  #label(at: number, isEnd: (next: number) => boolean): { readonly label: string; readonly next: number } | undefined {
    let found: { label: string; next: number } | undefined;
    let written = '';
    for (let index = at; index < this.#tokens.length && written.length <= LONGEST_LABEL; index += 1) {
      written += this.#tokens[index]!.text;
      const label = this.#terms.get(written.trim().toLowerCase());
      if (label !== undefined && isEnd(index + 1)) { found = { label, next: index + 1 }; }
    }
    return found;
  }

  /** One word of a locator, with the separator and blank before it unless it is the first. */
  #word(at: number, isFirst: boolean): Part | undefined {
    let index = at;
    let text = '';
    const separator = this.#tokens[index]?.text;
    if (!isFirst && (separator === ',' || separator === ';')) { text += separator; index += 1; }
    if (this.#tokens[index]?.isBlank) { text += ' '; index += 1; }
    let isNumber = false;
    let parts = 0;
    for (let part = this.#part(index); part !== undefined; part = this.#part(index)) {
      text += part.text;
      isNumber ||= part.isNumber;
      index = part.next;
      parts += 1;
    }
    return parts === 0 ? undefined : { next: index, text, isNumber };
  }

  #part(at: number): Part | undefined {
    const open = this.#tokens[at]?.text;
    const close = open === undefined ? undefined : OPENING.get(open);
    if (close === undefined) { return this.#sequence(at); }
    const inner = this.#sequence(at + 1);
    const end = inner?.next ?? at + 1;
    if (this.#tokens[end]?.text !== close) { return undefined; }
    return { next: end + 1, text: open! + (inner?.text ?? '') + close, isNumber: inner?.isNumber ?? false };
  }

  /** `1`, `1.2.3`, `.2`: the full stop at the end of a sentence stays outside. */
  #sequence(at: number): Part | undefined {
    if (BRACES.has(this.#tokens[at]?.text ?? '')) { return undefined; }
    const first = this.#unit(at);
    let index = first?.next ?? at;
    let text = first?.text ?? '';
    let isNumber = first?.isNumber ?? false;
    let count = first ? 1 : 0;
    while (this.#tokens[index]?.text === '.') {
      if (first === undefined && count > 0) { break; }
      const unit = this.#unit(index + 1);
      if (unit === undefined) { break; }
      text += `.${unit.text}`;
      isNumber ||= unit.isNumber;
      index = unit.next;
      count += 1;
    }
    return count === 0 ? undefined : { next: index, text, isNumber };
  }

  #unit(at: number): Part | undefined {
    const { text } = this.#tokens[at] ?? {};
    if (text !== undefined && text !== '' && /^[mdclxvi]/i.test(text) && ROMAN.test(text)) { return { next: at + 1, text, isNumber: true }; }
    let index = at;
    let unit = '';
    for (let token = this.#tokens[index]; token !== undefined && !token.isBlank; token = this.#tokens[index]) {
      if (token.text.length === 1 && isUnit(token.text.charCodeAt(0), PUNCTUATION) && !KEPT_PUNCTUATION.has(token.text)) { break; }
      unit += token.text;
      index += 1;
    }
    return index === at ? undefined : { next: index, text: unit, isNumber: /[0-9]/.test(unit) };
  }
}
