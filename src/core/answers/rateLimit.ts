/** So many questions a minute: one who asks faster is told to wait. */
const MOST = 60;
const WINDOW_MS = 60_000;

export class RateLimit {
  readonly #now: () => number;
  #asked: number[] = [];

  /** @param now milliseconds on a clock that does not go back */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** A sentence when this question is one too many; else it is counted. */
  refuse(): string | undefined {
    const now = this.#now();
    this.#asked = this.#asked.filter(at => now - at < WINDOW_MS);
    if (this.#asked.length >= MOST) return `More than ${MOST} questions within a minute: wait, then ask again.`;
    this.#asked.push(now);
    return undefined;
  }
}
