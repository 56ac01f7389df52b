import type { Cursor } from './cursor.ts';
import type { Found, Shift } from './named.ts';
import { secondYear, yearDigits } from './numeric.ts';
import { As } from './vocabulary.ts';

/** Words that may stand between a number and its unit. */
const FILLERS: ReadonlySet<string> = new Set(['full', 'whole', 'short', 'long', 'more', 'further', 'good']);

/** `for two years after 1989` and `over the next year` tell how long, not when. */
const DURATIONS: ReadonlySet<string> = new Set(['for', 'over', 'within', 'least', 'most', 'pendant']);

/** Reads the date that `ten days after` counts from. */
export type AnchorReader = (c: Cursor, index: number) => Found | undefined;

/** A date told by another one: `that year`, `the following spring`, `two years later`, `the turn of the year`. */
export function relativeAt(c: Cursor, index: number, anchorAt: AnchorReader): Found | undefined {
  return sameAt(c, index) ?? nextAt(c, index) ?? turnAt(c, index) ?? laterInAt(c, index) ?? countedAt(c, index, anchorAt);
}

/** `that year`, `the same month`, `that autumn`, `cette année-là`, `la même année`. */
export function sameAt(c: Cursor, index: number): Found | undefined {
  const isThat = c.is(index, As.that);
  const article = isThat ? index + 1 : c.skipThe(index);
  if (article === index) return undefined;
  const very = article + (c.text(article) === 'very' ? 1 : 0);
  const noun = c.skip(very, As.same);
  if (!isThat && noun === very) return undefined;
  const isFrenchThat = isThat && c.text(index) !== 'that' && noun === very;
  const next = isFrenchThat ? noun + 3 : noun + 1;
  if (isFrenchThat && (c.text(noun + 1) !== '-' || c.text(noun + 2) !== 'là')) return undefined;
  if (isInPhrase(c, noun)) return undefined;
  const season = c.season(noun);
  if (season !== undefined) return c.found(next, { season, yearShift: 0 });
  const unit = isSingular(c, noun) ? c.unit(noun) : undefined;
  if (unit === 'year') return c.found(next, { yearShift: 0 });
  return unit === 'month' || unit === 'day' ? c.found(next, { same: unit }) : undefined;
}

/** `that year-long`, `that day by day`, `month after month`, `said that spring would`: no date is named. */
function isInPhrase(c: Cursor, noun: number): boolean {
  const after = noun + 1;
  if (c.text(after) === '-' && c.isTight(after) && c.text(after + 1) !== 'là') return true;
  return c.text(after + 1) === c.text(noun) || (c.season(noun) !== undefined && ['would', 'will', 'could', 'should', 'may', 'might'].includes(c.text(after)));
}

/** `the following year`, `the previous spring`, `the day after`, `l'année suivante`, `le lendemain`. */
export function nextAt(c: Cursor, index: number): Found | undefined {
  const start = c.skipThe(index);
  if (start === index || DURATIONS.has(c.text(index - 1))) return undefined;
  if (c.text(start) === 'lendemain' || c.text(start) === 'veille') {
    const count = c.text(start) === 'veille' ? -1 : 1;
    return shiftFound(c, start + 1, { unit: 'day', count: c.is(start + 1, As.of) ? undefined : count });
  }
  const leads = c.is(start, As.following) ? 1 : c.is(start, As.preceding) ? -1 : 0;
  const noun = leads === 0 ? start : start + 1;
  const season = c.season(noun);
  const unit = c.unit(noun) ?? (season === undefined ? undefined : 'year');
  if (unit === undefined || unit === 'decade' || !isSingular(c, noun)) return undefined;
  if (leads !== 0) return shiftFound(c, noun + 1, { unit, count: unit === 'week' ? undefined : leads, season });
  const tail = c.skipOf(noun + 1);
  const isBefore = c.text(tail) === 'before' || c.text(tail) === 'avant';
  const trails = c.is(tail, As.following) || c.is(tail, As.after) ? 1 : c.is(tail, As.preceding) || isBefore ? -1 : 0;
  if (trails === 0) return undefined;
  // `the year after the coup` is counted from an event, `l'année suivante` never is.
  const isKnown = unit !== 'week' && (c.endsClause(tail + 1) || c.text(tail).endsWith('nte') || c.text(tail).endsWith('nt'));
  return shiftFound(c, tail + 1, { unit, count: isKnown ? trails : undefined, season });
}

function isSingular(c: Cursor, index: number): boolean {
  return !c.text(index).endsWith('s') || c.text(index) === 'mois' || c.text(index) === 'printemps';
}

/** A whole number of years is said by `yearShift`, so that a month or season can join it. */
function shiftFound(c: Cursor, next: number, shift: Shift): Found {
  if (shift.unit === 'year' && shift.season === undefined && shift.count !== undefined) return c.found(next, { yearShift: shift.count });
  return c.found(next, { shift });
}

