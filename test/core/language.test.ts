import { afterEach, describe, expect, test } from 'vitest';
import { refreshAnnexes } from '../../src/core/annexes/index.ts';
import { insertCitation } from '../../src/core/citations/insert.ts';
import { locatorIn } from '../../src/core/citations/locatorWords.ts';
import { parseEdtf } from '../../src/core/dates/edtf.ts';
import { datesIn, formatDate, formatPeriod } from '../../src/core/dates/format.ts';
import { setDateLanguage, setTranslations } from '../../src/core/l10n.ts';
import { hoverCards } from '../../src/core/views/hover.ts';
import { read, snapshot } from './draft/world.ts';

const inLanguage = (lang: string, body: string) => `---\nlang: ${lang}\n---\n\n${body}`;
const date = (edtf: string) => parseEdtf(edtf)!;

afterEach(() => {
  setTranslations({});
  setDateLanguage('en');
});

describe('dates', () => {
  test('are in the language of the draft, else of the editor', () => {
    const day = date('1989-08-01');
    expect(formatDate(day)).toBe('1 August 1989');
    setDateLanguage('fr');
    expect([formatDate(day), datesIn('en-GB', () => formatDate(day)), datesIn('de', () => formatDate(day)), formatDate(day)])
      .toEqual(['1er août 1989', '1 August 1989', '1er août 1989', '1er août 1989']);
  });
  test('stay in their language when something goes wrong', () => {
    expect(() => datesIn('fr', () => { throw new Error('x'); })).toThrow('x');
    expect(formatDate(date('1989-08'))).toBe('August 1989');
  });
  test('begin and end with their articles in French', () => {
    expect(datesIn('fr', () => [formatPeriod({ start: date('1989-08-03') }), formatPeriod({ start: date('1989') }), formatPeriod({ end: date('1989-08-03') }), formatPeriod({ end: date('1989-08') })]))
      .toEqual(['depuis le 3 août 1989', 'depuis 1989', 'jusqu’au 3 août 1989', 'jusqu’en août 1989']);
  });
  test('of a card follow the draft', () => {
    const subtitle = (lang: string) => {
      const text = inLanguage(lang, 'Then Ali Alatas came to the First Paris conference.');
      return hoverCards(read(text), text.indexOf('Paris'), snapshot, snapshot.sources)?.cards[0]?.subtitle;
    };
    expect([subtitle('en'), subtitle('fr-CH')]).toEqual([expect.stringContaining('July – August 1989'), expect.stringContaining('juillet – août 1989')]);
  });
});

describe('locators', () => {
  test.each([
    ['fr', 'sec. 3.2, n. 24', 'sect. 3.2, n. 24'], ['fr-CA', 'pp. 4-6; chapter 2', 'p. 4-6; chap. 2'], ['en-GB', 'sec. 3.2', 'sec. 3.2'], ['', 'sec. 3.2', 'sec. 3.2'],
    ['xx', 'sec. 3.2', 'sec. 3.2'], ['fr', 'see the section above', 'see the section above'], ['de', 'pp. 4', 'S. 4'],
  ])('in %s: %s', (lang, given, expected) => {
    expect(locatorIn(lang === '' ? 'A text.' : inLanguage(lang, 'A text.'), given)).toBe(expected);
  });
  test('go into a draft in its language', () => {
    const text = inLanguage('fr', 'Ce fut ainsi.');
    expect(insertCitation(text, text.length - 1, [{ citekey: 'khan2022', suffixText: 'sec. 3.2' }], 'bracketed').edits[0]?.newText).toBe(' [@khan2022, sect. 3.2]');
  });
  test('do not take long to find in a head without an end', () => {
    expect(locatorIn(`---\n${'key: value\n'.repeat(100_000)}`, 'sec. 3')).toBe('sec. 3');
  });
});

describe('annexes', () => {
  const chronology = (lang: string) => {
    const text = inLanguage(lang, 'Ali Alatas came to the First Paris conference.\n\n<!-- rapporteur-annex chronology -->\n<!-- /rapporteur-annex -->\n');
    return refreshAnnexes(read(text), snapshot, snapshot.sources).edits[0]?.newText;
  };
  test('are in the language of the draft, whatever that of the editor', () => {
    setTranslations({ Date: 'Date', Event: 'Événement' }, 'fr');
    setDateLanguage('fr');
    expect(chronology('en')).toMatch(/\| Date \| Event \|\n.*\n\| July – August 1989/);
    expect(chronology('fr')).toMatch(/\| Date \| Événement \|\n.*\n\| juillet – août 1989/);
  });
});
