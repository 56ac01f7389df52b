import { detached } from '../../draft/change.ts';

const MOST = 20_000;

/** A function of a word, or of a few, that is worked out once for each: a text says most of its words again and again. */
export function remember<T>(make: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return word => {
    let found = known.get(word);
    if (found === undefined && !known.has(word)) {
      if (known.size >= MOST) known.clear();
      const own = detached(word);
      known.set(own, found = make(own));
    }
    return found as T;
  };
}
