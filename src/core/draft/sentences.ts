import type { Span } from '../text.ts';

/**
 * Words after which a full stop does not end a sentence, without it, in lower case: English style guides' usual
 * abbreviations, and those of footnotes and of the UN.
 */
const ABBREVIATIONS: ReadonlySet<string> = new Set(('mr mrs ms dr prof rev hon gen col lt maj capt sgt amb sen rep gov pres st sr jr '
  + 'no nos p pp n nn sec secs ch chap chaps vol vols para paras art arts fig figs ed eds trans cf vs v viz al et ibid op cit e.g i.e eg ie '
  + 'ca c approx jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co corp dept est u.n u.s u.k u.s.s.r d.c ph.d a.m p.m').split(' '));

const isBlank = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0xA0;
const CLOSERS = '"\'”’»)]}*_';

/**
 * Sentences between two offsets, without the blanks around them. A full stop ends one when a capital, a digit or an opening
 * mark comes after it, unless it belongs to an abbreviation, an initial (`A. Khan`), a number (`3.3`) or an ellipsis in mid-sentence.
 * A citation or note mark right after the stop belongs to the sentence before. One pass, whatever the text.
 */
export function splitSentences(text: string, start: number, end: number, isInside: (offset: number) => number | undefined): Span[] {
  const sentences: Span[] = [];
  let from = start;
  const push = (to: number) => {
    let a = from;
    let b = to;
    while (a < b && isBlank(text.charCodeAt(a))) { a++; }
    while (b > a && isBlank(text.charCodeAt(b - 1))) { b--; }
    if (b > a) { sentences.push({ start: a, end: b }); }
    from = to;
  };
  for (let at = start; at < end; at++) {
    // Nothing ends inside a citation, code or a link.
    const skip = isInside(at);
    if (skip !== undefined && skip > at) { at = Math.min(skip, end) - 1; continue; }
    const character = text[at]!;
    if (character !== '.' && character !== '!' && character !== '?' && character !== '…') { continue; }
    let after = at + 1;
    while (after < end && (CLOSERS.includes(text[after]!) || '.!?…'.includes(text[after]!))) { after++; }
    after = afterMarks(text, after, end, isInside);
    if (after < end && !isBlank(text.charCodeAt(after))) { continue; }
    let next = after;
    while (next < end && isBlank(text.charCodeAt(next))) { next++; }
    if (next < end && !/[\p{Lu}\p{Lt}\p{N}"“‘«(['*_@—–-]/u.test(String.fromCodePoint(text.codePointAt(next)!))) { continue; }
    if (character === '.' && next < end && isAbbreviation(text, at, from, text[next]!)) { continue; }
    push(after);
    at = after - 1;
  }
  push(end);
  return sentences;
}

/** Past citations and note marks that follow a stop, with at most one blank before each: `end. [@k] [^1]`. */
function afterMarks(text: string, offset: number, end: number, isInside: (offset: number) => number | undefined): number {
  for (let at = offset; ;) {
    const next = text[at] === ' ' || text[at] === '\n' ? at + 1 : at;
    const note = /^\[\^[^\]\s]{1,80}\](?!:)/.exec(text.slice(next, next + 90));
    const skip = note !== null ? next + note[0].length : text[next] === '[' ? isInside(next) : undefined;
    if (skip === undefined || skip <= next || skip > end) { return at; }
    at = skip;
  }
}

function isAbbreviation(text: string, stop: number, from: number, next: string): boolean {
  let start = stop;
  while (start > from && /[\p{L}\p{N}.]/u.test(text[start - 1]!)) { start--; }
  const word = text.slice(start, stop);
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) {
    // An initial goes on with a name; `the U.N. The …` ends when an article or pronoun follows.
    return !/^(?:The|A|An|It|He|She|They|In|On|This|That|These|But|And|Its|We|As|At|For)\b/.test(text.slice(text.indexOf(next, stop + 1), stop + 12).trim());
  }
  const lower = word.toLowerCase();
  if (lower === 'no' || lower === 'nos' || lower === 'art' || lower === 'fig' || lower === 'sec') { return /\d/.test(next); }
  return ABBREVIATIONS.has(lower);
}
