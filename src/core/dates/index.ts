export { parseEdtf } from './edtf.ts';
export { compareDates, couldBeWithin, couldHold, holdsAt, isBefore, isWithin, latestHeld, overlaps, type Held } from './order.ts';
export { describeCertainty, formatDate, type FormatOptions } from './format.ts';
export type { DateLanguage } from './formatWords.ts';
export { civilOf, dayOf, type CivilDay } from './days.ts';
export { findDates, referenceAfter, type FindOptions } from './prose.ts';
export { describeEdtfError } from './edtfHelp.ts';
