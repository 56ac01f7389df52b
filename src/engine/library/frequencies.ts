import { ftsPhrase } from '../../core/library/fts.ts';
import type { Phrase } from '../../core/library/query.ts';
import { lastUpTo } from '../../core/sorted.ts';
import { Beginnings, isSlow } from './beginnings.ts';
import type { LibraryIndex } from './libraryIndex.ts';

/** In more passages than this a word is common: counting stops, and ranking all of them is not worth its time. */
export const COMMON = 12_000;
/** Where only the rarest of some words are wanted, counting stops here, and what is seen so far tells the rest. */
const ROUGH = 300;

export interface Frequency {
  /** Passages that have the phrase: counted up to `COMMON`, above that estimated. */
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
  /** Where texts stand, with how many passages stand before each. */
  #texts: readonly { readonly first: number; readonly last: number; readonly before: number }[] | undefined;
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
      known = phrase.words.length > 1 ? this.#ofPhrase(phrase) : isSlow(phrase) ? this.#ofBeginning(phrase.words[0]!) : this.#ofWord(term);
      if (this.#known.size > MAX_KNOWN) this.#known.clear();
      this.#known.set(term, known);
    }
    return known;
  }

  #ofWord(term: string): Frequency {
    const rough = this.#rough.get(term) ?? ROUGH;
    const passages = rough < ROUGH ? rough : this.#count(term);
    return { passages, isCommon: passages > COMMON, work: passages };
  }

  /** A passage may have several of its words, so that it is in no more passages than they are together. */
  #ofBeginning(beginning: string): Frequency {
    const words = this.#beginnings.wordsOf(beginning);
    let work = words === undefined ? COMMON + 1 : 0;
    for (const word of words ?? []) {
      work += this.of({ words: [word], isPrefix: false }).work;
      if (work > COMMON) break;
    }
    return { passages: Math.min(work, this.#passages), isCommon: work > COMMON, work };
  }

  /** A phrase is looked for among the passages of its rarest word: the work is theirs. */
  #ofPhrase(phrase: Phrase): Frequency {
    const parts = phrase.words.map((word, at) => this.of({ words: [word], isPrefix: phrase.isPrefix && at === phrase.words.length - 1 }));
    const rarest = Math.min(...parts.map(part => part.passages));
    const isCounted = rarest > 0 && rarest <= COMMON && !this.#beginnings.spelledOut(phrase).some(isSlow);
    const work = parts.reduce((sum, part) => sum + part.work, 0);
    // One of common words is not ranked over all its passages anyhow, so that they need not be counted either.
    const passages = isCounted ? this.#count(this.#beginnings.match(phrase), work > COMMON ? ROUGH : COMMON + 1) : rarest;
    return { passages, isCommon: passages > COMMON || work > COMMON && parts.some(part => part.isCommon), work };
  }

  /** In how many passages a word stands, from the first `ROUGH` of them: enough to know which of some words are rare. */
  rough(word: string): number {
    this.#refresh();
    const term = ftsPhrase({ words: [word], isPrefix: false });
    let known = this.#known.get(term)?.passages ?? this.#rough.get(term);
    if (known === undefined) this.#rough.set(term, known = this.#count(term, ROUGH));
    return known;
  }

  /** Counts no further than is worth it: how many there are among the passages seen so far tells how many there are in all. */
  #count(match: string, most = COMMON + 1): number {
    const { count, last } = this.#index.statement('SELECT count(*) AS count, max(id) AS last FROM (SELECT rowid AS id FROM words WHERE words MATCH ? LIMIT ?)').get(match, most) as { count: number; last: number | null };
    return count < most ? count : Math.max(count, Math.round(count / Math.max(1, this.#seenUpTo(last ?? 0)) * this.#passages));
  }

  /** How many passages there are up to one. */
  #seenUpTo(id: number): number {
    if (this.#texts === undefined) {
      let before = 0;
      this.#texts = this.#index.texts().filter(({ first, last }) => last >= first).map(({ first, last }) => {
        before += last - first + 1;
        return { first, last, before: before - (last - first + 1) };
      });
    }
    const text = this.#texts[lastUpTo(this.#texts, one => one.first, id)];
    return text === undefined ? 0 : text.before + Math.min(id, text.last) - text.first + 1;
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
    this.#texts = undefined;
    this.#beginnings.forget();
    this.#passages = this.#index.counts().passages;
  }
}
const MAX_KNOWN = 20_000;

