import { isUnit, LETTER, NUMBER } from '../units.ts';
import { wordSet } from './around.ts';
import type { Inside } from './inside.ts';
import type { NumberMention } from './types.ts';

const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen',
  'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const VALUES: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value): [string, number] => [word, value]), ...TENS.map((word, index): [string, number] => [word, index * 10 + 20]),
]);
const SCALES: ReadonlyMap<string, number> = new Map([['hundred', 100], ['thousand', 1e3], ['million', 1e6], ['billion', 1e9], ['trillion', 1e12], ['dozen', 12]]);
/** Scales that may follow `a`. */
const SCALES_OF_ONE = wordSet('hundred thousand million billion dozen');
/** How many parts of a whole may be counted, and what the parts are: `a quarter`, `two-thirds`. */
const COUNTS_OF_PARTS: ReadonlyMap<string, number> = new Map([['a', 1], ['an', 1], ['one', 1], ['two', 2], ['three', 3], ['four', 4]]);
const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2], ['halves', 2], ...[['third', 3], ['quarter', 4], ['fifth', 5], ['sixth', 6], ['tenth', 10]].flatMap(([word, value]): [string, number][] =>
    [[word as string, value as number], [`${word!}s`, value as number]]),
]);
/** After `half`, which then is a part of something. */
const OF_A_WHOLE = wordSet('of the a its their that');

/** Where a number may begin: a digit, or the first letters of a word for one. */
const BEGINNING = /\d|(?<![a-z\d])(?:an?(?![a-z\d])|one|tw|thr|thi|fo[ur]|fi[fv]|si|sev|ei|el|ni|ten|zer|half)/gi;
/** What before a number makes it a part of something longer, beside letters and digits. */
const JOINTS = '.,§/@#-';
const LONGEST_WORD = 10;

/** A number that was read; `end` is where it ends. */
interface Read {
  readonly end: number;
  readonly value: number;
}

/**
 * Numbers in digits or words, with their scale and percent sign: `21 %`, `1.7 million`, `twenty-one`, `a quarter`, `half of`.
 * A bare `one` is left out, for it is a pronoun or an article. Dates, citations and code are left to others.
 */
export function findNumbers(text: string, start: number, end: number, taken: Inside): NumberMention[] {
  const found: NumberMention[] = [];
  BEGINNING.lastIndex = start;
  while (BEGINNING.test(text)) {
    // The pattern gives no more than where: a match object for every `a` of a draft costs more than reading on.
    const at = beginningOf(text, BEGINNING.lastIndex, start);
    if (at >= end) break;
    const read = isFree(text, at) ? numberAt(text, at) : undefined;
    if (read === undefined) continue;
    const stop = percentEnd(text, read.end);
    BEGINNING.lastIndex = stop;
    if (stop > end || taken.reaches(at, stop) || stop - at === 3 && isOne(text, at)) continue;
    if (Number.isFinite(read.value)) found.push({ start: at, end: stop, text: text.slice(at, stop), value: read.value });
  }
  return found;
}

/** Back from the end of what `BEGINNING` matched: over one digit, or over its few letters. */
function beginningOf(text: string, end: number, least: number): number {
  let at = end - 1;
  if (!isDigit(text.charCodeAt(at))) while (at > least && isAsciiWord(text.charCodeAt(at - 1))) at--;
  return at;
}

function isFree(text: string, at: number): boolean {
  if (at === 0) return true;
  return !JOINTS.includes(text[at - 1]!) && !isInWord(text, at - 1);
}

/** A letter or number, a pair of surrogates included. */
function isInWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdfff) return /^[\p{L}\p{N}]/u.test(text.slice(unit >= 0xdc00 ? at - 1 : at, at + 2));
  return isUnit(unit, LETTER | NUMBER);
}

function numberAt(text: string, at: number): Read | undefined {
  if (isDigit(text.charCodeAt(at))) return digitsAt(text, at);
  const word = wordAt(text, at);
  const wordEnd = at + word.length;
  const part = partsAt(text, wordEnd, word);
  if (part !== undefined) return part;
  if (word === 'a' || word === 'an') {
    const scale = blankEnd(text, wordEnd);
    return scale >= 0 && SCALES_OF_ONE.has(wordAt(text, scale)) ? scaled(text, wordEnd, 1) : undefined;
  }
  const value = isInWord(text, wordEnd) ? undefined : VALUES.get(word);
  if (value === undefined) return undefined;
  const joint = text.charCodeAt(wordEnd);
  if (value >= 20 && (joint === 0x20 || joint === 0x2d)) {
    const unit = wordAt(text, wordEnd + 1);
    const added = isInWord(text, wordEnd + 1 + unit.length) ? undefined : VALUES.get(unit);
    if (added !== undefined && added > 0 && added < 10) return scaled(text, wordEnd + 1 + unit.length, value + added);
  }
  return scaled(text, wordEnd, value);
}

