import { BLANK, isUnit, LETTER, NUMBER } from '../units.ts';
import type { Inside } from './inside.ts';
import type { Quotation } from './types.ts';

/** Opening marks and what may close them. German writers close with the English opening mark. */
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“”', '‘': '’', '‹': '›', '「': '」', '『': '』' };
const MARK = /["“”„‘’«»‹›「」『』']/g;
/** Marks that are waiting for their closing one. More than this in a block is no prose. */
const MAX_OPEN = 64;

interface Open {
  readonly at: number;
  readonly closing: string;
}

/**
 * Words in quotation marks between two offsets: curly, straight, guillemets. Of nested ones the outermost; an apostrophe is
 * not a mark, and a mark without its partner is none. One pass, whatever the text.
 */
export function findQuotations(text: string, start: number, end: number, closed: Inside): Quotation[] {
  const pairs: { start: number; end: number }[] = [];
  const open: Open[] = [];
  MARK.lastIndex = start;
  while (MARK.test(text)) {
    const at = MARK.lastIndex - 1;
    if (at >= end) break;
    const mark = text[at]!;
    const skipped = closed.at(at);
    if (skipped !== undefined) {
      MARK.lastIndex = Math.max(at + 1, skipped.end);
      continue;
    }
    // French writers set guillemets apart by a blank.
    const opensWord = !isWord(text, at - 1) && at + 1 < end && (mark === '«' || !isBlank(text, at + 1));
    const closesWord = at > start && (mark === '»' || !isBlank(text, at - 1));
    const isClosing = closesWord && !((mark === '’' || mark === "'") && isWord(text, at + 1));
    const index = isClosing ? open.findLastIndex(({ closing }) => closing.includes(mark)) : -1;
    if (index !== -1 && !(mark === '"' && opensWord && text[open[index]!.at] !== '"')) {
      pairs.push({ start: open[index]!.at, end: at + 1 });
      open.length = index;
      continue;
    }
    const closing = mark === '"' || mark === "'" ? mark : CLOSING[mark];
    if (closing !== undefined && opensWord && open.length < MAX_OPEN) open.push({ at, closing });
  }
  return outermost(pairs).map(pair => ({ ...pair, text: text.slice(pair.start + 1, pair.end - 1), block: false }));
}

/** A block quotation: its words without the `>` of its lines and the citation at its end. */
export function blockQuotation(text: string, start: number, end: number, closed: Inside): Quotation {
  let stop = end;
  for (let last = closed.at(stop - 1); last !== undefined && last.start > start && text[last.start] === '['; last = closed.at(stop - 1)) {
    stop = last.start;
    while (stop > start && (isBlank(text, stop - 1) || text[stop - 1] === '>')) stop--;
  }
  return { start, end: stop, text: text.slice(start, stop).replace(/^[ \t]{0,3}(?:>[ \t]?)+/gm, ''), block: true };
}

function outermost(pairs: { start: number; end: number }[]): { start: number; end: number }[] {
  if (pairs.length > 1) pairs.sort((a, b) => a.start - b.start);
  let reach = -1;
  return pairs.filter(pair => {
    if (pair.start < reach) return false;
    reach = pair.end;
    return true;
  });
}

function isWord(text: string, at: number): boolean {
  return isUnit(text.charCodeAt(at), LETTER | NUMBER);
}
/** The ends of the text count as blanks. */
function isBlank(text: string, at: number): boolean {
  return at < 0 || at >= text.length || isUnit(text.charCodeAt(at), BLANK);
}
