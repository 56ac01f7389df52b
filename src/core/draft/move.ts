import type { CitationCluster, CitationItem } from '../citations/types.ts';
import type { DateMention } from '../dates/types.ts';
import type { Span } from '../text.ts';
import type { Mention, NoteMark, NumberMention, Quotation, Sentence } from './types.ts';

/*
 * What was read from the text of a block, at its place in the draft. Each kind of thing is written out: a draft holds thousands of
 * them, and copying whatever an object holds takes several times as long.
 */

/** @param mentions in their place already */
export function moveSentence(sentence: Omit<Sentence, 'mentions'>, mentions: readonly Mention[], by: number): Sentence {
  return {
    start: sentence.start + by, end: sentence.end + by, mentions,
    dates: all(sentence.dates, moveDate, by), numbers: all(sentence.numbers, moveNumber, by), citations: all(sentence.citations, moveCluster, by),
    quotations: all(sentence.quotations, moveQuotation, by), notes: all(sentence.notes, moveNote, by),
  };
}

function all<T>(items: readonly T[], move: (item: T, by: number) => T, by: number): readonly T[] {
  if (items.length === 0 || by === 0) return items;
  const moved: T[] = [];
  for (const item of items) moved.push(move(item, by));
  return moved;
}

export function moveMention({ start, end, keys, kind, text }: Mention, by: number): Mention {
  return { start: start + by, end: end + by, keys, kind, text };
}
function moveDate({ start, end, text, date, reading }: DateMention, by: number): DateMention {
  return { start: start + by, end: end + by, text, date, reading };
}
function moveNumber({ start, end, text, value }: NumberMention, by: number): NumberMention {
  return { start: start + by, end: end + by, text, value };
}
function moveQuotation({ start, end, text, block }: Quotation, by: number): Quotation {
  return { start: start + by, end: end + by, text, block };
}
function moveNote({ start, end, label, kind }: NoteMark, by: number): NoteMark {
  return { start: start + by, end: end + by, label, kind };
}

function moveCluster({ span, form, items }: CitationCluster, by: number): CitationCluster {
  return { span: moveSpan(span, by), form, items: all(items, moveItem, by) };
}
function moveItem({ citekey, keySpan, span, prefix, suffixText, suffixSpan, locator, locatorSpan, suffix, mode }: CitationItem, by: number): CitationItem {
  return {
    citekey, keySpan: moveSpan(keySpan, by), span: moveSpan(span, by), prefix, suffixText, suffixSpan: moveSpan(suffixSpan, by), locator,
    locatorSpan: locatorSpan && moveSpan(locatorSpan, by), suffix, mode,
  };
}
function moveSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
