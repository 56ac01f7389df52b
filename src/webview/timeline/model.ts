import { FIRST_STATE, isEmptyFilter, matching, searchTexts } from '../../core/timeline/filter.ts';
import { lanesOf } from '../../core/timeline/lanes.ts';
import type { LaneInput } from '../../core/timeline/layout.ts';
import type { DraftDto, EventDto, TimelineData, ViewState } from '../../core/timeline/types.ts';
import { t } from '../../core/l10n.ts';

/** Id of the lane with the dates that the draft itself names. */
export const DRAFT_LANE = '\u0000draft';
const DRAFT_ROWS = 2;

const NOTHING: TimelineData = { events: [], undated: [], actors: [], processes: [], corpora: [], eras: [] };

/** What the page knows and how the writer wants to see it. Items are numbered: first all events, then the dates of the draft. */
export class Model {
  #data = NOTHING;
  #texts: readonly string[] | undefined;
  /** Where events stand that were asked for by id; `-1` for those that are gone. */
  readonly #indexes = new Map<string, number>();
  #matches: ReadonlySet<number> | undefined;
  #mentioned: ReadonlySet<number> | undefined;
  #cursor: ReadonlySet<number> = new Set();
  #draft: DraftDto | null = null;
  state: ViewState = FIRST_STATE;

  get data(): TimelineData { return this.#data; }

  set data(data: TimelineData) {
    this.#data = data;
    this.#texts = undefined;
    this.#matches = undefined;
    this.#mentioned = undefined;
    this.#cursor = new Set();
    this.#indexes.clear();
  }

  get draft(): DraftDto | null { return this.#draft; }

  setDraft(draft: DraftDto | null): void {
    this.#draft = draft;
    this.#mentioned = undefined;
    if (this.state.filter.mentioned !== 'any') { this.#matches = undefined; }
  }

  /** @param ids events that the cursor's paragraph names */
  setCursor(ids: readonly string[]): void {
    this.#find(ids);
    this.#cursor = new Set(ids.flatMap(id => this.#at(id)));
  }

  setState(change: Partial<ViewState>): void {
    this.state = { ...this.state, ...change };
    if (change.filter !== undefined) { this.#matches = undefined; }
  }

  get isFiltered(): boolean { return !isEmptyFilter(this.state.filter); }

  /** Events that the filter lets through, by number; `undefined` where it asks for nothing, for all of them. */
  get matches(): ReadonlySet<number> | undefined {
    if (!this.isFiltered) { return undefined; }
    this.#matches ??= matching(this.#data, () => this.#texts ??= searchTexts(this.#data), this.state.filter, new Set(this.draft?.mentions.map(mention => mention.id)));
    return this.#matches;
  }

  indexOf(id: string | null): number {
    if (id === null) { return -1; }
    this.#find([id]);
    return this.#indexes.get(id) ?? -1;
  }

  /** Looks up in one go what was not asked for before: of a hundred thousand events few ever are. */
  #find(ids: readonly string[]): void {
    const wanted = new Set(ids.filter(id => !this.#indexes.has(id)));
    if (wanted.size === 0) { return; }
    for (const id of wanted) { this.#indexes.set(id, -1); }
    this.#data.events.forEach((event, index) => { if (wanted.has(event.id)) { this.#indexes.set(event.id, index); } });
  }

  #at(id: string): readonly number[] {
    const index = this.#indexes.get(id) ?? -1;
    return index < 0 ? [] : [index];
  }

  /** The event of a number, or `undefined` for a date of the draft. */
  eventAt(index: number): EventDto | undefined {
    return this.#data.events[index];
  }

  /** Numbers of what the draft speaks of; its own dates among them. `undefined` when no draft is open. */
  mentioned(): ReadonlySet<number> | undefined {
    const draft = this.#draft;
    if (draft === null) { return undefined; }
    if (this.#mentioned === undefined) {
      this.#find(draft.mentions.map(mention => mention.id));
      this.#mentioned = new Set([...draft.mentions.flatMap(mention => this.#at(mention.id)), ...draft.dates.map((_, place) => this.#data.events.length + place)]);
    }
    return this.#mentioned;
  }

  atCursor(): ReadonlySet<number> {
    return this.#cursor;
  }

  /** The lane of the draft's dates. */
  draftLane(): LaneInput | undefined {
    if (this.draft === null) { return undefined; }
    return {
      id: DRAFT_LANE, title: t('Dates in the draft'), members: this.draft.dates.map((_, place) => this.#data.events.length + place),
      isCollapsed: this.state.collapsed.includes(DRAFT_LANE), fixedRows: DRAFT_ROWS, unit: 'date',
    };
  }

  lanes(): LaneInput[] {
    const only = this.state.isOnlyMatches ? this.matches : undefined;
    const collapsed = new Set(this.state.collapsed);
    const lanes = lanesOf(this.#data, this.state.grouping, this.state.order).flatMap(lane => {
      const members = only === undefined ? lane.members : lane.members.filter(member => only.has(member));
      return members.length === 0 ? [] : [{ ...lane, members, isCollapsed: collapsed.has(lane.id) }];
    });
    const draft = this.draftLane();
    return draft === undefined ? lanes : [draft, ...lanes];
  }
}
