export { buildLexicon } from './lexicon.ts';
export type { Lexicon, NameEntry, NameMatch } from './types.ts';
