/** Verbs and prepositions after which a capital city is the place: `in Hanoi`, `a visit to Hanoi`, `flew to Hanoi`. */
const PLACE_BEFORE = new RegExp('(?:^|[^\\p{L}])(?:in|into|at|near|to|from|via|through|outside|inside|around|across|towards?|throughout|visit(?:s|ed|ing)?|reach(?:es|ed|ing)?|'
  + 'left|leav(?:e|es|ing)|enter(?:s|ed|ing)?|captur(?:e|es|ed|ing)|seiz(?:e|es|ed|ing)|took|occup(?:y|ies|ied|ying)|bomb(?:s|ed|ing)?|shell(?:ed|ing)|'
  + 'evacuat(?:e|es|ed|ing)|liberat(?:e|es|ed|ing)|abandon(?:ed|ing)|besieg(?:e|ed|ing)|tour(?:ed|ing)|'
  + '(?:city|town|capital|streets|outskirts|suburbs|airport|people|population|residents|fall|capture|siege|evacuation|liberation|occupation|shelling|centre|center|north|south|east|west|university|embassy) (?:of|in)|'
  + 'capital,?|bound for|departed for|arriv(?:e|es|ed|ing|al) (?:in|at))\\s+(?:[>*_]+\\s*)?$', 'iu');

/** Words before `to`, `from` and `in` after which the government is meant all the same: `according to Hanoi`, `aid from Beijing`. */
const TO_GOVERNMENT = new RegExp('(?:^|[^\\p{L}])(?:according|(?:un)?acceptable|loyal|allied|hostile|close|closer|opposed|beholden|subservient|favou?rable|thanks|answerable|signals?|'
  + 'messages?|letters?|proposals?|concessions?|appeals?|aid|assistance|support|ties|links|overtures?|response|responses|reply|warnings?|assurances?|guarantees?|'
  + 'challenge|threat|owed?|pressure|demands?|instructions?|orders|backing|help|arms|weapons|independence|independent|autonomous|concession|approval|consent|'
  + 'statements?|reactions?|resistance|opposition|attributed|confidence|trust|faith|interest|leaders|officials|government|regime|authorities|those|it|appealed|wrote|said|proposed|suggested|'
  + 'conveyed|looked|turned|listen|listened|speak|spoke|clear|distance|distanced|hear|heard|learn|learned|learnt|demanded|extract|extracted|win|won|wrest) '
  + '(?:to|from|in)\\s+(?:[>*_]+\\s*)?$', 'iu');

/** What comes after a place: `Hanoi airport`, `Hanoi-based`, `Hanoi’s streets`, `the Paris conference`. */
const PLACE_AFTER = /^(?:[-‐‑ ]based\b|\s+(?:(?:peace|informal|international|multilateral|ministerial|bilateral|secret|plenary|opening)\s+)?(?:conferences?|meetings?|talks|agreements?|accords?|summits?|negotiations|rounds?|sessions?|gatherings?|treaty|treaties|declaration|principles|process)(?![\p{L}])|(?:['’]s)?\s+(?:airport|streets?|residents|suburbs|outskirts|population|inhabitants|hotels?|market|university|climate|weather|railway|harbour|port|river|province|district|skyline|embassy)(?![\p{L}]))/iu;

/** `Moscow, Beijing and ` before `Hanoi`: what is said of the first is said of the last. */
const LISTED_BEFORE = /(?:\p{Lu}[\p{L}\p{M}’'-]*(?:\s\p{Lu}[\p{L}\p{M}’'-]*){0,2}(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or|to|via)\s+))+$/u;
/** As far as the words before a name are looked at. */
const WINDOW = 90;

/**
 * Whether the words around the name of a city say that the place is meant and not the government: `in Hanoi`, `visited Hanoi`,
 * `the fall of Phnom Penh`; but not `Hanoi agreed`, `Hanoi’s position`, `according to Hanoi`.
 */
export function isPlace(text: string, from: number, start: number, end: number): boolean {
  if (PLACE_AFTER.test(text.slice(end, end + 40))) return true;
  const before = text.slice(Math.max(from, start - WINDOW), start);
  const head = before.replace(LISTED_BEFORE, '');
  return says(before) || head !== before && says(head);
}

function says(before: string): boolean {
  return PLACE_BEFORE.test(before) && !TO_GOVERNMENT.test(before);
}
