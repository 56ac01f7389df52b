import type { TextEdit } from '../text.ts';
import type { DraftReading, NoteMark } from './types.ts';

/** The note mark at an offset, `[^1]` in the text or `[^1]:` at its note. */
export function noteMarkAt(reading: DraftReading, offset: number): NoteMark | undefined {
  return reading.notes.find(mark => mark.start <= offset && offset <= mark.end);
}

/** Where a note is written; the first where it is written twice. */
export function definitionOf(reading: DraftReading, label: string): NoteMark | undefined {
  return reading.notes.find(mark => mark.kind === 'definition' && mark.label === label);
}

export function referencesTo(reading: DraftReading, label: string): readonly NoteMark[] {
  return reading.notes.filter(mark => mark.kind === 'reference' && mark.label === label);
}

/** The text of a note, without its mark; blanks made single. Empty where it is not written anywhere. */
export function noteText(reading: DraftReading, label: string): string {
  const mark = definitionOf(reading, label);
  if (mark === undefined) { return ''; }
  const first = reading.blocks.findIndex(block => block.start <= mark.start && mark.end <= block.end);
  let end = reading.blocks[first]?.end ?? mark.end;
  // Further paragraphs of a note are notes without a mark of their own.
  for (let next = first + 1; first >= 0 && reading.blocks[next]?.kind === 'note'; next++) {
    const block = reading.blocks[next]!;
    if (reading.notes.some(other => other.kind === 'definition' && block.start <= other.start && other.end <= block.end)) { break; }
    end = block.end;
  }
  return reading.text.slice(mark.end, end).replace(/\s+/g, ' ').trim();
}

const NUMBER = /^\d+$/;

/**
 * Numbers the notes anew, 1 for the first that the text marks: every mark and every note of a number gets its new one, in one
 * edit. Notes with names keep them; notes that nothing marks are numbered last, and so are marks without a note in their place.
 */
export function renumberNotes(reading: DraftReading): TextEdit[] {
  const numbers = new Map<string, number>();
  const count = (mark: NoteMark) => { if (NUMBER.test(mark.label) && !numbers.has(mark.label)) { numbers.set(mark.label, numbers.size + 1); } };
  for (const mark of reading.notes) { if (mark.kind === 'reference') { count(mark); } }
  for (const mark of reading.notes) { count(mark); }
  return reading.notes.flatMap((mark): TextEdit[] => {
    const number = numbers.get(mark.label);
    if (number === undefined || String(number) === mark.label) { return []; }
    const start = mark.start + '[^'.length;
    return [{ span: { start, end: start + mark.label.length }, newText: String(number) }];
  });
}
