import type { LibraryIndex } from './libraryIndex.ts';
import type { Range } from './matches.ts';

/** From how many places a sample is taken. */
const STRIDES = 20;
/** Passages that are looked through in one go: others wait for as long. */
const MOST_IN_STRIDE = 50_000;

/** Ranges as they are filled, in pieces; these in an order in which the first few are from all over the library. */
export function stridesOf(index: LibraryIndex, ranges: readonly Range[]): Range[] {
  const filled = joined(ranges.flatMap(range => filledOf(index, range)));
  const all = filled.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const most = Math.min(MOST_IN_STRIDE, Math.max(1, Math.ceil(all / STRIDES)));
  return fromAllOver(filled.flatMap(({ first, last }) => {
    const count = Math.ceil((last - first + 1) / most);
    const own = Math.ceil((last - first + 1) / count);
    return Array.from({ length: count }, (_, at) => ({ first: first + at * own, last: Math.min(last, first + (at + 1) * own - 1) })).filter(stride => stride.first <= stride.last);
  }));
}

function filledOf(index: LibraryIndex, range: Range): Range[] {
  const { first, last } = index.statement('SELECT min(first) AS first, max(last) AS last FROM text WHERE first BETWEEN ? AND ?').get(range.first, range.last) as { first: number | null; last: number | null };
  return first === null || last === null || last < first ? [] : [{ first, last: Math.min(last, range.last) }];
}

/** Texts that were put in one after another are one range. */
function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.first - b.first)) {
    const before = result.at(-1);
    if (before !== undefined && range.first <= before.last + 1) result[result.length - 1] = { first: before.first, last: Math.max(before.last, range.last) };
    else result.push(range);
  }
  return result;
}

/** Every second, then those between, and so on within each half. */
function fromAllOver<T>(list: readonly T[]): T[] {
  return list.length < 3 ? [...list] : [...fromAllOver(list.filter((_, at) => at % 2 === 0)), ...fromAllOver(list.filter((_, at) => at % 2 === 1))];
}
