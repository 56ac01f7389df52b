import type { DateMention } from '../../dates/types.ts';
import type { Mention, NumberMention, Sentence } from '../../draft/types.ts';
import type { Span } from '../../text.ts';
import { BLANK, CAPITAL, isUnit, LETTER, MARK, NUMBER } from '../../units.ts';
import { lexemeOf, type Lexeme } from './lexemes.ts';

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
export interface WordToken extends TokenBase { readonly kind: 'word'; readonly possessive: boolean; readonly lexeme: Lexeme }
/** `,` `;` `:` `—` `(` `)` `.` `?`, and a whole quotation as one. */
export interface MarkToken extends TokenBase { readonly kind: 'mark' | 'quote' }
export type Token = NameToken | DateToken | NumberToken | WordToken | MarkToken;

/** Tokens of all kinds are made alike: what reads them is then as quick as if there were one kind. */
function makeToken(kind: Token['kind'], text: string, start: number, end: number): Made {
  return { kind, text, capital: false, classes: 0, start, end, possessive: false, mention: undefined, inner: undefined, date: undefined, number: undefined, lexeme: undefined };
}

interface Made {
  readonly kind: Token['kind'];
  readonly text: string;
  capital: boolean;
  classes: number;
  readonly start: number;
  readonly end: number;
  possessive: boolean;
  mention: Mention | undefined;
  inner: DateMention | undefined;
  date: DateMention | undefined;
  number: NumberMention | undefined;
  lexeme: Lexeme | undefined;
}

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
  const add = (token: Made, end = token.end) => items.push({ start: token.start, end, token: token as Token });
  for (const { span } of sentence.citations) skip(span);
  for (const note of sentence.notes) skip(note);
  for (const { start, end } of sentence.quotations) add(makeToken('quote', text.slice(start, end), start, end));
  for (const mention of sentence.mentions) {
    const { start, end } = mention;
    const tail = isApostrophe(text.charCodeAt(end)) ? /^['’]s?(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 3))?.[0] ?? '' : '';
    const token = makeToken('name', mention.text, start, end);
    token.capital = true;
    token.mention = mention;
    token.possessive = tail !== '' || endsInPossessive(mention.text);
    token.inner = sentence.dates.length === 0 ? undefined : sentence.dates.find(date => date.start >= start && date.end <= end);
    add(token, end + tail.length);
  }
  for (const date of sentence.dates) {
    const token = makeToken('date', date.text, date.start, date.end);
    token.capital = true;
    token.date = date;
    add(token);
  }
  for (const number of sentence.numbers) {
    const token = makeToken('number', number.text.toLowerCase(), number.start, number.end);
    token.number = number;
    add(token);
  }
  if (text.includes('<!--')) for (const match of text.slice(sentence.start, sentence.end).matchAll(/<!--[\s\S]*?-->/g)) skip({ start: sentence.start + match.index, end: sentence.start + match.index + match[0].length });
  // What begins first counts; of two that begin together the longer.
  return items.length < 2 ? items : items.sort((a, b) => a.start - b.start || b.end - a.end);
}

function endsInPossessive(name: string): boolean {
  const last = name.charCodeAt(name.length - 1);
  return isApostrophe(last) || last === SMALL_S && name.length > 1 && isApostrophe(name.charCodeAt(name.length - 2));
}

const HALVES: ReadonlySet<string> = new Set(['north', 'south', 'east', 'west']);
const WORD = LETTER | NUMBER;
const SMALL_S = 0x73;
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
    if (end > at) tokens.push(makeToken('mark', '—', at, end) as Token);
    else if (MARKS.includes(text[at]!)) tokens.push(makeToken('mark', text[at]!, at, at + 1) as Token);
    at = Math.max(end, at + 1);
  }
}

const MARKS = ',;:()?!';

function addWord(tokens: Token[], text: string, start: number, end: number): void {
  const whole = text.slice(start, end);
  const endsInS = text.charCodeAt(end - 1) === SMALL_S;
  const isGenitive = endsInS && end - start > 2 && isApostrophe(text.charCodeAt(end - 2));
  const bare = isGenitive ? whole.slice(0, -2) : whole;
  const capital = isUnit(text.charCodeAt(start), CAPITAL) || isPair(text.charCodeAt(start)) && /^\p{Lu}/u.test(whole);
  const last = tokens.length === 0 ? undefined : tokens[tokens.length - 1];
  if (capital && last?.kind === 'word' && last.capital && last.end === start - 1 && HALVES.has(last.text)) {
    // `South Vietnamese` are another state’s people than the Vietnamese.
    const both = lexemeOf(`${last.text} ${bare}`);
    tokens[tokens.length - 1] = { ...last, text: both.text, classes: 0, lexeme: both, end: start + bare.length };
    return;
  }
  const possessive = isGenitive || endsInS && isApostrophe(text.charCodeAt(end)) && !isUnit(text.charCodeAt(end + 1), LETTER);
  const lexeme = lexemeOf(bare);
  const token = makeToken('word', lexeme.text, start, start + bare.length);
  token.capital = capital;
  token.classes = lexeme.classes;
  token.possessive = possessive;
  token.lexeme = lexeme;
  tokens.push(token as Token);
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
