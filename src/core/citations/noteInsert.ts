import { bracketDepth } from './brackets.ts';
import type { Span } from '../text.ts';
import type { Insertion } from './insert.ts';
import { placeFor } from './place.ts';

const DEFINITION = /^ {0,3}\[\^([^\s\]^[]+)\]:/;
const ANY_MARK = /\[\^([^\s\]^[]+)\]/g;

/** Whether the cursor stands in a note already, where a note mark would be a note within a note. */
export function inNote(text: string, paragraph: Span, offset: number): boolean {
  if (DEFINITION.test(text.slice(paragraph.start, paragraph.end))) { return true; }
  const before = text.slice(paragraph.start, offset);
  const open = before.lastIndexOf('^[');
  if (open < 0) { return false; }
  return bracketDepth(before.slice(open + 1)) > 0;
}

/** A note mark at the cursor and its definition after the paragraph's own notes, or else at the end of the document. */
export function noteEdits(text: string, paragraph: Span, offset: number, note: string): Insertion {
  const label = nextNoteLabel(text);
  const place = placeFor(text, paragraph, offset, 'note');
  const definition = `[^${label}]: ${note}`;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const mark = `[^${label}]`;
  const notes = notesAfter(text, paragraph.end);
  const isTight = /(?:^|\n) {0,3}\[\^[^\s\]^[]+\]:[^\n]*\n {0,3}\[\^[^\s\]^[]+\]:/.test(text);
  const end = notes ?? text.trimEnd().length;
  const followsNote = notes !== undefined || DEFINITION.test(lastParagraph(text.slice(0, end)));
  const gap = followsNote && isTight ? eol : eol + eol;
  // The mark may itself be the last thing in the text: then both go in at one place, as one edit.
  const isLast = notes === undefined && !text.slice(end).includes('\n');
  const lastLine = isLast ? eol : '';
  if (place >= end) {
    const between = text.slice(end, place);
    return { edits: [{ span: { start: end, end: isLast ? text.length : place }, newText: `${between}${mark}${gap}${definition}${lastLine}` }], caret: end + between.length + mark.length };
  }
  return {
    edits: [{ span: { start: place, end: place }, newText: mark }, { span: { start: end, end: isLast ? text.length : end }, newText: `${gap}${definition}${lastLine}` }],
    caret: place + mark.length,
  };
}

/** The least number above every numbered note, so that nothing is renumbered; `1` in a text without any. */
export function nextNoteLabel(text: string): string {
  const used = new Set([...text.matchAll(ANY_MARK)].map(match => match[1]!));
  let next = Math.max(0, ...[...used].filter(label => /^\d{1,9}$/.test(label)).map(Number)) + 1;
  while (used.has(String(next))) { next += 1; }
  return String(next);
}

/** End of the run of note definitions that directly follows a paragraph, or `undefined`. */
function notesAfter(text: string, paragraphEnd: number): number | undefined {
  let end: number | undefined;
  let inNotes = false;
  for (let at = nextLine(text, paragraphEnd); at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (line.trim() === '') { continue; }
    const isContinuation = inNotes && (/^(?: {4}|\t)/.test(line) || text.slice(end, at).trim() === '' && !/\n[ \t\r]*\n/.test(text.slice(end, at)));
    if (!DEFINITION.test(line) && !isContinuation) { break; }
    inNotes = true;
    end = at + line.trimEnd().length;
  }
  return end;
}

const lineEnd = (text: string, at: number): number => (text.indexOf('\n', at) + 1 || text.length + 1) - 1;
const nextLine = (text: string, at: number): number => Math.min(text.length, lineEnd(text, at) + 1);

function lastParagraph(text: string): string {
  return text.trimEnd().split(/\n[ \t\r]*\n/).at(-1) ?? '';
}
