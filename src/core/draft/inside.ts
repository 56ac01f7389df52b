import type { Span } from '../text.ts';

/** Stretches of a block in which nothing is read, merged where they overlap. */
export class Inside {
  readonly spans: readonly Span[];

  /** @param spans in any order */
  constructor(spans: readonly Span[]) {
    this.spans = spans.length === 0 ? NOWHERE : merged(spans);
  }

  /** The stretch that holds the offset. */
  at(offset: number): Span | undefined {
    const { spans } = this;
    if (spans.length === 0) return undefined;
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (spans[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return undefined;
    const span = spans[low - 1]!;
    return offset < span.end ? span : undefined;
  }

  /** Whether the span shares a unit with one of the stretches. */
  touches({ start, end }: Span): boolean {
    return this.reaches(start, end);
  }

  /** As `touches`, from `start` to before `end`. */
  reaches(start: number, end: number): boolean {
    const { spans } = this;
    if (spans.length === 0) return false;
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (spans[middle]!.end <= start) low = middle + 1;
      else high = middle;
    }
    return low < spans.length && spans[low]!.start < end;
  }
}

const NOWHERE: readonly Span[] = [];

function merged(spans: readonly Span[]): Span[] {
  const sorted = isSorted(spans) ? spans : [...spans].sort((a, b) => a.start - b.start);
  const apart: { start: number; end: number }[] = [];
  let last: { start: number; end: number } | undefined;
  for (const { start, end } of sorted) {
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else if (end > start) apart.push(last = { start, end });
  }
  return apart;
}

function isSorted(spans: readonly Span[]): boolean {
  for (let index = 1; index < spans.length; index++) if (spans[index]!.start < spans[index - 1]!.start) return false;
  return true;
}
