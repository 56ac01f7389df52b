import { resolveId, statementOf } from './resolve.ts';
import type { Concept, Entry, Evidence, Snapshot, Statement } from './types.ts';

/** An entry that bears a concept out, or one statement of it. */
export interface Bearing {
  readonly entry: Entry;
  /** `undefined` where the whole entry is meant. */
  readonly statement: Statement | undefined;
}

/** `un-good-offices#^tour`, as it stands in the file. */
export function evidenceId({ entry, statement }: Evidence): string {
  return statement === undefined ? entry : `${entry}#${statement}`;
}

/** What bears a concept out, each once, in the order of its file; what is not there is left out. */
export function evidenceOf(snapshot: Pick<Snapshot, 'entries'>, concept: Concept): readonly Bearing[] {
  const found = new Map<Entry | Statement, Bearing>();
  for (const { entry: id, statement: tail } of concept.evidence) {
    const entry = resolveId(snapshot, id, concept.corpusId);
    const statement = entry === undefined || tail === undefined ? undefined : statementOf(entry, tail);
    if (entry !== undefined && (tail === undefined || statement !== undefined)) found.set(statement ?? entry, { entry, statement });
  }
  return [...found.values()];
}

const indexes = new WeakMap<Snapshot, ReadonlyMap<Statement, readonly Concept[]>>();

/** The concepts that a statement is named to bear out. */
export function borneOutBy(snapshot: Snapshot, statement: Statement): readonly Concept[] {
  let index = indexes.get(snapshot);
  if (index === undefined) {
    index = indexOf(snapshot);
    indexes.set(snapshot, index);
  }
  return index.get(statement) ?? [];
}

function indexOf(snapshot: Snapshot): Map<Statement, Concept[]> {
  const index = new Map<Statement, Concept[]>();
  for (const concept of snapshot.concepts) {
    for (const { statement } of evidenceOf(snapshot, concept)) {
      if (statement !== undefined) index.set(statement, [...index.get(statement) ?? [], concept]);
    }
  }
  return index;
}
