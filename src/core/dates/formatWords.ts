import type { CivilDay } from './days.ts';
import type { Precision } from './types.ts';

export type DateLanguage = 'en' | 'fr';

/** How one language writes dates. Years are astronomical: 0 is 1 BC. */
export interface DateWords {
  readonly and: string;
  readonly or: string;
  day(date: CivilDay): string;
  month(date: CivilDay): string;
  dayOnly(date: CivilDay): string;
  dayMonth(date: CivilDay): string;
  monthOnly(date: CivilDay): string;
  /** @param season EDTF number, 21 to 41 */
  season(season: number, year: number): string;
  year(year: number): string;
  decade(year: number): string;
  /** @param century 20 for 1900 to 1999 */
  century(century: number): string;
  about(date: string): string;
  since(date: string): string;
  from(date: string): string;
  until(date: string): string;
  fromToUnknown(date: string): string;
  untilFromUnknown(date: string): string;
  orEarlier(date: string): string;
  orLater(date: string): string;
  between(first: string, last: string): string;
  /** @param period a date, or two with a dash between */
  atLeast(period: string): string;
  atLeastIn(date: string): string;
  readonly certainty: CertaintyWords;
}

interface CertaintyWords {
  readonly precision: Readonly<Record<Precision, string>>;
  /** Of a quarter, third or half of a year. */
  readonly fewMonths: string;
  readonly approximate: string;
  readonly uncertain: string;
  readonly oneOf: string;
  readonly allOf: string;
  readonly within: string;
  /** @param known a phrase of `precision`, or `open` or `unknown` */
  start(known: string): string;
  end(known: string): string;
  readonly bothEnds: string;
}

const EN_MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const;
const FR_MONTHS = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre',
] as const;
const EN_SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
const FR_SEASONS = ['printemps', 'été', 'automne', 'hiver'] as const;
const EN_THIRDS = ['early ', 'mid-', 'late '] as const;
const FR_THIRDS = ['début ', 'mi-', 'fin '] as const;
const EN_ORDINALS = ['first', 'second', 'third', 'fourth'] as const;

/** Whether the season, quarter or half with this EDTF number begins in one year and ends in the next. */
function turnsYear(season: number): boolean {
  return season === 24 || season === 28 || season === 30;
}

function seasonYear(season: number, year: number): string {
  return turnsYear(season) ? `${year}–${String((year + 1) % 100).padStart(2, '0')}` : String(year);
}

/** `spring`, or `2` of `quarter`: what an EDTF number from 21 to 41 counts. */
function divisionOf(season: number): { kind: 'season' | 'quarter' | 'third' | 'half'; index: number; southern: boolean } {
  if (season < 33) return { kind: 'season', index: (season - 21) % 4, southern: season >= 29 };
  if (season < 37) return { kind: 'quarter', index: season - 33, southern: false };
  return season < 40 ? { kind: 'third', index: season - 37, southern: false } : { kind: 'half', index: season - 40, southern: false };
}

const monthIn = (months: readonly string[], date: CivilDay): string => months[date.month - 1] ?? '';

/** Whether the words for a date begin with a day, which French gives an article: `3 août 1989`. */
const isDay = (date: string): boolean => /^\d{1,2}(?:er)? \p{L}/u.test(date);

const en: DateWords = {
  and: 'and',
  or: 'or',
  day: date => `${date.day} ${monthIn(EN_MONTHS, date)} ${en.year(date.year)}`,
  month: date => `${monthIn(EN_MONTHS, date)} ${en.year(date.year)}`,
  dayOnly: date => String(date.day),
  dayMonth: date => `${date.day} ${monthIn(EN_MONTHS, date)}`,
  monthOnly: date => monthIn(EN_MONTHS, date),
  season: (season, year) => {
    const { kind, index, southern } = divisionOf(season);
    if (kind === 'third') return `${EN_THIRDS[index] ?? ''}${en.year(year)}`;
    if (kind !== 'season') return `the ${EN_ORDINALS[index] ?? ''} ${kind} of ${en.year(year)}`;
    return `${EN_SEASONS[index] ?? ''} ${seasonYear(season, year)}${southern ? ' (southern hemisphere)' : ''}`;
  },
  year: year => year > 0 ? String(year) : `${1 - year} BC`,
  decade: year => `the ${year}s`,
  century: century => `the ${century}${ordinalSuffix(century)} century`,
  about: date => `c. ${date.replace(/^the (?=\d)/, '')}`,
  since: date => `since ${date}`,
  from: date => `from ${date}`,
  until: date => `until ${date}`,
  fromToUnknown: date => `from ${date} (end unknown)`,
  untilFromUnknown: date => `until ${date} (start unknown)`,
  orEarlier: date => `${date} or earlier`,
  orLater: date => `${date} or later`,
  between: (first, last) => `between ${first} and ${last}`,
  atLeast: period => `at least ${period}`,
  atLeastIn: date => en.atLeast(`${isDay(date) ? 'on' : 'in'} ${date}`),
  certainty: {
    precision: {
      day: 'exact day', month: 'known to the month', season: 'known to the season', year: 'known to the year',
      decade: 'known to the decade', century: 'known to the century', millennium: 'known to within many centuries',
    },
    fewMonths: 'known to within a few months',
    approximate: 'approximate',
    uncertain: 'uncertain',
    oneOf: 'one of several dates',
    allOf: 'several dates',
    within: 'some time within a stretch of dates',
    bothEnds: 'start and end',
    start: known => known === 'open' ? 'no start' : `start ${known}`,
    end: known => known === 'open' ? 'still going on' : `end ${known}`,
  },
};

