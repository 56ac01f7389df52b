import type { CheckContext } from '../context.ts';
import { isLongFormOf } from './longForm.ts';

const ABBREVIATION = /^[A-Z][A-Z0-9&-]*[A-Z0-9]$/;

/** Abbreviations of the record, each with the names that it stands for, the preferred one first. */
export function knownAbbreviations(context: CheckContext): ReadonlyMap<string, readonly string[]> {
  return context.memo(gatherKnown);
}

function gatherKnown({ snapshot }: CheckContext): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, readonly string[]>();
  const twice = new Set<string>();
  for (const { names } of snapshot.entries.values()) {
    for (const { text: letters, kind } of names) {
      if (kind === 'metonym' || !ABBREVIATION.test(letters)) continue;
      const longer = names.filter(name => name.kind !== 'metonym' && /\s/.test(name.text) && !name.text.includes(letters)).map(name => name.text);
      if (longer.length === 0) continue;
      if (known.has(letters)) twice.add(letters);
      known.set(letters, longer.toSorted((a, b) => Number(isLongFormOf(b, letters)) - Number(isLongFormOf(a, letters))));
    }
  }
  for (const letters of twice) known.delete(letters);
  return known;
}

/** What a reader of policy papers knows without being told. */
const FAMILIAR: ReadonlySet<string> = new Set('UN US USA UK EU USSR NATO AIDS HIV DC TV ID IT PDF ISBN ISSN DOI URL'.split(' '));

export function isFamiliar(letters: string): boolean {
  return FAMILIAR.has(letters);
}
