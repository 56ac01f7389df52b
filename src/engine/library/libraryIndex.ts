import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { NewPassage, PageTurn, Passage, PassageKind, Shelf, TextToIndex } from '../../core/library/types.ts';
import { checksum } from './checksum.ts';
import { DamagedIndex } from './open.ts';
import { SHELF_BASE, SHELF_END } from './schema.ts';

/** A text of the index, without its passages. */
export interface KnownText extends Pick<TextToIndex, 'key' | 'shelf' | 'citekey' | 'title' | 'hash'> {
  /** Ids of its passages, from `first` to `last`; `last` is smaller when there are none. */
  readonly first: number;
  readonly last: number;
}

/** The tables of the index: texts go in and out whole, each in one transaction. Every text and term is a bound parameter. */
export class LibraryIndex {
  readonly db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  /** Grows with every change, so that what was counted before is counted anew. */
  generation = 0;

  constructor(db: DatabaseSync) {
    this.db = db;
  }

  /** The statement of a constant text of SQL, prepared once. */
  statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) this.#statements.set(sql, statement = this.db.prepare(sql));
    return statement;
  }

  texts(): KnownText[] {
    return this.statement('SELECT key, shelf, citekey, title, hash, first, last FROM text ORDER BY first').all() as unknown as KnownText[];
  }

  text(key: string): KnownText | undefined {
    return this.statement('SELECT key, shelf, citekey, title, hash, first, last FROM text WHERE key = ?').get(key) as unknown as KnownText | undefined;
  }

  /** Puts texts in, in place of those of the same key. All of them or none: when this returns they are there. */
  put(texts: readonly TextToIndex[]): void {
    this.#transaction(() => { for (const text of texts) this.#replace(text); });
  }

  remove(keys: readonly string[]): void {
    this.#transaction(() => { for (const key of keys) this.#delete(key); });
  }

  /** Gives a text another citekey or title without reading it again. */
  rename(key: string, { citekey, title }: Pick<TextToIndex, 'citekey' | 'title'>): void {
    this.#transaction(() => this.statement('UPDATE text SET citekey = ?, title = ? WHERE key = ?').run(citekey, title, key));
  }

  /** Passages by id, in the order asked; ids that are no more are left out. A text that is not as it was put in is damage. */
  passages(ids: readonly number[]): Passage[] {
    const rows = this.statement(PASSAGES_BY_ID).all(JSON.stringify(ids)) as unknown as PassageRow[];
    const known = new Map(rows.map(row => [row.id, row]));
    return ids.flatMap(id => {
      const row = known.get(id);
      return row === undefined ? [] : [passageOf(row)];
    });
  }

  /** Passages from one id to another, both included. */
  passagesBetween(first: number, last: number): Passage[] {
    return (this.statement(PASSAGES_BETWEEN).all(first, last) as unknown as PassageRow[]).map(passageOf);
  }

  /** All passages of a text, in their order. */
  passagesOf(text: KnownText): Passage[] {
    return (this.statement(PASSAGES_OF_TEXT).all(text.first, text.last) as unknown as OwnRow[]).map(row => passageIn(row, text));
  }

  /** Where passages of a work stand, each place once, in the order of its texts. */
  placesOf(citekey: string): Pick<NewPassage, 'page' | 'section' | 'note'>[] {
    const rows = this.statement(PLACES_OF_WORK).all(citekey, MOST_PLACES) as unknown as Pick<OwnRow, 'page' | 'turns' | 'section' | 'note'>[];
    return rows.flatMap(({ turns, ...place }) => [place, ...turns === '' ? [] : readTurns(turns).map(({ page }) => ({ ...place, page }))]);
  }

  counts(): { readonly texts: number; readonly passages: number } {
    return this.statement('SELECT count(*) AS texts, coalesce(sum(last - first + 1), 0) AS passages FROM text').get() as unknown as { texts: number; passages: number };
  }

  getState(name: string): string | undefined {
    return this.statement('SELECT value FROM state WHERE name = ?').get(name)?.['value'] as string | undefined;
  }

  setState(name: string, value: string): void {
    this.statement('INSERT INTO state VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(name, value);
  }

  close(): void {
    this.#statements.clear();
    if (this.db.isOpen) this.db.close();
  }

  #replace({ key, shelf, citekey, title, hash, passages }: TextToIndex): void {
    this.#delete(key);
    const base = this.statement('SELECT max(last) AS last FROM text WHERE first BETWEEN ? AND ?').get(SHELF_BASE[shelf], SHELF_END[shelf])?.['last'];
    const first = Math.max(SHELF_BASE[shelf], Number(base ?? 0)) + 1;
    this.statement('INSERT INTO text (key, shelf, citekey, title, hash, first, last) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(key, shelf, citekey, title, hash, first, Math.max(first, first + passages.length - 1) - (passages.length === 0 ? 1 : 0));
    passages.forEach((passage, index) => this.#insert(first + index, passage));
  }

  #insert(id: number, { kind, text, page, turns, section, note, start, end, ref, days }: NewPassage): void {
    this.statement('INSERT INTO passage (id, kind, page, turns, section, note, start, "end", ref, sum, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(id, kind, page, turns.length === 0 ? '' : JSON.stringify(turns.map(turn => [turn.at, turn.page])), section, note, start, end, ref, checksum(text), text);
    this.statement('INSERT INTO words (rowid, body) VALUES (?, ?)').run(id, text);
    for (const [first, last] of days) this.statement('INSERT OR IGNORE INTO dated VALUES (?, ?, ?)').run(id, first, last);
  }

  #delete(key: string): void {
    const known = this.statement('SELECT first, last FROM text WHERE key = ?').get(key) as { first: number; last: number } | undefined;
    if (known === undefined) return;
    this.#forgetWords(known);
    this.statement('DELETE FROM dated WHERE passage BETWEEN ? AND ?').run(known.first, known.last);
    this.statement('DELETE FROM passage WHERE id BETWEEN ? AND ?').run(known.first, known.last);
    this.statement('DELETE FROM text WHERE key = ?').run(key);
  }

  /** The words are those that were put in, or the index would hold some for good. */
  #forgetWords({ first, last }: Pick<KnownText, 'first' | 'last'>): void {
    for (const { id, sum, body } of this.statement('SELECT id, sum, body FROM passage WHERE id BETWEEN ? AND ?').iterate(first, last) as Iterable<Pick<OwnRow, 'id' | 'sum' | 'body'>>) {
      if (checksum(body) !== sum) throw new DamagedIndex(`passage ${id}`);
      this.statement("INSERT INTO words (words, rowid, body) VALUES ('delete', ?, ?)").run(id, body);
    }
  }

  #transaction(run: () => void): void {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      run();
      this.db.exec('COMMIT');
    } catch (error) {
      // A full disk may have rolled it back already.
      try { this.db.exec('ROLLBACK'); } catch { /* there is none */ }
      throw error;
    } finally { this.generation++; }
  }
}

