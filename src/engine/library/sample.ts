import { setImmediate } from 'node:timers/promises';
import { ftsQuery } from '../../core/library/fts.ts';
import { highlightsOf, phrasesOf } from '../../core/library/highlight.ts';
import { scoreText, type WeightedPhrase } from '../../core/library/score.ts';
import type { Query } from '../../core/library/query.ts';
import { NOTHING_FOUND } from '../../core/library/types.ts';
import { isSlow } from './beginnings.ts';
import type { Frequencies } from './frequencies.ts';
import type { LibraryIndex } from './libraryIndex.ts';
import { WORDS_WITHIN } from './schema.ts';
import type { Bounds, Range, Scored, SearchOptions } from './search.ts';

/** So many matches are read and ranked here; of more, so many from all over the library. */
export const SAMPLED = 1000;
/** Passages that are looked through in one go: others wait for as long. */
const WINDOW = 40_000;
/** From how many places a sample is taken. */
const STRIDES = 25;
/** After this time what was found so far is told. */
const FIRST_MS = 30;

interface Sample {
  readonly rows: readonly Scored[];
  readonly total: number;
  readonly ranked: number;
  /** Every match was ranked. */
  readonly isWhole: boolean;
}

const NOTHING: Sample = { rows: [], total: 0, ranked: 0, isWhole: false };

/** Ranks the matches of a query of common words without asking FTS5 to rank: that would count each of these words in all passages. */
export async function rankSample(index: LibraryIndex, frequencies: Frequencies, query: Query, bounds: Bounds, options: SearchOptions): Promise<Sample> {
  const spelledOut = frequencies.beginnings.query(query);
  const match = ftsQuery(spelledOut);
  const find = ({ first, last }: Range, limit: number) => index.statement(`SELECT rowid AS id FROM words WHERE words MATCH ? AND ${WORDS_WITHIN} ${bounds.sql} LIMIT ?`)
    .all(match, first, last, ...bounds.values, limit).map(row => Number(row['id']));
  const rank = (ids: readonly number[]) => score(index, frequencies, query, ids, options.limit);
  const windows = windowsOf(index, bounds.ranges);
  if ([...spelledOut.all.flat(), ...spelledOut.none].some(isSlow)) return rankSpread(index, frequencies, query, bounds, options, windows);
  const began = performance.now();
  const ids: number[] = [];
  let isTold = false;
  for (const window of windows) {
    ids.push(...find(window, SAMPLED + 1 - ids.length));
    if (ids.length > SAMPLED) break;
    if (!isTold && ids.length > 0 && performance.now() - began > FIRST_MS) {
      isTold = true;
      tell(index, rank(ids), query, options);
    }
    await setImmediate();
    if (options.isCancelled?.() === true) return NOTHING;
  }
  if (ids.length <= SAMPLED) return { rows: rank(ids), total: ids.length, ranked: ids.length, isWhole: true };
  const spread = stridesOf(windows).flatMap(stride => find(stride, SAMPLED / STRIDES));
  const sampled = [...new Set([...spread, ...ids.slice(0, SAMPLED - spread.length)])];
  return { rows: rank(sampled), total: ids.length, ranked: sampled.length, isWhole: false };
}

/** For a beginning the index puts all its words together, each time anew: it is asked once, not for each place. */
async function rankSpread(index: LibraryIndex, frequencies: Frequencies, query: Query, bounds: Bounds, { limit, isCancelled }: SearchOptions, windows: readonly Range[]): Promise<Sample> {
  const [first, last] = [windows[0]?.first ?? 1, windows.at(-1)?.last ?? 0];
  const find = (every: number) => index.statement(`SELECT rowid AS id FROM words WHERE words MATCH ? AND ${WORDS_WITHIN} AND rowid % ? = 0 ${bounds.sql}`)
    .all(ftsQuery(query), first, last, every, ...bounds.values).map(row => Number(row['id'])).filter(id => bounds.ranges.some(range => range.first <= id && id <= range.last));
  const most = Math.ceil(frequencies.passages / MOST_SPREAD);
  const some = find(most);
  await setImmediate();
  if (isCancelled?.() === true) return NOTHING;
  const isRare = most > 1 && some.length < SAMPLED;
  const [step, found] = isRare ? [1, find(1)] : [most, some];
  const each = Math.max(1, found.length / SAMPLED);
  const ids = each === 1 ? found : Array.from({ length: SAMPLED }, (_, at) => found[Math.floor(at * each)]!);
  return { rows: score(index, frequencies, query, ids, limit), total: found.length * step, ranked: ids.length, isWhole: step === 1 && each === 1 };
}
/** So many passages are looked at for such a beginning, from all over the library. */
const MOST_SPREAD = 12_000;

function tell(index: LibraryIndex, rows: readonly Scored[], query: Query, { onFirst }: SearchOptions): void {
  const scores = new Map(rows.map(row => [row.id, row.score]));
  onFirst?.({
    ...NOTHING_FOUND, total: rows.length, isTotalExact: false,
    hits: index.passages(rows.map(row => row.id)).map(passage => ({ ...passage, score: scores.get(passage.id) ?? 0, highlights: highlightsOf(passage.text, phrasesOf(query)) })),
  });
}

function score(index: LibraryIndex, frequencies: Frequencies, { all }: Query, ids: readonly number[], limit: number): Scored[] {
  const total = frequencies.passages;
  const phrases: WeightedPhrase[] = all.flat().map(phrase => {
    const { passages } = frequencies.of(phrase);
    return { ...phrase, weight: Math.max(0.01, Math.log((total - passages + 0.5) / (passages + 0.5))) };
  });
  const bodies = index.statement('SELECT id, body FROM passage WHERE id IN (SELECT value FROM json_each(?))').all(JSON.stringify(ids)) as unknown as { id: number; body: string }[];
  return bodies.map(({ id, body }) => ({ id, score: scoreText(body, phrases) })).sort((a, b) => b.score - a.score || a.id - b.id).slice(0, limit);
}

/** Ranges as they are filled, in pieces that are looked through in a few milliseconds. */
function windowsOf(index: LibraryIndex, ranges: readonly Range[]): Range[] {
  return ranges.flatMap(range => {
    const filled = index.statement('SELECT min(first) AS first, max(last) AS last FROM text WHERE first BETWEEN ? AND ?').get(range.first, range.last) as { first: number | null; last: number | null };
    if (filled.first === null || filled.last === null) return [];
    const last = Math.min(filled.last, range.last);
    return Array.from({ length: Math.ceil((last - filled.first + 1) / WINDOW) }, (_, at) => {
      const first = filled.first! + at * WINDOW;
      return { first, last: Math.min(last, first + WINDOW - 1) };
    });
  });
}

function stridesOf(windows: readonly Range[]): Range[] {
  const all = windows.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const step = Math.max(1, Math.floor(all / STRIDES));
  return windows.flatMap(({ first, last }) => {
    const count = Math.max(1, Math.round((last - first + 1) / step));
    const own = Math.ceil((last - first + 1) / count);
    return Array.from({ length: count }, (_, at) => ({ first: first + at * own, last: Math.min(last, first + (at + 1) * own - 1) }));
  });
}
