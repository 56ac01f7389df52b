import type { Event } from '../../corpus/types.ts';
import { parseEdtf } from '../../dates/edtf.ts';
import { isBefore, overlaps } from '../../dates/order.ts';
import type { DateMention, EdtfDate, IntervalEnd } from '../../dates/types.ts';
import type { Aspect } from './timing.ts';

const DAYS_PER_YEAR = 365.25;

/** The date of one end of an interval, the date itself for what is none; nothing for an end that is not known. */
export function endOf(date: EdtfDate, side: 'from' | 'to'): EdtfDate | undefined {
  if (date.kind !== 'span') return date;
  const end: IntervalEnd = date[side];
  return end.kind === 'date' ? parseEdtf(date.edtf.split('/')[side === 'from' ? 0 : 1]!) : undefined;
}

/** Whether a draft’s date can be held against a record: it says one time, or an interval with both ends. */
export function isTellable(mention: DateMention): mention is DateMention & { readonly date: EdtfDate } {
  const { date, reading, text } = mention;
  if (date === undefined || reading === 'open' || date.kind === 'set' && date.all) return false;
  // Counted from another date: a matter of order. And a year has two turns.
  return reading === 'explicit' || !/\b(?:later|earlier|after|before|next|following|previous|preceding|turn)\b/i.test(text);
}

/** Whether the record leaves no room for what a draft says: that an event, or its beginning or end, was at a date. */
export function excludes(event: Event, mention: DateMention, aspect: Aspect, isExhaustive: boolean): boolean {
  const { date: record } = event;
  const { date } = mention;
  if (record === undefined || date === undefined) return false;
  if (aspect === 'start') {
    const start = endOf(record, 'from');
    return start !== undefined && overlaps(start, date) === 'no';
  }
  if (aspect === 'end') {
    const end = endOf(record, 'to');
    if (end === undefined || overlaps(end, date) !== 'no') return false;
    // What the record has as one month may have ended in the next.
    return record.kind === 'span' || isBefore(date, end) === 'yes' || date.start.earliest - end.end.latest > 92;
  }
  if (date.kind === 'span' && (date.from.kind !== 'date' || date.to.kind !== 'date')) return false;
  if (overlaps(record, date) === 'no') return true;
  return isExhaustive && date.kind === 'span' && record.kind === 'span' && endsDiffer(record, date, mention.text);
}

/** `from July 1988 to May 1990`: the record has other ends; `between` only has to hold the record. */
function endsDiffer(record: EdtfDate, date: EdtfDate, words: string): boolean {
  const [recordFrom, recordTo, from, to] = [endOf(record, 'from'), endOf(record, 'to'), endOf(date, 'from'), endOf(date, 'to')];
  if (recordFrom === undefined || recordTo === undefined || from === undefined || to === undefined) return false;
  if (/^between\b/i.test(words)) return isBefore(recordFrom, from) === 'yes' || isBefore(to, recordTo) === 'yes';
  return overlaps(recordFrom, from) === 'no' || overlaps(recordTo, to) === 'no';
}

/** How far a date is from a record, in years; 0 where they touch. */
export function yearsBetween(a: EdtfDate, b: EdtfDate): number {
  return Math.max(0, a.start.earliest - b.end.latest, b.start.earliest - a.end.latest) / DAYS_PER_YEAR;
}
