import { remember } from './remember.ts';

const SUFFIXES = ['isations', 'izations', 'isation', 'ization', 'ations', 'itions', 'ation', 'ition', 'ments', 'ment', 'tions', 'sions', 'tion', 'sion', 'ising', 'izing', 'ised', 'ized', 'ise', 'ize', 'ating', 'ated', 'ates', 'ate',
  'ings', 'ing', 'als', 'al', 'ies', 'ied', 'ed', 'es', 's', 'y'];
const LEAST = 3;
const MOST = 7;

/** The part of a word that its kin share: `withdrawal`, `withdrew`’s `withdraw`, `withdrawing`. No more than a key to compare by. */
export const stem = remember(cut);

function cut(word: string): string {
  const suffix = SUFFIXES.find(end => word.length - end.length >= LEAST && word.endsWith(end));
  const base = (suffix === undefined ? word : word.slice(0, -suffix.length)).replace(/(.)\1$/, '$1');
  return (base.length > LEAST ? base.replace(/e+$/, '') : base).slice(0, MOST);
}
