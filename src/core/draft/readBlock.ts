import type { LocatorTerms } from '../citations/locator.ts';
import { readInline, type InlineReading, type InlineRegion } from '../citations/grammar.ts';
import { findDates } from '../dates/prose.ts';
import type { EdtfDate } from '../dates/types.ts';
import type { Span } from '../text.ts';
import type { RawBlock } from './blocks.ts';
import type { DraftContext } from './context.ts';
import { endOfHeading, startOfHeading } from './headings.ts';
import { Inside } from './inside.ts';
import { findCandidates, type Candidate } from './mentions.ts';
import { moveMention, moveSentence } from './move.ts';
import { findInlineNotes, findNoteMarks } from './notes.ts';
import { findNumbers } from './numbers.ts';
import { blockQuotation, findQuotations } from './quotations.ts';
import { splitSentences } from './sentences.ts';
import { answered, isOpen, stepOf, type Step } from './settle.ts';
import type { BlockKind, Mention, Sentence } from './types.ts';

/** A sentence before it is settled whom its names mean. */
export interface OpenSentence extends Omit<Sentence, 'mentions'> {
  readonly candidates: readonly Candidate[];
}

/** A block as it reads by itself; offsets are from its start. */
export interface BlockReading {
  readonly kind: BlockKind;
  readonly level: number;
  readonly length: number;
  readonly sentences: readonly OpenSentence[];
  /** What its names mean, as far as the block alone says. */
  readonly steps: readonly Step[];
  readonly hasDates: boolean;
  readonly lastDate: EdtfDate | undefined;
}

/** What is known of the draft before and around a block. */
export interface Before {
  /** The last date before the block, for words such as `that year`. */
  readonly reference: EdtfDate | undefined;
  /** Labels of the draft’s numbered examples, `(@good)`, which cite nothing. */
  readonly examples: ReadonlySet<string>;
  /** Words for `page`, `chapter` … in the language of the draft. */
  readonly terms?: LocatorTerms | undefined;
}

