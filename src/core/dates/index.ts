export { parseEdtf } from './edtf.ts';
export { compareDates, couldBeWithin, couldHold, holdsAt, isBefore, isWithin, latestHeld, overlaps } from './order.ts';
export { describeCertainty, formatDate } from './format.ts';
export { findDates } from './prose.ts';
export type { Answer, DateComponent, DateMention, Day, DayRange, EdtfDate, IntervalEnd, PointDate, Precision, SetDate, SpanDate } from './types.ts';
