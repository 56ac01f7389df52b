import type { PartName, Unit } from './vocabulary.ts';

/**
 * A date as worded, before the text around it says what it lacks: `the 17th January` is `{ month: 1, day: 17 }`,
 * `the autumn of that year` is `{ season: 23, yearShift: 0 }`, `late 1985` is `{ year: 1985, part: ['late'] }`.
 */
export interface Named {
  readonly year?: number | undefined;
  /** Years from the year that the text speaks of: 0 for `that year`, 1 for `the following year`. */
  readonly yearShift?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** EDTF number, 21 to 24. */
  readonly season?: number | undefined;
  /** `1980` for the 1980s. */
  readonly decade?: number | undefined;
  /** `1800` for the 19th century. */
  readonly century?: number | undefined;
  /** Several for `mid-to-late`. */
  readonly part?: readonly PartName[] | undefined;
  /** The month or day that the text speaks of: `the same month`. */
  readonly same?: 'month' | 'day' | undefined;
  readonly shift?: Shift | undefined;
  /** December and January at the `end` of `year` (or of the year that the text speaks of), or at `either` end of it. */
  readonly turn?: 'end' | 'either' | undefined;
  /** Clearly a date, but not which: `5/8/1990`. */
  readonly unreadable?: boolean | undefined;
  readonly approximate?: boolean | undefined;
  readonly uncertain?: boolean | undefined;
  /** A month or season by itself, which is a date only after a word such as `in`, or beside another date. */
  readonly weak?: boolean | undefined;
  /** Four digits and nothing else. */
  readonly bare?: boolean | undefined;
}

/** `two years later`, `the next day`, `ten days after 28 August 1990`. */
export interface Shift {
  readonly unit: Unit;
  /** Negative for earlier; `undefined` when it cannot be counted (`some years later`) or rests on an event. */
  readonly count: number | undefined;
  readonly season?: number | undefined;
  /** What it is counted from; the date that the text speaks of when `undefined`. */
  readonly anchor?: Named | undefined;
}

/** Something read from a token on; `next` is the first token after it. */
export interface Found<T = Named> {
  readonly next: number;
  readonly value: T;
}

/** One or more dates in their relation. */
export type Phrase =
  | { readonly form: 'one' | 'all'; readonly dates: readonly Named[] }
  | { readonly form: 'range'; readonly from: Named; readonly to: Named }
  | { readonly form: 'since' | 'until' | 'by' | 'after'; readonly date: Named };

/** Whether it says its year, decade or century itself. */
export function hasOwnYear(named: Named): boolean {
  return (named.year ?? named.decade ?? named.century) !== undefined;
}

/** Whether it is a month, day or season that still needs a year. */
export function lacksYear(named: Named): boolean {
  return (named.month ?? named.season) !== undefined && named.year === undefined && named.yearShift === undefined;
}
