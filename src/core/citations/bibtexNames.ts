import { latexToCsl, splitOutsideBraces } from './latex.ts';
import type { CslName } from './types.ts';

/**
 * The names of a BibTeX field: `Khan, Asif R. and {United Nations} and van der Stoel, Max`. Braces around a whole name keep it as
 * it is; small letters begin the particle; biblatex's `family=…, given=…` is read as well.
 * @param isPrefixUsed biblatex's `useprefix`: whether the particle belongs to the family name in lists and citations
 */
export function bibtexNames(value: string, isPrefixUsed = false): CslName[] {
  return splitOutsideBraces(value.replace(/\s+/g, ' ').trim(), / and /iy).map(name => name.trim()).filter(Boolean).map(name => oneName(name, isPrefixUsed ? 'non-dropping-particle' : 'dropping-particle'));
}

type Particle = 'dropping-particle' | 'non-dropping-particle';

function oneName(name: string, kind: Particle): CslName {
  if (/^\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}$/.test(name)) { return { literal: latexToCsl(name) }; }
  if (/^others$/i.test(name)) { return { literal: 'others' }; }
  const parts = splitOutsideBraces(name, /\s*,\s*/y);
  if (parts.every(part => /^\s*"?[a-z-]+\s*=/i.test(part))) { return labelledName(parts); }
  const words = splitOutsideBraces(parts[0]!.trim(), /[\s~]+/y).filter(Boolean);
  if (parts.length === 1) {
    const particle = words.findIndex((word, index) => index < words.length - 1 && isSmall(word));
    const last = particle < 0 ? words.length - 1 : words.findLastIndex((word, index) => index < words.length - 1 && isSmall(word)) + 1;
    return named(kind, words.slice(particle < 0 ? last : particle, last), words.slice(last), words.slice(0, particle < 0 ? last : particle), '');
  }
  const family = Math.min(words.length - 1, Math.max(0, words.findLastIndex((word, index) => index < words.length - 1 && isSmall(word)) + 1));
  const isParticle = words.length > 1 && isSmall(words[0]!);
  return named(kind, isParticle ? words.slice(0, family) : [], isParticle ? words.slice(family) : words, [parts.at(-1)!], parts.length > 2 ? parts[1]! : '');
}

/** Whether a word begins with a small letter outside braces, as particles do. */
function isSmall(word: string): boolean {
  return /^\p{Ll}/u.test(word.startsWith('{') ? '' : word.replace(/^\\[^\p{L}]\{?/u, ''));
}

function named(kind: Particle, particle: readonly string[], family: readonly string[], given: readonly string[], suffix: string): CslName {
  const text = (words: readonly string[]) => latexToCsl(words.join(' '));
  return {
    family: text(family),
    ...text(given) !== '' && { given: text(given) },
    ...particle.length > 0 && { [kind]: text(particle) },
    ...suffix !== '' && { suffix: text([suffix]) },
  };
}

function labelledName(parts: readonly string[]): CslName {
  const given = new Map(parts.map((part): [string, string] => {
    const [label, ...value] = part.replace(/"/g, '').split('=');
    return [label!.trim().toLowerCase(), latexToCsl(value.join('='))];
  }));
  const fields = { family: given.get('family'), given: given.get('given'), suffix: given.get('suffix'), 'non-dropping-particle': given.get('prefix') };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
