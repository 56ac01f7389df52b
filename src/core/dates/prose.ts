import { Cursor } from './cursor.ts';
import type { DateLanguage } from './formatWords.ts';
import { YEAR_PREFIXES } from './numeric.ts';
import { phrasesAt } from './phrases.ts';
import { parseEdtf } from './edtf.ts';
import { contextOf, resolve, type Context } from './resolve.ts';
import type { Span } from '../text.ts';
import { NO_VALUE, NUMBER, tokenize, Tokens, WORD } from './tokens.ts';
import type { DateMention, EdtfDate } from './types.ts';
import { vocabularyFor } from './vocabulary.ts';

export interface FindOptions {
  /** Where to look; the whole text by default. Offsets of mentions always count from the start of the text. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /** The date that the text before speaks of: `referenceAfter` the paragraph above. */
  readonly reference?: EdtfDate | undefined;
  /** Both languages when not given. */
  readonly lang?: DateLanguage | undefined;
  /** Stretches that are not prose, in order and apart: no date stands in one, reaches over one or rests on what is in one. */
  readonly closed?: readonly Span[] | undefined;
}

/** Used again for each text: making columns for every paragraph of a draft takes longer than filling them. */
const columns = new Tokens();

/**
 * The dates of a text as people write them in English and French, in order, not overlapping: `28 August 1990`,
 * `the spring of 1989`, `late 1985`, `1988–90`, `from 1982 to early 1987`, `since 1979`, `that year`, `two years later`.
 *
 * Each gets the EDTF that its words support and no more exact:
 * - `late 1985` is `1985-39`, a date within the last third of the year; `the late 1970s` is `[1976..1979]`, one of these
 *   years (tables in `parts.ts`); `by 1988` and `before 1988` are `[..1988]`, which 1988 itself does not contradict.
 * - `1988–90`, `between 1989 and 1991`, `from 1982 to early 1987` are intervals: `1982/1987-37`.
 * - What rests on another date (`that year`, `in July`, `two years later`) rests on the nearest one before it in the
 *   text, else on `reference`, and is `relative`; without one, or when that one is too vague, it is `open`.
 *   The year of a work or resolution, as in `Resolution 718 (1991)` or `(Solomon 2000)`, is a date but nothing rests on it.
 *
 * Digits that only look like years are left: amounts, pages, numbers of resolutions, addresses. Linear in the text.
 */
export function findDates(text: string, options: FindOptions = {}): DateMention[] {
  const start = Math.max(0, options.start ?? 0);
  const end = Math.min(text.length, options.end ?? text.length);
  const tokens = tokenize(text, start, end, vocabularyFor(options.lang), options.closed, columns);
  if (!tokens.tell) return [];
  const cursor = new Cursor(tokens, options.lang === 'fr');
  const mentions: DateMention[] = [];
  let reference = options.reference;
  let context: Context | undefined;
  for (let index = 0; index < tokens.length;) {
    const found = mayBegin(tokens, index) && !isInsideWord(cursor, index) ? readAt(cursor, index, context ??= contextOf(reference)) : undefined;
    if (found === undefined) {
      index++;
      continue;
    }
    const span = { start: tokens.start(index), end: tokens.end(found.next - 1) };
    const mention = { ...span, text: text.slice(span.start, span.end), date: found.date, reading: found.reading };
    reference = nextReference(text, mentions.at(-1), mention, reference);
    context = undefined;
    mentions.push(mention);
    index = found.next;
  }
  return mentions;
}

interface Read extends Pick<DateMention, 'date' | 'reading'> {
  readonly next: number;
}

/** The first reading that makes sense; a single date that makes none (30 February) stays open. */
function readAt(cursor: Cursor, index: number, context: Context): Read | undefined {
  const phrases = phrasesAt(cursor, index);
  for (const { next, value } of phrases) {
    const reading = resolve(value, context);
    if (reading !== undefined) return { ...reading, next };
  }
  const last = phrases.at(-1);
  return last?.value.form === 'one' ? { date: undefined, reading: 'open', next: last.next } : undefined;
}

/**
 * The date that a text speaks of at its end, for the `reference` of the text that follows it.
 * @param mentions what `findDates` found in the text
 * @param reference what it was given
 */
export function referenceAfter(text: string, mentions: readonly DateMention[], reference?: EdtfDate): EdtfDate | undefined {
  return mentions.reduce<EdtfDate | undefined>((before, mention, index) => nextReference(text, mentions[index - 1], mention, before), reference);
}

/** After `1989 and 1990` the text speaks of both, so that `that spring` cannot be told. */
function nextReference(text: string, previous: DateMention | undefined, mention: DateMention, reference: EdtfDate | undefined): EdtfDate | undefined {
  const { date } = mention;
  if (date === undefined || isOfWork(text, mention)) return reference;
  const isJoined = previous?.date?.kind === 'point' && date.kind === 'point' && mention.start - previous.end < 8
    && /^\s(?:and|et)\s$/.test(text.slice(previous.end, mention.start));
  return isJoined ? parseEdtf(`{${previous.date.edtf},${date.edtf}}`) ?? date : date;
}

/** `(1991)`, `(Solomon 2000)`, `(Acharya et al., 1991, p. 4)`, but not `(in 1991)`: the year of a work or a resolution. */
function isOfWork(text: string, { start, text: words }: DateMention): boolean {
  if (!/^\d{4}$/.test(words)) return false;
  const before = text.slice(Math.max(0, start - LONGEST_BRACKET), start);
  const bracket = before.lastIndexOf('(');
  return bracket > before.lastIndexOf(')') && /^$|(?:[.,;:]|(?:^|\s)\p{Lu}[\p{L}\p{M}'’-]*)\s+$/u.test(before.slice(bracket + 1));
}

const LONGEST_BRACKET = 80;

/** More words than any date has before the one that tells it. */
const LONGEST_OPENING = 32;

/** Whether a date can begin there: with a number, or with words of dates alone up to a number or a word that tells one. */
function mayBegin(tokens: Tokens, index: number): boolean {
  if (tokens.kind(index) === NUMBER) return tokens.value(index) !== NO_VALUE;
  if (tokens.word(index)?.begins !== true) return false;
  for (let at = index; at < index + LONGEST_OPENING; at++) {
    const word = tokens.word(at);
    if (word === undefined ? tokens.value(at) !== NO_VALUE : word.tells) return true;
    if (word === undefined) return false;
  }
  return true;
}

/** Whether the token is glued to a word before it, as in `sino-soviet-talks-late-1980s`; `post-1975` is not meant. */
function isInsideWord(c: Cursor, index: number): boolean {
  if (!c.isWord(index) || !c.isTight(index) || !c.isTight(index - 1)) return false;
  const joint = c.text(index - 1);
  return (joint === '-' || joint === '_') && c.tokens.kind(index - 2) === WORD && !YEAR_PREFIXES.has(c.text(index - 2));
}
