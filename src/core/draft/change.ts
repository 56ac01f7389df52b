/** Stretches are compared at this length first, which costs a memory comparison and no loop. */
const STEP = 4096;

/** The least stretch in which two texts differ: `[start, oldEnd)` of the old became `[start, newEnd)` of the new. */
export function changeBetween(before: string, after: string): { readonly start: number; readonly oldEnd: number; readonly newEnd: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + STEP <= shorter && before.slice(start, start + STEP) === after.slice(start, start + STEP)) start += STEP;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  const longest = shorter - start;
  let same = 0;
  while (same + STEP <= longest && before.slice(before.length - same - STEP, before.length - same) === after.slice(after.length - same - STEP, after.length - same)) same += STEP;
  while (same < longest && before.charCodeAt(before.length - same - 1) === after.charCodeAt(after.length - same - 1)) same++;
  return { start, oldEnd: before.length - same, newEnd: after.length - same };
}

/** The index of the first of the ascending numbers that is at least `least`. */
export function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A copy that does not keep the text alive from which it was cut, as a slice would. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
