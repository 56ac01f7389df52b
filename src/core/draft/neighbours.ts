import { CAPITAL, isUnit, LETTER, MARK, SMALL } from '../units.ts';
import { OPENERS } from './abbreviations.ts';
import { blanksAfter, blanksBefore, isApostropheAt, isHyphenAt, wordSet } from './around.ts';

/** Titles and offices, in capitals before a name; by their last word. */
const TITLES = wordSet('president minister premier prince princess king queen emperor general secretary ambassador senator congressman congresswoman '
  + 'representative envoy chairman chairwoman chair chairperson leader director governor commissioner professor doctor dr mr mrs ms sir lord lady dame '
  + 'colonel major captain lieutenant admiral marshal brigadier sergeant comrade chancellor speaker judge justice bishop archbishop cardinal pope '
  + 'pastor reverend venerable delegate negotiator mediator diplomat spokesman spokeswoman adviser advisor commander deputy assistant under '
  + 'coordinator rapporteur scholar author historian affairs state defence defense treasury former then late acting vice co foreign prime '
  + 'gen col lt maj capt prof rev hon sen rep gov amb samdech monsieur madame administrator counsel counsellor consul attaché');
const CALENDAR = wordSet('january february march april may june july august september october november december monday tuesday wednesday thursday friday '
  + 'saturday sunday spring summer autumn winter christmas');
