import type { Cursor } from './cursor.ts';
import type { Found } from './named.ts';
import { As } from './vocabulary.ts';

const FIRST_YEAR = 1000;
const LAST_YEAR = 2100;
/** Before this, four digits are as often an amount, and are a year only after a word such as `in`. */
const FIRST_PLAIN_YEAR = 1600;
/** What may be joined to a year by a hyphen: `post-1975`. */
export const YEAR_PREFIXES: ReadonlySet<string> = new Set(['post', 'pre', 'mid', 'early', 'late', 'end', 'inter', 'ante', 'mi', 'début', 'fin']);
const CURRENCIES = '$€£¥';

export function yearDigits(c: Cursor, index: number): number | undefined {
  const year = c.number(index, 4);
  return year !== undefined && year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
}

/** Four digits that are a year and no amount, number of a resolution, page, price, version or part of a longer number. */
export function yearAt(c: Cursor, index: number): Found | undefined {
  const year = yearDigits(c, index);
  if (year === undefined || !beginsNumber(c, index) || !endsYear(c, index)) return undefined;
  if (isCounted(c, index) || (year < FIRST_PLAIN_YEAR && !c.is(index - 1, As.yearCue) && c.text(index - 1) !== '(')) return undefined;
  return c.found(index + 1, { year, bare: true });
}

/** Whether the digits are not the tail of something longer: `1,975`, `p.1975`, `A/40/1985`, `$1975`, `F1975`. */
export function beginsNumber(c: Cursor, index: number): boolean {
  const isMark = c.isSign(index - 1);
  if (isMark && CURRENCIES.includes(c.text(index - 1))) return false;
  if (!c.isTight(index)) return true;
  if (!isMark) return !c.isWord(index - 1) && !c.isNumber(index - 1);
  const isJoined = c.isTight(index - 1);
  const afterNumber = isJoined && c.isNumber(index - 2);
  switch (c.text(index - 1)) {
    case '.': return !(afterNumber || (isJoined && c.isWord(index - 2)));
    case ',': return !(afterNumber && c.number(index - 2, 4) === undefined);
    case ':': case '–': return !afterNumber;
    case '-': return isJoined && YEAR_PREFIXES.has(c.text(index - 2)) && !(c.isTight(index - 2) && c.text(index - 3) === '-');
    case '_': return !(isJoined && (c.isNumber(index - 2) || c.isWord(index - 2)));
    default: return !'#@=+/\\^&'.includes(c.text(index - 1));
  }
}

/** Whether the digits are not the head of something longer: `1975.5`, `1,975,000`, `1500 troops`, `1973 (2011)`. */
export function endsYear(c: Cursor, index: number): boolean {
  if (c.isEnd(index + 1)) return true;
  const after = c.text(index + 1);
  if (countsThings(c, index) || after === '%' || c.number(index + 1, 3) === 0) return false;
  if (after === '(' && c.number(index + 2, 4) !== undefined && c.text(index + 3) === ')') return false;
  if (!c.isTight(index + 1)) return true;
  if (!c.isSign(index + 1)) return !c.isWord(index + 1) && !c.isNumber(index + 1);
  const isJoined = c.isTight(index + 2);
  switch (after) {
    case '.': return !(isJoined && (c.isNumber(index + 2) || c.isWord(index + 2)));
    case ',': return !(isJoined && c.number(index + 2, 3) !== undefined);
    case ':': return !(isJoined && c.isNumber(index + 2));
    case '_': return !(isJoined && (c.isNumber(index + 2) || c.isWord(index + 2)));
    default: return !'‰°@=$€£'.includes(after);
  }
}

/** Whether things are counted: `2000 people`, `1500 to 2000 men`, and, for a round number, `2000 Vietnamese soldiers`. */
function countsThings(c: Cursor, index: number): boolean {
  if (c.is(index + 1, As.counts)) return true;
  if (c.isNumber(index + 2)) return c.is(index + 3, As.counts) && (c.is(index + 1, As.and) || c.is(index + 1, As.to) || c.is(index + 1, As.or) || c.isDash(index + 1));
  return (c.number(index, 4) ?? 1) % 100 === 0 && c.isWord(index + 1) && c.is(index + 2, As.counts) && c.text(index - 1) !== 'in';
}

/** Whether a word before says that the digits number something: `Resolution 1973`, `p. 1975`, `No. 1975`. */
function isCounted(c: Cursor, index: number): boolean {
  const dot = c.text(index - 1) === '.' ? 1 : 0;
  const word = c.text(index - 1 - dot);
  if (!c.is(index - 1 - dot, As.counted)) return false;
  return dot === 1 || !['no', 'art', 'res', 'item', 'line'].includes(word);
}

/** `90` after 1988 is 1990; undefined when it would not come after `first`. */
export function secondYear(c: Cursor, index: number, first: number): number | undefined {
  const full = yearDigits(c, index);
  if (full !== undefined) return full > first && endsYear(c, index) ? full : undefined;
  const two = c.number(index, 2);
  if (two === undefined || c.month(index + 1) !== undefined || (c.isTight(index + 1) && (c.isWord(index + 1) || c.text(index + 1) === '%'))) return undefined;
  const century = first - first % 100;
  if (two > first % 100) return century + two;
  return first % 100 >= 90 && two <= 20 ? century + 100 + two : undefined;
}

