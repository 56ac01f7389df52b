import type { Span } from '../text.ts';
import type { Phrase, Query } from './query.ts';
import { wordsOf, type Word } from './words.ts';

/** Where the phrases stand in a text, in order and without overlaps. */
export function highlightsOf(text: string, phrases: readonly Phrase[]): Span[] {
  return merged(matchesOf(wordsOf(text), phrases).flat());
}

/** All phrases of a query that a passage is found by. */
export function phrasesOf({ all }: Pick<Query, 'all'>): Phrase[] {
  return all.flat();
}

/** For each phrase the stretches of the text in which it stands. */
export function matchesOf(words: readonly Word[], phrases: readonly Phrase[]): Span[][] {
  const places = new Map<string, number[]>();
  words.forEach((word, index) => {
    const list = places.get(word.folded);
    if (list === undefined) places.set(word.folded, [index]); else list.push(index);
  });
  return phrases.map(phrase => spansOf(words, places, phrase));
}

function spansOf(words: readonly Word[], places: ReadonlyMap<string, readonly number[]>, { words: wanted, isPrefix }: Phrase): Span[] {
  const last = wanted.length - 1;
  const fits = (word: string | undefined, index: number) => word !== undefined && (isPrefix && index === last ? word.startsWith(wanted[index]!) : word === wanted[index]);
  const starts = last === 0 && isPrefix ? words.flatMap((word, index) => fits(word.folded, 0) ? [index] : []) : places.get(wanted[0] ?? '') ?? [];
  return starts.flatMap(start => wanted.every((_, index) => fits(words[start + index]?.folded, index)) ? [{ start: words[start]!.start, end: words[start + last]!.end }] : []);
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const before = result.at(-1);
    if (before === undefined || span.start >= before.end) result.push(span);
    else if (span.end > before.end) result[result.length - 1] = { start: before.start, end: span.end };
  }
  return result;
}

/** A piece of a text around what was found, cut at words: where it begins and ends. */
export function excerptOf(text: string, highlights: readonly Span[], length = 240): Span {
  if (text.length <= length) return { start: 0, end: text.length };
  // The stretch in which most of the words stand.
  const first = highlights.toSorted((a, b) => count(highlights, b, length) - count(highlights, a, length) || a.start - b.start)[0] ?? { start: 0, end: 0 };
  const from = Math.max(0, Math.min(first.start - Math.floor(length / 4), text.length - length));
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1 || from;
  const end = Math.min(text.length, start + length);
  const blank = end === text.length ? end : text.lastIndexOf(' ', end);
  return { start, end: blank <= start ? end : blank };
}

function count(highlights: readonly Span[], from: Span, length: number): number {
  return highlights.filter(span => span.start >= from.start && span.end <= from.start + length * 3 / 4).length;
}
