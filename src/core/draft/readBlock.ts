import { readInline } from '../citations/grammar.ts';
import type { EntryKey } from '../corpus/types.ts';
import { findDates } from '../dates/prose.ts';
import type { EdtfDate } from '../dates/types.ts';
import type { Lexicon } from '../names/types.ts';
import type { Span } from '../text.ts';
import type { RawBlock } from './blocks.ts';
import { findNoteMarks, findNumbers, findQuotations } from './quotations.ts';
import { splitSentences } from './sentences.ts';
import type { Block, BlockKind, Mention, Sentence } from './types.ts';

const NOT_PROSE: ReadonlySet<BlockKind> = new Set(['front-matter', 'code', 'html', 'math']);

/** Words after which a capital is the place: `in Hanoi`, `a visit to Hanoi`. */
const PLACE_BEFORE = /(?:\b(?:in|to|from|at|near|via|through|outside|around|visit(?:ed|s|ing)?|reach(?:ed|es|ing)?|left|leav(?:e|es|ing)|city of|embassy in|capital,?)\s+(?:the\s+)?)$/iu;

/**
 * Reads one block of a draft. Offsets are of the whole text; `text` need not be more than the block itself when `raw`
 * is moved to 0. `reference` is the last date before the block, for words such as `that year`.
 */
export function readBlock(text: string, raw: RawBlock, lexicon: Lexicon<EntryKey>, reference: EdtfDate | undefined): Block {
  const { kind, level, start, end } = raw;
  if (NOT_PROSE.has(kind)) { return { kind, level, start, end, sentences: [] }; }
  const from = start + (/^[ \t>]*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/.exec(text.slice(start, Math.min(end, start + 200)))?.[0].length ?? 0);
  const { clusters, regions } = readInline(text, start, end, { quarto: true, isQuote: kind === 'quote' });
  const closed: Span[] = [...regions, ...clusters.map(cluster => cluster.span)].sort((a, b) => a.start - b.start);
  const isInside = finder(closed);
  const names = lexicon.find(text, from, end).filter(match => isInside(match.start) === undefined);
  const dates = findDates(text, { start: from, end, reference }).filter(date => isInside(date.start) === undefined);
  const quotations = kind === 'quote' ? [{ start: from, end, text: text.slice(from, end), block: true }] : findQuotations(text, from, end);
  const notes = findNoteMarks(text, start, end, kind === 'note');
  const numbers = findNumbers(text, from, end).filter(number => isInside(number.start) === undefined && !dates.some(date => number.start < date.end && date.start < number.end));
  const mentions = names.map((match): Mention => ({
    start: match.start, end: match.end, keys: match.targets, kind: match.kind, text: text.slice(match.start, match.end),
  })).filter(mention => mention.kind !== 'metonym' || !PLACE_BEFORE.test(text.slice(Math.max(from, mention.start - 24), mention.start)));
  const spans = kind === 'table' ? cells(text, from, end) : splitSentences(text, from, end, isInside);
  const taker = <T extends Span>(items: readonly T[]) => {
    let next = 0;
    return (upTo: number): T[] => {
      const first = next;
      while (next < items.length && items[next]!.start < upTo) { next++; }
      return items.slice(first, next);
    };
  };
  const [takeMentions, takeDates, takeNumbers, takeQuotations, takeNotes] = [taker(mentions), taker(dates), taker(numbers), taker(quotations), taker(notes)];
  let cluster = 0;
  const sentences = spans.map((span, index): Sentence => {
    const upTo = spans[index + 1]?.start ?? end;
    const firstCluster = cluster;
    while (cluster < clusters.length && clusters[cluster]!.span.start < upTo) { cluster++; }
    return {
      ...span, mentions: takeMentions(upTo), dates: takeDates(upTo), numbers: takeNumbers(upTo),
      citations: clusters.slice(firstCluster, cluster), quotations: takeQuotations(upTo), notes: takeNotes(upTo),
    };
  });
  return { kind, level, start, end, sentences };
}

/** For an offset inside one of the spans (in order, asked from left to right or at random), where that span ends. */
function finder(spans: readonly Span[]): (offset: number) => number | undefined {
  return offset => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle]!.start <= offset) { low = middle + 1; } else { high = middle; }
    }
    for (let index = low - 1; index >= Math.max(0, low - 4); index--) {
      if (offset < spans[index]!.end) { return spans[index]!.end; }
    }
    return undefined;
  };
}

/** The cells of a table: each is a sentence. */
function cells(text: string, start: number, end: number): Span[] {
  const found: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] !== '|' && text[at] !== '\n' && text[at] !== '\r') { continue; }
    const cell = text.slice(from, at);
    const blanks = cell.length - cell.trimStart().length;
    if (/[\p{L}\p{N}]/u.test(cell)) { found.push({ start: from + blanks, end: from + cell.trimEnd().length }); }
    from = at + 1;
  }
  return found;
}
