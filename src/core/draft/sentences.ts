import type { Span } from '../text.ts';
import { CAPITAL, isUnit, NUMBER } from '../units.ts';
import { isAbbreviation } from './abbreviations.ts';
import type { Inside } from './inside.ts';

/** `.` `!` `?` `…` and the stops of Chinese, Japanese, Khmer, Arabic and Hindi. */
const STOPS = '.!?…。！？។៕؟।';
/** Stops that need no blank after them. */
const WIDE_STOPS = '。！？';
const CLOSERS = '"\'”’»)]}*_¹²³⁰⁴⁵⁶⁷⁸⁹';
const STOP = /[.!?…。！？។៕؟।]/g;
/** Marks that can begin a sentence. */
const BEGINNING = '"“„‘«([\'*_@$§#¿¡^\\—–-';
/** What else can: anything but a small letter and a mark that goes on. */
const BEGINS = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
const NOTE_MARK = /\[\^[^\]\s]{1,80}\](?!:)/y;

/**
 * Sentences between two offsets, without the blanks around them. A stop ends one when what follows can begin another, unless
 * the stop belongs to an abbreviation, an initial (`A. Khan`), a number (`3.3`) or an ellipsis in mid-sentence. Nothing ends
 * within quotation marks, a citation, code or a link; a citation or note mark right after the stop belongs to the sentence before.
 *
 * @param closed stretches that are not prose
 * @param quoted quotations; a sentence may end with the stop before a closing mark
 */
export function splitSentences(text: string, start: number, end: number, closed: Inside, quoted: Inside): Span[] {
  const sentences: Span[] = [];
  let from = skipBlanks(text, start, end);
  STOP.lastIndex = from;
  while (STOP.test(text)) {
    const found = STOP.lastIndex - 1;
    if (found >= end) break;
    const skipped = closed.at(found);
    if (skipped !== undefined) {
      STOP.lastIndex = Math.max(skipped.end, found + 1);
      continue;
    }
    const quotation = quoted.at(found);
    const stop = quotation === undefined ? found : lastStop(text, quotation);
    if (stop === -1) {
      STOP.lastIndex = quotation!.end;
      continue;
    }
    let after = Math.max(stop + 1, quotation?.end ?? 0);
    while (after < end && (CLOSERS.includes(text[after]!) || STOPS.includes(text[after]!)) && closed.at(after) === undefined) after++;
    STOP.lastIndex = after;
    after = afterMarks(text, after, end, closed);
    const next = skipBlanks(text, after, end);
    if (next === end) break;
    if (next === after && !WIDE_STOPS.includes(text[stop]!)) continue;
    // `. . .` is one ellipsis.
    if (STOPS.includes(text[next]!) || !begins(text, next)) continue;
    if (text[stop] === '.' && text[stop - 1] !== '.' && isAbbreviation(text, stop, from, nextWord(text, next))) continue;
    sentences.push({ start: from, end: withoutBlanks(text, from, after) });
    from = next;
    STOP.lastIndex = next;
  }
  const stop = withoutBlanks(text, from, end);
  if (stop > from) sentences.push({ start: from, end: stop });
  return sentences;
}

function begins(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (isUnit(unit, CAPITAL | NUMBER) || BEGINNING.includes(text[at]!)) return true;
  return unit >= 0x80 && BEGINS.test(text.slice(at, at + 2));
}

/** The stop that ends a quotation, `“… go.”`, or -1. */
function lastStop(text: string, { start, end }: Span): number {
  let at = end - 2;
  while (at > start && (CLOSERS.includes(text[at]!) || isBlank(text.charCodeAt(at)))) at--;
  return STOPS.includes(text[at]!) ? at : -1;
}

/** Past citations and note marks that follow a stop, with at most one blank or line break before each: `end. [@k] [^1]`. */
function afterMarks(text: string, offset: number, end: number, closed: Inside): number {
  for (let at = offset; ;) {
    let next = at;
    if (isBlank(text.charCodeAt(next))) next += text.startsWith('\r\n', next) ? 2 : 1;
    NOTE_MARK.lastIndex = next;
    const isNote = NOTE_MARK.test(text);
    const to = isNote ? NOTE_MARK.lastIndex : text[next] === '[' || text[next] === '^' || text.startsWith('<!--', next) ? closed.at(next)?.end : undefined;
    if (to === undefined || to <= next || to > end) return at;
    at = to;
  }
}

/** Past opening marks and emphasis. */
function nextWord(text: string, at: number): number {
  let next = at;
  while (next < at + 4 && '"“‘«(*_['.includes(text[next]!)) next++;
  return next;
}

/** Blanks, line breaks, and the `>` of a block quotation at the start of a line. */
function skipBlanks(text: string, at: number, end: number): number {
  let next = at;
  let isLineStart = false;
  while (next < end) {
    const unit = text.charCodeAt(next);
    if (unit === 10 || unit === 13) isLineStart = true;
    else if (!isBlank(unit) && !(unit === 0x3e && isLineStart)) break;
    next++;
  }
  return next;
}

function withoutBlanks(text: string, start: number, end: number): number {
  let stop = end;
  while (stop > start && isBlank(text.charCodeAt(stop - 1))) stop--;
  return stop;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit >= 9 && unit <= 13 || unit === 0xa0 || unit === 0x202f || unit === 0x3000;
}
