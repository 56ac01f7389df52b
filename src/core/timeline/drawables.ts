import type { Day, Precision } from '../dates/types.ts';
import { certaintyWords, labelOf, surenessOf, type Sureness } from './certainty.ts';
import { shorten, type Band } from './draw.ts';
import { extentOf, type Extent } from './extent.ts';
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
interface Look {
  readonly extent: Extent;
  readonly sureness: Sureness;
}
/** What is known of dates already, for the same domain. */
export class Looks {
  readonly #looks = new Map<DateDto, Look>();
  readonly #surenesses = new Map<string, Sureness>();

  of(date: DateDto, domain: readonly [Day, Day]): Look {
    let look = this.#looks.get(date);
    if (look === undefined) { this.#looks.set(date, look = { extent: extentOf(date, domain), sureness: this.#sureness(date) }); }
    return look;
  }

  /** Few differ. */
  #sureness(date: DateDto): Sureness {
    const made = surenessOf(date);
    const key = Object.values(made).join();
    const known = this.#surenesses.get(key) ?? made;
    this.#surenesses.set(key, known);
    return known;
  }
}

/**
 * Events as they are drawn. A label is measured in bold, so that a mention that makes it bold moves nothing.
 */
export function drawablesOf(events: readonly (EventDto | DraftDateDto)[], domain: readonly [Day, Day], measure: Measure, looks = new Looks()): Drawable[] {
  return events.map(event => new Made(event, looks.of(event.date, domain), measure));
}

/** An event as it is drawn. There are a hundred thousand of them: what can be made when it is asked for is not kept. */
class Made implements Drawable {
  readonly extent;
  readonly labelWidth;
  readonly #event: EventDto | DraftDateDto;
  readonly #sureness: Sureness;
  /** Letters of the label before its ellipsis; -1 for one that stands as it is. */
  readonly #letters: number;

  constructor(event: EventDto | DraftDateDto, { extent, sureness }: Look, measure: Measure) {
    const bold = (text: string) => measure(text, true);
    this.#event = event;
    this.#sureness = sureness;
    this.extent = extent;
    const whole = this.wholeLabel;
    const label = shorten(whole, CLAIMED_LABEL, bold);
    this.#letters = label === whole ? -1 : label.length - 1;
    this.labelWidth = Math.ceil(bold(label));
  }

  get wholeLabel(): string {
    const { title } = this.#event;
    return labelOf(title.length > LONGEST_LABEL ? `${title.slice(0, LONGEST_LABEL).trimEnd()}…` : title, this.#sureness);
  }

  get label(): string {
    const whole = this.wholeLabel;
    return this.#letters < 0 ? whole : `${whole.slice(0, this.#letters)}…`;
  }

  get name(): string { return nameOf(this.#event.title, this.#event.date); }
  get precision(): Precision { return this.#sureness.precision; }
  get isApproximate(): boolean { return this.#sureness.isApproximate; }
  get isUncertain(): boolean { return this.#sureness.isUncertain; }
  /** A date of the draft is of no kind. */
  get marker(): Marker { return 'kind' in this.#event ? markerOf(this.#event.kind) : 'circle'; }
  get weight(): number { return 'weight' in this.#event ? this.#event.weight : 0; }
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
