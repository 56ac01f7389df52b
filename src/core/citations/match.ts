import { yearOf } from './cslDates.ts';
import { displayName, namesOf } from './cslNames.ts';
import { field } from './plain.ts';
import type { CslItem } from './types.ts';

/** Letters that Unicode does not take apart, as writers without them spell them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ø: 'o', ł: 'l', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' };

/** Lower case without accents: `Đặng Thị` is `dang thi`. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đðøłıßæœþ]/g, letter => PLAIN_LETTERS[letter]!);
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

/** How well one word of the query fits: the key best, then the beginning of a name, the year, a word of the title, anything else. */
function wordScore(word: string, item: Searchable): number {
  const at = (text: string) => {
    if (!text.includes(word)) { return 0; }
    return new RegExp(`(?:^|[^\\p{L}\\p{N}])${word.replace(/[^\p{L}\p{N}]/gu, '\\$&')}`, 'u').test(text) ? 2 : 1;
  };
  if (item.key === word) { return 40; }
  return Math.max(at(item.key) * 8, at(item.authors) * 7, item.year.includes(word) ? 12 : 0, at(item.title) * 5, at(item.rest) * 2);
}

/**
 * The sources that every word of the query fits, in any order, best first: by key, author, title, year, then the rest.
 * @param usage how often each key is cited in the draft: of sources that fit equally well, the most used comes first
 */
export function rankSources<T extends { readonly item: CslItem }>(query: string, sources: Iterable<T>, usage?: ReadonlyMap<string, number>): T[] {
  const words = folded(query.replace(/^-?@\{?/, '')).split(/[\s,;]+/).filter(Boolean);
  const ranked: { readonly source: T; readonly score: number; readonly uses: number }[] = [];
  for (const source of sources) {
    const text = searchable(source.item);
    let score = 0;
    for (const word of words) {
      const found = wordScore(word, text);
      if (found === 0) { score = -1; break; }
      score += found;
    }
    if (score >= 0) { ranked.push({ source, score, uses: usage?.get(source.item.id) ?? 0 }); }
  }
  return ranked.sort((a, b) => b.score - a.score || b.uses - a.uses || (a.source.item.id < b.source.item.id ? -1 : 1)).map(({ source }) => source);
}
