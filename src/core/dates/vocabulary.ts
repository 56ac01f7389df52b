import type { DateLanguage } from './formatWords.ts';

/** A part of a year, month, decade or century that writers name without a date. */
export type PartName = 'early' | 'mid' | 'late' | 'start' | 'end' | 'half1' | 'half2' | 'quarter1' | 'quarter2' | 'quarter3' | 'quarter4';
export type Unit = 'day' | 'week' | 'month' | 'year' | 'decade';

/** A word for a month. English ones count only with a capital, unless a year follows; `short` ones may end in a dot. */
export interface MonthWord {
  readonly month: number;
  readonly capital: boolean;
  readonly short: boolean;
}

/** The words of dates in lower case. In `both`, a text may be in either language. */
export interface Vocabulary {
  readonly months: ReadonlyMap<string, MonthWord>;
  readonly seasons: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly counts: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly parts: ReadonlyMap<string, PartName>;
  readonly decades: ReadonlyMap<string, number>;
  readonly is: ReadonlyMap<Role, ReadonlySet<string>>;
}

/** What a small word does in a date, by its first English member. */
export type Role =
  | 'the' | 'of' | 'in' | 'about' | 'and' | 'or' | 'to' | 'between' | 'from' | 'since' | 'until' | 'by' | 'after' | 'onwards'
  | 'later' | 'earlier' | 'following' | 'preceding' | 'same' | 'that' | 'vague' | 'half' | 'turn' | 'present' | 'suffix' | 'weakCue' | 'ago'
  | 'century' | 'counted' | 'counts' | 'yearCue' | 'months' | 'near';

const EN_MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const FR_MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const FR_SHORT = ['janv', 'févr', '', 'avr', '', '', 'juil', '', 'sept', 'oct', 'nov', 'déc'];

const EN_COUNTS = [
  'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen',
  'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
];
const FR_COUNTS = [
  'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize',
];
const EN_ORDINALS = [
  'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth',
  'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth',
];
const EN_DECADES = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];

function numbered(words: readonly string[], first = 1): [string, number][] {
  return words.flatMap((word, index): [string, number][] => word === '' ? [] : [[word, index + first]]);
}

function monthWords(words: readonly string[], capital: boolean, short: boolean): [string, MonthWord][] {
  return numbered(words).map(([word, month]) => [word, { month, capital, short }]);
}

type Words = Omit<Vocabulary, 'is'> & { readonly is: Readonly<Record<Role, string>> };

const EN: Words = {
  months: new Map([
    ...monthWords(EN_MONTHS, true, false),
    ...monthWords(EN_MONTHS.map(month => month.length > 4 ? month.slice(0, 3) : ''), true, true),
    ...monthWords(['', '', '', '', '', 'jun', 'jul', '', 'sept'], true, true),
  ]),
  seasons: new Map([['spring', 21], ['summer', 22], ['autumn', 23], ['fall', 23], ['winter', 24]]),
  units: new Map([
    ['day', 'day'], ['days', 'day'], ['week', 'week'], ['weeks', 'week'], ['fortnight', 'week'], ['month', 'month'], ['months', 'month'],
    ['year', 'year'], ['years', 'year'], ['decade', 'decade'], ['decades', 'decade'],
  ]),
  counts: new Map([...numbered(EN_COUNTS), ['a', 1], ['an', 1], ['thirty', 30], ['forty', 40], ['fifty', 50]]),
  ordinals: new Map(numbered(EN_ORDINALS)),
  parts: new Map([
    ['early', 'early'], ['mid', 'mid'], ['late', 'late'], ['middle', 'mid'], ['beginning', 'start'], ['start', 'start'], ['end', 'end'],
    ['close', 'end'], ['outset', 'start'],
  ]),
  decades: new Map(EN_DECADES.map((word, index) => [word, 1920 + index * 10])),
  is: {
    the: 'the', of: 'of', in: 'in', about: 'about around circa approximately roughly c ca ~', and: 'and &', or: 'or', to: 'to until till through',
    between: 'between', from: 'from', since: 'since', until: 'until till', by: 'by before', after: 'after', onwards: 'onwards onward',
    later: 'later afterwards afterward thereafter', earlier: 'earlier previously beforehand', following: 'following next ensuing subsequent',
    preceding: 'previous preceding prior', same: 'same', that: 'that', vague: 'few several some many', half: 'half', turn: 'turn',
    present: 'present today now date', suffix: 'st nd rd th',
    weakCue: 'in during since until till throughout of', ago: 'ago', century: 'century',
    counted: 'p pp page pages no nos n nn note notes para paras paragraph paragraphs art arts article articles sec section sections ch chap chapter '
      + 'chapters vol volume fig figure table line lines resolution resolutions unscr scr res number numbers room flight item step box fn footnote rule isbn '
      + 'issn tel fax agenda vision usd eur gbp chf',
    counts: 'people persons person troops soldiers men women children refugees civilians deaths casualties victims families villages votes seats '
      + 'members delegates observers monitors peacekeepers police officers words pages copies miles metres meters kilometres kilometers km m kg '
      + 'tons tonnes dollars euros pounds usd percent per million billion thousand hours hrs gmt utc mw hectares acres cases mines feet times '
      + 'others more',
    yearCue: 'in of since until till by year before after from between around about circa c to and during late early mid spring summer autumn winter '
      + 'through than or throughout',
    months: 'months weeks', near: 'than almost nearly over under about around roughly approximately some barely',
  },
};

