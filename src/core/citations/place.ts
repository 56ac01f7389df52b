import type { Span } from '../text.ts';
import { readInline } from './grammar.ts';

/** Abbreviations whose full stop does not end a sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:\p{L}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Maj|Sgt|Prof|Sen|Rep|Gov|Amb|No|Nos|vol|pp|cf|ca|ed|eds|etc|vs|viz|approx|Art|art|para|sec)$/u;

/**
 * Where a citation (`citation`), an in-text key (`word`) or a note mark (`note`) goes for a cursor at `offset`: never inside a
 * word, code, math, a tag or a link; a citation before the full stop or comma at the cursor, a note mark after it.
 */
export function placeFor(text: string, paragraph: Span, offset: number, kind: 'citation' | 'word' | 'note'): number {
  let place = afterWord(text, afterRegion(text, paragraph, offset), paragraph.end);
  if (kind === 'word') { return place; }
  place = afterClosing(text, place, paragraph.end);
  const end = text.slice(place, paragraph.end).trim() === '' && !text.slice(place, paragraph.end).includes('\n')
    ? text.slice(0, place).trimEnd().length : place;
  if (kind === 'note') {
    return afterClosing(text, /[.,;:!?]/.test(text.charAt(place)) ? place + 1 : Math.max(end, paragraph.start), paragraph.end);
  }
  return beforeFullStop(text, Math.max(end, paragraph.start), paragraph.end) ?? place;
}

/** The offset before the mark that ends the sentence or clause there, if one does. */
function beforeFullStop(text: string, place: number, end: number): number | undefined {
  const mark = text.charAt(place - 1);
  if (mark === ',' || mark === ';' || mark === ':') { return /[\p{L}\p{N}"”’)\]*_]/u.test(text.charAt(place - 2)) ? place - 1 : undefined; }
  if (mark !== '.' || text.charAt(place - 2) === '.' || place < 2) { return undefined; }
  const next = text.slice(place, Math.min(end, place + 40));
  const isSentenceEnd = /^\s*$/.test(next) || /^["”’)\]*_]*\s+["“‘([*_]*[\p{Lu}\p{N}@]/u.test(next);
  return isSentenceEnd && !ABBREVIATION.test(text.slice(Math.max(0, place - 20), place - 1)) ? place - 1 : undefined;
}

/** Past a closing quotation mark or emphasis that the cursor stands before. */
function afterClosing(text: string, offset: number, end: number): number {
  let place = offset;
  if (place === 0 || /\s/.test(text.charAt(place - 1))) { return place; }
  while (place < end && /["”’*_~]/.test(text.charAt(place)) && !/[\p{L}\p{N}]/u.test(text.charAt(place + 1))) { place += 1; }
  return place;
}

/** Past the word, number, e-mail address or URL that the cursor stands in. */
function afterWord(text: string, offset: number, end: number): number {
  const address = addressAround(text, offset);
  if (address !== undefined) { return Math.min(address, end); }
  let place = offset;
  while (place > 0 && place < end && isInsideWord(text, place)) { place += 1; }
  return place;
}

/** Whether both sides of `at` belong to one word: `don|'t`, `well|-known`, `3.|5`. */
function isInsideWord(text: string, at: number): boolean {
  const isLetter = (offset: number) => /[\p{L}\p{M}\p{N}\uD800-\uDFFF_]/u.test(text.charAt(offset));
  const isJoiner = (offset: number) => /['’.,:\-‐‑/]/.test(text.charAt(offset)) && isLetter(offset - 1) && isLetter(offset + 1);
  return (isLetter(at - 1) && isLetter(at)) || isJoiner(at) || isJoiner(at - 1);
}

/** End of the e-mail address or URL around `offset`, the punctuation of the sentence left out; `undefined` when none is there. */
function addressAround(text: string, offset: number): number | undefined {
  const before = /[^\s<>()[\]]{0,200}$/.exec(text.slice(Math.max(0, offset - 200), offset))![0];
  const after = /^[^\s<>()[\]]{0,2000}/.exec(text.slice(offset, offset + 2000))![0].replace(/[.,;:!?"'”’*_]+$/, '');
  const whole = before + after;
  const isAddress = before !== '' && after !== '' && /^[a-z][a-z0-9+.-]*:\/\/|^www\.|^[^@]*[\p{L}\p{N}]@[\p{L}\p{N}]/iu.test(whole);
  return isAddress ? offset + after.length : undefined;
}

function afterRegion(text: string, paragraph: Span, offset: number): number {
  const { regions } = readInline(text, paragraph.start, paragraph.end);
  let place = offset;
  for (const region of regions) {
    const start = region.kind === 'link' && text[region.start] !== '<' ? openingBracket(text, region.start - 1, paragraph.start) : region.start;
    if (start < place && place < region.end) { place = region.end; }
  }
  return place;
}

/** The `[` that the `]` at `close` closes, with the `!` of an image. */
function openingBracket(text: string, close: number, least: number): number {
  let depth = 0;
  for (let at = close; at >= least; at -= 1) {
    if (text[at] === ']') { depth += 1; }
    else if (text[at] === '[' && (depth -= 1) === 0) { return text[at - 1] === '!' ? at - 1 : at; }
  }
  return close;
}