function ordinalSuffix(number: number): string {
  const tens = number % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}

const ROMAN = [[10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const;

function roman(number: number): string {
  const [value, letters] = ROMAN.find(([size]) => size <= number) ?? [0, ''];
  return value === 0 ? '' : letters + roman(number - value);
}

const fr: DateWords = {
  and: 'et',
  or: 'ou',
  day: date => `${fr.dayOnly(date)} ${fr.month(date)}`,
  month: date => `${monthIn(FR_MONTHS, date)} ${fr.year(date.year)}`,
  dayOnly: date => date.day === 1 ? '1er' : String(date.day),
  dayMonth: date => `${fr.dayOnly(date)} ${monthIn(FR_MONTHS, date)}`,
  monthOnly: date => monthIn(FR_MONTHS, date),
  season: (season, year) => {
    const { kind, index, southern } = divisionOf(season);
    const nth = index === 0 ? '1er' : `${index + 1}e`;
    if (kind === 'season') return `${FR_SEASONS[index] ?? ''} ${seasonYear(season, year)}${southern ? ' (hémisphère sud)' : ''}`;
    return kind === 'third' ? `${FR_THIRDS[index] ?? ''}${fr.year(year)}` : `${nth} ${kind === 'half' ? 'semestre' : 'trimestre'} ${fr.year(year)}`;
  },
  year: year => year > 0 ? String(year) : `${1 - year} av. J.-C.`,
  decade: year => `les années ${year}`,
  century: century => `le ${roman(century)}${century === 1 ? 'er' : 'e'} siècle`,
  about: date => `vers ${date}`,
  since: date => `depuis ${isDay(date) ? 'le ' : ''}${date}`,
  from: date => fr.since(date),
  until: date => `jusqu’${isDay(date) ? 'au' : /^le(?:s)? /.test(date) ? 'à' : 'en'} ${date}`,
  fromToUnknown: date => `à partir de ${date} (fin inconnue)`,
  untilFromUnknown: date => `${fr.until(date)} (début inconnu)`,
  orEarlier: date => `${date} ou avant`,
  orLater: date => `${date} ou après`,
  between: (first, last) => `entre ${first} et ${last}`,
  atLeast: period => `au moins ${period}`,
  atLeastIn: date => fr.atLeast(`${isDay(date) ? 'le' : 'en'} ${date}`),
  certainty: {
    precision: {
      day: 'jour exact', month: 'connu au mois près', season: 'connu à la saison près', year: 'connu à l’année près',
      decade: 'connu à la décennie près', century: 'connu au siècle près', millennium: 'connu à plusieurs siècles près',
    },
    fewMonths: 'connu à quelques mois près',
    approximate: 'approximatif',
    uncertain: 'incertain',
    oneOf: 'une date parmi plusieurs',
    allOf: 'plusieurs dates',
    within: 'à un moment de cet intervalle',
    bothEnds: 'début et fin :',
    start: known => known === 'open' ? 'sans début' : known === 'unknown' ? 'début inconnu' : `début ${known}`,
    end: known => known === 'open' ? 'toujours en cours' : known === 'unknown' ? 'fin inconnue' : `fin ${known}`,
  },
};

export const LANGUAGES: Readonly<Record<DateLanguage, DateWords>> = { en, fr };
