import { ftsAny } from '../../core/library/fts.ts';
import type { Phrase, Query } from '../../core/library/query.ts';
import type { LibraryIndex } from './libraryIndex.ts';
import { INDEXED_PREFIX } from './schema.ts';

/** Of more words than this the index puts the passages together faster than it looks them up one after another. */
const MOST_SPELLED_OUT = 8;
/** More words than this are not looked for: nearly always they are common. */
const MOST_WORDS = 64;

/** A beginning for which the index has to put the passages of all its words together, each time it is asked. */
export function isSlow({ words, isPrefix }: Phrase): boolean {
  return isPrefix && lettersOf(words.at(-1)!).length !== INDEXED_PREFIX;
}

/**
 * A phrase that stands wherever another does, and that the index keeps ready: `gover*` -> `gov*`, `"the g"*` -> `the`.
 * @returns `undefined` where there is none: of `g*` any word may be the rest
 */
export function widened(phrase: Phrase): Phrase | undefined {
  if (!isSlow(phrase)) return phrase;
  const [before, last] = [phrase.words.slice(0, -1), lettersOf(phrase.words.at(-1)!)];
  if (last.length > INDEXED_PREFIX) return { words: [...before, last.slice(0, INDEXED_PREFIX).join('')], isPrefix: true };
  return before.length === 0 ? undefined : { words: before, isPrefix: false };
}

/** The index counts letters, not the units that a letter of JavaScript takes. */
function lettersOf(word: string): string[] {
  return Array.from(word);
}

/** The words of the index that begin as a beginning does. */
export class Beginnings {
  readonly #index: LibraryIndex;
  readonly #known = new Map<string, readonly string[] | undefined>();

  constructor(index: LibraryIndex) {
    this.#index = index;
  }

  forget(): void {
    this.#known.clear();
  }

  /** `gover*` -> `govern`, `governed`, `government`, of which the index reads no more than it is asked to; as it is where it needs none of this, and where nothing or too much begins so. */
  spelledOut(phrase: Phrase): readonly Phrase[] {
    const words = isSlow(phrase) ? this.wordsOf(phrase.words.at(-1)!) : [];
    if (words === undefined || words.length === 0 || words.length > MOST_SPELLED_OUT) return [phrase];
    const before = phrase.words.slice(0, -1);
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

  /** All words that begin so; `undefined` where there are very many. */
  wordsOf(beginning: string): readonly string[] | undefined {
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
