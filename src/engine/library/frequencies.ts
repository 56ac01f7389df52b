import { ftsPhrase } from '../../core/library/fts.ts';
import type { Phrase } from '../../core/library/query.ts';
import { Beginnings } from './beginnings.ts';
import type { LibraryIndex } from './libraryIndex.ts';
import { INDEXED_PREFIX } from './schema.ts';

/** In more passages than this a word is common: counting stops, and ranking all of them is not worth its time. */
export const COMMON = 12_000;
/** Words in so many passages are not rare. */
export const ROUGH = 1000;

export interface Frequency {
  /** Passages that have the phrase; `COMMON + 1` for any number above. */
  readonly passages: number;
  readonly isCommon: boolean;
  /** How many entries of the index a query for it has to look at, at least. */
  readonly work: number;
}

/** How many passages have a word, counted when first asked for and no further than needed; kept until the index changes. */
export class Frequencies {
  readonly #index: LibraryIndex;
  readonly #beginnings: Beginnings;
  readonly #known = new Map<string, Frequency>();
  readonly #rough = new Map<string, number>();
  #isHeld = false;
  #generation = '';
  #passages = 0;

  constructor(index: LibraryIndex) {
    this.#index = index;
    this.#beginnings = new Beginnings(index);
  }

  /** The words that stand for beginnings now. */
  get beginnings(): Beginnings {
    this.#refresh();
    return this.#beginnings;
  }

  /** Passages in all. */
  get passages(): number {
    this.#refresh();
    return this.#passages;
  }

  of(phrase: Phrase): Frequency {
    this.#refresh();
    const term = ftsPhrase(phrase);
    let known = this.#known.get(term);
    if (known === undefined) {
      const rough = this.#rough.get(term) ?? ROUGH;
      // A phrase is looked for among the passages of its rarest word: the work is theirs.
      const parts = phrase.words.length === 1 ? [] : phrase.words.map((word, at) => this.of({ words: [word], isPrefix: phrase.isPrefix && at === phrase.words.length - 1 }));
      const rarest = Math.min(...parts.map(part => part.passages));
      const passages = parts.length > 0 && rarest > COMMON ? COMMON + 1 : parts.length > 0 && rarest === 0 ? 0 : phrase.isPrefix && phrase.words.at(-1)!.length < INDEXED_PREFIX && this.#passages > COMMON ? COMMON + 1 : rough < ROUGH ? rough : this.#count(this.#beginnings.match(phrase));
      const work = parts.length === 0 ? passages : parts.reduce((sum, part) => sum + part.work, 0);
      known = { passages, isCommon: passages > COMMON || work > COMMON && parts.some(part => part.isCommon), work };
      if (this.#known.size > MAX_KNOWN) this.#known.clear();
      this.#known.set(term, known);
    }
    return known;
  }

  /** In how many passages a word stands, counted up to `ROUGH`: enough to know which of some words are rare. */
  rough(word: string): number {
    this.#refresh();
    const term = ftsPhrase({ words: [word], isPrefix: false });
    let known = this.#known.get(term)?.passages ?? this.#rough.get(term);
    if (known === undefined) this.#rough.set(term, known = this.#count(term, ROUGH));
    return known;
  }

  #count(term: string, most = COMMON + 1): number {
    return Number(this.#index.statement('SELECT count(*) AS count FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)').get(term, most)?.['count']);
  }

  /** While something runs that does not wait, other windows are not looked for at each word. */
  hold(run: () => void): void {
    this.#refresh();
    this.#isHeld = true;
    try { run(); } finally { this.#isHeld = false; }
  }

  #refresh(): void {
    if (this.#isHeld) return;
    // Another window may have changed it too.
    const generation = `${this.#index.generation} ${String(this.#index.statement('PRAGMA data_version').get()?.['data_version'])}`;
    if (this.#generation === generation) return;
    this.#generation = generation;
    this.#known.clear();
    this.#rough.clear();
    this.#beginnings.forget();
    this.#passages = this.#index.counts().passages;
  }
}
const MAX_KNOWN = 20_000;