/** After a person’s name: what is named after the person. */
const EPONYMS = wordSet('plan report commission doctrine committee initiative proposal memorandum mission formula government administration regime years era');
/** After a country’s name: a sea, a paper, a house; the country is not meant. */
const NOT_THE_COUNTRY = wordSet('sea ocean strait bay post daily times herald tribune gazette mail chronicle quarterly review journal press syndrome hilton studies watch airlines');
/** Names that two states bore at one time: `South Viet Nam`, `the Republic of Viet Nam`. */
const DIVIDED = wordSet('vietnam korea yemen germany sudan');
const HALVES = wordSet('south north east west');
/** `the Republic of China` is another than the People’s Republic. */
const RIVAL = /(?<!\bSocialist\s+|\bPeople['’]s\s+)\bRepublic\s+of\s+$|\bDemocratic\s+People['’]s\s+Republic\s+of\s+$/;
const COMPASS = wordSet('south north east west new upper lower central inner outer');
/** At the head of a sentence any word has a capital; most of those before a name are adverbs and participles. */
const OPENING_FORMS = /(?:ly|ing|ed|tion|ment|ness|ever|wise)$/;

/** As far as the words around a name are looked at. */
const WINDOW = 40;
const MAX_BLANKS = 3;
const MAX_EMPHASIS = 2;
/** `Thos.` */
const LONGEST_ABBREVIATED = 4;

interface Neighbour {
  /** Empty where a mark or the end of the prose stands between. */
  readonly word: string;
  readonly start: number;
}

/** The word right before an offset, with at most a blank or a line break between; a point belongs to it. */
function wordBefore(text: string, from: number, at: number): Neighbour {
  const least = Math.max(from, at - WINDOW);
  let blank = at;
  while (blank > least && blank > at - MAX_EMPHASIS && isEmphasis(text.charCodeAt(blank - 1))) blank--;
  let end = blank;
  while (end > least && end > blank - MAX_BLANKS && isGap(text.charCodeAt(end - 1))) end--;
  if (end === blank) return { word: '', start: at };
  let start = end > least && text[end - 1] === '.' ? end - 1 : end;
  const last = start;
  while (start > least && isLetterOfWord(text, start - 1)) start--;
  return start === last ? { word: '', start: at } : { word: text.slice(start, end), start };
}

/** The word in capitals or with one that follows a name after a blank or a hyphen; empty for any other. */
function wordAfter(text: string, at: number): string {
  const limit = Math.min(text.length, at + WINDOW);
  let start = at;
  if (isHyphenAt(text, at)) start++;
  else while (start < limit && start < at + MAX_BLANKS && isGap(text.charCodeAt(start))) start++;
  if (start === at) return '';
  for (let marks = 0; marks < MAX_EMPHASIS && isEmphasis(text.charCodeAt(start)); marks++) start++;
  if (!isUnit(text.charCodeAt(start), CAPITAL)) return '';
  let end = start + 1;
  while (end < limit && isLetterOfWord(text, end)) end++;
  return end < start + 2 ? '' : text.slice(start, end);
}

function isEmphasis(unit: number): boolean {
  return unit === 0x2a || unit === 0x5f;
}
function isGap(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0xa0 || unit === 0x0d || unit === 0x0a;
}
function isLetterOfWord(text: string, at: number): boolean {
  return isUnit(text.charCodeAt(at), LETTER | MARK) || isApostropheAt(text, at);
}

/** Whether it begins with a capital and goes on small, accents aside. */
function isCapitalised(word: string): boolean {
  if (!isUnit(word.charCodeAt(0), CAPITAL)) return false;
  let at = 1;
  while (isUnit(word.charCodeAt(at), MARK)) at++;
  return isUnit(word.charCodeAt(at), SMALL);
}

/** In small letters, without a possessive and a last point. */
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
export function isOtherPerson(text: string, start: number, end: number, { from, before, after, ownWords }: Surroundings): boolean {
  const following = wordAfter(text, end);
  if (following !== '' && end + 4 < after && !OPENERS.has(following) && !startsHere(text, end, after, following)) {
    const lower = plain(following);
    if (!ownWords.has(lower) && !CALENDAR.has(lower) && !EPONYMS.has(lower)) return true;
  }
  const { word, start: at } = wordBefore(text, from, start);
  if (word === '' || at < before) return false;
  if (word.length === 2 && word[1] === '.' && isUnit(word.charCodeAt(0), CAPITAL)) {
    const initial = word[0]!.toLowerCase();
    for (const own of ownWords) if (own.startsWith(initial)) return false;
    return true;
  }
  // `New York. Baker`: what is abbreviated before a name is short.
  if (!isCapitalised(word) || word.length > LONGEST_ABBREVIATED && word.endsWith('.') || /['’]s?$/.test(word)) return false;
  const lower = plain(word);
  if (ownWords.has(lower) || TITLES.has(lower) || CALENDAR.has(lower) || OPENERS.has(word)) return false;
  const isHead = at === from || /(?:[.!?:;…»”"]|\n\s*)\s*$/.test(text.slice(Math.max(from, at - 4), at));
  return !(isHead && OPENING_FORMS.test(lower));
}

/** Whether a country’s name belongs to another name: `South China Sea`, `North Korea`, `Phnom Penh Post`. */
export function isOtherPlace(text: string, start: number, end: number, { from, before }: Surroundings): boolean {
  const following = wordAfter(text, end);
  if (following !== '' && NOT_THE_COUNTRY.has(plain(following))) return true;
  const { word, start: at } = wordBefore(text, from, start);
  if (word === '' || at < before) return false;
  const name = text.slice(start, end).toLowerCase().replace(/\s+/g, '');
  if (word === 'of') return (DIVIDED.has(name) || name === 'china') && RIVAL.test(text.slice(Math.max(from, start - WINDOW), start));
  if (!isCapitalised(word)) return false;
  if (HALVES.has(plain(word)) && DIVIDED.has(name)) return true;
  if (at <= from || !COMPASS.has(plain(word))) return false;
  return !/[.!?]\s*$/.test(text.slice(Math.max(from, at - 3), at));
}

/** Whether a word in capitals is no abbreviation but money, `US$ 1 billion`, or part of a shouted heading, `HE TOLD US`. */
export function isNoAbbreviation(text: string, from: number, start: number, end: number): boolean {
  if (text[end] === '$') return true;
  if (end - start > LONGEST_SMALL_WORD) return false;
  const word = text.slice(start, end);
  if (!SMALL_WORDS.has(word)) return false;
  const before = shoutedBefore(text, Math.max(from, start - 24), start);
  if (word !== 'WHO') return before !== '' && before !== 'THE';
  return before !== 'THE' && isShoutedAfter(text, end, Math.min(text.length, end + 24));
}
const SMALL_WORDS = wordSet('US WHO IT IS AN AS AT AM BE BY DO GO HE IF IN ME MY NO OF ON OR SO TO UP WE ALL AND ARE CAN FOR MAY NOT OUR OUT WAS AID');
const LONGEST_SMALL_WORD = 3;

/** Two capitals or more before the blanks before a word. */
function shoutedBefore(text: string, from: number, at: number): string {
  const end = blanksBefore(text, from, at);
  let start = end;
  while (start > from && isUnit(text.charCodeAt(start - 1), CAPITAL)) start--;
  return end === at || end - start < 2 ? '' : text.slice(start, end);
}
function isShoutedAfter(text: string, at: number, limit: number): boolean {
  const start = blanksAfter(text, at, limit);
  return start > at && start + 1 < limit && isUnit(text.charCodeAt(start), CAPITAL) && isUnit(text.charCodeAt(start + 1), CAPITAL);
}

function startsHere(text: string, end: number, after: number, following: string): boolean {
  return text.startsWith(following, after) && after - end <= 5;
}
