/** One line of the bench: what was measured, what came out, and what it is held to. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly goal?: string;
}
/** What a file `*.bench.ts` exports as `bench`. */
export type Bench = () => Row[] | Promise<Row[]>;

/** Milliseconds of one run. */
export function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The fastest of several runs: other work on the machine can only add to a time. */
export function best(runs: number, run: () => unknown): number {
  return Math.min(...Array.from({ length: runs }, () => timed(run)));
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function megabytesPerSecond(units: number, milliseconds: number): string {
  return `${(units / 1000 / milliseconds).toFixed(1)} MB/s`;
}
export const ms = (milliseconds: number): string => `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`;
