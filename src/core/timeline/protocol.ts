import { EVENT_KINDS } from '../corpus/types.ts';
import type { Day, Precision } from '../dates/types.ts';
import type { EntryKey } from '../corpus/types.ts';
import { isCount, isFinite, isFlag, isList, isMessage, isOneOf, isPair, isShape, isText, orNull, type Check, type Messages } from '../check.ts';
import {
  CERTAINTIES, GROUPINGS, type ActorDto, type CardDto, type CardLink, type CardStatement, type CitationDto, type DateDto, type DraftDateDto,
  type DraftDto, type EndDto, type EraDto, type EventDto, type Filter, type TimelineData, type UndatedDto, type ViewState,
} from './types.ts';

/** What the extension tells the page. Nothing is posted before the page said `ready`. */
export type ToTimeline =
  /** All that is known except the events; these follow in pages, so that no message takes long to read. */
  | { readonly type: 'show'; readonly data: Omit<TimelineData, 'events'>; readonly eventCount: number; readonly state: ViewState | null }
  | { readonly type: 'events'; readonly events: readonly EventDto[]; readonly isLast: boolean }
  | { readonly type: 'draft'; readonly draft: DraftDto | null }
  /** The events that the cursor's paragraph speaks of. Marks them; moves nothing. */
  | { readonly type: 'cursor'; readonly ids: readonly EntryKey[] }
  /** Brings an event into view and selects it. */
  | { readonly type: 'reveal'; readonly id: EntryKey }
  /** The answer to `askCard`; `null` when the event is gone. */
  | { readonly type: 'card'; readonly id: EntryKey; readonly card: CardDto | null }
  /** The outcome of a request, in a sentence. */
  | { readonly type: 'told'; readonly text: string };

/** What the page asks for, and what happened in it. */
export type FromTimeline =
  | { readonly type: 'ready' }
  | { readonly type: 'askCard'; readonly id: EntryKey }
  | { readonly type: 'openEntry'; readonly id: EntryKey }
  /** Selects the event's row in the sidebar. */
  | { readonly type: 'revealInTree'; readonly id: EntryKey }
  | { readonly type: 'insertCitation'; readonly citation: CitationDto }
  /** The event's name and date with its citation. */
  | { readonly type: 'insertEvent'; readonly id: EntryKey }
  /** Shows the place in the draft that first names the event, or the given offset. */
  | { readonly type: 'openMention'; readonly offset: number }
  /** Write the timeline to a file; the writer is asked how and where. */
  | { readonly type: 'export'; readonly state: ViewState }
  /** A stretch of time was chosen: list the paragraphs that speak of it. `[from, before)`. */
  | { readonly type: 'askParagraphs'; readonly range: readonly [Day, Day] }
  | { readonly type: 'stateChanged'; readonly state: ViewState };

/** Events in one `events` message. */
export const EVENTS_PER_MESSAGE = 500;

