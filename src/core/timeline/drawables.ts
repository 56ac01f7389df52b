import type { Day } from '../dates/types.ts';
import { certaintyWords, isApproximate, isUncertain, labelOf, precisionOf } from './certainty.ts';
import { shorten, type Band } from './draw.ts';
import { extentOf } from './extent.ts';
import { laneId } from './lanes.ts';
import type { LaneInput } from './layout.ts';
import { MARKERS, MARKER_WORDS, markerOf, type Marker } from './markers.ts';
import type { Drawable } from './marks.ts';
import type { DateDto, DraftDateDto, EraDto, EventDto, Grouping } from './types.ts';

/** Pixels of the row that a label can claim. A longer one is cut, and shown in full where the row has room. */
const CLAIMED_LABEL = 220;
/** Letters of the longest label; the card and the list have it all. */
const LONGEST_LABEL = 110;

/** How wide a text is in the picture's own type. */
export type Measure = (text: string, isBold: boolean) => number;

/** Events as they are drawn. A label is measured in bold, so that a mention that makes it bold moves nothing. */
export function drawablesOf(events: readonly EventDto[], domain: readonly [Day, Day], measure: Measure): Drawable[] {
  return events.map(event => drawable(event.title, event.date, domain, measure, markerOf(event.kind), event.weight));
}

export function draftDrawablesOf(dates: readonly DraftDateDto[], domain: readonly [Day, Day], measure: Measure): Drawable[] {
  return dates.map(date => drawable(date.title, date.date, domain, measure, 'circle', 0));
}

function drawable(title: string, date: DateDto, domain: readonly [Day, Day], measure: Measure, marker: Marker, weight: number): Drawable {
  const bold = (text: string) => measure(text, true);
  const whole = labelOf(title.length > LONGEST_LABEL ? `${title.slice(0, LONGEST_LABEL).trimEnd()}…` : title, date);
  const label = shorten(whole, CLAIMED_LABEL, bold);
  return {
    extent: extentOf(date, domain), labelWidth: Math.ceil(bold(label)), weight, label, wholeLabel: whole, marker, name: nameOf(title, date),
    precision: precisionOf(date), isApproximate: isApproximate(date), isUncertain: isUncertain(date),
  };
}

/** `Paris Conference, 30 July 1989`, `Talks, late 1985, known to the year`: event, date, certainty. */
export function nameOf(title: string, date: DateDto): string {
  const certainty = certaintyWords(date);
  return [title, date.text, certainty].filter(part => part !== '').join(', ');
}

export const CODES = ['day', 'month', 'season', 'year', 'decade', 'approximate', 'uncertain', 'one-of', 'all-of', 'span', 'vague', 'open', 'unknown'] as const;
/** A way of drawing a date that the legend explains. */
export type Code = (typeof CODES)[number];
export const CODE_WORDS: Readonly<Record<Code, string>> = {
  day: 'exact day', month: 'known to the month', season: 'known to the season', year: 'known to the year', decade: 'known to the decade or longer',
  approximate: 'approximate (c.)', uncertain: 'uncertain (?)', 'one-of': 'one of several dates', 'all-of': 'several dates', span: 'from day to day',
  vague: 'light: possibly', open: 'open end', unknown: 'end unknown',
};

function codesOf(item: Drawable): Code[] {
  const { extent, precision } = item;
  const codes: Code[] = [];
  if (extent.shape === 'one-of' || extent.shape === 'all-of') { codes.push(extent.shape); }
  else if (extent.shape === 'span') { codes.push('span'); }
  else { codes.push(precision === 'century' || precision === 'millennium' ? 'decade' : precision); }
  if (extent.shape === 'span' && (extent.left === 'vague' || extent.right === 'vague')) { codes.push('vague'); }
  if (item.isApproximate) { codes.push('approximate'); }
  if (item.isUncertain) { codes.push('uncertain'); }
  if (extent.left === 'open' || extent.right === 'open') { codes.push('open'); }
  if (extent.left === 'unknown' || extent.right === 'unknown') { codes.push('unknown'); }
  return codes;
}

/** What the legend has to explain: only the codes and the markers that are in use. */
export function legendOf(items: readonly Drawable[]): { readonly codes: readonly Code[]; readonly markers: readonly { readonly marker: Marker; readonly words: string }[] } {
  const codes = new Set(items.flatMap(codesOf));
  const markers = new Set(items.filter(item => item.extent.shape !== 'span').map(item => item.marker));
  return { codes: CODES.filter(code => codes.has(code)), markers: MARKERS.filter(marker => markers.has(marker)).map(marker => ({ marker, words: MARKER_WORDS[marker] })) };
}

/** A small example of a code, for the legend: about `width` pixels wide from 0. */
export function sampleOf(code: Code, width: number): Drawable {
  const middle = width / 2;
  const base = { labelWidth: 0, weight: 0, label: '', wholeLabel: '', name: CODE_WORDS[code], marker: 'circle' as const, isApproximate: code === 'approximate', isUncertain: code === 'uncertain' };
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

/** Eras as bands: wars behind all lanes, offices and memberships behind the lane of their actor. */
export function bandsOf(eras: readonly EraDto[], lanes: readonly LaneInput[], domain: readonly [Day, Day], grouping: Grouping): Band[] {
  const places = new Map(lanes.map((lane, place) => [lane.id, place]));
  return eras.flatMap(era => {
    const { outerA, outerB } = extentOf(era.date, domain);
    if (era.kind === 'war') { return grouping === 'actor' ? [] : [{ from: outerA, to: outerB, title: era.title, lane: -1 }]; }
    const lane = places.get(laneId('actor', era.actor));
    return lane !== undefined ? [{ from: outerA, to: outerB, title: era.title, lane }] : [];
  });
}
