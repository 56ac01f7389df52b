import type { Problem } from '../text.ts';
import { t } from '../l10n.ts';

/** Line and character, both from 0, as editors count them. */
export interface Place {
  readonly line: number;
  readonly character: number;
}
/** A problem that can be shown without the text it is in. */
export interface PlacedProblem extends Problem {
  readonly from: Place;
  readonly to: Place;
}

/** Gives the place of an offset of a text; made once for many. */
export function placesIn(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) { starts.push(at + 1); }
  return offset => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) { low = middle + 1; } else { high = middle; }
    }
    return { line: low - 1, character: Math.max(0, offset - starts[low - 1]!) };
  };
}

/** Most problems of one file that are told; the rest are counted. */
const MOST_TOLD = 500;

export function placed(problems: readonly Problem[], text: string): PlacedProblem[] {
  if (problems.length === 0) { return []; }
  const placeOf = placesIn(text);
  const told = problems.slice(0, MOST_TOLD).map(problem => ({ ...problem, from: placeOf(problem.span.start), to: placeOf(problem.span.end) }));
  const rest = problems.length - told.length;
  const zero = { line: 0, character: 0 };
  return rest === 0 ? told : [...told, { code: 'more-problems', severity: 'information', message: t('There are {0} more problems in this file.', rest), span: { start: 0, end: 0 }, from: zero, to: zero }];
}
