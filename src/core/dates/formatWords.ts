import type { CivilDay } from './days.ts';
import type { Precision } from './types.ts';

export type DateLanguage = 'en' | 'fr';

/** How a language says dates. A day is passed as `{ year, month, day }`, a season by its EDTF number. */
export interface DateWords {
  readonly day: (date: CivilDay) => string;
  readonly month: (date: CivilDay) => string;
  readonly year: (year: number) => string;
  readonly decade: (year: number) => string;
  readonly century: (number: number) => string;
  readonly season: (season: number, year: number) => string;
  /** Parts that the other end of a span says too: `17 January`, `July`, `17`. */
  readonly dayMonth: (date: CivilDay) => string;
  readonly dayOnly: (date: CivilDay) => string;
  readonly monthOnly: (date: CivilDay) => string;
  readonly about: (text: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly betweenStart: string;
  readonly since: (from: string) => string;
  readonly until: (to: string) => string;
  readonly untilFromUnknown: (to: string) => string;
  readonly fromToUnknown: (from: string) => string;
  readonly orEarlier: (text: string) => string;
  readonly orLater: (text: string) => string;
  readonly and: string;
  readonly or: string;
  readonly certainty: CertaintyWords;
}

export interface CertaintyWords {
  readonly precision: Readonly<Record<Precision, string>>;
  readonly approximate: string;
  readonly uncertain: string;
  readonly allOf: string;
  readonly oneOf: string;
  readonly within: string;
  readonly bothEnds: string;
  readonly start: (known: string) => string;
  readonly end: (known: string) => string;
}

const EN_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const FR_MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
/** EDTF level 2, sub-year groupings: 21-32 seasons, 33-36 quarters, 37-39 thirds, 40-41 halves. */
const EN_SEASONS: Readonly<Record<number, string>> = {
  0: 'spring', 1: 'summer', 2: 'autumn', 3: 'winter', 33: 'first quarter of', 34: 'second quarter of', 35: 'third quarter of', 36: 'fourth quarter of',
  37: 'early', 38: 'mid', 39: 'late', 40: 'first half of', 41: 'second half of',
};
const FR_SEASONS: Readonly<Record<number, string>> = {
  0: 'printemps', 1: 'été', 2: 'automne', 3: 'hiver', 33: 'premier trimestre', 34: 'deuxième trimestre', 35: 'troisième trimestre', 36: 'quatrième trimestre',
  37: 'début', 38: 'milieu', 39: 'fin', 40: 'premier semestre', 41: 'second semestre',
};
const seasonName = (names: Readonly<Record<number, string>>, season: number) => names[season <= 32 ? (season - 21) % 4 : season] ?? '';

const EN: DateWords = {
  day: ({ year, month, day }) => `${day} ${EN_MONTHS[month - 1]} ${year}`,
  month: ({ year, month }) => `${EN_MONTHS[month - 1]} ${year}`,
  year: String,
  decade: year => `the ${year}s`,
  century: number => `the ${number}${['th', 'st', 'nd', 'rd'][number % 100 > 10 && number % 100 < 14 ? 0 : number % 10] ?? 'th'} century`,
  season: (season, year) => season === 38 ? `mid-${year}` : `${seasonName(EN_SEASONS, season)} ${year}`,
  dayMonth: ({ month, day }) => `${day} ${EN_MONTHS[month - 1]}`,
  dayOnly: ({ day }) => String(day),
  monthOnly: ({ month }) => EN_MONTHS[month - 1]!,
  about: text => `c. ${text}`,
  between: (from, to) => `between ${from} and ${to}`,
  betweenStart: 'between ',
  since: from => `since ${from}`,
  until: to => `until ${to}`,
  untilFromUnknown: to => `until ${to}, start unknown`,
  fromToUnknown: from => `from ${from}, end unknown`,
  orEarlier: text => `${text} or earlier`,
  orLater: text => `${text} or later`,
  and: 'and',
  or: 'or',
  certainty: {
    precision: {
      day: 'exact day', month: 'known to the month', season: 'known to the season or part of the year', year: 'known to the year',
      decade: 'known to the decade', century: 'known to the century', millennium: 'known to the millennium',
    },
    approximate: 'approximate', uncertain: 'uncertain', allOf: 'all of several dates', oneOf: 'one of several dates', within: 'some time within a stretch',
    bothEnds: 'both ends', start: known => `start ${known}`, end: known => `end ${known}`,
  },
};

const FR: DateWords = {
  day: ({ year, month, day }) => `${day === 1 ? '1er' : day} ${FR_MONTHS[month - 1]} ${year}`,
  month: ({ year, month }) => `${FR_MONTHS[month - 1]} ${year}`,
  year: String,
  decade: year => `les années ${year}`,
  century: number => `le ${number}${number === 1 ? 'er' : 'e'} siècle`,
  season: (season, year) => `${seasonName(FR_SEASONS, season)} ${year}`,
  dayMonth: ({ month, day }) => `${day === 1 ? '1er' : day} ${FR_MONTHS[month - 1]}`,
  dayOnly: ({ day }) => day === 1 ? '1er' : String(day),
  monthOnly: ({ month }) => FR_MONTHS[month - 1]!,
  about: text => `vers ${text}`,
  between: (from, to) => `entre ${from} et ${to}`,
  betweenStart: 'entre ',
  since: from => `depuis ${from}`,
  until: to => `jusqu’à ${to}`,
  untilFromUnknown: to => `jusqu’à ${to}, début inconnu`,
  fromToUnknown: from => `à partir de ${from}, fin inconnue`,
  orEarlier: text => `${text} ou avant`,
  orLater: text => `${text} ou après`,
  and: 'et',
  or: 'ou',
  certainty: {
    precision: {
      day: 'jour exact', month: 'connu au mois près', season: 'connu à la saison près', year: 'connu à l’année près',
      decade: 'connu à la décennie près', century: 'connu au siècle près', millennium: 'connu au millénaire près',
    },
    approximate: 'approximatif', uncertain: 'incertain', allOf: 'toutes ces dates', oneOf: 'une de ces dates', within: 'à un moment de cette période',
    bothEnds: 'les deux bornes :', start: known => `début ${known}`, end: known => `fin ${known}`,
  },
};

export const LANGUAGES: Readonly<Record<DateLanguage, DateWords>> = { en: EN, fr: FR };