/** `a quarter`, `two-thirds`, `half of`, `half a million`. */
function partsAt(text: string, wordEnd: number, word: string): Read | undefined {
  if (word === 'half') {
    const next = blankEnd(text, wordEnd);
    const scale = next >= 0 && wordAt(text, next) === 'a' ? blankEnd(text, next + 1) : -1;
    const scaleWord = scale >= 0 ? wordAt(text, scale) : '';
    // `half a million`
    if (SCALES.has(scaleWord) && !isInWord(text, scale + scaleWord.length)) return { end: scale + scaleWord.length, value: SCALES.get(scaleWord)! / 2 };
    return next >= 0 && OF_A_WHOLE.has(wordAt(text, next)) ? { end: wordEnd, value: 0.5 } : undefined;
  }
  const count = COUNTS_OF_PARTS.get(word);
  const joint = text.charCodeAt(wordEnd);
  if (count === undefined || joint !== 0x20 && joint !== 0x2d) return undefined;
  const part = wordAt(text, wordEnd + 1);
  const end = wordEnd + 1 + part.length;
  const parts = isInWord(text, end) ? undefined : PARTS.get(part);
  return parts === undefined ? undefined : { end, value: count / parts };
}

/** `1,234,567.8`, `3.3`: as much of it as does not run into a letter or another digit. */
function digitsAt(text: string, at: number): Read | undefined {
  const whole = digitsEnd(text, at);
  const ends: number[] = [];
  if (whole - at <= 3) {
    for (let group = whole; isGroup(text, group); ) {
      group += 4;
      ends.push(group);
    }
    // The whole of it comes first, with its decimals; a group less at a time follows.
    ends.reverse();
  }
  for (const group of ends) {
    const read = withDecimals(text, at, group);
    if (read !== undefined) return read;
  }
  return withDecimals(text, at, whole);
}

/** A separator and three digits. */
function isGroup(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit === 0x2c || unit === 0x202f) && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2)) && isDigit(text.charCodeAt(at + 3));
}

function withDecimals(text: string, at: number, end: number): Read | undefined {
  const value = (stop: number) => Number(text.slice(at, stop).replace(/[,\u202F]/g, ''));
  if (text.charCodeAt(end) === 0x2e && isDigit(text.charCodeAt(end + 1))) {
    const decimals = digitsEnd(text, end + 1);
    const read = scaled(text, decimals, value(decimals));
    if (read !== undefined) return read;
  }
  return scaled(text, end, value(end));
}

/** A number with the word for its scale, if one follows; `undefined` where it runs into a letter or digit. */
function scaled(text: string, end: number, value: number): Read | undefined {
  const blank = blankEnd(text, end);
  if (blank >= 0) {
    const word = wordAt(text, blank);
    const scale = word === '' ? undefined : SCALES.get(word);
    if (scale !== undefined && !isInWord(text, blank + word.length)) return { end: blank + word.length, value: value * scale };
  } else if (/^bn\b/i.test(text.slice(end, end + 3)) && !isInWord(text, end + 2)) return { end: end + 2, value: value * 1e9 };
  return isInWord(text, end) ? undefined : { end, value };
}

/** Past ` %`, `%`, ` per cent`, ` pct`; else `end`. */
function percentEnd(text: string, end: number): number {
  if (text.charCodeAt(end) === 0x25) return end + 1;
  const blank = blankEnd(text, end);
  if (blank < 0) return end;
  if (text.charCodeAt(blank) === 0x25) return blank + 1;
  if ((text.charCodeAt(blank) | 0x20) !== 0x70) return end;
  const word = wordAt(text, blank);
  const wordEnd = blank + word.length;
  if (word === 'pct' || word === 'percent') return wordEnd;
  const cent = word === 'per' ? blankEnd(text, wordEnd) : -1;
  return cent >= 0 && wordAt(text, cent) === 'cent' ? cent + 4 : end;
}

/** Past one blank, or a line break with the blanks and marks of quotation that begin the next line; -1 where none is. */
function blankEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === 0x20 || unit === 0xa0 || unit === 0x202f) return at + 1;
  const line = unit === 0x0d ? at + 1 : at;
  if (text.charCodeAt(line) !== 0x0a) return -1;
  let end = line + 1;
  while (end < line + 1 + MAX_INDENT && ' \t>'.includes(text[end] ?? 'x')) end++;
  return end;
}
const MAX_INDENT = 8;

/** The run of ASCII letters and digits there, in small letters; empty for one longer than any word for a number. */
function wordAt(text: string, at: number): string {
  let end = at;
  while (end <= at + LONGEST_WORD && isAsciiWord(text.charCodeAt(end))) end++;
  return end - at > LONGEST_WORD ? '' : text.slice(at, end).toLowerCase();
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}
function isOne(text: string, at: number): boolean {
  return text.slice(at, at + 3).toLowerCase() === 'one';
}
function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
function isAsciiWord(unit: number): boolean {
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x7a || isDigit(unit);
}
