import type { Entry, Snapshot, Statement } from './types.ts';

/**
 * The entry that an id means when it stands in a file of a corpus: its own corpus first, then the only other that has it.
 * `corpus:id` says which one is meant.
 */
export function resolveId(snapshot: Pick<Snapshot, 'entries'>, id: string, corpusId: string): Entry | undefined {
  const { entries } = snapshot;
  const colon = id.indexOf(':');
  if (colon === -1) return entries.get(`${corpusId}:${id}`) ?? entries.get(id);
  const found = entries.get(id) ?? entries.get(id.slice(colon + 1));
  return found?.corpusId === id.slice(0, colon) ? found : undefined;
}

/** What stands behind the `#` of a statement's id: `^tour` or `3`. */
export function tailOf(statement: Pick<Statement, 'id'>): string {
  return statement.id.slice(statement.id.indexOf('#') + 1);
}

/** The statement of an entry that `^tour` or `3` means. */
export function statementOf(entry: Entry, tail: string): Statement | undefined {
  return entry.statements.find(statement => tailOf(statement) === tail);
}
