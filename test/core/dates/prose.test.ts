import { describe, expect, test } from 'vitest';
import { findDates, parseEdtf, referenceAfter } from '../../../src/core/dates/index.ts';
import { EXPLICIT, NO_DATE, RELATIVE } from './phrases.ts';

const found = (text: string, reference?: string): string[] =>
  findDates(text, { reference: reference === undefined ? undefined : parseEdtf(reference) }).map(({ text: words, date }) => `${words} = ${date?.edtf ?? '?'}`);

describe('dates that say all themselves', () => {
  test.each(EXPLICIT)('%j', (phrase, words, edtf) => {
    expect(findDates(phrase).map(mention => [mention.text, mention.date?.edtf, mention.reading])).toEqual([[words, edtf, 'explicit']]);
  });
});

describe('dates that rest on the text before', () => {
  test.each(RELATIVE)('after %j: %j', (reference, phrase, words, edtf) => {
    const mentions = findDates(phrase, { reference: parseEdtf(reference) });
    expect(mentions.map(mention => [mention.text, mention.date?.edtf ?? '?', mention.reading])).toEqual([[words, edtf, edtf === '?' ? 'open' : 'relative']]);
  });
});

describe('what is no date', () => {
  test.each(NO_DATE)('%j', phrase => {
    expect(findDates(phrase)).toEqual([]);
  });
});

describe('what a relative date rests on', () => {
  test('the nearest date before it', () => {
    expect(found('In 1987 … in 1989 … that year')).toEqual(['1987 = 1987', '1989 = 1989', 'that year = 1989']);
  });
  test('a relative date serves the next one', () => {
    expect(found('In 1987. Two years later. The following year.')).toEqual(['1987 = 1987', 'Two years later = 1989', 'The following year = 1990']);
  });
  test('a date in the text wins over the reference', () => {
    expect(found('In 1989. That year', '1975')).toEqual(['1989 = 1989', 'That year = 1989']);
  });
  test('never the year of a work or resolution in brackets', () => {
    expect(found('In 1989, Martin (2018) holds; Resolution 668 (1990). That spring')).toContain('That spring = 1989-21');
  });
  test.each(['(Solomon 2000, pp. 41–43)', '(see Acharya et al., 1991)', '(1991)', '(Thant & Scott 2007)'])('nor of %s', citation => {
    expect(found(`In 1989 they met ${citation}. That spring`).at(-1)).toBe('That spring = 1989-21');
  });
  test('but a date in brackets serves', () => {
    expect(found('In 1989 (and again in 1990). That spring').at(-1)).toBe('That spring = 1990-21');
  });
  test('nothing, when two years were named together', () => {
    expect(found('in 1989 and 1990. That spring')).toEqual(['1989 = 1989', '1990 = 1990', 'That spring = ?']);
  });
  test('nothing, when a decade was named last', () => {
    expect(found('In 1989. In the 1990s. That year')).toContain('That year = ?');
  });
  test('a season gives its year', () => {
    expect(found('In the winter of 1989–90 … that year')).toContain('that year = 1989');
  });
  test('referenceAfter hands the date on to the next paragraph', () => {
    const text = 'In August 1990, see Solomon (2000).';
    expect(referenceAfter(text, findDates(text))?.edtf).toBe('1990-08');
  });
  test('referenceAfter keeps what it was given when a paragraph names no date', () => {
    const before = parseEdtf('1989');
    expect(referenceAfter('Nothing.', [], before)).toBe(before);
  });
});

describe('several dates', () => {
  test('joined by and, each with its year, stay apart', () => {
    expect(found('1980 and 1981')).toEqual(['1980 = 1980', '1981 = 1981']);
  });
  test('an interval that would run backwards is two dates', () => {
    expect(found('1990 to 1988')).toEqual(['1990 = 1990', '1988 = 1988']);
  });
  test('no date goes over an empty line', () => {
    expect(found('in 28 August\n\n1990')).toEqual(['28 August = ?', '1990 = 1990']);
  });
  test('two decades, the second short', () => expect(found('the 1970s and 80s')).toEqual(['the 1970s = 197X', '80s = 198X']));
  test('a decade and the part of another', () => {
    expect(found('The 1980s and early 1990s')).toEqual(['The 1980s = 198X', 'early 1990s = [1990..1993]']);
  });
  test('how long it lasted is no date, after when it began is', () => {
    expect(found('for at least a couple of decades after 1991')).toEqual(['after 1991 = [1991..]']);
  });
});

describe('what stays open', () => {
  test.each(['30 February 1989', '5/8/1990', '2009-10'])('%s: a date, but which cannot be told', text => {
    expect(findDates(text).map(mention => [mention.text, mention.date, mention.reading])).toEqual([[text, undefined, 'open']]);
  });
  test('a day first, in French', () => {
    expect(findDates('le 5/8/1990', { lang: 'fr' })[0]?.date?.edtf).toBe('1990-08-05');
  });
});

describe('options', () => {
  test('looks only between start and end, offsets count from the start of the text', () => {
    expect(findDates('1975 and 1979 and 1991', { start: 5, end: 14 }).map(({ start, end, text }) => [start, end, text])).toEqual([[9, 13, '1979']]);
  });
  test('English alone knows no French months', () => {
    expect(findDates('28 août 1990', { lang: 'en' }).map(mention => mention.text)).toEqual(['1990']);
  });
  test('offsets are UTF-16 code units', () => {
    expect(findDates('😀 1990')[0]).toMatchObject({ start: 3, end: 7 });
  });
});