/** `the turn of the year`, `the turn of 1990` (into it or out of it), `the turn of the year 1989/90`. */
function turnAt(c: Cursor, index: number): Found | undefined {
  const start = c.skipThe(index);
  if (!c.is(start, As.turn)) return undefined;
  const of = c.skipOf(start + 1);
  if (of === start + 1) return undefined;
  const noun = c.skipThe(of);
  const after = c.unit(noun) === 'year' ? noun + 1 : of;
  const year = yearDigits(c, after);
  if (year === undefined) return after === of ? undefined : c.found(after, { turn: 'end' });
  const second = c.text(after + 1) === '/' || c.isDash(after + 1) ? secondYear(c, after + 2, year) : undefined;
  return second === year + 1 ? c.found(after + 3, { turn: 'end', year }) : c.found(after + 1, { turn: 'either', year });
}

/** `later in the year`, `earlier in the year`: no more than the year. */
function laterInAt(c: Cursor, index: number): Found | undefined {
  if (c.text(index) !== 'later' && c.text(index) !== 'earlier') return undefined;
  return c.text(index + 1) === 'in' && c.text(index + 2) === 'the' && c.text(index + 3) === 'year' ? c.found(index + 4, { yearShift: 0 }) : undefined;
}

/** `two years later`, `a year and a half earlier`, `ten days after`, `some months later`, `deux ans plus tard`. */
function countedAt(c: Cursor, index: number, anchorAt: AnchorReader): Found | undefined {
  const count = DURATIONS.has(c.text(index - 1)) ? undefined : countAt(c, index);
  if (count === undefined) return undefined;
  const noun = count.next + (FILLERS.has(c.text(count.next)) ? 1 : 0);
  const unit = c.unit(noun);
  if (unit === undefined) return undefined;
  const half = c.text(noun + 1) === 'and' && c.text(noun + 2) === 'a' && c.text(noun + 3) === 'half' ? 0.5 : 0;
  const next = half > 0 ? noun + 4 : noun + 1;
  const amount = count.value === undefined ? undefined : (count.value + half) * (c.text(noun) === 'fortnight' ? 2 : 1);
  const direction = directionAt(c, next);
  if (direction === undefined || c.text(direction.next) === 'than') return undefined;
  const { sign, loose } = direction.value;
  const near = c.is(index - 1, As.near) ? { approximate: true } : {};
  const anchor = loose && amount !== undefined ? anchorAt(c, direction.next) : undefined;
  if (anchor !== undefined && amount !== undefined) {
    return c.found(anchor.next, { shift: { unit, count: amount * sign, anchor: anchor.value }, ...near });
  }
  const isKnown = amount !== undefined && sign !== 0 && (!loose || c.endsClause(direction.next));
  return c.found(direction.next, { shift: { unit, count: isKnown ? amount * sign : undefined }, ...near });
}

/** `undefined` as a value: some number that is not told. */
function countAt(c: Cursor, index: number): Found<number | undefined> | undefined {
  if (c.is(index, As.vague)) return c.found(index + 1, undefined);
  if (c.is(index, As.half) && c.text(index + 1) === 'a') return c.found(index + 2, 0.5);
  if (c.text(index) === 'a') {
    if (c.is(index + 1, As.vague)) return c.found(index + 2, undefined);
    if (c.text(index + 1) === 'couple' && c.text(index + 2) === 'of') return c.found(index + 3, 2);
    if (c.text(index + 1) === 'number' && c.text(index + 2) === 'of') return c.found(index + 3, undefined);
  }
  const digits = c.number(index, 1) ?? c.number(index, 2) ?? c.number(index, 3);
  if (digits !== undefined) return digits > 0 && !c.isTight(index) ? c.found(index + 1, digits) : undefined;
  const word = c.tokens.word(index)?.count;
  if (word === undefined) return undefined;
  const unit = word >= 20 && c.text(index + 1) === '-' ? c.tokens.word(index + 2)?.count : undefined;
  return unit === undefined ? c.found(index + 1, word) : c.found(index + 3, word + unit);
}

/** `loose` words may introduce an event (`ten days after the signing`), from which nothing can be counted. */
function directionAt(c: Cursor, index: number): Found<{ sign: number; loose: boolean }> | undefined {
  const text = c.text(index);
  if (text === 'plus') {
    const sign = c.text(index + 1) === 'tard' ? 1 : c.text(index + 1) === 'tôt' ? -1 : 0;
    return sign === 0 ? undefined : c.found(index + 2, { sign, loose: false });
  }
  if (c.is(index, As.after)) return c.found(index + 1, { sign: 1, loose: true });
  if (text === 'before' || text === 'avant') return c.found(index + 1, { sign: -1, loose: true });
  if (text === 'prior') return c.found(c.text(index + 1) === 'to' ? index + 2 : index + 1, { sign: -1, loose: true });
  if (c.is(index, As.later)) return c.found(index + 1, { sign: 1, loose: false });
  if (c.is(index, As.earlier)) return c.found(index + 1, { sign: -1, loose: false });
  return c.is(index, As.ago) ? c.found(index + 1, { sign: 0, loose: false }) : undefined;
}
