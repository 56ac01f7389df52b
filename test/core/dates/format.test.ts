import { describe, expect, test } from 'vitest';
import { describeCertainty, formatDate, parseEdtf } from '../../../src/core/dates/index.ts';
import { datesIn, formatPeriod } from '../../../src/core/dates/format.ts';

const TABLE: readonly (readonly [edtf: string, en: string, fr: string, certainty: string])[] = [
  ['1990-08-28', '28 August 1990', '28 août 1990', 'exact day'],
  ['1990-08-01', '1 August 1990', '1er août 1990', 'exact day'],
  ['1990-08', 'August 1990', 'août 1990', 'known to the month'],
  ['1989-21', 'spring 1989', 'printemps 1989', 'known to the season'],
  ['1989-24', 'winter 1989–90', 'hiver 1989–90', 'known to the season'],
  ['1999-24', 'winter 1999–00', 'hiver 1999–00', 'known to the season'],
  ['1989-29', 'spring 1989 (southern hemisphere)', 'printemps 1989 (hémisphère sud)', 'known to the season'],
  ['1989-33', 'the first quarter of 1989', '1er trimestre 1989', 'known to within a few months'],
  ['1985-37', 'early 1985', 'début 1985', 'known to within a few months'],
  ['1985-38', 'mid-1985', 'mi-1985', 'known to within a few months'],
  ['1985-39', 'late 1985', 'fin 1985', 'known to within a few months'],
  ['1989-41', 'the second half of 1989', '2e semestre 1989', 'known to within a few months'],
  ['1985', '1985', '1985', 'known to the year'],
  ['1985~', 'c. 1985', 'vers 1985', 'known to the year, approximate'],
  ['1988?', '1988 (?)', '1988 (?)', 'known to the year, uncertain'],
  ['1985%', 'c. 1985 (?)', 'vers 1985 (?)', 'known to the year, approximate, uncertain'],
  ['-0044', '45 BC', '45 av. J.-C.', 'known to the year'],
  ['198X', 'the 1980s', 'les années 1980', 'known to the decade'],
  ['198X~', 'c. 1980s', 'vers les années 1980', 'known to the decade, approximate'],
  ['18XX', 'the 19th century', 'le XIXe siècle', 'known to the century'],
  ['20XX', 'the 21st century', 'le XXIe siècle', 'known to the century'],
  ['1XXX', 'between 1000 and 1999', 'entre 1000 et 1999', 'known to within many centuries'],
  ['1985-05-1X', 'between 10 May 1985 and 19 May 1985', 'entre 10 mai 1985 et 19 mai 1985', 'known to the month'],
  ['1988/1990', '1988–1990', '1988–1990', 'start and end known to the year'],
  ['1988-07/1990-09', 'July 1988 – September 1990', 'juillet 1988 – septembre 1990', 'start and end known to the month'],
  ['1990-07/1990-09', 'July – September 1990', 'juillet – septembre 1990', 'start and end known to the month'],
  ['1990-01-17/1990-08-28', '17 January – 28 August 1990', '17 janvier – 28 août 1990', 'start and end exact day'],
  ['1990-01-17/1990-01-28', '17 – 28 January 1990', '17 – 28 janvier 1990', 'start and end exact day'],
  ['1954-12-30/1955-01-13', '30 December 1954 – 13 January 1955', '30 décembre 1954 – 13 janvier 1955', 'start and end exact day'],
  ['1990-05/1990-05', 'May 1990', 'mai 1990', 'start and end known to the month'],
  ['1988~/1990-05?', 'c. 1988 – May 1990 (?)', 'vers 1988 – mai 1990 (?)', 'start known to the year, end known to the month, approximate, uncertain'],
  ['1985/..', 'since 1985', 'depuis 1985', 'start known to the year, still going on'],
  ['1985/', 'from 1985 (end unknown)', 'à partir de 1985 (fin inconnue)', 'start known to the year, end unknown'],
  ['../1988', 'until 1988', 'jusqu’en 1988', 'no start, end known to the year'],
  ['../1990-08-28', 'until 28 August 1990', 'jusqu’au 28 août 1990', 'no start, end exact day'],
  ['/1988', 'until 1988 (start unknown)', 'jusqu’en 1988 (début inconnu)', 'start unknown, end known to the year'],
  ['[1982,1983]', '1982 or 1983', '1982 ou 1983', 'one of several dates'],
  ['{1988,1989,1992}', '1988, 1989 and 1992', '1988, 1989 et 1992', 'several dates'],
  ['[1985-09..1985-12]', 'between September 1985 and December 1985', 'entre septembre 1985 et décembre 1985', 'some time within a stretch of dates'],
  ['[..1988]', '1988 or earlier', '1988 ou avant', 'some time within a stretch of dates'],
  ['[1990-08..]', 'August 1990 or later', 'août 1990 ou après', 'some time within a stretch of dates'],
];

describe('dates for reading', () => {
  test.each(TABLE)('%s in English: %s', (edtf, en) => expect(formatDate(parseEdtf(edtf)!)).toBe(en));
  test.each(TABLE)('%s in French', (edtf, _, fr) => expect(formatDate(parseEdtf(edtf)!, { lang: 'fr' })).toBe(fr));
  test.each(TABLE)('how sure %s is', (edtf, _en, _fr, certainty) => expect(describeCertainty(parseEdtf(edtf)!)).toBe(certainty));
  test('the source’s wording wins', () => expect(formatDate(parseEdtf('1985-09/1985-12')!, { wording: 'late 1985' })).toBe('late 1985'));
  test('an empty wording does not', () => expect(formatDate(parseEdtf('1985')!, { wording: ' ' })).toBe('1985'));
  test('certainty speaks French as well', () => expect(describeCertainty(parseEdtf('1985~/')!, 'fr')).toBe('début connu à l’année près, fin inconnue, approximatif'));
});

const PERIODS: readonly (readonly [start: string, end: string, en: string, fr: string])[] = [
  ['1988', '1999', '1988–1999', '1988–1999'],
  ['1988-05', '1999', 'May 1988 – 1999', 'mai 1988 – 1999'],
  ['1988', '1988', '1988', '1988'],
  ['1985', '', 'from 1985', 'depuis 1985'],
  ['', '[..1988]', 'until 1988 or earlier', 'jusqu’en 1988 ou avant'],
  ['[..1987-06]', '1988', 'June 1987 or earlier – 1988', 'juin 1987 ou avant – 1988'],
  ['[..1987]', '[1987..]', 'at least in 1987', 'au moins en 1987'],
  ['[..1989-04]', '[1989-04..]', 'at least in April 1989', 'au moins en avril 1989'],
  ['[..1989-04-03]', '[1989-04-03..]', 'at least on 3 April 1989', 'au moins le 3 avril 1989'],
  ['[..1954]', '[1955..]', 'at least 1954–1955', 'au moins 1954–1955'],
  ['[..1989-09]', '[1989-12..]', 'at least September – December 1989', 'au moins septembre – décembre 1989'],
  // Between the two nothing is certain.
  ['[..1990]', '[1985..]', '1990 or earlier – 1985 or later', '1990 ou avant – 1985 ou après'],
  ['', '', '', ''],
];

describe('periods for reading', () => {
  const period = (start: string, end: string) => formatPeriod({ start: parseEdtf(start), end: parseEdtf(end) });
  test.each(PERIODS)('%s to %s in English: %s', (start, end, en) => expect(period(start, end)).toBe(en));
  test.each(PERIODS)('%s to %s in French', (start, end, _, fr) => expect(datesIn('fr', () => period(start, end))).toBe(fr));
});
