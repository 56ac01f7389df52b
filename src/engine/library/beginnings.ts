import { ftsAny } from '../../core/library/fts.ts';
import type { Phrase, Query } from '../../core/library/query.ts';
import type { LibraryIndex } from './libraryIndex.ts';
import { INDEXED_PREFIX } from './schema.ts';

/** More words than this begin so: one after another they would take longer than all of them together. */
const MOST_WORDS = 200;
/** Each word of a phrase has to be looked up with each of these. */
const MOST_IN_PHRASE = 24;

/** A beginning for which the index has to put the passages of all its words together, each time it is asked. */
export function isSlow({ words, isPrefix }: Phrase): boolean {
  return isPrefix && words.at(-1)!.length !== INDEXED_PREFIX;
}

/**
 * The words of the index that begin as a beginning does. In their place the index reads no further than it is asked to, and
 * keeps no list of all their passages.
 */
export class Beginnings {
  readonly #index: LibraryIndex;
  readonly #known = new Map<string, readonly string[] | undefined>();

  constructor(index: LibraryIndex) {
    this.#index = index;
  }

  forget(): void {
    this.#known.clear();
  }

  /** `gover*` -> `govern`, `governed`, `government`; as it is where it needs none of this, where nothing begins so, and where too much does. */
  spelledOut(phrase: Phrase): readonly Phrase[] {
    if (!isSlow(phrase)) return [phrase];
    const before = phrase.words.slice(0, -1);
    const words = this.#wordsOf(phrase.words.at(-1)!);
    if (words === undefined || words.length === 0 || before.length > 0 && words.length > MOST_IN_PHRASE) return [phrase];
    return words.map(word => ({ words: [...before, word], isPrefix: false }));
  }

  /** A query whose beginnings are spelled out. */
  query(query: Query): Query {
    const out = (phrases: readonly Phrase[]) => phrases.flatMap(phrase => this.spelledOut(phrase));
    return { ...query, all: query.all.map(out), none: out(query.none) };
  }

  match(phrase: Phrase): string {
    return ftsAny(this.spelledOut(phrase));
  }

  #wordsOf(beginning: string): readonly string[] | undefined {
    if (!this.#known.has(beginning)) {
      if (this.#known.size > MAX_KNOWN) this.#known.clear();
      this.#known.set(beginning, this.#find(beginning));
    }
    return this.#known.get(beginning);
  }

  /** Each word is asked for by the end of the one before: the places of a word are stepped over, not read. */
  #find(beginning: string): readonly string[] | undefined {
    const found: string[] = [];
    for (let from = beginning; ;) {
      const word = this.#index.statement('SELECT term FROM temp.term WHERE term >= ? LIMIT 1').get(from)?.['term'];
      if (typeof word !== 'string' || !word.startsWith(beginning)) return found;
      if (found.length === MOST_WORDS) return undefined;
      found.push(word);
      from = `${word}\u0001`;
    }
  }
}
const MAX_KNOWN = 500;
