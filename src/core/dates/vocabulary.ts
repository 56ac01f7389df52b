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

/** What a small word does in a date, by its first English member; bits, so that a word can do several things. */
export const As = {
  the: 1 << 0, of: 1 << 1, in: 1 << 2, about: 1 << 3, and: 1 << 4, or: 1 << 5, to: 1 << 6, between: 1 << 7, from: 1 << 8, since: 1 << 9, until: 1 << 10,
  by: 1 << 11, after: 1 << 12, onwards: 1 << 13, later: 1 << 14, earlier: 1 << 15, following: 1 << 16, preceding: 1 << 17, same: 1 << 18, that: 1 << 19,
  vague: 1 << 20, half: 1 << 21, turn: 1 << 22, present: 1 << 23, suffix: 1 << 24, weakCue: 1 << 25, ago: 1 << 26, century: 1 << 27, counted: 1 << 28,
  counts: 1 << 29, yearCue: 1 << 30, near: 1 << 31,
} as const;
type Role = keyof typeof As;

/** A word or mark that means something in a date. */
export interface Word {
  /** In lower case and NFC. */
  readonly text: string;
  /** Bits of `As`. */
  readonly roles: number;
  readonly month: MonthWord | undefined;
  /** EDTF number, 21 to 24. */
  readonly season: number | undefined;
  readonly unit: Unit | undefined;
  readonly count: number | undefined;
  readonly ordinal: number | undefined;
  readonly part: PartName | undefined;
  /** `1980` for `eighties`. */
  readonly decade: number | undefined;
  /** Whether a date can begin with it. */
  readonly begins: boolean;
  /** Whether it makes a date of the words before it, as a number does: each date has one such word. */
  readonly tells: boolean;
  /** Whether an address begins with it when a colon follows (a point, for `www`). */
  readonly address: boolean;
}

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

/** The words of dates of a language, in lower case. */
interface Words {
  readonly months: ReadonlyMap<string, MonthWord>;
  readonly seasons: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly counts: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly parts: ReadonlyMap<string, PartName>;
  readonly decades: ReadonlyMap<string, number>;
  readonly is: Readonly<Record<Role, string>>;
}

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
    near: 'than almost nearly over under about around roughly approximately some barely',
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
    yearCue: 'en de depuis avant après vers entre et à année', near: 'près',
  },
};

/** Roles and words with which a date can begin. */
const BEGINNINGS = As.the | As.about | As.between | As.from | As.since | As.until | As.by | As.after | As.that | As.vague | As.half | As.turn | As.later | As.earlier;
const BEGINNING_WORDS = "' latter up prior à années lendemain veille".split(' ');
const TELLING_WORDS = 'lendemain veille'.split(' ');
/** Words that begin an address, of which no digit is a date. */
const ADDRESSES = 'http https ftp file mailto doi urn www'.split(' ');
/** Words and marks that the grammar asks for by name. */
const NAMED = ("' - – — . , ; : ) ( ! ? ] \" ” * / % & ~ _ # @ + = \\ ^ $ € £ ¥ ‰ ° s t latter quarter trimestre up prior partir jusqu on à au année années an ans plus tard tôt very là le la "
  + 'lendemain veille before avant after than couple number of a by in the year later earlier date full whole short long more further good for over within least most '
  + 'pendant would will could should may might prague arab croatian beijing post pre mid early late end inter ante mi début fin no art res item line fall that mois printemps '
  + 'middle beginning start close outset fortnight half and to until during').split(' ');

/** All words and marks of one language, or of both. */
export class Vocabulary {
  readonly #words: ReadonlyMap<string, Word>;
  /** Open addressing by the hash of the letters; plain ASCII words only. */
  readonly #hashes: Int32Array;
  readonly #table: (Word | undefined)[];

