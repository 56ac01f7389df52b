import type { DateMention } from '../../dates/types.ts';
import type { Mention, NumberMention, Sentence } from '../../draft/types.ts';
import type { Span } from '../../text.ts';
import { BLANK, CAPITAL, isUnit, LETTER, MARK, NUMBER } from '../../units.ts';
import { classesOf } from './words.ts';

interface TokenBase extends Span {
  /** The word in small letters; for a name, a date or a number as written. */
  readonly text: string;
  /** Whether it begins with a capital. */
  readonly capital: boolean;
  /** Those of a word, see `words.ts`; none of anything else. */
  readonly classes: number;
}
export interface NameToken extends TokenBase { readonly kind: 'name'; readonly mention: Mention; readonly possessive: boolean; /** A date that is part of the name, or wraps around it. */ readonly inner: DateMention | undefined }
export interface DateToken extends TokenBase { readonly kind: 'date'; readonly date: DateMention }
export interface NumberToken extends TokenBase { readonly kind: 'number'; readonly number: NumberMention }
export interface WordToken extends TokenBase { readonly kind: 'word'; readonly possessive: boolean }
/** `,` `;` `:` `—` `(` `)` `.` `?`, and a whole quotation as one. */
export interface MarkToken extends TokenBase { readonly kind: 'mark' | 'quote' }
export type Token = NameToken | DateToken | NumberToken | WordToken | MarkToken;

/** Whether a token is a word of one of the classes. */
export function is(token: Token | undefined, classes: number): boolean {
  return token !== undefined && (token.classes & classes) !== 0;
}

/** The words of a sentence, with what the reading found in them; citations, note marks and comments are left out. */
export function tokenize(text: string, sentence: Sentence): Token[] {
  const items = itemsOf(text, sentence);
  const tokens: Token[] = [];
  let at = sentence.start;
  for (const item of items) {
    if (item.start < at) continue;
    addWords(tokens, text, at, item.start);
    if (item.token !== undefined) tokens.push(item.token);
    at = item.end;
  }
  addWords(tokens, text, at, sentence.end);
  return tokens;
}

interface Item extends Span {
  readonly token: Token | undefined;
}

