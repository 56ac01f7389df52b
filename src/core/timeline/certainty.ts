import type { Certainty, DateDto, EndDto } from './types.ts';
import type { Precision } from '../dates/types.ts';

const COARSE: Readonly<Record<Exclude<Precision, 'day'>, string>> = {
  month: 'known to the month', season: 'known to the season', year: 'known to the year', decade: 'known to the decade',
  century: 'known to the century', millennium: 'known to the millennium',
};

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

/** `known to the month, approximate, end unknown`; empty for an exact day or a span between exact days. */
export function certaintyWords(date: DateDto): string {
  const precision = precisionOf(date);
  return [
    precision === 'day' ? '' : COARSE[precision],
    date.shape === 'one-of' ? 'one of several dates' : date.shape === 'all-of' ? 'several dates' : '',
    isApproximate(date) ? 'approximate' : '',
    isUncertain(date) ? 'uncertain' : '',
    date.from.kind === 'open' ? 'open start' : date.from.kind === 'unknown' ? 'start unknown' : '',
    date.to.kind === 'open' ? 'open end' : date.to.kind === 'unknown' ? 'end unknown' : '',
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
export function labelOf(title: string, date: DateDto): string {
  return `${isApproximate(date) ? 'c. ' : ''}${title}${isUncertain(date) ? ' (?)' : ''}`;
}