/** What the row of a passage has of its own. */
interface OwnRow {
  readonly id: number;
  readonly kind: PassageKind;
  readonly page: string;
  readonly turns: string;
  readonly section: string;
  readonly note: string;
  readonly start: number;
  readonly end: number;
  readonly ref: string;
  readonly sum: number;
  readonly body: string;
}

interface PassageRow extends OwnRow {
  readonly key: string;
  readonly shelf: Shelf;
  readonly citekey: string;
  readonly title: string;
}

const OWN = 'p.id, p.kind, p.page, p.turns, p.section, p.note, p.start, p."end", p.ref, p.sum, p.body';
const COLUMNS = `${OWN}, t.key, t.shelf, t.citekey, t.title`;
const OF_TEXT = 'JOIN text t ON t.id = (SELECT id FROM text WHERE first <= p.id AND last >= p.id ORDER BY first DESC LIMIT 1)';
const PASSAGES_BY_ID = `SELECT ${COLUMNS} FROM passage p ${OF_TEXT} WHERE p.id IN (SELECT value FROM json_each(?))`;
const PASSAGES_BETWEEN = `SELECT ${COLUMNS} FROM passage p ${OF_TEXT} WHERE p.id BETWEEN ? AND ? ORDER BY p.id`;
const PLACES_OF_WORK = `SELECT p.page, p.turns, p.section, p.note FROM text t JOIN passage p ON p.id BETWEEN t.first AND t.last
  WHERE t.citekey = ? AND t.shelf = 'sources' GROUP BY p.section, p.page, p.turns, p.note ORDER BY min(p.id) LIMIT ?`;
/** A long book has fewer pages. */
const MOST_PLACES = 5000;
const PASSAGES_OF_TEXT = `SELECT ${OWN} FROM passage p WHERE p.id BETWEEN ? AND ? ORDER BY p.id`;

function passageOf(row: PassageRow): Passage {
  return passageIn(row, row);
}

function passageIn({ id, kind, page, turns, section, note, start, end, ref, sum, body }: OwnRow, { key, shelf, citekey, title }: Pick<KnownText, 'key' | 'shelf' | 'citekey' | 'title'>): Passage {
  if (checksum(body) !== sum) throw new DamagedIndex(`passage ${id}`);
  return { id, textKey: key, shelf, citekey, title, kind, text: body, page, turns: turns === '' ? [] : readTurns(turns), section, note, start, end, ref };
}

function readTurns(text: string): PageTurn[] {
  try {
    return (JSON.parse(text) as [number, string][]).map(([at, page]) => ({ at, page }));
  } catch { throw new DamagedIndex('turns'); }
}
