import type { NoteMark } from '../draft/types.ts';
import type { CheckedBlock, Placed } from './rule.ts';

/** The note marks of a block, by their kinds. */
export interface Marks {
  readonly references: readonly NoteMark[];
  readonly definitions: readonly NoteMark[];
}

export function marksOf({ sentences }: CheckedBlock): Marks | undefined {
  if (sentences.every(({ notes }) => notes.length === 0)) return undefined;
  const marks = sentences.flatMap(({ notes }) => notes);
  return { references: marks.filter(({ kind }) => kind === 'reference'), definitions: marks.filter(({ kind }) => kind === 'definition') };
}

/** All labels that marks of one kind have. */
export function labelsOf(facts: readonly Placed<Marks>[], kind: keyof Marks): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const { fact } of facts) for (const { label } of fact[kind]) labels.add(label);
  return labels;
}
