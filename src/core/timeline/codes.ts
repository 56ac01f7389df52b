import { MARKERS, MARKER_WORDS, type Marker } from './markers.ts';
import { t, toTranslate } from '../l10n.ts';
import type { Drawable } from './marks.ts';

export const CODES = ['day', 'month', 'season', 'year', 'decade', 'approximate', 'uncertain', 'one-of', 'all-of', 'span', 'vague', 'open', 'unknown'] as const;
/** A way of drawing a date that the legend explains. */
export type Code = (typeof CODES)[number];
export const CODE_WORDS: Readonly<Record<Code, string>> = toTranslate({
  day: 'exact day', month: 'known to the month', season: 'known to the season', year: 'known to the year', decade: 'known to the decade or longer',
  approximate: 'approximate (c.)', uncertain: 'uncertain (?)', 'one-of': 'one of several dates', 'all-of': 'several dates', span: 'from day to day',
  vague: 'light: possibly', open: 'open end', unknown: 'end unknown',
});

function addCodes(codes: Set<Code>, item: Drawable): void {
  const { extent, precision } = item;
  if (extent.shape === 'one-of' || extent.shape === 'all-of') { codes.add(extent.shape); }
  else if (extent.shape === 'span') { codes.add('span'); }
  else { codes.add(precision === 'century' || precision === 'millennium' ? 'decade' : precision); }
  if (extent.shape === 'span' && (extent.left === 'vague' || extent.right === 'vague')) { codes.add('vague'); }
  if (item.isApproximate) { codes.add('approximate'); }
  if (item.isUncertain) { codes.add('uncertain'); }
  if (extent.left === 'open' || extent.right === 'open') { codes.add('open'); }
  if (extent.left === 'unknown' || extent.right === 'unknown') { codes.add('unknown'); }
}

/** What the legend has to explain: only the codes and the markers that are in use. */
export function legendOf(items: readonly Drawable[]): { readonly codes: readonly Code[]; readonly markers: readonly { readonly marker: Marker; readonly words: string }[] } {
  const codes = new Set<Code>();
  const markers = new Set<Marker>();
  for (const item of items) {
    addCodes(codes, item);
    if (item.extent.shape !== 'span') { markers.add(item.marker); }
  }
  return { codes: CODES.filter(code => codes.has(code)), markers: MARKERS.filter(marker => markers.has(marker)).map(marker => ({ marker, words: t(MARKER_WORDS[marker]) })) };
}

/** A small example of a code, for the legend: about `width` pixels wide from 0. */
export function sampleOf(code: Code, width: number): Drawable {
  const middle = width / 2;
  const base = { labelWidth: 0, weight: 0, label: '', wholeLabel: '', name: t(CODE_WORDS[code]), marker: 'circle' as const, isApproximate: code === 'approximate', isUncertain: code === 'uncertain' };
  const isSpan = code === 'span' || code === 'open' || code === 'unknown' || code === 'vague';
  const [a, b] = isSpan ? [3, code === 'unknown' ? width - 30 : width - 3] : [4, width - 4];
  const span = { a, b, outerA: a, outerB: b, members: [] };
  if (isSpan) {
    const right = code === 'span' ? 'sharp' as const : code;
    return { ...base, precision: 'day', extent: { ...span, shape: 'span', left: 'sharp', right, coreA: a, coreB: code === 'vague' ? middle : code === 'open' ? a + 4 : b } };
  }
  if (code === 'one-of' || code === 'all-of') {
    return { ...base, precision: 'day', extent: { ...span, shape: code, left: 'vague', right: 'vague', coreA: b, coreB: b, members: [[a + 3, a + 3], [b - 3, b - 3]] } };
  }
  if (code === 'day' || code === 'uncertain') {
    return { ...base, precision: 'day', extent: { ...span, a: middle, b: middle, outerA: middle, outerB: middle, shape: 'instant', left: 'sharp', right: 'sharp', coreA: middle, coreB: middle } };
  }
  const tail = code === 'approximate' ? 8 : 0;
  return {
    ...base, precision: code === 'approximate' ? 'season' : code,
    extent: { a, b, outerA: a + tail, outerB: b - tail, coreA: b, coreB: b, shape: 'within', left: 'vague', right: 'vague', members: [] },
  };
}