  constructor(words: ReadonlyMap<string, Word>) {
    this.#words = words;
    this.#hashes = new Int32Array(TABLE_SIZE);
    this.#table = new Array<Word | undefined>(TABLE_SIZE).fill(undefined);
    for (const word of words.values()) {
      if (!/^[a-z]+$/.test(word.text)) continue;
      let hash = 0;
      for (let at = 0; at < word.text.length; at++) hash = nextHash(hash, word.text.charCodeAt(at));
      let slot = hash & TABLE_SIZE - 1;
      while (this.#table[slot] !== undefined) slot = slot + 1 & TABLE_SIZE - 1;
      this.#hashes[slot] = hash;
      this.#table[slot] = word;
    }
  }

  /** @param text in lower case and NFC */
  named(text: string): Word | undefined {
    return this.#words.get(text);
  }

  /** The word of ASCII letters in any case at `[start, end)`, whose hash is known. */
  at(hash: number, text: string, start: number, end: number): Word | undefined {
    for (let slot = hash & TABLE_SIZE - 1; ; slot = slot + 1 & TABLE_SIZE - 1) {
      const word = this.#table[slot];
      if (word === undefined || this.#hashes[slot] === hash && isWritten(word.text, text, start, end)) return word;
    }
  }
}

/** Well above the number of words, so that most words of a text are told to be none of these at the first look. */
const TABLE_SIZE = 4096;

/** The hash of a word that goes on with a small ASCII letter. */
export function nextHash(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193) + 1 | 0;
}

function isWritten(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) if ((text.charCodeAt(start + at) | 0x20) !== word.charCodeAt(at)) return false;
  return true;
}

/** Of two languages the later one decides of a word that both have. */
function vocabularyOf(languages: readonly Words[]): Vocabulary {
  const last = <V>(pick: (words: Words) => ReadonlyMap<string, V>, text: string): V | undefined =>
    languages.reduce<V | undefined>((found, words) => pick(words).get(text) ?? found, undefined);
  const roles = new Map<string, number>();
  for (const { is } of languages) {
    for (const role of Object.keys(As) as Role[]) {
      for (const text of is[role].split(' ')) if (text !== '') roles.set(text, (roles.get(text) ?? 0) | As[role]);
    }
  }
  const texts = new Set([...NAMED, ...ADDRESSES, ...BEGINNING_WORDS, ...TELLING_WORDS, ...roles.keys(),
    ...languages.flatMap(({ months, seasons, units, counts, ordinals, parts, decades }) => [months, seasons, units, counts, ordinals, parts, decades].flatMap(map => [...map.keys()]))]);
  return new Vocabulary(new Map(Array.from(texts, (text): [string, Word] => {
    const means = {
      month: last(words => words.months, text), season: last(words => words.seasons, text), unit: last(words => words.units, text),
      count: last(words => words.counts, text), ordinal: last(words => words.ordinals, text), part: last(words => words.parts, text),
      decade: last(words => words.decades, text),
    };
    const { month, season, unit, count, ordinal, part, decade } = means;
    const does = roles.get(text) ?? 0;
    const tells = month !== undefined || season !== undefined || decade !== undefined;
    return [text, {
      text, roles: does, ...means,
      begins: tells || count !== undefined || ordinal !== undefined || part !== undefined || (does & BEGINNINGS) !== 0 || BEGINNING_WORDS.includes(text),
      tells: tells || unit !== undefined || (does & As.century) !== 0 || TELLING_WORDS.includes(text),
      address: ADDRESSES.includes(text),
    }];
  })));
}

const made = new Map<string, Vocabulary>();

/** The words of a language, made when they are first asked for; without one, those of both. */
export function vocabularyFor(language?: DateLanguage): Vocabulary {
  const name = language ?? 'both';
  let vocabulary = made.get(name);
  if (vocabulary === undefined) {
    // English comes last and so decides of `Sept` and `Oct`, which then may begin a date: `Sept. 5`.
    vocabulary = vocabularyOf(language === 'en' ? [EN] : language === 'fr' ? [FR] : [FR, EN]);
    made.set(name, vocabulary);
  }
  return vocabulary;
}
