import { blanksAfter, blanksBefore, isApostropheAt, isHyphenAt, lettersAfter, lettersBefore, wordSet } from './around.ts';

/** Verbs and prepositions after which a capital city is the place: `in Hanoi`, `a visit to Hanoi`, `left Hanoi`. */
const PLACE_BEFORE = wordSet('in into at near to from via through outside inside around across toward towards throughout visit visits visited visiting '
  + 'reach reaches reached reaching left leave leaves leaving enter enters entered entering capture captures captured capturing seize seizes seized seizing took '
  + 'occupy occupies occupied occupying bomb bombs bombed bombing shelled shelling evacuate evacuates evacuated evacuating liberate liberates liberated liberating '
  + 'abandoned abandoning besiege besieged besieging toured touring fled fleeing capital central downtown');
/** Before `of`: `the fall of Phnom Penh`. */
const OF_PLACE = wordSet('city town capital streets outskirts suburbs airport people population residents fall capture siege evacuation liberation occupation '
  + 'shelling centre center north south east west university embassy');
/** Before `for`: `departed for Paris`. */
const FOR_PLACE = wordSet('bound departed');

/** Words before `to`, `from` and `in` after which the government is meant all the same: `according to Hanoi`, `aid from Beijing`. */
const GOVERNMENT_BEFORE = wordSet('according acceptable unacceptable loyal allied hostile close closer opposed beholden subservient favorable favourable thanks '
  + 'answerable signal signals message messages letter letters proposal proposals concession concessions appeal appeals aid assistance support ties links overture '
  + 'overtures response responses reply warning warnings assurance assurances guarantee guarantees challenge threat owe owed pressure demand demands instruction '
  + 'instructions order orders backing help arms weapons independence independent autonomous approval consent statement statements reaction reactions resistance '
  + 'opposition attributed confidence trust faith interest leaders officials government regime authorities those it appealed wrote said proposed suggested conveyed '
  + 'looked turned listen listened speak spoke clear distance distanced hear heard learn learned learnt demanded extract extracted win won wrest');

/** What comes after a place: `Hanoi airport`, `Hanoi’s streets`. */
const PLACE_AFTER = wordSet('airport street streets residents suburbs outskirts population inhabitants hotel hotels market university climate weather railway harbour '
  + 'port river province district skyline embassy');
/** What a government has and no town: `in Hanoi’s view`. */
const MIND_AFTER = wordSet('view eyes opinion judgement judgment interest interests favour favor hands thinking calculations orbit');
/** After a place where people met: `the Paris conference`, `the Jakarta informal meetings`. */
const MEETING_AFTER = wordSet('conference conferences meeting meetings talks agreement agreements accord accords summit summits negotiations round rounds session '
  + 'sessions gathering gatherings visit trip treaty treaties declaration principles process');
const KIND_OF_MEETING = wordSet('peace informal international multilateral ministerial bilateral secret plenary opening');

/** `Moscow, Beijing and ` before `Hanoi`: what is said of the first is said of the last. */
const LISTED_BEFORE = /(?:\p{Lu}[\p{L}\p{M}’'-]*(?:\s\p{Lu}[\p{L}\p{M}’'-]*){0,2}(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or|to|via)\s+))+$/u;
const LISTING = wordSet('and or to via');
/** As far as the words before and after a name are looked at. */
const WINDOW = 90;
const WINDOW_AFTER = 40;

/**
 * Whether the words around the name of a city say that the place is meant and not the government: `in Hanoi`, `visited Hanoi`,
 * `the fall of Phnom Penh`; but not `Hanoi agreed`, `Hanoi’s position`, `according to Hanoi`.
 */
export function isPlace(text: string, from: number, start: number, end: number): boolean {
  if (isBeforePlace(text, end)) return true;
  if (MIND_AFTER.has(owned(text, end))) return false;
  const least = Math.max(from, start - WINDOW);
  if (says(text, least, start)) return true;
  const head = isListed(text, least, start) ? text.slice(least, start).replace(LISTED_BEFORE, '').length + least : start;
  return head !== start && says(text, least, head);
}

/** Whether what follows the name belongs to a place. */
function isBeforePlace(text: string, end: number): boolean {
  const limit = Math.min(text.length, end + WINDOW_AFTER);
  const after = blanksAfter(text, end, limit);
  if (after === end) {
    if (isHyphenAt(text, end)) return wordAt(text, end + 1, limit) === 'based';
    return PLACE_AFTER.has(owned(text, end));
  }
  const word = wordAt(text, after, limit);
  if (PLACE_AFTER.has(word) || MEETING_AFTER.has(word) || word === 'based' && after === end + 1) return true;
  if (!KIND_OF_MEETING.has(word)) return false;
  const next = blanksAfter(text, after + word.length, limit);
  return next > after + word.length && MEETING_AFTER.has(wordAt(text, next, limit));
}

/** The word after a possessive, `Hanoi’s streets`; empty after any other name. */
function owned(text: string, end: number): string {
  const limit = Math.min(text.length, end + WINDOW_AFTER);
  const isPossessive = isApostropheAt(text, end) && (text[end + 1] === 's' || text[end + 1] === 'S');
  const next = isPossessive ? blanksAfter(text, end + 2, limit) : end;
  return next > end + 2 ? wordAt(text, next, limit) : '';
}

/** The run of letters there, in small letters. */
function wordAt(text: string, at: number, limit: number): string {
  return text.slice(at, lettersAfter(text, at, limit)).toLowerCase();
}

/** Whether the words that end at `at` say that a place follows. */
function says(text: string, from: number, at: number): boolean {
  let end = blanksBefore(text, from, at);
  if (isEmphasis(text, from, end)) {
    while (isEmphasis(text, from, end)) end--;
    const blanks = blanksBefore(text, from, end);
    if (blanks === end) return false;
    end = blanks;
  } else if (end === at) return false;
  if (text[end - 1] === ',' && end > from) return text.slice(lettersBefore(text, from, end - 1), end - 1).toLowerCase() === 'capital';
  const start = lettersBefore(text, from, end);
  if (start === end) return false;
  const word = text.slice(start, end).toLowerCase();
  // One blank and no more parts a preposition from its noun.
  const noun = start > from && text[start - 1] === ' ' ? text.slice(lettersBefore(text, from, start - 1), start - 1).toLowerCase() : '';
  if (word === 'of') return OF_PLACE.has(noun);
  if (word === 'for') return FOR_PLACE.has(noun);
  if (!PLACE_BEFORE.has(word)) return false;
  return !((word === 'to' || word === 'from' || word === 'in') && GOVERNMENT_BEFORE.has(noun));
}

/** `*`, `_`, and the `>` of a block quotation. */
function isEmphasis(text: string, from: number, end: number): boolean {
  if (end <= from) return false;
  const unit = text.charCodeAt(end - 1);
  return unit === 0x2a || unit === 0x5f || unit === 0x3e;
}

/** Whether a comma or a word such as `and` stands before the name, so that it may be the last of several. */
function isListed(text: string, from: number, at: number): boolean {
  const end = blanksBefore(text, from, at);
  if (end === at) return false;
  return end > from && text[end - 1] === ',' || LISTING.has(text.slice(lettersBefore(text, from, end), end));
}
