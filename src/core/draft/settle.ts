import type { Candidate } from './mentions.ts';
import type { Mention } from './types.ts';

/** Answers for a name that the draft leaves open, where not the place of one of its keys. */
export const AMBIGUOUS = -1;
export const NOBODY = -2;

/** When each entry was last named, by numbers that grow along the draft. Entries go by their number in the context. */
export class Named {
  readonly #last: Int32Array;
  #count = 0;

  constructor(entries: number) {
    this.#last = new Int32Array(entries);
  }

  add(entry: number): void {
    this.#last[entry] = ++this.#count;
  }

  /** Counted and not iterated: for each keystroke it is asked for thousands, and an iterator makes an object for each. */
  addAll(entries: readonly number[]): void {
    for (let index = 0; index < entries.length; index++) this.add(entries[index]!);
  }

  /** The place in the list of the one named last, or -1. */
  latestOf(entries: readonly number[]): number {
    let latest = -1;
    let when = 0;
    for (let index = 0; index < entries.length; index++) {
      const at = this.#last[entries[index]!]!;
      if (at > when) {
        latest = index;
        when = at;
      }
    }
    return latest;
  }
}

/** A name of which the draft before it decides whom it means. Numbers are places in `entries`. */
export interface OpenName {
  /** Those who bear the name, then those who count only when they were named before. */
  readonly entries: readonly number[];
  readonly told: number | undefined;
  /** What it is if nobody of them was named before. */
  readonly otherwise: number;
}

/** What a block names, in order: an entry for certain, or an open name. */
export type Step = number | OpenName;

/** Whether whom the name means depends on the draft before it. */
export function isOpen({ mention, latent }: Candidate): boolean {
  return mention.keys.length !== 1 || latent.length > 0;
}

export function stepOf(candidate: Candidate, numberOf: (key: string) => number): Step {
  const { mention, latent, told, tied } = candidate;
  if (!isOpen(candidate)) return numberOf(mention.keys[0]!);
  const keys = [...mention.keys, ...latent];
  return {
    entries: keys.map(numberOf),
    told: told === undefined ? undefined : keys.indexOf(told),
    otherwise: tied !== undefined ? keys.indexOf(tied) : mention.keys.length === 1 ? 0 : mention.keys.length === 0 ? NOBODY : AMBIGUOUS,
  };
}

/**
 * Settles a name: the one whose office or date stands beside it, else the one named last before, else the one tied to the names
 * around it. What none of these decides stays ambiguous with all its keys; a last name of somebody not named yet is no mention.
 */
export function answer({ entries, told, otherwise }: OpenName, named: Named): number {
  const latest = told ?? named.latestOf(entries);
  const found = latest === -1 ? otherwise : latest;
  if (found >= 0) named.add(entries[found]!);
  return found;
}

/** The mention that an answer makes of a name. */
export function answered({ mention, latent }: Candidate, found: number): Mention | undefined {
  if (found === NOBODY) return undefined;
  if (found === AMBIGUOUS || mention.keys.length === 1 && found === 0) return mention;
  const { keys } = mention;
  return { ...mention, keys: [found < keys.length ? keys[found]! : latent[found - keys.length]!], kind: 'short' };
}
