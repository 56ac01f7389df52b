import { CAPITAL, isUnit, LETTER, MARK, NUMBER } from '../units.ts';
import { wordSet as words } from './around.ts';

/** Followed by a name, so that their point never ends a sentence. In lower case, without the last point. */
const TITLES = words('mr mrs ms mme mlle dr prof rev hon gen col lt maj capt cpt sgt cmdr adm brig amb sen rep gov pres st mt ft messrs vs v cf viz '
  + 'e.g i.e eg ie approx ca c fr msgr supt lt.-gen maj.-gen');
/** Followed by a number: `No. 718`, `p. 3`, `sec. iv`. */
const COUNTED = words('no nos p pp n nn vol vols ch chs chap chaps para paras art arts fig figs sec secs sect ed eds trans res doc docs col cols '
  + 'l ll bk pt pts app b d r f ff jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun');
/** May end a sentence or stand within one; the next word tells. */
const OPEN = words('etc inc ltd co corp bros dept est jr sr ph.d m.a b.a ll.d d.phil a.m p.m ibid op cit loc passim al esq ave blvd rd');

/** Words in capitals at the head of a sentence and seldom after an abbreviation. */
export const OPENERS = words('The A An In On At By For From To Of As If It Its He She They We You I His Her Their Our My This That These Those There Then Thus '
  + 'But And Or So Yet Nor When While Where Who What Which Why How After Before Since Until Although Though Because However Moreover Nevertheless '
  + 'Instead Indeed Such Some Many Most Both Each All Not Only Even Once With Without Within During Despite Among Between Through According Also '
  + 'Another Other Others Two Three Four Five Still Later Meanwhile Today Now Never Yes Here Had Was Were Is Are Did Does Do Has Have Can Could Would '
  + 'Should Will May Nothing Everyone Nobody Neither Either Unlike Like Given Le La Les Un Une Il Elle Ils');

/** Longest run of letters and points before a stop that is looked at. */
const LONGEST = 12;
/** As far as the words after a stop are looked at. */
const WINDOW = 24;

/**
 * Whether the point at `stop` belongs to an abbreviation or an initial that does not end its sentence.
 * @param from where the sentence begins
 * @param next where the next word begins
 */
export function isAbbreviation(text: string, stop: number, from: number, next: number): boolean {
  // `1\.`, so that it begins no list.
  const end = text[stop - 1] === '\\' ? stop - 1 : stop;
  let start = end;
  while (start > from && end - start <= LONGEST && isPartOfWord(text.charCodeAt(start - 1))) start--;
  if (start === end) return false;
  const word = text.slice(start, end);
  const lower = word.toLowerCase();
  // `1. First`, `ii. Second`: the number of a point, not a sentence.
  if (start === from && /^(?:\d{1,3}|[ivx]{1,4}|\p{L})$/u.test(lower)) return true;
  if (TITLES.has(lower)) return true;
  // `p. 3`, but `P. Khan`.
  if (COUNTED.has(word.length === 1 ? word : lower)) return isNumberAt(text, next) || lower === 'ed' && !OPENERS.has(followingWord(text, next));
  if (!OPEN.has(lower) && !isInitials(word)) return false;
  return !OPENERS.has(followingWord(text, next)) && (text[next] === '(' || beginsWord(text, next));
}

/** Letters, digits, points and hyphens. */
function isPartOfWord(unit: number): boolean {
  return isUnit(unit, LETTER | MARK | NUMBER) || unit === 0x2e || unit === 0x2d;
}

/** `A`, `A.B`, `J.-P`. */
function isInitials(word: string): boolean {
  if (!isUnit(word.charCodeAt(0), CAPITAL) && word.charCodeAt(0) < 0xd800) return false;
  return (word.length === 1 || word.includes('.')) && /^(?:\p{Lu}\p{M}*(?:\.-?\p{Lu}\p{M}*)*)$/u.test(word);
}

function isNumberAt(text: string, at: number): boolean {
  return /^(?:\d|[ivxlc]+\b|[IVXLC]+\b|[#§])/.test(text.slice(at, at + 8));
}

function beginsWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return isUnit(unit, LETTER | NUMBER) || unit >= 0xd800 && unit < 0xdc00 && /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}

/** The word that begins there; empty when it goes on with a point or hyphen. */
function followingWord(text: string, at: number): string {
  const limit = Math.min(text.length, at + WINDOW);
  let end = at;
  while (end < limit && isUnit(text.charCodeAt(end), LETTER | NUMBER)) end++;
  return end < limit && isPartOfWord(text.charCodeAt(end)) ? '' : text.slice(at, end);
}
