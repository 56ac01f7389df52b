/** Whole days since 1970-01-01 UTC in the proleptic Gregorian calendar; `-Infinity` and `Infinity` for open ends. */
export type Day = number;

/** What is known of one end of a date: it lies in `[earliest, latest)`, half-open, in days. */
export interface DayRange {
  readonly earliest: Day;
  readonly latest: Day;
}

export type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'millennium';

/** One date of EDTF (no interval, no set), e.g. `1989-21`, `1985~`, `198X`. */
export interface DateComponent {
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** The whole extent of what is written: `1989` is all days of 1989. Approximation does not widen it. */
  readonly extent: DayRange;
  /** The EDTF number of a season (21 to 32), a quarter (33 to 36), a third (37 to 39) or a half (40, 41) of a year. */
  readonly season?: number;
}

/** What stands at one end of an interval. `open`: `..`, still going on or since ever; `unknown`: not known to us. */
export type IntervalEnd =
  | { readonly kind: 'date'; readonly date: DateComponent }
  | { readonly kind: 'open' }
  | { readonly kind: 'unknown' };

interface DateBase {
  /** The EDTF text as stored, e.g. `1988-07/1990-09`. */
  readonly edtf: string;
  /**
   * The four dates. `start` says between which days it began, `end` between which days it ended, both half-open.
   * A `point` happened *somewhere* within its extent: `1989` has start = end = all of 1989. A span `1988/1990` began
   * somewhere in 1988 and ended somewhere in 1990. Unknown ends reach to infinity (but never past the other end).
   */
  readonly start: DayRange;
  readonly end: DayRange;
  /** True when any part is approximate (`~`, `%`). */
  readonly approximate: boolean;
  /** True when any part is uncertain (`?`, `%`). */
  readonly uncertain: boolean;
}
export interface PointDate extends DateBase {
  readonly kind: 'point';
  readonly date: DateComponent;
}
export interface SpanDate extends DateBase {
  readonly kind: 'span';
  readonly from: IntervalEnd;
  readonly to: IntervalEnd;
}
/** `[1988,1989]`: one of several dates; `{1988,1989}`: all of them. */
export interface SetDate extends DateBase {
  readonly kind: 'set';
  readonly all: boolean;
  readonly members: readonly DateComponent[];
}
/** A date as EDTF (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/) with the four days read from it. */
export type EdtfDate = PointDate | SpanDate | SetDate;

/** `yes` and `no` only when the dates leave no other possibility. */
export type Answer = 'yes' | 'no' | 'unknown';

/** A date as a writer put it, found in prose. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  /** The words as written, e.g. `late 1985`. */
  readonly text: string;
  /** `undefined` when the words are a date but cannot be told, e.g. `that spring` with no year before it. */
  readonly date: EdtfDate | undefined;
  /** How it was read: `explicit` by itself, `relative` resolved from the text before, `open` cannot be told. */
  readonly reading: 'explicit' | 'relative' | 'open';
}
