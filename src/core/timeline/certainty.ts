import type { Certainty, DateDto, EndDto } from './types.ts';
import type { Precision } from '../dates/types.ts';
import { t, toTranslate } from '../l10n.ts';

const COARSE: Readonly<Record<Exclude<Precision, 'day'>, string>> = toTranslate({
  month: 'known to the month', season: 'known to the season', year: 'known to the year', decade: 'known to the decade',
  century: 'known to the century', millennium: 'known to the millennium',
});

/** Both ends, or the one end of a point. */
function endsOf(date: DateDto): readonly EndDto[] {
  return date.shape === 'span' ? [date.from, date.to] : [date.from];
}

/** The coarsest precision of what is written. */
export function precisionOf(date: DateDto): Precision {
  const order: readonly Precision[] = ['day', 'month', 'season', 'year', 'decade', 'century', 'millennium'];
  return endsOf(date).filter(end => end.kind === 'date')
    .reduce<Precision>((coarsest, end) => order.indexOf(end.precision) > order.indexOf(coarsest) ? end.precision : coarsest, 'day');
}

export const isApproximate = (date: DateDto): boolean => endsOf(date).some(end => end.approximate);
export const isUncertain = (date: DateDto): boolean => endsOf(date).some(end => end.uncertain);

/** How sure a date is, without its words. */
export interface Sureness {
  readonly precision: Precision;
  readonly isApproximate: boolean;
  readonly isUncertain: boolean;
}

export const surenessOf = (date: DateDto): Sureness => ({ precision: precisionOf(date), isApproximate: isApproximate(date), isUncertain: isUncertain(date) });

/** `known to the month, approximate, end unknown`; empty for an exact day or a span between exact days. */
export function certaintyWords(date: DateDto): string {
  const precision = precisionOf(date);
  return [
    precision === 'day' ? '' : t(COARSE[precision]),
    date.shape === 'one-of' ? t('one of several dates') : date.shape === 'all-of' ? t('several dates') : '',
    isApproximate(date) ? t('approximate') : '',
    isUncertain(date) ? t('uncertain') : '',
    date.from.kind === 'open' ? t('open start') : date.from.kind === 'unknown' ? t('start unknown') : '',
    date.to.kind === 'open' ? t('open end') : date.to.kind === 'unknown' ? t('end unknown') : '',
  ].filter(word => word !== '').join(', ');
}

/** The classes that the filter offers; an event can be in several. */
export function certaintiesOf(date: DateDto): Certainty[] {
  const classes: Certainty[] = [];
  if (precisionOf(date) !== 'day' || date.shape === 'one-of') { classes.push('coarse'); }
  if (isApproximate(date)) { classes.push('approximate'); }
  if (isUncertain(date)) { classes.push('uncertain'); }
  if (date.from.kind !== 'date' || date.to.kind !== 'date') { classes.push('open'); }
  return classes.length === 0 ? ['exact'] : classes;
}

/** The label that the picture carries, no more certain than the date: `c. 1985 …` is said, not only drawn. */
export function labelOf(title: string, { isApproximate, isUncertain }: Sureness): string {
  const about = isApproximate ? t('c. {0}', title) : title;
  return isUncertain ? `${about} (?)` : about;
}
