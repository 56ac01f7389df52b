import { setImmediate } from 'node:timers/promises';
import { ftsQuery } from '../../core/library/fts.ts';
import { phrasesOf } from '../../core/library/highlight.ts';
import { scoreIfFits, type WeightedPhrase } from '../../core/library/score.ts';
import type { Phrase, Query } from '../../core/library/query.ts';
import { NOTHING_FOUND } from '../../core/library/types.ts';
import { isSlow, widened } from './beginnings.ts';
import type { Frequencies } from './frequencies.ts';
import type { LibraryIndex } from './libraryIndex.ts';
import { idsOf, type Range } from './matches.ts';
import { hitsOf, type Bounds, type Scored, type SearchOptions } from './search.ts';
import { shared } from './shares.ts';
import { stridesOf } from './strides.ts';

/** So many passages are read and ranked here; of more, so many from all over the library. */
export const SAMPLED = 800;
const FIRST_MS = 20;
/** Where all of it is there as soon as this, nobody has to see the first of it. */
const SOON_MS = 15;

interface Sample {
  readonly rows: readonly Scored[];
  readonly total: number;
  readonly ranked: number;
  /** Every match was ranked. */
  readonly isWhole: boolean;
  /** Passages that were looked through when that was given up. */
  readonly read?: number;
}

/**
 * How passages of a query are looked for without asking the index for what it keeps no list of: it gives those that have the
 * rest of the query, and their texts tell which of them have what is `needed` and `none` of what is not wanted.
 */
interface Plan {
  /** Empty where any passage may have it. */
  readonly match: string;
  readonly needed: readonly (readonly Phrase[])[];
  readonly none: readonly Phrase[];
}

function planOf({ all, none }: Query): Plan {
  const kept = all.flatMap(alternatives => {
    const wide = alternatives.map(widened);
    return wide.every(phrase => phrase !== undefined) ? [wide] : [];
  });
  return { match: ftsQuery({ all: kept, none: [] }), needed: all.filter(alternatives => alternatives.some(isSlow)), none };
}

/** Ranks the matches of a query of common words without asking FTS5 to rank: that would count each of these words in all passages. */
export async function rankSample(index: LibraryIndex, frequencies: Frequencies, query: Query, bounds: Bounds, options: SearchOptions): Promise<Sample> {
  const spelledOut = frequencies.beginnings.query(query);
  const plan = planOf(spelledOut);
  const reader = new Reader(index, weighted(frequencies, query), plan);
  let strides = stridesOf(index, bounds.ranges);
  const began = performance.now();
  let isTold = false;
  const tell = () => {
    if (isTold || reader.fitting.length === 0) return;
    isTold = true;
    options.onFirst?.({ ...NOTHING_FOUND, total: reader.fitting.length, isTotalExact: false, hits: hitsOf(index, reader.best(options.limit), phrasesOf(query)) });
  };
  // To leave out what begins so, the index would put the passages of very many words together: it is not asked.
  const isReadOnly = spelledOut.none.some(phrase => isSlow(phrase) && frequencies.beginnings.wordsOf(phrase.words.at(-1)!) === undefined);
  for (const { most, enough } of isReadOnly ? [...ROUNDS, LAST_ROUND] : ROUNDS) {
    const each = Math.max(1, Math.ceil((most - reader.read) / strides.length));
    const rest: Range[] = [];
    for (const [at, stride] of strides.entries()) {
      const ids = idsOf(index, plan.match, stride, each, bounds);
      reader.add(ids);
      if (ids.length === each && ids.at(-1)! < stride.last) rest.push({ first: ids.at(-1)! + 1, last: stride.last });
      const passed = performance.now() - began;
      if (passed > (options.firstMs ?? FIRST_MS) && passed / (at + 1) * (strides.length - at - 1) > (options.firstMs ?? SOON_MS)) tell();
      await setImmediate();
      if (options.isCancelled?.() === true) return { rows: [], total: 0, ranked: 0, isWhole: false };
    }
    strides = rest;
    const found = reader.fitting.length;
    if (strides.length === 0 || found >= enough) return { rows: reader.best(options.limit), total: found, ranked: found, isWhole: strides.length === 0 };
  }
  tell();
  if (isReadOnly) return { rows: reader.best(options.limit), total: reader.fitting.length, ranked: reader.fitting.length, isWhole: false, read: reader.read };
  return rankFound(index, reader, spelledOut, bounds, options.limit);
}
/**
 * Passages that are read in all, round by round, while fewer of them fit than are enough to tell which are good ones. Where so few
 * fit, all of them are asked for.
 */
const ROUNDS = [{ most: SAMPLED, enough: SAMPLED / 4 }, { most: SAMPLED * 5, enough: SAMPLED / 10 }];
const LAST_ROUND = { most: SAMPLED * 20, enough: 1 };

/** What few passages have takes the index no longer than to look through many others. */
function rankFound(index: LibraryIndex, reader: Reader, query: Query, bounds: Bounds, limit: number): Sample {
  const found = idsOf(index, ftsQuery(query), { first: Math.min(...bounds.ranges.map(range => range.first)), last: Math.max(...bounds.ranges.map(range => range.last)) }, MOST_FOUND, bounds)
    .filter(id => bounds.ranges.some(range => range.first <= id && id <= range.last));
  const each = Math.max(1, found.length / SAMPLED);
  reader.restart();
  reader.add(each === 1 ? found : Array.from({ length: SAMPLED }, (_, at) => found[Math.floor(at * each)]!));
  return { rows: reader.best(limit), total: found.length, ranked: reader.fitting.length, isWhole: each === 1 };
}
const MOST_FOUND = 100_000;

function weighted(frequencies: Frequencies, query: Query): WeightedPhrase[] {
  const total = frequencies.passages;
  return phrasesOf(query).map(phrase => {
    const passages = Math.min(total, frequencies.of(phrase).passages);
    return { ...phrase, weight: Math.max(0.01, Math.log((total - passages + 0.5) / (passages + 0.5))) };
  });
}

/** Reads passages and keeps those that fit, with their scores. */
class Reader {
  readonly #index: LibraryIndex;
  readonly #phrases: readonly WeightedPhrase[];
  readonly #plan: Plan;
  fitting: Scored[] = [];
  /** Passages that were read. */
  read = 0;

  constructor(index: LibraryIndex, phrases: readonly WeightedPhrase[], plan: Plan) {
    this.#index = index;
    this.#phrases = phrases;
    this.#plan = plan;
  }

  add(ids: readonly number[]): void {
    this.read += ids.length;
    const bodies = this.#index.statement('SELECT id, body FROM passage WHERE id IN (SELECT value FROM json_each(?))').all(JSON.stringify(ids)) as unknown as { id: number; body: string }[];
    for (const { id, body } of bodies) {
      const score = scoreIfFits(body, this.#phrases, this.#plan);
      if (score !== undefined) this.fitting.push({ id, score });
    }
  }

  restart(): void {
    this.fitting = [];
    this.read = 0;
  }

  best(limit: number): Scored[] {
    return shared(this.fitting.toSorted((a, b) => b.score - a.score || a.id - b.id), limit);
  }
}
