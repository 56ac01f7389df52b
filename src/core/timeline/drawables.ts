import type { Day } from '../dates/types.ts';
import { certaintyWords, isApproximate, isUncertain, labelOf, precisionOf } from './certainty.ts';
import { shorten, type Band } from './draw.ts';
import { extentOf } from './extent.ts';
import { laneId } from './lanes.ts';
import type { LaneInput } from './layout.ts';
import { markerOf, type Marker } from './markers.ts';
import type { Drawable } from './marks.ts';
import type { DateDto, DraftDateDto, EraDto, EventDto, Grouping } from './types.ts';

/** Pixels of the row that a label can claim. A longer one is cut, and shown in full where the row has room. */
const CLAIMED_LABEL = 220;
/** Letters of the longest label; the card and the list have it all. */
const LONGEST_LABEL = 110;

/** How wide a text is in the picture's own type. */
export type Measure = (text: string, isBold: boolean) => number;

/** What a date alone decides of a picture. Events of one date share it. */
type Look = Pick<Drawable, 'extent' | 'precision' | 'isApproximate' | 'isUncertain'>;

/**
 * Events as they are drawn. A label is measured in bold, so that a mention that makes it bold moves nothing.
 * @param looks what is known of dates already, for the same domain
 */
export function drawablesOf(events: readonly EventDto[], domain: readonly [Day, Day], measure: Measure, looks = new Map<DateDto, Look>()): Drawable[] {
  return events.map(event => {
    let look = looks.get(event.date);
    if (look === undefined) { looks.set(event.date, look = lookOf(event.date, domain)); }
    return new Made(event.title, event.date, look, measure, markerOf(event.kind), event.weight);
  });
}

export function draftDrawablesOf(dates: readonly DraftDateDto[], domain: readonly [Day, Day], measure: Measure): Drawable[] {
  return dates.map(date => new Made(date.title, date.date, lookOf(date.date, domain), measure, 'circle', 0));
}

function lookOf(date: DateDto, domain: readonly [Day, Day]): Look {
  return { extent: extentOf(date, domain), precision: precisionOf(date), isApproximate: isApproximate(date), isUncertain: isUncertain(date) };
}

/** An event as it is drawn. There are a hundred thousand of them: what few are asked for is made when it is. */
class Made implements Drawable {
  readonly extent;
  readonly precision;
  readonly isApproximate;
  readonly isUncertain;
  readonly label;
  readonly wholeLabel;
  readonly labelWidth;
  readonly marker;
  readonly weight;
  readonly #title: string;
  readonly #date: DateDto;

  constructor(title: string, date: DateDto, { extent, precision, isApproximate: isAbout, isUncertain: isDoubted }: Look, measure: Measure, marker: Marker, weight: number) {
    const bold = (text: string) => measure(text, true);
    this.#title = title;
    this.#date = date;
    this.extent = extent;
    this.precision = precision;
    this.isApproximate = isAbout;
    this.isUncertain = isDoubted;
    this.wholeLabel = labelOf(title.length > LONGEST_LABEL ? `${title.slice(0, LONGEST_LABEL).trimEnd()}…` : title, date);
    this.label = shorten(this.wholeLabel, CLAIMED_LABEL, bold);
    this.labelWidth = Math.ceil(bold(this.label));
    this.marker = marker;
    this.weight = weight;
  }

  get name(): string { return nameOf(this.#title, this.#date); }
}

/** `Paris Conference, 30 July 1989`, `Talks, late 1985, known to the year`: event, date, certainty. */
export function nameOf(title: string, date: DateDto): string {
  const certainty = certaintyWords(date);
  return [title, date.text, certainty].filter(part => part !== '').join(', ');
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
