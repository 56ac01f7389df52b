import type { NoteMark } from '../draft/types.ts';
import type { CheckContext } from './context.ts';
import { Following, type CheckedBlock, type Gathering, type Placed } from './rule.ts';

/** The note marks of some blocks, by their kinds. */
export interface Marks {
  readonly references: readonly NoteMark[];
  readonly definitions: readonly Definition[];
  /** The labels of each, one a line: none has a blank in it. */
  readonly used: string;
  readonly defined: string;
}

export interface Definition extends NoteMark {
  /** Where its block begins. */
  readonly block: number;
}

export const noteMarks: Gathering<readonly NoteMark[], Marks> = {
  of: ({ sentences }: CheckedBlock) => sentences.every(({ notes }) => notes.length === 0) ? undefined : sentences.flatMap(({ notes }) => notes),
  sum: facts => {
    const references: NoteMark[] = [];
    const definitions: Definition[] = [];
    for (const { start: block, fact } of facts) {
      for (const { start, end, label, kind } of fact) {
        const mark = { start: block + start, end: block + end, label, kind };
        if (kind === 'reference') references.push(mark);
        else definitions.push({ ...mark, block });
      }
    }
    return { references, definitions, used: labels(references), defined: labels(definitions) };
  },
};

function labels(marks: readonly NoteMark[]): string {
  return marks.map(({ label }) => label).join('\n');
}

/** Of all marks of one kind in the draft, in their order. */
export interface Labels {
  readonly all: ReadonlySet<string>;
  readonly twice: ReadonlySet<string>;
}

export function labelsOf(sums: readonly Placed<Marks>[], kind: 'used' | 'defined', context: CheckContext): Labels {
  const lines = sums.map(({ fact }) => fact[kind]);
  return context.memo(kind === 'used' ? followingUsed : followingDefined).of(lines, () => {
    const all = new Set<string>();
    const twice = new Set<string>();
    for (const line of lines) {
      for (const label of line === '' ? [] : line.split('\n')) {
        if (all.has(label)) twice.add(label);
        all.add(label);
      }
    }
    return { all, twice };
  });
}

const followingUsed = () => new Following<Labels>();
const followingDefined = () => new Following<Labels>();
