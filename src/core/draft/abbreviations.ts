const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

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
  + 'Should Will May Nothing Everyone Nobody Nor Unlike Like Given Le La Les Un Une Il Elle Ils');

/** Longest run of letters and points before a stop that is looked at. */
const LONGEST = 12;

/**
 * Whether the point at `stop` belongs to an abbreviation or an initial that does not end its sentence.
 * @param from where the sentence begins
 * @param next where the next word begins
 */
export function isAbbreviation(text: string, stop: number, from: number, next: number): boolean {
  // `1\.`, so that it begins no list.
  const end = text[stop - 1] === '\\' ? stop - 1 : stop;
  let start = end;
  while (start > from && end - start <= LONGEST && /[\p{L}\p{M}\p{N}.-]/u.test(text[start - 1]!)) start--;
  const word = text.slice(start, end);
  if (word === '') return false;
  const lower = word.toLowerCase();
  // `1. First`, `ii. Second`: the number of a point, not a sentence.
  if (start === from && /^(?:\d{1,3}|[ivx]{1,4}|\p{L})$/u.test(lower)) return true;
  if (TITLES.has(lower)) return true;
  const following = /^[\p{L}\p{N}]+(?![\p{L}\p{N}.-])/u.exec(text.slice(next, next + 24))?.[0] ?? '';
  // `p. 3`, but `P. Khan`.
  if (COUNTED.has(word.length === 1 ? word : lower)) return /^\d|^[ivxlc]+\b|^[IVXLC]+\b|^[#§]/.test(text.slice(next, next + 8)) || lower === 'ed' && !OPENERS.has(following);
  const isInitials = /^(?:\p{Lu}\p{M}*(?:\.-?\p{Lu}\p{M}*)*)$/u.test(word) && (word.length === 1 || word.includes('.'));
  return (isInitials || OPEN.has(lower)) && !OPENERS.has(following) && /^[\p{L}\p{N}(]/u.test(text.slice(next, next + 2));
}
