/** Runs something once, a little after the last time it was asked for: for what follows typing. */
export function runSoon(run: () => void, delayMs: number): { schedule(): void; now(): void; dispose(): void } {
  let timer: NodeJS.Timeout | undefined;
  const cancel = () => { clearTimeout(timer); timer = undefined; };
  return {
    schedule() { cancel(); timer = setTimeout(() => { timer = undefined; run(); }, delayMs); },
    now() { cancel(); run(); },
    dispose: cancel,
  };
}
