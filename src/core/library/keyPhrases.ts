import { wordsOf } from './words.ts';

/** Words that hold English and French sentences together and tell nothing about what they are on. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set((
  'a an the and or but nor so yet if then than as at by for from in into of off on onto out over per to up via with within without about above after against along among '
  + 'around before behind below between beyond during except inside like near since through throughout toward towards under until upon versus while '
  + 'i you he she it we they me him her us them my your his its our their mine yours hers ours theirs this that these those who whom whose which what when where why how '
  + 'am is are was were be been being do does did done have has had having can could may might must shall should will would not no only also just even still again '
  + 'all any both each every few many more most much other others another some such same very too there here once one s t '
  + 'le la les un une des du de d l et ou mais donc ni car que qui quoi dont ou en dans par pour sur sous avec sans entre vers chez ce cet cette ces il elle ils elles on '
  + 'nous vous se son sa ses leur leurs au aux est sont etait ont a ete etre avoir ne pas plus'
).split(' '));

/** Longest text that is looked at: a page or two. */
const MAX_WORDS = 400;

export interface KeyPhrases {
  /** Words that tell something, each once, in the order of the text. */
  readonly words: readonly string[];
  /** Two of them next to each other. */
  readonly pairs: readonly (readonly string[])[];
}

/** The words of a text by which others like it are found. */
export function keyPhrasesOf(text: string): KeyPhrases {
  const all = wordsOf(text).slice(0, MAX_WORDS).map(word => word.folded);
  const tells = (word: string | undefined): word is string => word !== undefined && (word.length > 2 || /^\d+$/.test(word)) && !FUNCTION_WORDS.has(word);
  const pairs = all.flatMap((word, at) => {
    const next = all[at + 1];
    return tells(word) && tells(next) ? [[word, next]] : [];
  });
  return { words: [...new Set(all.filter(tells))], pairs: [...new Map(pairs.map(pair => [pair.join(' '), pair])).values()] };
}