const FR: Words = {
  months: new Map([...monthWords(FR_SHORT, false, true), ...monthWords(FR_MONTHS, false, false), ['fevrier', { month: 2, capital: false, short: false }],
    ['aout', { month: 8, capital: false, short: false }], ['decembre', { month: 12, capital: false, short: false }]]),
  seasons: new Map([['printemps', 21], ['été', 22], ['automne', 23], ['hiver', 24]]),
  units: new Map([
    ['jour', 'day'], ['jours', 'day'], ['semaine', 'week'], ['semaines', 'week'], ['mois', 'month'], ['an', 'year'], ['ans', 'year'],
    ['année', 'year'], ['années', 'year'], ['décennie', 'decade'], ['décennies', 'decade'],
  ]),
  counts: new Map([...numbered(FR_COUNTS), ['une', 1], ['vingt', 20], ['trente', 30]]),
  ordinals: new Map([['premier', 1], ['première', 1], ['deuxième', 2], ['second', 2], ['seconde', 2], ['troisième', 3], ['quatrième', 4]]),
  parts: new Map([['début', 'early'], ['fin', 'late'], ['milieu', 'mid'], ['mi', 'mid']]),
  decades: new Map(),
  is: {
    the: 'le la les l', of: 'de du d des', in: 'en au', about: 'vers environ', and: 'et', or: 'ou', to: 'à au aux jusqu', between: 'entre',
    from: 'de du', since: 'depuis dès', until: 'jusqu', by: 'avant', after: 'après', onwards: '', later: 'après', earlier: 'auparavant avant',
    following: 'suivant suivante', preceding: 'précédent précédente', same: 'même', that: 'cette cet ce', vague: 'quelques plusieurs', half: 'moitié',
    turn: 'tournant', present: '', suffix: 'er', weakCue: 'en dès depuis fin début mi', ago: '', century: 'siècle',
    counted: 'résolution résolutions nº n° numéro', counts: 'personnes hommes femmes soldats réfugiés morts mots mètres heures',
    yearCue: 'en de depuis avant après vers entre et à année', months: '', near: 'près',
  },
};

function vocabularyOf(languages: readonly Words[]): Vocabulary {
  const merged = <V>(pick: (words: Words) => ReadonlyMap<string, V>): ReadonlyMap<string, V> => new Map(languages.flatMap(words => [...pick(words)]));
  const roles = Object.keys(EN.is) as Role[];
  return {
    months: merged(words => words.months), seasons: merged(words => words.seasons), units: merged(words => words.units),
    counts: merged(words => words.counts), ordinals: merged(words => words.ordinals), parts: merged(words => words.parts),
    decades: merged(words => words.decades),
    is: new Map(roles.map(role => [role, new Set(languages.flatMap(words => words.is[role].split(' ')).filter(word => word !== ''))])),
  };
}

export const VOCABULARIES: Readonly<Record<DateLanguage | 'both', Vocabulary>> = {
  en: vocabularyOf([EN]),
  fr: vocabularyOf([FR]),
  // English comes last and so decides of `Sept` and `Oct`, which then may begin a date: `Sept. 5`.
  both: vocabularyOf([FR, EN]),
};
