import type { Schedule } from './news.ts';

/**
 * Watchers keep silent about some things: a file that is made and taken away at once, though a reading in between has seen
 * it; a file made in a folder that is itself new. So what has changed is looked at again, these times after it.
 */
const LOOK_AGAIN_MS = [500, 2000, 8000, 30_000];

export interface LookedAt {
  readonly folders: ReadonlySet<string>;
  /** Whether corpora may have come or gone. */
  readonly finds: boolean;
}
const NOTHING: LookedAt = { folders: new Set(), finds: false };

/** Plans when to look again at corpora that have changed: a few times, more and more rarely. */
export class Looks {
  readonly #schedule: Schedule;
  readonly #look: (what: LookedAt) => void;
  #what = NOTHING;
  #done = 0;
  #timer: { dispose(): void } | undefined;
  #isDisposed = false;

  constructor(schedule: Schedule, look: (what: LookedAt) => void) {
    this.#schedule = schedule;
    this.#look = look;
  }

  /** Starts over with these beside those that are still to be looked at. */
  startOver({ folders, finds }: LookedAt): void {
    this.#what = { folders: new Set([...this.#what.folders, ...folders]), finds: this.#what.finds || finds };
    this.#done = 0;
    this.#plan();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#timer?.dispose();
  }

  #plan(): void {
    this.#timer?.dispose();
    const delayMs = LOOK_AGAIN_MS[this.#done];
    if (this.#isDisposed || delayMs === undefined) {
      this.#what = NOTHING;
      return;
    }
    this.#timer = this.#schedule(() => {
      const what = this.#what;
      this.#done++;
      this.#plan();
      this.#look(what);
    }, delayMs);
  }
}
