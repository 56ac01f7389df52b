import type { Span } from '../text.ts';
import type { Inside } from './inside.ts';
import type { NoteMark } from './types.ts';

const MARK = /\[\^([^\]\s]{1,200})\]/g;

/** `[^1]` in the text; at the start of a note, `[^1]:`. */
export function findNoteMarks(text: string, start: number, end: number, isDefinition: boolean, closed: Inside): readonly NoteMark[] {
  if (!text.includes('[^')) return NONE;
  const marks: NoteMark[] = [];
  MARK.lastIndex = start;
  for (let match = MARK.exec(text); match !== null && match.index < end; match = MARK.exec(text)) {
    const isFirst = isDefinition && marks.length === 0 && text[MARK.lastIndex] === ':' && text.slice(start, match.index).trim() === '';
    const to = MARK.lastIndex + (isFirst ? 1 : 0);
    if (isFirst || closed.at(match.index) === undefined) marks.push({ start: match.index, end: to, label: match[1]!, kind: isFirst ? 'definition' : 'reference' });
  }
  return marks;
}

const NONE: readonly never[] = [];

/** Notes written where they belong, `^[See the archive.]`: sentences of their own, within the one they stand in. */
export function findInlineNotes(text: string, start: number, end: number): readonly Span[] {
  if (!text.includes('^[')) return NONE;
  const notes: Span[] = [];
  for (let at = text.indexOf('^[', start); at !== -1 && at < end; at = text.indexOf('^[', at)) {
    let depth = 0;
    let close = at + 1;
    for (; close < end; close++) {
      if (text[close] === '[') depth++;
      else if (text[close] === ']' && --depth === 0) break;
    }
    if (close >= end) return notes;
    notes.push({ start: at, end: close + 1 });
    at = close + 1;
  }
  return notes;
}
