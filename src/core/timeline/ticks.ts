import type { Day } from '../dates/types.ts';
import { civilOf, dayOf } from '../dates/days.ts';
import { monthText, shortMonthText, yearText } from './calendar.ts';
import { t } from '../l10n.ts';
import { dayAt, type View } from './view.ts';

export interface Tick {
  readonly day: Day;
  readonly text: string;
}
export interface Season {
  readonly from: Day;
  readonly to: Day;
  readonly text: 'winter' | 'spring' | 'summer' | 'autumn';
}
export interface Axis {
  /** Decades, years or months; the first stands at or before the left edge, so that the reader always knows the year. */
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
  /** Northern meteorological seasons; empty where one would be under 44 pixels or over the width of a screen. */
  readonly seasons: readonly Season[];
}

/** Least pixels between two ticks of the lower tier. */
const ROOM = 52;
/** Days, then months: each step with its mean length in days. */
const STEPS: readonly { readonly unit: 'day' | 'month'; readonly count: number; readonly days: number }[] = [
  ...[1, 2, 7, 14].map(count => ({ unit: 'day' as const, count, days: count })),
  ...[1, 3, 6].map(count => ({ unit: 'month' as const, count, days: count * 30.4375 })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map(years => ({ unit: 'month' as const, count: years * 12, days: years * 365.25 })),
];

/**
 * The two tiers of the axis for a view, for what is seen only: the work does not grow with the length of all time.
 * @param scale how much more room than usual the type takes
 */
export function axisOf(view: View, width: number, scale = 1): Axis {
  const [from, to] = [view.left, dayAt(view, width)];
  const step = STEPS.find(one => one.days * view.zoom >= ROOM * scale) ?? STEPS[STEPS.length - 1]!;
  const upperMonths = step.unit === 'day' ? 1 : step.count < 12 ? 12 : step.count < 120 ? 120 : step.count < 1200 ? 1200 : 12000;
  const isWide = step.unit === 'day' && 30 * view.zoom >= 130 * scale;
  return {
    upper: monthTicks(from, to, upperMonths, (year, month) => upperMonths === 1 ? `${isWide ? monthText(month) : shortMonthText(month)} ${yearText(year)}` : spanText(year, upperMonths / 12)),
    lower: step.unit === 'day' ? dayTicks(from, to, step.count)
      : monthTicks(from, to, step.count, (year, month) => step.count < 12 ? shortMonthText(month) : yearText(year)),
    seasons: 91 * view.zoom >= 44 * scale && 91 * view.zoom <= width * 1.5 ? seasonsBetween(from, to) : [],
  };
}

function spanText(year: number, years: number): string {
  if (years === 1) { return yearText(year); }
  if (years === 10) { return year > 0 ? t('{0}s', year) : yearText(year); }
  return year > 0 ? `${year}–${year + years - 1}` : yearText(year);
}

function monthTicks(from: Day, to: Day, months: number, text: (year: number, month: number) => string): Tick[] {
  const start = civilOf(Math.floor(from));
  const ticks: Tick[] = [];
  const first = Math.floor((start.year * 12 + start.month - 1) / months) * months;
  for (let month = first; ticks.length < 500; month += months) {
    const year = Math.floor(month / 12);
    const day = dayOf(year, month - year * 12 + 1, 1);
    if (day > to) { break; }
    ticks.push({ day, text: text(year, month - year * 12 + 1) });
  }
  return ticks;
}

/** Days of the month, so that ticks stand on 1, 8, 15 …; one that would crowd the first of the next month is left out. */
function dayTicks(from: Day, to: Day, count: number): Tick[] {
  const ticks: Tick[] = [];
  let { year, month } = civilOf(Math.floor(from));
  while (ticks.length < 500) {
    const [first, next] = [dayOf(year, month, 1), dayOf(year, month + 1, 1)];
    for (let day = first; day <= next - Math.max(1, count * 0.6); day += count) {
      if (day >= from - count && day <= to) { ticks.push({ day, text: String(day - first + 1) }); }
    }
    if (next > to) { break; }
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return ticks;
}

const SEASONS = ['winter', 'spring', 'summer', 'autumn'] as const;

function seasonsBetween(from: Day, to: Day): Season[] {
  const start = civilOf(Math.floor(from));
  const seasons: Season[] = [];
  for (let quarter = Math.floor((start.year * 12 + start.month) / 3); seasons.length < 200; quarter++) {
    // Quarter 0 of a year is December to February.
    const month = quarter * 3 - 1;
    const year = Math.floor(month / 12);
    const day = dayOf(year, month - year * 12 + 1, 1);
    if (day > to) { break; }
    seasons.push({ from: day, to: dayOf(year, month - year * 12 + 4, 1), text: SEASONS[((quarter % 4) + 4) % 4]! });
  }
  return seasons;
}
