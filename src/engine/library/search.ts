import { setImmediate } from 'node:timers/promises';
import { ftsQuery } from '../../core/library/fts.ts';
import { highlightsOf, phrasesOf } from '../../core/library/highlight.ts';
import type { Phrase, Query } from '../../core/library/query.ts';
import { NOTHING_FOUND, SHELVES, type Hit, type SearchResult } from '../../core/library/types.ts';
import { isSlow } from './beginnings.ts';
import type { Frequencies } from './frequencies.ts';
import type { LibraryIndex } from './libraryIndex.ts';
import type { Conditions, Range } from './matches.ts';
import { rankSample } from './sample.ts';
import { SHELF_BASE, SHELF_END, WORDS_WITHIN } from './schema.ts';
import { shared } from './shares.ts';

export interface SearchOptions {
  readonly limit: number;
  /** Looked at between steps; a search that nobody waits for any more ends with nothing. */
  readonly isCancelled?: () => boolean;
  /** The best of what was seen first, when the whole takes longer than a blink. */
  readonly onFirst?: (result: SearchResult) => void;
  /** After so many milliseconds it is told; while typing, nobody notices what takes less. */
  readonly firstMs?: number;
}

/** The bounds that a query sets: ranges of passages, and what each of them has to fulfil. */
export interface Bounds extends Conditions {
  readonly ranges: readonly Range[];
}

/** Words in more passages than this together are not ranked over all of them: that would take longer than typing does. */
export const RANKED_MATCHES = 12_000;
/** A citekey prefix that fits more texts than this is no bound. */
const MAX_TEXTS = 200;

/** Finds passages, sources first, and of each kind of text the best first. What is too common to rank is ranked in part, and the result says so. */
export async function search(index: LibraryIndex, frequencies: Frequencies, query: Query, options: SearchOptions): Promise<SearchResult> {
  const bounds = boundsOf(index, query);
  if (bounds.ranges.length === 0) return NOTHING_FOUND;
  if (query.all.length === 0) return listByDate(index, query, bounds, options);
  const counts = query.all.map(alternatives => alternatives.map(phrase => frequencies.of(phrase)));
  const missingWords = query.all.flatMap((alternatives, at) => counts[at]!.every(count => count.passages === 0) ? [alternatives[0]!.words.join(' ')] : []);
  const exact = missingWords.length > 0 ? NOTHING_FOUND : await matching(index, frequencies, query, bounds, counts.flat().reduce((sum, count) => sum + count.work, 0), options);
  if (exact.hits.length > 0 || exact.read !== undefined || options.isCancelled?.() === true) return { ...exact, missingWords };
  // Nothing has all the words: those with most of them are better than nothing.
  const known = query.all.filter((_, at) => counts[at]!.some(count => count.passages > 0));
  if (known.length === 0 || query.all.length < 2) return { ...NOTHING_FOUND, missingWords };
  const partial = await matching(index, frequencies, { ...query, all: [known.flat()] }, bounds, counts.flat().reduce((sum, count) => sum + count.work, 0), options);
  return { ...partial, missingWords, isPartial: true };
}

async function matching(index: LibraryIndex, frequencies: Frequencies, query: Query, bounds: Bounds, work: number, options: SearchOptions): Promise<SearchResult> {
  const phrases = phrasesOf(query);
  const isFast = !query.none.some(isSlow) && (work <= RANKED_MATCHES || bounds.ranges.reduce((sum, range) => sum + range.last - range.first + 1, 0) <= RANKED_MATCHES);
  if (isFast) {
    const found = rankAll(index, ftsQuery(frequencies.beginnings.query(query)), bounds, options.limit);
    return { ...NOTHING_FOUND, hits: hitsOf(index, found.rows, phrases), total: found.total };
  }
  await setImmediate();
  const sample = await rankSample(index, frequencies, query, bounds, options);
  const found = { ...NOTHING_FOUND, hits: hitsOf(index, sample.rows, phrases), total: sample.total };
  return sample.isWhole ? found : {
    ...found, isTotalExact: false, ranked: sample.ranked, read: sample.read,
    commonWords: phrases.filter(phrase => frequencies.of(phrase).isCommon).map(phrase => phrase.words.join(' ') + (phrase.isPrefix ? '*' : '')),
  };
}

export interface Scored {
  readonly id: number;
  readonly score: number;
}

