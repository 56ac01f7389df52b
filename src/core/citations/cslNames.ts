import { plainText } from './plain.ts';
import type { CslItem, CslName } from './types.ts';

/** All that CSL knows of a name beyond the usual parts. */
interface WrittenName {
  readonly family: string;
  readonly given: string;
  readonly literal: string;
  readonly suffix: string;
  /** Whether the name is never turned round, as those of Khmer and Chinese usage: `Hun Sen`. */
  readonly isStatic: boolean;
}

function written(name: CslName): WrittenName {
  const part = (value: unknown) => (typeof value === 'string' ? plainText(value) : '');
  return {
    family: joined(part(name['non-dropping-particle']), part(name.family)),
    given: joined(part(name.given), part(name['dropping-particle'])),
    literal: part(name.literal),
    suffix: part(name.suffix),
    isStatic: Boolean((name as { readonly 'static-ordering'?: unknown })['static-ordering']),
  };
}

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ');

/** `Khan, Asif R.`, `van der Stoel, Max`, `King, Martin Luther, Jr.`, `Hun Sen`, `United Nations`. */
export function sortName(name: CslName): string {
  const { family, given, literal, suffix, isStatic } = written(name);
  if (literal !== '' || family === '') { return literal || given; }
  return isStatic ? joined(family, given, suffix) : [family, given, suffix].filter(Boolean).join(', ');
}

/** `Asif R. Khan`, `Hun Sen`, `United Nations`. */
export function displayName(name: CslName): string {
  const { family, given, literal, suffix, isStatic } = written(name);
  return literal || (isStatic ? joined(family, given, suffix) : joined(given, family, suffix));
}

/** `Khan`, `van der Stoel`, `United Nations`. */
export function shortName(name: CslName): string {
  const { family, given, literal } = written(name);
  return literal || family || given;
}

/** Most names that are all listed; of more, only the first. */
const NAMES_LIMIT = 3;

/** `A`, `A and B`, `A, B and C`, `A et al.` */
export function listed(names: readonly string[]): string {
  const known = names.filter(Boolean);
  if (known.length > NAMES_LIMIT) { return `${known[0]!} et al.`; }
  return known.length < 2 ? known.join('') : `${known.slice(0, -1).join(', ')} and ${known.at(-1)!}`;
}

/** As `listed`, with the first name turned round: `Khan, Asif R. and Max van der Stoel`. */
export function listedForSorting(names: readonly CslName[]): string {
  const [first, ...rest] = names;
  if (first === undefined) { return ''; }
  const head = sortName(first);
  return listed([head, ...rest.map(displayName)]);
}

/** The names in a field, however the file filled it. */
export function namesOf(item: CslItem, ...fields: readonly string[]): readonly CslName[] {
  for (const name of fields) {
    const value = item[name];
    const names = Array.isArray(value) ? value.filter((entry): entry is CslName => typeof entry === 'object' && entry !== null) : [];
    if (names.some(entry => shortName(entry) !== '')) { return names; }
  }
  return [];
}
