import { civilOf, dayOf, daysInMonth } from './days.ts';
import { parseEdtf } from './edtf.ts';
import { findAtoms, type DateAtom } from './proseAtoms.ts';
import type { DateMention, EdtfDate } from './types.ts';

export interface ProseOptions {
  readonly start?: number;
  readonly end?: number;
  /** The last date before the text, for `that year` and `two months later`. */
  readonly reference?: EdtfDate | undefined;
}

/**
 * Dates as people write them, in the order of the text: `28 August 1990`, `spring 1989`, `late 1985`, `1988–90`,
 * `between 1989 and 1991`, `from 1982 to early 1987`, `the early 1990s`, `two years later`, `the turn of the year`.
 *
 * Each gets the EDTF that its words support and none that is more exact. Early, mid and late are thirds: of a year
 * (`late 1985` is `1985-39`, September to December), of a month and of a decade. A date that needs the text before it is
 * resolved from the nearest date there, else from `reference`; what cannot be told stays open.
 */
export function findDates(text: string, { start = 0, end = text.length, reference }: ProseOptions = {}): DateMention[] {
  const atoms = findAtoms(text, start, end);
  const mentions: DateMention[] = [];
  let before = reference;
  for (let index = 0; index < atoms.length; index++) {
    const atom = atoms[index]!;
    const next = atoms[index + 1];
    const range = next === undefined ? undefined : joined(text, start, atom, next);
    const short = range === undefined ? shortRange(text, atom, end) : undefined;
    const written = range ?? short ?? atom;
    const edtf = range === undefined ? short?.edtf ?? edtfOf(atom, before) : rangeEdtf(atom, next!, before);
    const date = edtf === undefined ? undefined : parseEdtf(edtf);
    mentions.push({
      start: written.start, end: written.end, text: text.slice(written.start, written.end), date,
      reading: date === undefined ? 'open' : isRelative(atom) && (range === undefined || next!.year === undefined) ? 'relative' : 'explicit',
    });
    before = date ?? before;
    if (range !== undefined) { index++; }
    while (atoms[index + 1] !== undefined && atoms[index + 1]!.start < written.end) { index++; }
  }
  return mentions;
}

function isRelative(atom: DateAtom): boolean {
  return atom.year === undefined && atom.decade === undefined;
}

/** `between A and B`, `from A to B`, `A to B`, `A – B`: one date from the first word to the last. */
function joined(text: string, from: number, first: DateAtom, second: DateAtom): { start: number; end: number } | undefined {
  if (second.start - first.end > 16 || first.step !== undefined || second.step !== undefined) { return undefined; }
  const link = text.slice(first.end, second.start);
  const lead = /\b(between|from)(?:\s+about)?\s+(?:the\s+)?$/i.exec(text.slice(Math.max(from, first.start - 20), first.start));
  const word = lead?.[1]?.toLowerCase();
  const isRange = word === 'between' ? /^\s*,?\s*and\s+(?:the\s+)?$/i.test(link)
    : /^\s*(?:–|—|-)\s*$/.test(link) || /^\s+(?:to|until|till|through)\s+(?:the\s+)?$/i.test(link);
  if (!isRange) { return undefined; }
  return { start: lead === null ? first.start : first.start - lead[0].length, end: second.end };
}

/** `1988–90`, `1990/91`, `1991-92`. */
function shortRange(text: string, atom: DateAtom, end: number): { start: number; end: number; edtf: string } | undefined {
  if (atom.year === undefined || atom.month !== undefined || atom.season !== undefined || atom.part !== undefined || atom.isTurn === true) { return undefined; }
  const match = /^[–/-](\d{2})(?![\p{L}\p{N}]|-\d)/u.exec(text.slice(atom.end, Math.min(end, atom.end + 6)));
  if (match === null || Number(match[1]) <= atom.year % 100) { return undefined; }
  return { start: atom.start, end: atom.end + match[0].length, edtf: `${atom.year}/${Math.floor(atom.year / 100)}${match[1]!}` };
}