function itemsOf(text: string, sentence: Sentence): Item[] {
  const items: Item[] = [];
  const skip = ({ start, end }: Span) => items.push({ start, end, token: undefined });
  for (const { span } of sentence.citations) skip(span);
  for (const note of sentence.notes) skip(note);
  for (const { start, end } of sentence.quotations) items.push({ start, end, token: { kind: 'quote', text: text.slice(start, end), capital: false, classes: 0, start, end } });
  for (const mention of sentence.mentions) {
    const { start, end } = mention;
    const tail = isApostrophe(text.charCodeAt(end)) ? /^['’]s?(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 3))?.[0] ?? '' : '';
    const inner = sentence.dates.find(date => date.start >= start && date.end <= end);
    items.push({ start, end: end + tail.length, token: { kind: 'name', text: mention.text, capital: true, classes: 0, start, end, mention, possessive: tail !== '' || /['’]s?$/.test(mention.text), inner } });
  }
  for (const date of sentence.dates) {
    const { start, end } = date;
    items.push({ start, end, token: { kind: 'date', text: date.text, capital: true, classes: 0, start, end, date } });
  }
  for (const number of sentence.numbers) {
    const { start, end } = number;
    items.push({ start, end, token: { kind: 'number', text: number.text.toLowerCase(), capital: false, classes: 0, start, end, number } });
  }
  if (text.includes('<!--')) for (const match of text.slice(sentence.start, sentence.end).matchAll(/<!--[\s\S]*?-->/g)) skip({ start: sentence.start + match.index, end: sentence.start + match.index + match[0].length });
  // What begins first counts; of two that begin together the longer.
  return items.sort((a, b) => a.start - b.start || b.end - a.end);
}

const HALVES: ReadonlySet<string> = new Set(['north', 'south', 'east', 'west']);
const WORD = LETTER | NUMBER;
const APOSTROPHE = 0x27;
const CURLY = 0x2019;
const HYPHEN = 0x2d;
const EN_DASH = 0x2013;
const EM_DASH = 0x2014;

/** Words, dashes and marks of a stretch. */
function addWords(tokens: Token[], text: string, from: number, to: number): void {
  for (let at = from; at < to;) {
    const unit = text.charCodeAt(at);
    if (isWordAt(text, at, to)) {
      const end = endOfWord(text, at, to);
      addWord(tokens, text, at, end);
      at = end;
      continue;
    }
    const end = isUnit(unit, BLANK) ? endOfSpacedDash(text, at, to) : unit === EM_DASH ? at + 1 : unit === HYPHEN ? endOfHyphens(text, at, to) : unit === EN_DASH && isDigit(text, at - 1, from, to) && isDigit(text, at + 1, from, to) ? at + 1 : -1;
    if (end > at) tokens.push({ kind: 'mark', text: '—', capital: false, classes: 0, start: at, end });
    else if (MARKS.includes(text[at]!)) tokens.push({ kind: 'mark', text: text[at]!, capital: false, classes: 0, start: at, end: at + 1 });
    at = Math.max(end, at + 1);
  }
}

const MARKS = ',;:()?!';

function addWord(tokens: Token[], text: string, start: number, end: number): void {
  const whole = text.slice(start, end);
  const endsInS = text.charCodeAt(end - 1) === 0x73;
  const isGenitive = endsInS && end - start > 2 && isApostrophe(text.charCodeAt(end - 2));
  const bare = isGenitive ? whole.slice(0, -2) : whole;
  const capital = isUnit(text.charCodeAt(start), CAPITAL) || isPair(text.charCodeAt(start)) && /^\p{Lu}/u.test(whole);
  const last = tokens.at(-1);
  if (capital && last?.kind === 'word' && last.capital && last.end === start - 1 && HALVES.has(last.text)) {
    // `South Vietnamese` are another state’s people than the Vietnamese.
    tokens[tokens.length - 1] = { ...last, text: `${last.text} ${bare.toLowerCase()}`, classes: 0, end: start + bare.length };
    return;
  }
  const possessive = isGenitive || endsInS && isApostrophe(text.charCodeAt(end)) && !isUnit(text.charCodeAt(end + 1), LETTER);
  const word = bare.toLowerCase();
  tokens.push({ kind: 'word', text: word, capital, classes: classesOf(word), possessive, start, end: start + bare.length });
}

/** `Viet-Nam’s`, `U.N`: letters and digits, with a mark between two of them. */
function endOfWord(text: string, start: number, to: number): number {
  let at = start;
  for (;;) {
    while (at < to) {
      const unit = text.charCodeAt(at);
      if (isUnit(unit, WORD | MARK)) at++;
      else if (isPair(unit) && isWordAt(text, at, to)) at += 2;
      else break;
    }
    const unit = text.charCodeAt(at);
    if (at >= to || !isApostrophe(unit) && unit !== HYPHEN && unit !== 0x2e && unit !== 0x2011 || !isWordAt(text, at + 1, to)) return at;
    at++;
  }
}

function isWordAt(text: string, at: number, to: number): boolean {
  if (at >= to) return false;
  const unit = text.charCodeAt(at);
  return isUnit(unit, WORD) || isPair(unit) && at + 1 < to && /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}

function isPair(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isApostrophe(unit: number): boolean {
  return unit === APOSTROPHE || unit === CURLY;
}

function isDigit(text: string, at: number, from: number, to: number): boolean {
  return at >= from && at < to && text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39;
}

/** ` – `, ` --- `: up to three dashes between blanks. */
function endOfSpacedDash(text: string, start: number, to: number): number {
  let at = start + 1;
  while (at < to && at < start + 4 && (text.charCodeAt(at) === EN_DASH || text.charCodeAt(at) === EM_DASH || text.charCodeAt(at) === HYPHEN)) at++;
  return at > start + 1 && at < to && isUnit(text.charCodeAt(at), BLANK) ? at + 1 : -1;
}

function endOfHyphens(text: string, start: number, to: number): number {
  let at = start;
  while (at < to && text.charCodeAt(at) === HYPHEN) at++;
  return at > start + 1 ? at : -1;
}