const PRECISIONS: readonly Precision[] = ['day', 'month', 'season', 'year', 'decade', 'century', 'millennium'];
const isRange = isPair(orNull(isFinite));
const isEnd: Check<EndDto> = isShape<EndDto>({
  kind: isOneOf(['date', 'open', 'unknown'] as const), precision: isOneOf(PRECISIONS), approximate: isFlag, uncertain: isFlag,
});
const isDate: Check<DateDto> = isShape<DateDto>({
  edtf: isText, text: isText, shape: isOneOf(['point', 'span', 'one-of', 'all-of'] as const), start: isRange, end: isRange, from: isEnd, to: isEnd,
  members: isList(isRange),
});
const isCitation: Check<CitationDto> = isShape<CitationDto>({ citekey: isText, suffixText: isText });
const isEvent: Check<EventDto> = isShape<EventDto>({
  id: isText, title: isText, kind: isOneOf(EVENT_KINDS), kindText: isText, date: isDate, place: isText, corpus: isText, processes: isList(isText),
  participants: isList(isShape({ actor: isText, role: isText })), background: isFlag, weight: isFinite, citekeys: isList(isText), citation: orNull(isCitation),
});
const isTitled = isShape({ id: isText, title: isText });
const isData: Check<Omit<TimelineData, 'events'>> = isShape<Omit<TimelineData, 'events'>>({
  undated: isList(isShape<UndatedDto>({ id: isText, title: isText, reason: isText })),
  actors: isList(isShape<ActorDto>({ id: isText, name: isText, type: isText, typeText: isText })),
  processes: isList(isTitled), corpora: isList(isTitled),
  eras: isList(isShape<EraDto>({ id: isText, title: isText, kind: isOneOf(['office', 'membership', 'war'] as const), actor: isText, date: isDate })),
});
const isDraft: Check<DraftDto> = isShape<DraftDto>({
  name: isText, mentions: isList(isShape({ id: isText, count: isCount, offset: isCount })),
  dates: isList(isShape<DraftDateDto>({ id: isText, title: isText, date: isDate, offset: isCount })),
});
const isLink: Check<CardLink> = isShape<CardLink>({ id: isText, title: isText, detail: isText });
const isCard: Check<CardDto> = isShape<CardDto>({
  id: isText, title: isText, date: isText, edtf: isText, certainty: isText, kind: isText, place: isText, summary: isText, authority: isText,
  citation: orNull(isCitation), participants: isList(isLink), partOf: isList(isLink), before: isList(isLink), after: isList(isLink),
  statements: isList(isShape<CardStatement>({ text: isText, authority: isText, citation: orNull(isCitation), disputed: isList(isText) })),
});
const isFilter: Check<Filter> = isShape<Filter>({
  text: isText, actors: isList(isText), kinds: isList(isText), processes: isList(isText), certainties: isList(isOneOf(CERTAINTIES)),
  mentioned: isOneOf(['any', 'mentioned', 'not-mentioned'] as const), range: orNull(isPair(isFinite)),
});
export const isViewState: Check<ViewState> = isShape<ViewState>({
  grouping: isOneOf(GROUPINGS), filter: isFilter, isOnlyMatches: isFlag, mode: isOneOf(['chart', 'list'] as const), collapsed: isList(isText),
  order: isList(isText), span: orNull(isPair(isFinite)), selected: orNull(isText), asOf: orNull(isFinite), isNarrative: isFlag,
});

const TO: Messages<ToTimeline> = {
  show: isShape({ data: isData, eventCount: isCount, state: orNull(isViewState) }),
  events: isShape({ events: isList(isEvent), isLast: isFlag }),
  draft: isShape({ draft: orNull(isDraft) }),
  cursor: isShape({ ids: isList(isText) }),
  reveal: isShape({ id: isText }),
  card: isShape({ id: isText, card: orNull(isCard) }),
  told: isShape({ text: isText }),
};
const FROM: Messages<FromTimeline> = {
  ready: isShape({}),
  askCard: isShape({ id: isText }),
  openEntry: isShape({ id: isText }),
  revealInTree: isShape({ id: isText }),
  insertCitation: isShape({ citation: isCitation }),
  insertEvent: isShape({ id: isText }),
  openMention: isShape({ offset: isCount }),
  export: isShape({ state: isViewState }),
  askParagraphs: isShape({ range: isPair(isFinite) }),
  stateChanged: isShape({ state: isViewState }),
};

/** @returns the message, or `undefined` for anything that is not one of ours, whole and of the right shape */
export function parseToTimeline(raw: unknown): ToTimeline | undefined {
  return isMessage(raw, TO) ? raw as ToTimeline : undefined;
}

/** @returns the message, or `undefined` for anything that is not one of ours, whole and of the right shape */
export function parseFromTimeline(raw: unknown): FromTimeline | undefined {
  return isMessage(raw, FROM) ? raw as FromTimeline : undefined;
}