/** `1990-08-28`, `1990-08`, `1990/08/28`. */
export function isoAt(c: Cursor, index: number): Found | undefined {
  const year = yearDigits(c, index);
  const mark = c.text(index + 1);
  if (year === undefined || (mark !== '-' && mark !== '/') || !isGlued(c, index + 1, 2)) return undefined;
  if (!beginsNumber(c, index)) return undefined;
  const month = c.number(index + 2, 2);
  if (month === undefined || month < 1 || month > 12) return undefined;
  if (c.text(index + 3) === mark && isGlued(c, index + 3, 2)) {
    const day = c.number(index + 4, 2);
    if (day === undefined || day < 1 || day > 31 || !endsNumeric(c, index + 5)) return undefined;
    return c.found(index + 5, { year, month, day });
  }
  if (mark === '/' || !endsNumeric(c, index + 3)) return undefined;
  // `2009-10` is a month to a machine and two years to a writer.
  return c.found(index + 3, month > year % 100 ? { unreadable: true } : { year, month });
}

/** `28/8/1990`, `28.8.1990`, `8/28/1990`; `5/8/1990` is a date, but which day only a French text or a dot tells. */
export function numericAt(c: Cursor, index: number): Found | undefined {
  const first = c.small(index, 31);
  const mark = c.text(index + 1);
  if (first === undefined || !'/.-'.includes(mark) || mark === '' || !isGlued(c, index + 1, 4) || c.text(index + 3) !== mark) return undefined;
  const second = c.small(index + 2, 31);
  const year = yearDigits(c, index + 4);
  if (second === undefined || year === undefined || !beginsNumber(c, index) || !endsNumeric(c, index + 5)) return undefined;
  if (first > 12 && second > 12) return undefined;
  if (first > 12 || first === second || (second <= 12 && (mark === '.' || c.isFrench))) return c.found(index + 5, { year, month: second, day: first });
  return c.found(index + 5, second > 12 ? { year, month: first, day: second } : { unreadable: true });
}

/** Whether no blank stands before `count` tokens from `index` on. */
function isGlued(c: Cursor, index: number, count: number): boolean {
  for (let at = index; at < index + count; at++) if (!c.isTight(at)) return false;
  return true;
}

/** Whether a date in digits ends before the token; `T10:00` may follow. */
function endsNumeric(c: Cursor, index: number): boolean {
  if (!c.isTight(index)) return true;
  if (c.isNumber(index)) return false;
  if (c.isWord(index)) return c.text(index) === 't';
  const isJoined = c.isTight(index + 1) && (c.isNumber(index + 1) || c.isWord(index + 1));
  return !(isJoined && '/.-_'.includes(c.text(index)));
}

/** `1980s`, `the ’80s`, `the eighties`, `les années 1980`; `the 1800s` is a century, `the 2000s` ten years. */
export function decadeAt(c: Cursor, index: number): Found | undefined {
  const start = c.skipThe(index);
  const isCalled = start > index || c.is(index - 1, As.the) || isPartBefore(c, start) || (c.is(index - 1, As.and) && c.text(index - 2) === 's');
  const word = c.tokens.word(start)?.decade;
  if (word !== undefined) return isCalled ? c.found(start + 1, { decade: word }) : undefined;
  if (c.text(start) === 'années' || (c.text(start) === 'ans' && c.isFrench)) {
    const year = yearDigits(c, start + 1) ?? expand(c.number(start + 1, 2));
    return year === undefined || year % 10 !== 0 ? undefined : c.found(start + 2, { decade: year });
  }
  const quote = c.text(start) === '\'' && c.isTight(start + 1) ? 1 : 0;
  const digits = start + quote;
  const full = yearDigits(c, digits);
  const year = full ?? (quote === 1 || isCalled ? expand(c.number(digits, 2)) : undefined);
  const apostrophe = c.text(digits + 1) === '\'' ? 1 : 0;
  const letter = digits + 1 + apostrophe;
  if (year === undefined || year % 10 !== 0 || c.text(letter) !== 's' || !c.isTight(letter) || !c.isTight(digits + 1)) return undefined;
  if (!beginsNumber(c, start) || (apostrophe === 1 && !isCalled)) return undefined;
  return c.found(letter + 1, full !== undefined && year % 100 === 0 && year < 2000 ? { century: year } : { decade: year });
}

function isPartBefore(c: Cursor, index: number): boolean {
  return c.tokens.word(index - 1)?.part !== undefined || (c.text(index - 1) === '-' && c.tokens.word(index - 2)?.part !== undefined);
}

/** Two digits of a year of the century around us: 30 to 99 are 1930 to 1999. */
export function expand(two: number | undefined): number | undefined {
  return two === undefined ? undefined : two < 30 ? 2000 + two : 1900 + two;
}

/** `the 19th century`, `the nineteenth century`. */
export function centuryAt(c: Cursor, index: number): Found | undefined {
  const start = c.skipThe(index);
  const digits = c.small(start, 21);
  const number = digits ?? c.tokens.word(start)?.ordinal;
  const next = digits === undefined ? start + 1 : start + (c.isTight(start + 1) ? 2 : 1);
  if (number === undefined || number < 11 || !c.is(next, As.century)) return undefined;
  return c.found(next + 1, { century: (number - 1) * 100 });
}

