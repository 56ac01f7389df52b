/** One line of the bench: what was measured, what came out, and what it is held to. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly goal?: string;
  /** Whether the goal is met, where the bench can tell. */
  readonly met?: boolean;
  /** How it stands to a named peer, or to a floor, measured in the same run. */
  readonly against?: string;
}
/** What a file `*.bench.ts` exports as `bench`. */
export type Bench = () => Row[] | Promise<Row[]>;

/** Milliseconds that something took: by the clock, of this thread, and of all threads of the process (compiling and collecting among them). */
export interface Taken {
  readonly clock: number;
  readonly thread: number;
  readonly process: number;
}

/** Milliseconds of one run. */
export function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The times of one run. Other work on the machine adds to the time by the clock, and hardly to the others. */
export async function taken(run: () => unknown): Promise<Taken> {
  const all = process.cpuUsage();
  const thread = threadUsage();
  const start = performance.now();
  await run();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(all);
  return { clock, thread: threadUsage() - thread, process: (user + system) / 1000 };
}

/**
 * The most CPU that this thread took in one turn of its event loop while something ran: so long nothing else could be answered.
 * The clock would tell how busy the machine is.
 */
export async function longestTurn(run: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isOver = false;
  let last = threadUsage();
  const turn = () => {
    const now = threadUsage();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) { setImmediate(turn); }
  };
  setImmediate(turn);
  try { await run(); } finally { isOver = true; }
  await new Promise(resolve => { setImmediate(resolve); });
  return longest;
}

/** Of this thread, in milliseconds. Node has it since 23.9. */
function threadUsage(): number {
  const { threadCpuUsage } = process as { threadCpuUsage?: () => NodeJS.CpuUsage };
  const { user, system } = threadCpuUsage?.() ?? { user: NaN, system: NaN };
  return (user + system) / 1000;
}

/** `142 ms (131 of this thread, 290 of all)`. */
export function shown({ clock, thread, process: all }: Taken): string {
  return `${ms(clock)} (CPU: ${thread.toFixed(0)} this thread, ${all.toFixed(0)} all)`;
}

/** Of several runs, the middle one by each of the times. */
export function middle(runs: readonly Taken[]): Taken {
  return { clock: percentile(runs.map(run => run.clock), 0.5), thread: percentile(runs.map(run => run.thread), 0.5), process: percentile(runs.map(run => run.process), 0.5) };
}

/** The least CPU of this thread that any of several runs took, in milliseconds. */
export function leastCpu(runs: number, run: () => unknown): number {
  return Math.min(...Array.from({ length: runs }, () => {
    const start = threadUsage();
    run();
    return threadUsage() - start;
  }));
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

/** All rows of all benches as one table. */
export function tableOf(benches: readonly (readonly [title: string, rows: readonly Row[]])[]): string {
  const lines: (readonly string[])[] = [['', 'measured', 'goal', 'met', 'against']];
  for (const [title, rows] of benches) {
    lines.push([title.toUpperCase(), '', '', '', '']);
    for (const { what, measured, goal = '', met, against = '' } of rows) lines.push([`  ${what}`, measured, goal, met === undefined ? '' : met ? 'yes' : 'NO', against]);
  }
  const widths = [0, 1, 2, 3].map(column => Math.max(...lines.map(line => line[column]!.length)));
  return lines.map(line => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}