/** Every match ranked by BM25, as FTS5 does it. */
function rankAll(index: LibraryIndex, match: string, { ranges, sql, values }: Bounds, limit: number): { rows: Scored[]; total: number } {
  const rows: Scored[] = [];
  let total = 0;
  const where = `FROM words WHERE words MATCH ? AND ${WORDS_WITHIN} ${sql}`;
  for (const { first, last } of ranges) {
    const best = index.statement(`SELECT rowid AS id, -rank AS score ${where} ORDER BY rank, rowid LIMIT ?`).all(match, first, last, ...values, limit) as unknown as Scored[];
    total += best.length < limit ? best.length : Number(index.statement(`SELECT count(*) AS count ${where}`).get(match, first, last, ...values)?.['count']);
    rows.push(...best);
  }
  return { rows: shared(rows.sort((a, b) => b.score - a.score || a.id - b.id), limit), total };
}

/** A query without words: the passages within its bounds, by their dates where it asks for dates. */
function listByDate(index: LibraryIndex, query: Query, { ranges }: Bounds, { limit }: SearchOptions): SearchResult {
  const rows: { id: number; day: number }[] = [];
  let total = 0;
  for (const { first, last } of ranges) {
    if (query.days === undefined) {
      const conditions = conditionsOf({ ...query, days: undefined }, 'id');
      const found = index.statement(`SELECT id, id AS day FROM passage WHERE id BETWEEN ? AND ? ${conditions.sql} LIMIT ?`).all(first, last, ...conditions.values, limit);
      rows.push(...found as { id: number; day: number }[]);
      total += Number(index.statement(`SELECT count(*) AS count FROM passage WHERE id BETWEEN ? AND ? ${conditions.sql}`).get(first, last, ...conditions.values)?.['count']);
      continue;
    }
    const conditions = conditionsOf({ ...query, days: undefined }, 'passage');
    const [from, to] = clamped(query.days);
    const found = index.statement(`SELECT passage AS id, min(first) AS day FROM dated WHERE first <= ? AND last >= ? AND passage BETWEEN ? AND ? ${conditions.sql} GROUP BY passage ORDER BY day, id`)
      .all(to, from, first, last, ...conditions.values);
    total += found.length;
    rows.push(...found.slice(0, limit) as { id: number; day: number }[]);
  }
  rows.sort((a, b) => a.day - b.day || a.id - b.id);
  return { ...NOTHING_FOUND, hits: hitsOf(index, shared(rows, limit).map(({ id }) => ({ id, score: 0 })), []), total };
}

/** The ranges and conditions of the fields of a query. */
export function boundsOf(index: LibraryIndex, query: Query): Bounds {
  const shelves = query.shelves.length === 0 ? SHELVES : query.shelves;
  let ranges: Range[] = shelves.map(shelf => ({ first: SHELF_BASE[shelf], last: SHELF_END[shelf] }));
  if (query.sources.length > 0) {
    const texts = query.sources.flatMap(source => index.statement('SELECT first, last FROM text WHERE citekey BETWEEN ? AND ? ORDER BY citekey LIMIT ?')
      .all(source, `${source}\u{10FFFF}`, MAX_TEXTS) as unknown as Range[]);
    ranges = texts.filter(text => text.last >= text.first && ranges.some(range => range.first <= text.first && text.last <= range.last));
  }
  return { ranges, ...conditionsOf(query, 'rowid') };
}

function conditionsOf({ days, page, section }: Query, id: string): Conditions {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  if (days !== undefined) {
    conditions.push(`AND EXISTS (SELECT 1 FROM dated WHERE passage = ${id === 'rowid' ? 'words.rowid' : id} AND first <= ? AND last >= ?)`);
    const [from, to] = clamped(days);
    values.push(to, from);
  }
  const outer = id === 'rowid' ? 'words.rowid' : id === 'id' ? 'passage.id' : 'dated.passage';
  if (page !== undefined) {
    conditions.push(`AND EXISTS (SELECT 1 FROM passage AS p WHERE p.id = ${outer} AND (p.page = ? OR instr(p.turns, ?) > 0))`);
    values.push(page, `,${JSON.stringify(page)}]`);
  }
  if (section !== undefined) {
    conditions.push(`AND EXISTS (SELECT 1 FROM passage AS p WHERE p.id = ${outer} AND (p.section = ? OR substr(p.section, 1, length(?) + 1) IN (? || '.', ? || ' ')))`);
    values.push(section, section, section, section);
  }
  return { sql: conditions.join(' '), values };
}

/** SQLite has no infinite integers; no day is as far as this. */
function clamped([first, last]: readonly [number, number]): [number, number] {
  return [Math.max(first, -1e9), Math.min(last, 1e9)];
}

export function hitsOf(index: LibraryIndex, rows: readonly Scored[], phrases: readonly Phrase[]): Hit[] {
  const scores = new Map(rows.map(row => [row.id, row.score]));
  return index.passages(rows.map(row => row.id)).map(passage => ({ ...passage, score: scores.get(passage.id) ?? 0, highlights: highlightsOf(passage.text, phrases) }));
}
