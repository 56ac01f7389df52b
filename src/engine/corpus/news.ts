/** Runs something after a number of milliseconds, unless it is disposed of before. */
export type Schedule = (run: () => void, delayMs: number) => { dispose(): void };

/** Changes within this time are read together: a `git checkout` changes many files at once. */
const QUIET_MS = 150;
/** News that does not stop is read all the same after this time. */
const PATIENCE_MS = 1000;

/** Collects addresses of what has changed, and tells once they have stopped coming. */
export class News {
  readonly #schedule: Schedule;
  readonly #tell: () => void;
  #uris = new Set<string>();
  #quiet: { dispose(): void } | undefined;
  #patience: { dispose(): void } | undefined;

  constructor(schedule: Schedule, tell: () => void) {
    this.#schedule = schedule;
    this.#tell = tell;
  }

  note(uri: string): void {
    this.#uris.add(uri);
    this.#quiet?.dispose();
    this.#quiet = this.#schedule(() => this.#end(), QUIET_MS);
    this.#patience ??= this.#schedule(() => this.#end(), PATIENCE_MS);
  }

  /** All that has been collected; what comes from now on is collected anew. */
  take(): ReadonlySet<string> {
    const taken = this.#uris;
    this.#uris = new Set();
    this.#stop();
    return taken;
  }

  /** Gives back what could not be read: it is told again with what comes next. */
  putBack(uris: Iterable<string>): void {
    for (const uri of uris) this.#uris.add(uri);
  }

  dispose(): void {
    this.take();
  }

  #end(): void {
    this.#stop();
    this.#tell();
  }

  #stop(): void {
    this.#quiet?.dispose();
    this.#patience?.dispose();
    this.#quiet = this.#patience = undefined;
  }
}
