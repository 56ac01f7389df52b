/** Milliseconds of work before the editor gets its turn. */
const SLICE_MS = 25;

/** For long work on the thread that all extensions share: `await turn()` between its parts lets others go on. */
export function turnTaker(): () => Promise<void> {
  let since = Date.now();
  return async () => {
    if (Date.now() - since < SLICE_MS) { return; }
    await new Promise<void>(resolve => { setImmediate(resolve); });
    since = Date.now();
  };
}
