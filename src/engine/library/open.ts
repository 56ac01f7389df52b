import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type * as Sqlite from 'node:sqlite';
import type { DatabaseSync } from 'node:sqlite';
import { createTables, hasTables, isNew, TERM_TABLE } from './schema.ts';

/** Why an index that was there could not be used; `none`: there was none to use. */
export type RebuildReason = 'none' | 'foreign' | 'older' | 'damaged';

export interface OpenIndex {
  readonly db: DatabaseSync;
  /** `undefined` when the index was there and is used as it was. */
  readonly rebuilt: RebuildReason | undefined;
  /** True where nothing can be written: searching works, what is new is not found. */
  readonly isReadOnly: boolean;
}

/** What keeps the library from working here, in a word that the edge makes a sentence of. */
export class LibraryUnavailable extends Error {
  readonly code: 'no-sqlite' | 'no-fts5' | 'no-room' | 'not-writable';
  constructor(code: LibraryUnavailable['code'], cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** Other windows may be writing. */
const BUSY_MS = 10_000;
const BUSY_PAUSE_MS = 20;
/** The first SQLite in which several connections may use a write-ahead log without risk (https://sqlite.org/wal.html#walresetbug). */
const SAFE_WAL: readonly (readonly number[])[] = [[3, 44, 6], [3, 50, 7], [3, 51, 3]];

/** Opens the index, or makes a new one where there is none that can be used. What was in that is derived and will be made again. */
export async function openIndex(file: string): Promise<OpenIndex> {
  // Who wants a write-ahead log while another window writes its first tables is refused at once: SQLite waits only where waiting cannot block both.
  for (const end = Date.now() + BUSY_MS; ;) {
    try { return await openOrMake(file); } catch (error) { if (!isBusy(error) || Date.now() > end) throw error; }
    await setTimeout(BUSY_PAUSE_MS);
  }
}

async function openOrMake(file: string): Promise<OpenIndex> {
  const { DatabaseSync } = await loadSqlite();
  // What else keeps the folder from being made keeps the file from being opened.
  try { makeFolder(dirname(file)); } catch (error) { if (isFull(error)) throw new LibraryUnavailable('no-room', error); }
  let rebuilt: RebuildReason | undefined;
  for (let attempt = 0; attempt < 3; attempt++) {
    let db: DatabaseSync | undefined;
    try {
      db = new DatabaseSync(file, { enableForeignKeyConstraints: false, enableDoubleQuotedStringLiterals: false, allowExtension: false });
      prepare(db);
      if (isNew(db)) {
        createTables(db);
        return { db, rebuilt: rebuilt ?? 'none', isReadOnly: false };
      }
      if (hasTables(db)) return { db, rebuilt: undefined, isReadOnly: !canWrite(db) };
      rebuilt = rebuilt ?? (isOurs(db) ? 'older' : 'foreign');
    } catch (error) {
      db?.close();
      db = undefined;
      if (isNoFts(error)) throw new LibraryUnavailable('no-fts5', error);
      if (isFull(error)) throw new LibraryUnavailable('no-room', error);
      if (!isDamage(error)) {
        // Another window made the tables between looking and making them.
        if (attempt < 2 && /already exists/.test(String(error))) continue;
        if (isNotWritable(error)) return openReadOnly(DatabaseSync, file, error);
        throw error;
      }
      rebuilt = 'damaged';
    }
    db?.close();
    try { removeIndex(file); } catch (error) { throw new LibraryUnavailable('not-writable', error); }
  }
  throw new LibraryUnavailable('not-writable');
}

/** With those above it. Node's own way tries for ever where the system says of a folder in one that is there that it cannot be found, as /proc does. */
function makeFolder(path: string): void {
  if (existsSync(path) || dirname(path) === path) return;
  makeFolder(dirname(path));
  try { mkdirSync(path); } catch (error) { if (codeOf(error) !== 'EEXIST') throw error; }
}

/** Removes the index with what SQLite keeps beside it. */
export function removeIndex(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true, recursive: end === '' });
}

function openReadOnly(Database: typeof DatabaseSync, file: string, cause: unknown): OpenIndex {
  try {
    const db = new Database(file, { readOnly: true, allowExtension: false });
    db.exec(`PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; ${TERM_TABLE}; PRAGMA query_only = ON`);
    if (hasTables(db)) return { db, rebuilt: undefined, isReadOnly: true };
    db.close();
  } catch { /* then there is nothing to read either */ }
  throw new LibraryUnavailable('not-writable', cause);
}

function prepare(db: DatabaseSync): void {
  db.exec(`PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA mmap_size = 0`);
  // The index is made again when it is lost, so that it need not outlive a power cut.
  db.exec(`PRAGMA journal_mode = ${isWalSafe(process.versions['sqlite']) ? 'WAL' : 'TRUNCATE'}; PRAGMA synchronous = NORMAL`);
  db.exec('PRAGMA cache_size = -16000; PRAGMA journal_size_limit = 16000000; PRAGMA temp_store = MEMORY');
  db.exec(TERM_TABLE);
}

export function isWalSafe(version: string | undefined): boolean {
  const [major = 0, minor = 0, patch = 0] = (version ?? '').split('.').map(Number);
  if (major !== 3 || minor > 51) return major > 3 || minor > 51;
  return SAFE_WAL.some(([, safeMinor, safePatch = 0]) => minor === safeMinor && patch >= safePatch);
}

function isOurs(db: DatabaseSync): boolean {
  return Number(db.prepare('PRAGMA application_id').get()?.['application_id']) === 0x52617070;
}

function canWrite(db: DatabaseSync): boolean {
  try {
    db.exec('BEGIN IMMEDIATE; ROLLBACK');
    return true;
  } catch (error) {
    if (isBusy(error)) return true;
    if (isNotWritable(error)) return false;
    throw error;
  }
}

async function loadSqlite(): Promise<typeof Sqlite> {
  try { return await import('node:sqlite'); } catch (error) { throw new LibraryUnavailable('no-sqlite', error); }
}

/** SQLite's number for what went wrong (https://sqlite.org/rescode.html), without the detail in its upper bytes. */
function resultOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
}
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** CORRUPT, NOTADB, and what a damaged full-text index says of itself. */
export function isDamage(error: unknown): boolean {
  const result = resultOf(error);
  return result === 11 || result === 26 || error instanceof DamagedIndex || (result === 1 && /malformed|vtable constructor failed|fts5: (?:corrupt|missing)/i.test(String(error)));
}
export function isBusy(error: unknown): boolean {
  return resultOf(error) === 5 || resultOf(error) === 6;
}
export function isFull(error: unknown): boolean {
  return resultOf(error) === 13 || codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';
}
/** READONLY, IOERR, CANTOPEN and PERM: the folder does not let us write. */
export function isNotWritable(error: unknown): boolean {
  return [3, 8, 10, 14].includes(resultOf(error)) || ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error));
}
function isNoFts(error: unknown): boolean {
  return /no such module: fts5/i.test(String(error));
}

/** A text of the index is not the one that was put in. */
export class DamagedIndex extends Error {}
