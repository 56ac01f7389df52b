import { yearOf } from './cslDates.ts';
import { displayName, namesOf } from './cslNames.ts';
import { field } from './plain.ts';
import { plainLetters } from '../text.ts';
import type { CslItem } from './types.ts';

/** Lower case without accents: `Đặng Thị` is `dang thi`. */
export function folded(text: string): string {
  return plainLetters(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
}

/** What a source is looked for by, folded; made once for each source and kept as long as the item. */
export interface Searchable {
  readonly key: string;
  readonly authors: string;
  readonly year: string;
  readonly title: string;
  readonly rest: string;
}
const known = new WeakMap<CslItem, Searchable>();

/** Keeps what was worked out elsewhere, as by a worker, so that the first look for one of many sources need not. */
export function keepSearchable(item: CslItem, made: Searchable): void {
  known.set(item, made);
}

export function searchable(item: CslItem): Searchable {
  const kept = known.get(item);
  if (kept) { return kept; }
  const made = {
    key: folded(item.id),
    authors: folded(namesOf(item, 'author', 'editor').map(displayName).join(' ')),
    year: yearOf(item),
    title: folded(`${field(item, 'title')} ${field(item, 'title-short')}`),
    rest: folded(['container-title', 'publisher', 'genre', 'number', 'keyword', 'authority'].map(name => field(item, name)).join(' ')),
  };
  known.set(item, made);
  return made;
}

/** A list of sources, as a bibliography or all that a draft can cite. One that has changed is another one. */
type Sources<T> = ReadonlyMap<string, T> | readonly T[];
interface Listed<T> { readonly source: T; readonly text: Searchable }
const listed = new WeakMap<object, readonly Listed<unknown>[]>();

/** Side by side: looking up ten thousand by one costs more than reading them. */
function listOf<T extends { readonly item: CslItem }>(sources: Sources<T>): readonly Listed<T>[] {
  const kept = listed.get(sources) as readonly Listed<T>[] | undefined;
  if (kept) { return kept; }
  const made = [...sources.values()].map(source => ({ source, text: searchable(source.item) }));
  listed.set(sources, made);
  return made;
}

/** Whether a code unit of a folded text belongs to a word. */
function isInWord(code: number): boolean {
  if (code < 128) { return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90); }
  return (code >= 0xD800 && code <= 0xDFFF) || /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}

/** 2 for the beginning of a word, 1 for the middle of one, 0 for nothing. */
function fit(word: string, text: string): number {
  const first = text.indexOf(word);
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) { if (at === 0 || !isInWord(text.charCodeAt(at - 1))) { return 2; } }
  return first < 0 ? 0 : 1;
}

/** How well one word of the query fits: the key best, then the beginning of a name, the year, a word of the title, anything else. */
function wordScore(word: string, item: Searchable): number {
  if (item.key === word) { return 40; }
  const key = fit(word, item.key) * 8;
  if (key === 16) { return key; }
  const score = Math.max(key, fit(word, item.authors) * 7);
  if (score === 14) { return score; }
  return Math.max(score, item.year.includes(word) ? 12 : 0, fit(word, item.title) * 5) || fit(word, item.rest) * 2;
}

function scoreOf(words: readonly string[], text: Searchable): number {
  let score = 0;
  for (const word of words) {
    const found = wordScore(word, text);
    if (found === 0) { return -1; }
    score += found;
  }
  return score;
}

/** What each use in the draft adds to a score, and how many of them count. */
const USE_BONUS = 4;
const USES_COUNTED = 3;

interface Ranked<T> { readonly source: T; readonly score: number; readonly uses: number }

function compareRanked<T extends { readonly item: CslItem }>(a: Ranked<T>, b: Ranked<T>): number {
  return b.score - a.score || b.uses - a.uses || (a.source.item.id < b.source.item.id ? -1 : 1);
}

/**
 * The sources that every word of the query fits, in any order, best first: by key, author, title, year, then the rest. Words
 * stand apart by blanks or by the marks that a key may hold, so that `@2022-khan` finds what `khan 2022` does.
 * @param usage how often each key is cited in the draft: what is cited already comes before what fits as well
 * @param limit how many at most: ten thousand sources are looked at in a few milliseconds, but not sorted
 */
export function rankSources<T extends { readonly item: CslItem }>(query: string, sources: Sources<T>, usage?: ReadonlyMap<string, number>, limit = Infinity): T[] {
  const words = wordsOf(query);
  const whole = folded(query.replace(/^-?@\{?/, ''));
  const best: Ranked<T>[] = [];
  for (const { source, text } of listOf(sources)) {
    const fits = text.key === whole ? 100 : scoreOf(words, text);
    if (fits < 0) { continue; }
    const uses = usage?.get(source.item.id) ?? 0;
    insert(best, { source, score: fits + Math.min(uses, USES_COUNTED) * USE_BONUS, uses }, limit);
  }
  if (limit === Infinity) { best.sort(compareRanked); }
  return best.map(({ source }) => source);
}

/** Keeps the best in order. Without a limit they are sorted once at the end. */
function insert<T extends { readonly item: CslItem }>(best: Ranked<T>[], ranked: Ranked<T>, limit: number): void {
  if (limit === Infinity) { best.push(ranked); return; }
  if (best.length >= limit && compareRanked(ranked, best.at(-1)!) > 0) { return; }
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareRanked(best[middle]!, ranked) <= 0) { low = middle + 1; } else { high = middle; }
  }
  best.splice(low, 0, ranked);
  if (best.length > limit) { best.pop(); }
}

function wordsOf(query: string): string[] {
  return folded(query.replace(/^-?@\{?/, '')).split(/[\s,;:.#$%&+?<>~/_-]+/).filter(Boolean);
}
