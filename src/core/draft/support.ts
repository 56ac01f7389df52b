import type { Snapshot, Statement } from '../corpus/types.ts';
import { bearingOf, particularsOfText, saysDate, weightOf, worthOffering, type Bearing, type Particular } from '../library/bearing.ts';
import { daysOfDate } from '../library/passages.ts';
import { foldText, hasAny } from '../library/score.ts';
import { wordsOf } from '../library/words.ts';
import type { EdtfDate } from '../dates/types.ts';
import type { Span } from '../text.ts';
import { sentenceAt } from './find.ts';
import type { DraftReading, Mention, Sentence } from './types.ts';

/** A statement that may bear a sentence out. */
export interface Support extends Bearing {
  readonly statement: Statement;
}

/** So much of a sentence that names nobody has to be said; less is chance. */
const LEAST_WITHOUT_NAME = 0.3;

/**
 * The statements that bear sentences out, best first: those that name whom they name, of the dates that they give, in like words.
 * Only statements with a citation are any use.
 * @param text of the draft that the sentences stand in
 */
export function supportFor(sentences: readonly Sentence[], text: string, snapshot: Snapshot, limit = 20): Support[] {
  const particulars = particularsOf(sentences, text, snapshot);
  const keys = particulars.flatMap(({ key }) => key ?? []);
  const about = (key: string) => snapshot.statementsAbout.get(key) ?? [];
  const candidates = [...keys.length === 0 ? snapshot.statements : new Set(keys.flatMap(about))].filter(({ citations }) => citations.length > 0);
  const said = candidates.map(statement => saidBy(statement, particulars));
  const weighted = particulars.map((particular, at) => ({
    ...particular, at, weight: particular.key === undefined ? weightOf(particular, said.filter(one => one[at]! > 0).length, candidates.length) : weightOf(particular, about(particular.key).length, snapshot.statements.length),
  }));
  const found = candidates.map((statement, index): Support => ({ statement, ...bearingOf(weighted, ({ at }) => said[index]![at]!) }));
  return worthOffering(found.filter(({ share }) => share > (keys.length === 0 ? LEAST_WITHOUT_NAME : 0)).sort((a, b) => b.share - a.share)).slice(0, limit);
}

/** How far a statement says each particular. */
function saidBy(statement: Statement, particulars: readonly Particular[]): number[] {
  const folded = foldText(statement.text);
  const days = statement.dates.flatMap(({ date }) => (date === undefined ? [] : daysOfDate(date)));
  return particulars.map(({ key, days: wanted, forms }) => {
    if (key !== undefined) return statement.mentions.includes(key) ? 1 : 0;
    return wanted === undefined ? Number(hasAny(folded, forms)) : Math.max(0, ...days.map(one => saysDate(one, wanted)));
  });
}

/** What a draft says from one place to another, or in the sentence at a place; `undefined` where there are no words. */
export function saidWithin(reading: DraftReading, { start, end }: Span, snapshot: Snapshot): { readonly text: string; readonly particulars: readonly Particular[] } | undefined {
  const { text } = reading;
  const isPlace = text.slice(start, end).trim() === '';
  const around = isPlace ? sentenceAt(reading, start) : undefined;
  const sentences = around === undefined ? reading.blocks.flatMap(block => block.sentences).filter(one => one.start < end && start < one.end).map(one => clipped(one, { start, end })) : [around];
  const [first, last] = [sentences[0], sentences.at(-1)];
  return first === undefined || last === undefined ? undefined : { text: text.slice(first.start, last.end).replace(/\s+/g, ' ').trim(), particulars: particularsOf(sentences, text, snapshot) };
}

/** What of a sentence is selected. */
function clipped(sentence: Sentence, { start, end }: Span): Sentence {
  const within = <T extends Span>(spans: readonly T[]) => spans.filter(span => span.start >= start && span.end <= end);
  const { mentions, dates, numbers } = sentence;
  return { ...sentence, start: Math.max(start, sentence.start), end: Math.min(end, sentence.end), mentions: within(mentions), dates: within(dates), numbers: within(numbers) };
}

/** What sentences of a draft say, each thing once: whom they name by any of its names, when, how many, and in which words. What they cite is none of it. */
export function particularsOf(sentences: readonly Sentence[], text: string, snapshot: Snapshot): Particular[] {
  const all = sentences.flatMap(sentence => [
    ...sentence.mentions.flatMap(mention => nameOf(mention, snapshot)),
    ...sentence.dates.flatMap(({ date }) => (date === undefined ? [] : dateOf(date))),
    ...sentence.numbers.map(({ value, text: written }): Particular => ({ kind: 'number', forms: [written, String(value)].flatMap(phraseOf) })),
    ...wordsBetween(sentence, text).flatMap(particularsOfText),
  ]);
  return [...new Map(all.map(particular => [particular.key ?? `${particular.kind} ${String(particular.days)} ${particular.forms.map(({ words }) => words.join(' ')).join('|')}`, particular])).values()];
}

/** Forms that each name is looked for in. */
const MAX_FORMS = 8;

function nameOf({ keys: [key, ...others], kind, text }: Mention, { entries }: Snapshot): Particular[] {
  const entry = entries.get(key ?? '');
  if (entry === undefined || others.length > 0) return [];
  // A capital means a government in this sentence, and in another the town.
  const names = [...entry.names.filter(name => name.kind !== 'metonym').map(name => name.text), ...kind === 'short' ? [] : [text]];
  return [{ kind: 'name', key: entry.key, forms: [...new Set(names)].slice(0, MAX_FORMS).flatMap(phraseOf) }];
}

function dateOf(date: EdtfDate): Particular[] {
  return daysOfDate(date).map(([first, last]) => {
    const [from, to] = [first, last].map(day => new Date(day * DAY_MS).getUTCFullYear()) as [number, number];
    return { kind: 'date', days: [first, last], forms: [...new Set(to - from < MAX_FORMS ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : [from, to])].flatMap(year => phraseOf(String(year))) };
  });
}
const DAY_MS = 86_400_000;

function phraseOf(text: string): { readonly words: readonly string[]; readonly isPrefix: boolean }[] {
  const words = wordsOf(text).map(word => word.folded);
  return words.length === 0 ? [] : [{ words, isPrefix: false }];
}

/** What of a sentence is neither a name that is settled nor a date, a number or a citation. */
function wordsBetween({ start, end, mentions, dates, numbers, citations, notes }: Sentence, text: string): string[] {
  const read: readonly Span[] = [...mentions.filter(({ keys }) => keys.length === 1), ...dates, ...numbers, ...citations.map(({ span }) => span), ...notes].filter(span => span.start < end);
  const pieces: string[] = [];
  let at = start;
  for (const span of read.toSorted((a, b) => a.start - b.start)) {
    pieces.push(text.slice(at, Math.max(at, span.start)));
    at = Math.max(at, span.end);
  }
  return [...pieces, text.slice(at, Math.max(at, end))];
}
