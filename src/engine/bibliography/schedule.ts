/** Runs something after a number of milliseconds, unless it is disposed first. */
export function afterTime(run: () => void, delayMs: number): { dispose(): void } {
  const timer = setTimeout(run, delayMs);
  return { dispose: () => { clearTimeout(timer); } };
}