/** The interval from one date to another; what the first leaves out is taken from the second: `17 January to 28 August 1990`. */
function rangeEdtf(first: DateAtom, second: DateAtom, before: EdtfDate | undefined): string | undefined {
  const to = edtfOf(second, before);
  if (to === undefined) { return undefined; }
  const date = parseEdtf(to);
  const month = second.month;
  const from = edtfOf(first.year === undefined && first.decade === undefined
    ? { ...first, ...second.year === undefined ? {} : { year: second.year }, ...first.day !== undefined && first.month === undefined && month !== undefined ? { month } : {} }
    : first, date ?? before);
  const plain = (edtf: string) => edtf.replace(/^\[(?:\S+)\.\.(\S+)\]$/, '$1');
  return from === undefined ? undefined : `${/^\[(\S+)\.\./.exec(from)?.[1] ?? plain(from)}/${plain(to)}`;
}

const two = (value: number) => String(value).padStart(2, '0');

/** One date as EDTF, or `undefined` when it cannot be told which is meant. */
function edtfOf(atom: DateAtom, before: EdtfDate | undefined): string | undefined {
  if (atom.decade !== undefined) {
    const [low, high] = [[0, 3], [4, 6], [7, 9]][atom.part ?? 0]!;
    return atom.part === undefined ? `${Math.floor(atom.decade / 10)}X` : `[${atom.decade + low!}..${atom.decade + high!}]`;
  }
  if (atom.step !== undefined) { return stepped(atom.step, before); }
  if (atom.isSameMonth === true) { return /^-?\d{4}-(?:0[1-9]|1[0-2])/.exec(before?.edtf ?? '')?.[0]; }
  const year = atom.year ?? yearBefore(atom, before);
  if (year === undefined) { return undefined; }
  if (atom.isTurn === true) { return `[${year}-12..${year + 1}-01]`; }
  if (atom.month !== undefined && atom.day !== undefined) { return `${year}-${two(atom.month)}-${two(atom.day)}`; }
  if (atom.month !== undefined) {
    if (atom.part === undefined) { return `${year}-${two(atom.month)}`; }
    const [low, high] = [[1, 10], [11, 20], [21, daysInMonth(year, atom.month)]][atom.part]!;
    return `[${year}-${two(atom.month)}-${two(low!)}..${year}-${two(atom.month)}-${two(high!)}]`;
  }
  if (atom.season !== undefined) { return `${year}-${atom.season}`; }
  return atom.part === undefined ? String(year) : `${year}-${37 + atom.part}`;
}

/** The year that `that year`, `the following year` or a month alone means; nothing when the date before spans several. */
function yearBefore(atom: DateAtom, before: EdtfDate | undefined): number | undefined {
  const day = before === undefined ? undefined : before.kind === 'span' ? before.end : before.start;
  if (day === undefined || !Number.isFinite(day.earliest) || !Number.isFinite(day.latest)) { return undefined; }
  const year = civilOf(day.earliest).year;
  return civilOf(day.latest - 1).year === year || before?.edtf.endsWith('-24') === true ? year + (atom.yearsFrom ?? 0) : undefined;
}

/** A step from the date before, no more exact than its unit: `two years later` is a year, `a month later` a month. */
function stepped({ count, unit }: NonNullable<DateAtom['step']>, before: EdtfDate | undefined): string | undefined {
  if (before?.kind !== 'point' || before.approximate || before.uncertain) { return undefined; }
  const { precision, extent } = before.date;
  const { year, month, day } = civilOf(extent.earliest);
  if (unit === 'year') { return ['day', 'month', 'season', 'year'].includes(precision) ? String(year + count) : undefined; }
  if (unit === 'month') {
    if (precision !== 'day' && precision !== 'month') { return undefined; }
    const months = year * 12 + month - 1 + count;
    return `${Math.floor(months / 12)}-${two((months % 12) + 1)}`;
  }
  if (precision !== 'day') { return undefined; }
  const target = civilOf(dayOf(year, month, day) + count * (unit === 'week' ? 7 : 1));
  return `${target.year}-${two(target.month)}${unit === 'week' ? '' : `-${two(target.day)}`}`;
}
