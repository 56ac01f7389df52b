import type { NoteMark } from '../draft/types.ts';
import type { CheckedBlock, Placed } from './rule.ts';

export type Marks = readonly NoteMark[];

/** The note marks of a block. */
export function marksOf({ sentences }: CheckedBlock): Marks | undefined {
  const marks = sentences.flatMap(sentence => sentence.notes);
  return marks.length === 0 ? undefined : marks;
}

/** All marks of one kind, at their places in the draft. */
export function allMarks(facts: readonly Placed<Marks>[], kind: NoteMark['kind']): NoteMark[] {
  return facts.flatMap(({ start, fact }) => fact.filter(mark => mark.kind === kind).map(mark => ({ ...mark, start: mark.start + start, end: mark.end + start })));
}
