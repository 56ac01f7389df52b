import type { Span } from '../text.ts';

/** Stretches of a block in which nothing is read, merged where they overlap. */
export class Inside {
  readonly spans: readonly Span[];

  /** @param spans in any order */
  constructor(spans: readonly Span[]) {
    const merged: { start: number; end: number }[] = [];
    for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
      const last = merged.at(-1);
      if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
      else if (end > start) merged.push({ start, end });
    }
    this.spans = merged;
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
    const span = spans[low - 1];
    return span !== undefined && offset < span.end ? span : undefined;
  }

  /** Whether the span shares a unit with one of the stretches. */
  touches({ start, end }: Span): boolean {
    const { spans } = this;
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
