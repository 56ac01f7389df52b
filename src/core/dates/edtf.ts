import { parseComponent } from './component.ts';
import type { DateComponent, Day, DayRange, EdtfDate, IntervalEnd, SetDate, SpanDate } from './types.ts';

/** Longer texts and larger sets are no dates that anyone wrote. */
const MAX_LENGTH = 2000;
const MAX_MEMBERS = 100;

/** Dates repeat, in a corpus as in a draft: each is read once, as long as there are no more than these. */
const MAX_REMEMBERED = 4000;
const LONGEST_REMEMBERED = 40;
const remembered = new Map<string, EdtfDate | undefined>();

/**
 * Reads a date, an interval or a set of EDTF (ISO 8601-2:2019 levels 0 to 2,
 * https://www.loc.gov/standards/datetime/), e.g. `1989-02-15`, `1985~`, `198X`, `1989-21`, `1988-07/1990-09`,
 * `1991/..`, `/1988`, `[1988,1989..1990]`, `{1988,1990}`. Outer blanks are ignored.
 *
 * The `edtf` package says whether a single date is well-formed; intervals and sets are taken apart here, because
 * the package loses the tail of `[1988,1989..1990]`, knows no interval that starts in a season and ends in a year,
 * and takes exponential time over sets of `1989-XX-XX`. All days are read here as well (see `component.ts`).
 *
 * @returns `undefined` for anything that is no date: a day that does not exist, an interval that ends before it
 *   starts or that has no date at all, the two- and three-digit forms of ISO (`19`, `198`) which are more often a
 *   year half typed. Never throws.
 */
export function parseEdtf(text: string): EdtfDate | undefined {
  const edtf = text.trim();
  if (edtf.length === 0 || edtf.length > MAX_LENGTH) return undefined;
  if (edtf.length > LONGEST_REMEMBERED) return read(edtf);
  let date = remembered.get(edtf);
  if (date === undefined && !remembered.has(edtf)) {
    date = read(edtf);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(edtf, date);
  }
  return date;
}

function read(edtf: string): EdtfDate | undefined {
  if (edtf.startsWith('[') || edtf.startsWith('{')) return parseSet(edtf);
  const slash = edtf.indexOf('/');
  if (slash >= 0) return parseSpan(edtf, edtf.slice(0, slash), edtf.slice(slash + 1));
  const date = parseComponent(edtf);
  return date && {
    kind: 'point', edtf, date, start: date.extent, end: date.extent, approximate: date.approximate, uncertain: date.uncertain,
  };
}

/** An open end (`..`) goes on for ever, so both its bounds are infinite; an unknown one may lie anywhere on its side. */
function parseSpan(edtf: string, fromText: string, toText: string): SpanDate | undefined {
  const from = parseEnd(fromText);
  const to = parseEnd(toText);
  if (from === undefined || to === undefined) return undefined;
  const dates = [from, to].flatMap(end => end.kind === 'date' ? [end.date] : []);
  if (dates.length === 0) return undefined;
  const start = from.kind === 'date' ? from.date.extent : range(-Infinity, from.kind === 'open' ? -Infinity : Infinity);
  const end = to.kind === 'date' ? to.date.extent : range(to.kind === 'open' ? Infinity : -Infinity, Infinity);
  if (end.latest <= start.earliest) return undefined;
  return {
    kind: 'span', edtf, from, to,
    start: range(start.earliest, Math.min(start.latest, end.latest)),
    end: range(Math.max(start.earliest, end.earliest), end.latest),
    ...qualifiersOf(dates),
  };
}

function parseEnd(text: string): IntervalEnd | undefined {
  if (text === '') return { kind: 'unknown' };
  if (text === '..') return { kind: 'open' };
  const date = parseComponent(text);
  return date && { kind: 'date', date };
}

function parseSet(edtf: string): SetDate | undefined {
  const all = edtf.startsWith('{');
  if (!edtf.endsWith(all ? '}' : ']')) return undefined;
  const texts = edtf.slice(1, -1).split(',');
  if (texts.length > MAX_MEMBERS) return undefined;
  const members: DateComponent[] = [];
  for (const [index, text] of texts.entries()) {
    const member = parseMember(text.trim(), index === 0, index === texts.length - 1);
    if (member === undefined) return undefined;
    members.push(member);
  }
  const extents = members.map(member => member.extent);
  const earliest = Math.min(...extents.map(extent => extent.earliest));
  const latest = Math.max(...extents.map(extent => extent.latest));
  return {
    kind: 'set', edtf, all, members,
    start: range(earliest, all ? Math.min(...extents.map(extent => extent.latest)) : latest),
    end: range(all ? Math.max(...extents.map(extent => extent.earliest)) : earliest, latest),
    ...qualifiersOf(members),
  };
}

/** `1988`, `1989..1990` (one component over both), and at the set's ends `..1988` and `1988..`. */
function parseMember(text: string, first: boolean, last: boolean): DateComponent | undefined {
  const dots = text.indexOf('..');
  if (dots < 0) return parseComponent(text);
  const before = text.slice(0, dots);
  const after = text.slice(dots + 2);
  const from = before === '' ? undefined : parseComponent(before);
  const to = after === '' ? undefined : parseComponent(after);
  if (before === '') return first && to ? { ...to, extent: range(-Infinity, to.extent.latest) } : undefined;
  if (after === '') return last && from ? { ...from, extent: range(from.extent.earliest, Infinity) } : undefined;
  if (from?.precision !== to?.precision || !from || !to || to.extent.earliest < from.extent.earliest) return undefined;
  return { precision: from.precision, extent: range(from.extent.earliest, to.extent.latest), ...qualifiersOf([from, to]) };
}

function range(earliest: Day, latest: Day): DayRange {
  return { earliest, latest };
}

function qualifiersOf(dates: readonly DateComponent[]): { approximate: boolean; uncertain: boolean } {
  return { approximate: dates.some(date => date.approximate), uncertain: dates.some(date => date.uncertain) };
}
