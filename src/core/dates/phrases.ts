import type { Cursor } from './cursor.ts';
import { hasOwnYear, lacksYear, type Found, type Named, type Phrase } from './named.ts';
import { secondYear } from './numeric.ts';
import { dayAt, singleAt, withMonth, yearAfter } from './single.ts';
import { As } from './vocabulary.ts';

/** More days or months than this are a table, not a phrase. */
const MAX_LIST = 12;

/**
 * The readings of the words from a token on, the longest first; a caller takes the first that makes sense
 * (`1990 to 1988` is no interval, so `1990` is what remains). Looks at a bounded number of tokens.
 */
export function phrasesAt(c: Cursor, index: number): Found<Phrase>[] {
  const found: Found<Phrase>[] = [];
  const add = (phrase: Found<Phrase> | undefined): void => { if (phrase !== undefined) found.push(phrase); };
  if (c.is(index, As.between)) add(betweenAt(c, index + 1));
  if (c.is(index, As.from)) add(fromAt(c, index + 1));
  add(sinceAt(c, index));
  add(dayListAt(c, index));
  const single = singleAt(c, index);
  if (single === undefined) return found;
  add(rangeAfter(c, single, false));
  add(onwardsAfter(c, single));
  add(listAfter(c, single));
  if (isMeant(c, index, single)) add(c.found(single.next, { form: 'one', dates: [single.value] }));
  return found;
}

/** Whether a month or season alone is meant as a date, and a year is not torn out of `1975–12345` or `1990/21`. */
function isMeant(c: Cursor, index: number, { next, value }: Found): boolean {
  if (value.weak === true) return value.season === undefined ? c.is(index - 1, As.weakCue) : c.is(index - 1, As.in) || c.text(index - 1) === 'during';
  const isJoined = value.bare === true && c.isTight(next) && c.isTight(next + 1);
  return !isJoined || !((c.isDash(next) && c.isNumber(next + 1)) || (c.text(next) === '/' && (c.isNumber(next + 1) || c.isWord(next + 1))));
}

/** `between 1989 and 1991`, `between 17 and 28 January 1990`, `between July and September 1990`. */
function betweenAt(c: Cursor, index: number): Found<Phrase> | undefined {
  const days = daysAt(c, index, at => c.is(at, As.and));
  if (days !== undefined) return rangeOfDays(c, days);
  const from = singleAt(c, index);
  if (from === undefined || !c.is(from.next, As.and)) return undefined;
  return rangeTo(c, from, from.next + 1, true);
}

/** `from 1982 to early 1987`, `from 1981 onwards`, `from 1981 on`, `du 17 janvier au 28 août 1990`. */
function fromAt(c: Cursor, index: number): Found<Phrase> | undefined {
  const days = daysAt(c, index, at => c.is(at, As.to));
  if (days !== undefined) return rangeOfDays(c, days);
  const from = singleAt(c, index);
  if (from === undefined) return undefined;
  const isOn = c.text(from.next) === 'on' && c.endsClause(from.next + 1) && from.value.shift === undefined;
  return isOn ? c.found(from.next + 1, { form: 'since', date: from.value }) : rangeAfter(c, from, true) ?? onwardsAfter(c, from);
}

/** `since 1979`, `until 1988`, `by late 1989`, `before 28 August 1990`, `after 1991`, `à partir de 1986`. */
function sinceAt(c: Cursor, index: number): Found<Phrase> | undefined {
  const opening = openingAt(c, index);
  if (opening === undefined) return undefined;
  const date = singleAt(c, opening.next);
  if (date === undefined || date.value.unreadable === true || date.value.shift !== undefined) return undefined;
  if (date.value.weak === true && (opening.value === 'by' || opening.value === 'after')) return undefined;
  return c.found(date.next, { form: opening.value, date: date.value });
}

function openingAt(c: Cursor, index: number): Found<'since' | 'until' | 'by' | 'after'> | undefined {
  if (c.is(index, As.since)) return c.found(index + 1, 'since');
  if (c.text(index) === 'à' && c.text(index + 1) === 'partir') return c.found(c.skipOf(index + 2), 'since');
  if (c.text(index) === 'up' && c.text(index + 1) === 'to') return c.found(index + 2, 'until');
  if (c.text(index) === 'jusqu' && c.text(index + 1) === '\'') return c.found(c.skip(c.skip(index + 2, As.to), As.in), 'until');
  if (c.is(index, As.until)) return c.found(index + 1, 'until');
  if (c.text(index) === 'prior' && c.text(index + 1) === 'to') return c.found(index + 2, 'by');
  if (c.is(index, As.by)) return c.found(c.text(index) === 'by' ? c.skip(index + 1, As.about) : index + 1, 'by');
  return c.is(index, As.after) ? c.found(index + 1, 'after') : undefined;
}

/** The end of an interval after its beginning: `– 1990`, `-90`, `to early 1987`, `/91`, `to the present`. */
function rangeAfter(c: Cursor, from: Found, hasFrom: boolean): Found<Phrase> | undefined {
  const at = from.next;
  const isSlash = c.text(at) === '/' && c.isTight(at) && c.isTight(at + 1) && from.value.bare === true;
  if (c.isDash(at) || isSlash) {
    const short = from.value.bare === true && from.value.year !== undefined ? secondYear(c, at + 1, from.value.year) : undefined;
    if (short !== undefined) return c.found(at + 2, { form: 'range', from: from.value, to: { year: short } });
    if (isSlash) return undefined;
    if (c.is(at + 1, As.present)) return c.found(at + 2, { form: 'since', date: from.value });
    return rangeTo(c, from, at + 1, hasFrom);
  }
  if (!isTo(c, at, hasFrom)) return undefined;
  const next = c.text(at) === 'up' ? at + 2 : c.text(at) === 'jusqu' ? c.skip(c.skip(at + 2, As.to), As.in) : at + 1;
  const present = c.skipThe(next);
  if (c.is(present, As.present)) return c.found(present + 1, { form: 'since', date: from.value });
  return rangeTo(c, from, next, hasFrom);
}

