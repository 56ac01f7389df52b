import type { DrawnCitation } from '../../core/citations/preview.ts';
import { namesakes, neighbourhood, NOTHING_SET, patchedState, settingOf, wholeState, type SetState } from '../../core/citations/setState.ts';
import type { CslItem } from '../../core/citations/types.ts';
import type { CitationTask, SetCitations } from './setCitations.ts';
import type { PandocRun } from './types.ts';

/** What is set: the citations of a draft as they stand now, and what they are set from. */
export interface SetInput {
  readonly citations: readonly DrawnCitation[];
  readonly sources: ReadonlyMap<string, { readonly item: CslItem }>;
  /** Works that are listed without being cited. */
  readonly nocite: ReadonlySet<string>;
  readonly isListed: boolean;
  /** Whether the style numbers works in the order of their citation: no part of a draft can be set without the rest then. */
  readonly isNumbered: boolean;
}
/** Sets in the style of the draft; `undefined` when that failed, which has been told. */
export type SetInStyle = (task: Pick<CitationTask, 'citations' | 'nocite' | 'items' | 'isListed'>, run: PandocRun) => Promise<SetCitations | undefined>;

/** So many citations are set as a whole in the time in which a few are set. */
const FEW = 40;
/** Pandoc is asked again once: it may have been held up, or put away. */
const MOST_TRIES = 2;
/** More than a writer changes at a time. */
const MOST_ANEW = 20;

/**
 * The setting of one draft, kept up as the draft changes. Setting hundreds of citations takes seconds, so after a change those
 * that it touches are set at once, with what they depend on; what the change means for the others is found by setting the
 * whole draft, which waits for a pause and is in nobody's way.
 */
export class DraftSetter {
  readonly #set: SetInStyle;
  readonly #onSet: () => void;
  readonly #stopping = new AbortController();
  #state = NOTHING_SET;
  #wanted: SetInput | undefined;
  /** What was set as a whole last, or could not be. */
  #whole: SetInput | undefined;
  #hasFailed = false;
  /** Counts the changes of what is set from. */
  #generation = 0;
  #isSettingAnew = false;
  #isSettingWhole = false;

  constructor(set: SetInStyle, onSet: () => void) {
    this.#set = set;
    this.#onSet = onSet;
  }

  get state(): SetState {
    return this.#state;
  }

  /** Whether the whole could not be set as it is wanted. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** A bibliography or the style has changed: what was set is shown on until it is set anew. */
  outdate(): void {
    this.#state = { ...this.#state, byContext: new Map() };
    this.#whole = undefined;
    this.#generation++;
  }

  update(input: SetInput): void {
    this.#wanted = input;
    if (this.#state.byContext.size === 0 || input.citations.length <= FEW || input.isNumbered) { this.settle(); } else { void this.#setAnew(); }
  }

  /** Sets the whole draft, unless it is as it was set last. */
  settle(): void {
    void this.#setWhole();
  }

  stop(): void {
    this.#stopping.abort();
  }

  async #setAnew(): Promise<void> {
    if (this.#isSettingAnew) { return; }
    this.#isSettingAnew = true;
    try {
      for (let input = this.#wanted; input !== undefined; input = this.#wanted === input ? undefined : this.#wanted) {
        const { citations, sources, isListed } = input;
        const generation = this.#generation;
        const { stale } = settingOf(this.#state, citations);
        if (stale.length === 0 || stale.length > MOST_ANEW) { continue; }
        const together = neighbourhood(citations, stale);
        const items = itemsOf(sources, together.flatMap(index => citations[index]!.citekeys));
        const others = namesakes(itemsOf(sources, citations.flatMap(({ citekeys }) => citekeys)), items);
        const set = await this.#set({ citations: together.map(index => citations[index]!), items: [...new Set([...items, ...others])], nocite: others.map(({ id }) => id), isListed }, { signal: this.#stopping.signal });
        if (set === undefined || this.#stopping.signal.aborted) { return; }
        // What was outdated meanwhile is set again with the whole.
        if (generation !== this.#generation) { continue; }
        const changed = new Set(stale);
        const taken = together.flatMap((index, at) => (changed.has(index) ? [{ index, set: set.citations[at]! }] : []));
        this.#state = patchedState(this.#state, citations, taken.map(({ index }) => index), taken.map(one => one.set), isListed ? set.references : [], key => sources.has(key));
        this.#onSet();
      }
    } finally { this.#isSettingAnew = false; }
  }

  async #setWhole(): Promise<void> {
    if (this.#isSettingWhole) { return; }
    this.#isSettingWhole = true;
    let failures = 0;
    try {
      for (let input = this.#wanted; input !== undefined && input !== this.#whole; input = this.#wanted) {
        const { citations, sources, nocite, isListed } = input;
        this.#whole = input;
        this.#hasFailed = false;
        const items = itemsOf(sources, [...citations.flatMap(({ citekeys }) => citekeys), ...nocite]);
        const lane = this.#state.byContext.size > 0 && citations.length > FEW ? 'background' : 'now';
        const set = await this.#set({ citations, items, nocite: [...nocite], isListed }, { signal: this.#stopping.signal, lane });
        if (this.#stopping.signal.aborted) { return; }
        // What was outdated meanwhile is set again.
        if (this.#whole !== input) { continue; }
        if (set === undefined) {
          this.#hasFailed = ++failures >= MOST_TRIES;
          if (!this.#hasFailed) { this.#whole = undefined; }
          continue;
        }
        const state = wholeState(citations, set.citations, set.references, key => sources.has(key));
        this.#state = this.#wanted === input ? state : { ...state, byContext: new Map([...this.#state.byContext, ...state.byContext]), byText: new Map([...this.#state.byText, ...state.byText]) };
        this.#onSet();
      }
    } finally { this.#isSettingWhole = false; }
  }
}

function itemsOf(sources: SetInput['sources'], citekeys: readonly string[]): CslItem[] {
  return [...new Set(citekeys)].flatMap(key => sources.get(key)?.item ?? []);
}
