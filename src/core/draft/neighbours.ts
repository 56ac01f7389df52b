import { OPENERS } from './abbreviations.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Titles and offices, in capitals before a name; by their last word. */
const TITLES = words('president minister premier prince princess king queen emperor general secretary ambassador senator congressman congresswoman '
  + 'representative envoy chairman chairwoman chair chairperson leader director governor commissioner professor doctor dr mr mrs ms sir lord lady dame '
  + 'colonel major captain lieutenant admiral marshal brigadier sergeant comrade chancellor speaker judge justice bishop archbishop cardinal pope '
  + 'pastor reverend venerable delegate negotiator mediator diplomat spokesman spokeswoman adviser advisor commander deputy assistant under '
  + 'coordinator rapporteur scholar author historian affairs state defence defense treasury former then late acting vice co foreign prime '
  + 'gen col lt maj capt prof rev hon sen rep gov amb samdech monsieur madame administrator counsel counsellor consul attaché');
const CALENDAR = words('january february march april may june july august september october november december monday tuesday wednesday thursday friday '
  + 'saturday sunday spring summer autumn winter christmas');
/** After a person’s name: what is named after the person. */
const EPONYMS = words('plan report commission doctrine committee initiative proposal memorandum mission formula government administration regime years era');
/** After a country’s name: a sea, a paper, a house; the country is not meant. */
const NOT_THE_COUNTRY = words('sea ocean strait bay post daily times herald tribune gazette mail chronicle quarterly review journal press syndrome hilton studies watch airlines');
const COMPASS = words('south north east west new upper lower central inner outer');

/** The word right before an offset, with at most a blank or a line break between; empty for a mark between. */
function wordBefore(text: string, from: number, at: number): { readonly word: string; readonly start: number } {
  const found = /([\p{L}\p{M}’']+\.?|\p{Lu}\.)[ \t\u00A0\r\n]{1,3}[*_]{0,2}$/u.exec(text.slice(Math.max(from, at - 40), at));
  return found === null ? { word: '', start: at } : { word: found[1]!, start: at - found[0].length };
}

function wordAfter(text: string, at: number): string {
  return /^(?:[ \t\u00A0\r\n]{1,3}|[-‐‑])[*_]{0,2}(\p{Lu}[\p{L}\p{M}’']+)/u.exec(text.slice(at, at + 40))?.[1] ?? '';
}

const isCapitalised = (word: string) => /^\p{Lu}\p{M}*\p{Ll}/u.test(word);
const plain = (word: string) => word.toLowerCase().replace(/(?:['’]s)?\.?$/, '');

/** Where the names before and after end and begin, and whose own names the word next to this one may be. */
export interface Surroundings {
  /** Where the block’s prose begins. */
  readonly from: number;
  /** End of the mention before; `from` where there is none. */
  readonly before: number;
  /** Start of the mention after, or the end of the block. */
  readonly after: number;
  /** All words of all names of those who may be meant, in small letters. */
  readonly ownWords: ReadonlySet<string>;
}

/** Whether the last name of a person belongs to the name of somebody or something else: `Paul Martin`, `Martin Ennals`, `Solomon Islands`. */
export function isOtherPerson(text: string, start: number, end: number, around: Surroundings): boolean {
  const following = wordAfter(text, end);
  if (following !== '' && end + 4 < around.after && !around.ownWords.has(plain(following)) && !OPENERS.has(following)
    && !CALENDAR.has(plain(following)) && !EPONYMS.has(plain(following)) && !startsHere(text, end, around.after, following)) return true;
  const { word, start: at } = wordBefore(text, around.from, start);
  if (at < around.before) return false;
  if (/^\p{Lu}\.$/u.test(word)) return ![...around.ownWords].some(own => own.startsWith(word[0]!.toLowerCase()));
  if (!isCapitalised(word) || /['’]s?$/.test(word)) return false;
  const lower = plain(word);
  if (around.ownWords.has(lower) || TITLES.has(lower) || CALENDAR.has(lower) || OPENERS.has(word)) return false;
  // At the head of a sentence any word has a capital; most of those before a name are adverbs and participles.
  const isHead = at === around.from || /(?:[.!?:;…»”"]|\n\s*)\s*$/u.test(text.slice(Math.max(around.from, at - 4), at));
  return !(isHead && /(?:ly|ing|ed|tion|ment|ness|ever|wise)$/.test(lower));
}

/** Whether a country’s name belongs to another name: `South China Sea`, `North Korea`, `Phnom Penh Post`. */
export function isOtherPlace(text: string, start: number, end: number, around: Surroundings): boolean {
  if (NOT_THE_COUNTRY.has(plain(wordAfter(text, end)))) return true;
  const { word, start: at } = wordBefore(text, around.from, start);
  return at >= around.before && isCapitalised(word) && COMPASS.has(plain(word)) && !/[.!?]\s*$/.test(text.slice(Math.max(around.from, at - 3), at)) && at > around.from;
}

/** Whether a word in capitals is no abbreviation but money, `US$ 1 billion`, or part of a shouted heading, `HE TOLD US`. */
export function isNoAbbreviation(text: string, from: number, start: number, end: number): boolean {
  const word = text.slice(start, end);
  if (text[end] === '$') return true;
  if (!SMALL_WORDS.has(word)) return false;
  const before = /(\p{Lu}{2,})\s+$/u.exec(text.slice(Math.max(from, start - 24), start))?.[1];
  const after = /^\s+(\p{Lu}{2,})/u.exec(text.slice(end, end + 24))?.[1];
  return word === 'WHO' ? after !== undefined && before !== 'THE' : before !== undefined && before !== 'THE';
}
const SMALL_WORDS = words('US WHO IT IS AN AS AT AM BE BY DO GO HE IF IN ME MY NO OF ON OR SO TO UP WE ALL AND ARE CAN FOR MAY NOT OUR OUT WAS AID');

function startsHere(text: string, end: number, after: number, following: string): boolean {
  return text.startsWith(following, after) && after - end <= 5;
}