function isTo(c: Cursor, index: number, hasFrom: boolean): boolean {
  if (c.text(index) === 'à') return hasFrom;
  return c.is(index, As.to) || (c.text(index) === 'up' && c.text(index + 1) === 'to');
}

/** @param isLed whether `between` or `from` stands before, so that two bare months are dates: `from July to September` */
function rangeTo(c: Cursor, from: Found, index: number, isLed: boolean): Found<Phrase> | undefined {
  const to = singleAt(c, c.is(index, As.in) ? index + 1 : index);
  if (to === undefined || to.value.shift !== undefined || from.value.shift !== undefined) return undefined;
  if (to.value.unreadable === true || from.value.unreadable === true) return undefined;
  // A bare month or season needs a date of its own kind at the other end: not `1990 – May said`.
  if (to.value.weak === true && !isCalendar(from.value)) return undefined;
  if (from.value.weak === true && ((to.value.weak === true && !isLed) || !isCalendar(to.value))) return undefined;
  return c.found(to.next, { form: 'range', from: from.value, to: to.value });
}

function isCalendar(named: Named): boolean {
  return (named.month ?? named.season) !== undefined;
}

/** `1986 onwards`. */
function onwardsAfter(c: Cursor, from: Found): Found<Phrase> | undefined {
  return c.is(from.next, As.onwards) && from.value.shift === undefined ? c.found(from.next + 1, { form: 'since', date: from.value }) : undefined;
}

/**
 * `1982 or 1983`, `July and September 1990`, `17 January and 28 August 1990`. With `and`, only dates that
 * share the year at the end are one phrase; `1982 and 1983` are two dates.
 */
function listAfter(c: Cursor, first: Found): Found<Phrase> | undefined {
  const dates = [first.value];
  let next = first.next;
  let joint: 'and' | 'or' | undefined;
  while (dates.length < MAX_LIST && joint === undefined) {
    joint = c.is(next, As.or) ? 'or' : c.is(next, As.and) ? 'and' : undefined;
    if (joint === undefined && c.text(next) !== ',') return undefined;
    const item = c.is(next + 1, As.in) ? next + 2 : next + 1;
    const one = singleAt(c, item);
    if (one === undefined || one.value.shift !== undefined || one.value.unreadable === true) return undefined;
    dates.push(one.value);
    next = one.next;
  }
  const last = dates.at(-1);
  if (joint === undefined || last === undefined || first.value.shift !== undefined || first.value.unreadable === true) return undefined;
  const sharesYear = dates.slice(0, -1).every(lacksYear) && last.year !== undefined && isCalendar(last);
  if (!sharesYear && !(joint === 'or' && dates.every(hasOwnYear))) return undefined;
  const form = joint === 'and' ? 'all' : 'one';
  return c.found(next, { form, dates: dates.map(date => sharesYear ? { ...date, year: last.year } : date) });
}

/** `17–28 January 1990`, `17 and 28 January`, `28 or 29 August 1990`, `August 28–30, 1990`. */
function dayListAt(c: Cursor, index: number): Found<Phrase> | undefined {
  const month = c.month(index);
  if (month !== undefined) {
    const days = daysAt(c, index + 1, at => c.isDash(at) || c.is(at, As.and) || c.is(at, As.to) || c.is(at, As.or));
    if (days === undefined || !c.isCapital(index) || c.is(days.next, As.counts)) return undefined;
    const year = yearAfter(c, days.next);
    return listPhrase(c, year.next, days, { month: month.month, ...year.value });
  }
  const days = daysAt(c, c.skipThe(index), at => c.isDash(at) || c.is(at, As.and) || c.is(at, As.to) || c.is(at, As.or));
  const rest = days && withMonth(c, days.next, {});
  return days && rest && listPhrase(c, rest.next, days, rest.value);
}

interface Days {
  readonly next: number;
  readonly joint: number;
  readonly first: number;
  readonly last: number;
}

/** Two days joined by a token that `isJoint` accepts. */
function daysAt(c: Cursor, index: number, isJoint: (at: number) => boolean): Days | undefined {
  const first = dayAt(c, c.skipThe(index));
  if (first === undefined || !isJoint(first.next)) return undefined;
  const last = dayInListAt(c, c.skipThe(first.next + 1));
  return last && last.value > first.value ? { next: last.next, joint: first.next, first: first.value, last: last.value } : undefined;
}

/** A day after a dash, where `dayAt` would take the digits for the tail of a number. */
function dayInListAt(c: Cursor, index: number): Found<number> | undefined {
  const day = c.small(index, 31);
  return day === undefined ? undefined : c.found(c.isTight(index + 1) && c.is(index + 1, As.suffix) ? index + 2 : index + 1, day);
}

function rangeOfDays(c: Cursor, days: Days): Found<Phrase> | undefined {
  const rest = withMonth(c, days.next, {});
  return rest && c.found(rest.next, { form: 'range', from: { ...rest.value, day: days.first }, to: { ...rest.value, day: days.last } });
}

function listPhrase(c: Cursor, next: number, days: Days, named: Named): Found<Phrase> {
  const first = { ...named, day: days.first };
  const last = { ...named, day: days.last };
  if (c.is(days.joint, As.and)) return c.found(next, { form: 'all', dates: [first, last] });
  if (c.is(days.joint, As.or)) return c.found(next, { form: 'one', dates: [first, last] });
  return c.found(next, { form: 'range', from: first, to: last });
}
