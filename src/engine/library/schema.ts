import type { DatabaseSync } from 'node:sqlite';

/** `Rapp` in ASCII: the file is an index of this extension. */
export const APPLICATION_ID = 0x52617070;
/** Counts up with every change of tables or of how passages are made: another number and the index is built anew. */
export const SCHEMA_VERSION = 2;

/** Rowids of a shelf: passages of one are found without looking at the others'. */
export const SHELF_BASE = { entries: 0, statements: 2 ** 32, drafts: 2 ** 36, sources: 2 ** 40 } as const;
export const SHELF_END = { entries: 2 ** 32 - 1, statements: 2 ** 36 - 1, drafts: 2 ** 40 - 1, sources: 2 ** 44 - 1 } as const;

/**
 * Rows of the full-text index from one id to another. It goes to the first of them at once only when the bounds are integers
 * (https://www.sqlite.org/fts5.html), and what JavaScript binds as a number is none; else it looks at all that comes before.
 */
export const WORDS_WITHIN = 'rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)';

/** Letters of the beginnings that `words` keeps ready. */
export const INDEXED_PREFIX = 3;

/*
 * `text`: what is indexed, one row a file, entry or draft. `passage`: its passages, with consecutive ids; `sum` is the
 * checksum of `body`, looked at before it is shown. `dated`: days that passages name. `words`: the full-text index. It is
 * told the words of a passage once more to take them out, and is not left to list the passages that are no more
 * (`contentless_delete`): once it lists some thousands, each search for a phrase takes twice as long.
 */
const TABLES = `
CREATE TABLE text (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, shelf TEXT NOT NULL, citekey TEXT NOT NULL, title TEXT NOT NULL, hash TEXT NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL
) STRICT;
CREATE INDEX text_first ON text (first);
CREATE INDEX text_citekey ON text (citekey);
CREATE TABLE passage (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, page TEXT NOT NULL, turns TEXT NOT NULL, section TEXT NOT NULL, note TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, ref TEXT NOT NULL, sum INTEGER NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE TABLE dated (passage INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (passage, first, last)) STRICT, WITHOUT ROWID;
CREATE INDEX dated_first ON dated (first);
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(body, content='', tokenize="unicode61 remove_diacritics 2", prefix='${INDEXED_PREFIX}');
`;

/** The words of the index, for as long as it is open: a word of its own for each place where it stands (https://www.sqlite.org/fts5.html#the_fts5vocab_virtual_table_module). */
export const TERM_TABLE = "CREATE VIRTUAL TABLE temp.term USING fts5vocab('main', 'words', 'instance')";

export function createTables(db: DatabaseSync): void {
  db.exec('BEGIN IMMEDIATE');
  db.exec(TABLES);
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
  db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  db.exec('COMMIT');
}

/** Whether the file holds these tables and no others: a trigger or a view that someone put in could do what it likes. */
export function hasTables(db: DatabaseSync): boolean {
  const number = (name: 'application_id' | 'user_version') => Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
  if (number('application_id') !== APPLICATION_ID || number('user_version') !== SCHEMA_VERSION) return false;
  const rows = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();
  return fingerprint(rows) === expectedFingerprint(db);
}

export function isNew(db: DatabaseSync): boolean {
  return Number(db.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.['count']) === 0;
}

let expected: string | undefined;

function expectedFingerprint(like: DatabaseSync): string {
  if (expected === undefined) {
    const Database = like.constructor as typeof DatabaseSync;
    const fresh = new Database(':memory:');
    try {
      createTables(fresh);
      expected = fingerprint(fresh.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all());
    } finally { fresh.close(); }
  }
  return expected;
}

function fingerprint(rows: readonly Record<string, unknown>[]): string {
  return JSON.stringify(rows.map(({ type, name, sql }) => [type, name, sql]));
}
