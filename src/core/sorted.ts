/**
 * Which of a list, in ascending order of a number that each has, is the last that has no more than `most`.
 * @returns -1 when all have more
 */
export function lastUpTo<T>(list: readonly T[], numberOf: (item: T) => number, most: number): number {
  let low = -1;
  for (let high = list.length - 1; low < high;) {
    const middle = low + high + 1 >> 1;
    if (numberOf(list[middle]!) <= most) low = middle; else high = middle - 1;
  }
  return low;
}
