import { actionOfNoun, type Action } from './actions.ts';
import { remember } from './remember.ts';
import { stem } from './stem.ts';
import { verbWord, type VerbWord } from './verbs.ts';
import { classesOf, ordinalOf } from './words.ts';

/** What a word is, whatever the sentence. A text says most of its words again and again: each is looked up once. */
export interface Lexeme {
  /** The word in small letters. */
  readonly text: string;
  /** See `words.ts`. */
  readonly classes: number;
  /** What it can be as a verb. */
  readonly verb: VerbWord | undefined;
  /** What it says as a noun. */
  readonly action: Action | undefined;
  /** Whether it is a noun for events that says no deed. */
  readonly isEventNoun: boolean;
  /** 1 for `first`; 0 for none. */
  readonly ordinal: number;
  /** The stems of its parts, of `cease-fire` two. */
  readonly stems: readonly string[];
}

/** Nouns for events that say no deed. */
export const EVENT_NOUNS: ReadonlySet<string> = new Set('accord agreement settlement treaty convention resolution framework genocide war operation election process thaw détente rapprochement'.split(' '));

/** A word as written. */
export const lexemeOf = remember((written): Lexeme => {
  const text = written.toLowerCase();
  return {
    text, classes: classesOf(text), verb: verbWord(text), action: actionOfNoun(text), isEventNoun: EVENT_NOUNS.has(text.replace(/s$/, '')),
    ordinal: ordinalOf(text), stems: text.split('-').map(stem),
  };
});