const NOT_PROSE: ReadonlySet<BlockKind> = new Set(['front-matter', 'code', 'html', 'math']);
const MARKERS = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)]|\(@[\w-]*\)|:|~)[ \t]+(?:\[[ xX]\][ \t]+)?|\[\^[^\]\s]+\]:)*/;
/** What a citation, code, math, a tag or a link needs. */
const MARKUP = /[@`$<\\\[\]]|:\/\/|www\./;
const NO_MARKUP: InlineReading = { clusters: [], regions: [] };

/** Reads a block. `text` is the block alone. */
export function readBlock(text: string, { kind, level }: Pick<RawBlock, 'kind' | 'level'>, context: DraftContext, before: Before): BlockReading {
  const length = text.length;
  if (NOT_PROSE.has(kind)) return { kind, level, length, sentences: [], steps: [], hasDates: false, lastDate: undefined };
  const start = kind === 'heading' ? startOfHeading(text) : MARKERS.exec(text)![0].length;
  const end = kind === 'heading' ? endOfHeading(text, start) : length;
  const { clusters, regions } = MARKUP.test(text) ? readInline(text, 0, end, { quarto: true, isQuote: kind === 'quote', exampleLabels: before.examples, terms: before.terms }) : NO_MARKUP;
  const closed = clusters.length + regions.length === 0 ? NOTHING : new Inside([...regions, ...clusters.map(cluster => cluster.span)]);
  const dates = findDates(text, { start, end, reference: before.reference, closed: closed.spans });
  const candidates = findCandidates(text, start, end, closed, dates, context);
  const notes = findNoteMarks(text, 0, end, kind === 'note', closed);
  const numbers = findNumbers(text, start, end, dates.length + notes.length === 0 ? closed : new Inside([...closed.spans, ...dates, ...notes]));
  const quoted = findQuotations(text, start, end, closed);
  const spans = sentencesOf(text, kind, start, end, closed, linkLabels(text, regions), quoted, notes);
  const quotations = kind === 'quote' && spans.length > 0 ? [blockQuotation(text, spans[0]!.start, spans.at(-1)!.end, closed)] : quoted;
  return {
    kind, level, length,
    sentences: parted(spans, length, { candidates, dates, numbers, quotations, notes, clusters }),
    steps: candidates.length === 0 ? NO_STEPS : candidates.map(candidate => stepOf(candidate, key => context.numbers.get(key)!)),
    hasDates: dates.length > 0,
    lastDate: dates.findLast(date => date.date !== undefined)?.date,
  };
}

const NOTHING = new Inside([]);
const NO_STEPS: readonly Step[] = [];

/** Each sentence with what begins before the next. */
function parted(spans: readonly Span[], length: number, items: {
  readonly candidates: readonly Candidate[]; readonly dates: Sentence['dates']; readonly numbers: Sentence['numbers'];
  readonly quotations: Sentence['quotations']; readonly notes: Sentence['notes']; readonly clusters: Sentence['citations'];
}): OpenSentence[] {
  const candidates = new Queue(items.candidates, candidate => candidate.mention);
  const dates = new Queue(items.dates, itself);
  const numbers = new Queue(items.numbers, itself);
  const quotations = new Queue(items.quotations, itself);
  const notes = new Queue(items.notes, itself);
  const citations = new Queue(items.clusters, cluster => cluster.span);
  return spans.map(({ start, end }, index): OpenSentence => {
    const limit = spans[index + 1]?.start ?? length;
    return {
      start, end, candidates: candidates.take(limit), dates: dates.take(limit), numbers: numbers.take(limit), quotations: quotations.take(limit),
      notes: notes.take(limit), citations: citations.take(limit),
    };
  });
}

const itself = (item: Span): Span => item;

/** Hands out items in order, each time those that begin before an offset. */
class Queue<T> {
  readonly #items: readonly T[];
  readonly #spanOf: (item: T) => Span;
  #next = 0;

  constructor(items: readonly T[], spanOf: (item: T) => Span) {
    this.#items = items;
    this.#spanOf = spanOf;
  }

  take(limit: number): readonly T[] {
    const first = this.#next;
    while (this.#next < this.#items.length && this.#spanOf(this.#items[this.#next]!).start < limit) this.#next++;
    return first === this.#next ? NONE : first === 0 && this.#next === this.#items.length ? this.#items : this.#items.slice(first, this.#next);
  }
}
const NONE: readonly never[] = [];

/**
 * The sentences of a block at their place in the draft, once its open names are answered.
 * @param answers one for each open name, in order
 * @param by where the block begins; without it, offsets are from there
 */
export function settledSentences({ sentences }: BlockReading, answers: readonly number[], by = 0): Sentence[] {
  let next = 0;
  return sentences.map((sentence): Sentence => {
    const mentions: Mention[] = [];
    for (const candidate of sentence.candidates) {
      const mention = isOpen(candidate) ? answered(candidate, answers[next++]!) : candidate.mention;
      if (mention !== undefined) mentions.push(by === 0 ? mention : moveMention(mention, by));
    }
    return moveSentence(sentence, mentions, by);
  });
}

function sentencesOf(text: string, kind: BlockKind, start: number, end: number, closed: Inside, labels: readonly Span[], quoted: readonly Span[], notes: readonly Span[]): Span[] {
  if (kind === 'table') return cells(text, start, end, closed);
  if (kind === 'heading') return trimmed(text, start, end);
  const inlineNotes = findInlineNotes(text, start, end);
  const whole = labels.length + inlineNotes.length === 0 ? closed : new Inside([...closed.spans, ...labels, ...inlineNotes]);
  const spans = splitSentences(text, start, end, whole, quoted.length === 0 ? NOTHING : new Inside(quoted));
  // A note without a body still has its mark.
  return spans.length === 0 && notes.length > 0 ? [{ start: notes[0]!.start, end: notes[0]!.end }] : spans;
}

/** The words of links, `[The site. Really](…)`, in which no sentence ends. */
function linkLabels(text: string, regions: readonly InlineRegion[]): readonly Span[] {
  if (regions.length === 0) return NONE;
  return regions.flatMap(({ kind, start }) => {
    if (kind !== 'link' || text[start - 1] !== ']') return [];
    let depth = 0;
    for (let at = start - 1; at >= 0 && at > start - MAX_LABEL; at--) {
      if (text[at] === ']') depth++;
      else if (text[at] === '[' && --depth === 0) return [{ start: at, end: start }];
    }
    return [];
  });
}
/** Of the words of a link, in code units. */
const MAX_LABEL = 400;

/** The cells of a table that say something: each is a sentence. */
function cells(text: string, start: number, end: number, closed: Inside): Span[] {
  const found: Span[] = [];
  const BORDER = /[|\n\r+]/g;
  BORDER.lastIndex = start;
  let from = start;
  for (;;) {
    const match = BORDER.exec(text);
    const at = match === null ? end : match.index;
    if (at < end && (text[at - 1] === '\\' || closed.at(at) !== undefined || text[at] === '+' && !/[-=:]/.test(text.slice(Math.max(from, at - 1), at + 2)))) continue;
    found.push(...trimmed(text, from, Math.min(at, end)).filter(cell => /[\p{L}\p{N}]/u.test(text.slice(cell.start, cell.end))));
    if (at >= end) return found;
    from = at + 1;
  }
}

function trimmed(text: string, start: number, end: number): Span[] {
  const own = text.slice(start, end);
  const from = start + own.length - own.trimStart().length;
  const to = start + own.trimEnd().length;
  return to > from ? [{ start: from, end: to }] : [];
}
