import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { Cursor } from '../../../src/core/dates/cursor.ts';
import { dayOf, findDates, formatDate, parseEdtf, civilOf } from '../../../src/core/dates/index.ts';
import { phrasesAt } from '../../../src/core/dates/phrases.ts';
import { tokenize, Tokens } from '../../../src/core/dates/tokens.ts';
import { vocabularyFor, type Word } from '../../../src/core/dates/vocabulary.ts';
import { EXPLICIT, NO_DATE, RELATIVE } from './phrases.ts';

const pieces = [...EXPLICIT.map(row => row[0]), ...RELATIVE.map(row => row[1]), ...NO_DATE, ' ', ', ', '. ', '\n', '\n\n', ' and ', '–', '(', ')', '\uD800', '\u202E'];
const prose = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 12 }).map(parts => parts.join(''));

const two = (value: number): string => String(value).padStart(2, '0');
const day = fc.integer({ min: dayOf(1700), max: dayOf(2099) }).map(number => {
  const civil = civilOf(number);
  return `${civil.year}-${two(civil.month)}-${two(civil.day)}`;
});
const month = day.map(text => text.slice(0, 7));
const year = day.map(text => text.slice(0, 4));
const season = fc.tuple(year, fc.constantFrom(21, 22, 23, 24, 33, 34, 35, 36, 37, 38, 39, 40, 41)).map(([of, number]) => `${of}-${number}`);
const decade = fc.integer({ min: 170, max: 208 }).filter(number => number % 10 > 0).map(number => `${number}X`);
const component = fc.oneof(day, month, year, season, decade);

describe('properties of findDates', () => {
  test('every mention stands inside the text, in order, with its own words', () => {
    fc.assert(fc.property(prose, text => {
      let last = 0;
      for (const mention of findDates(text)) {
        expect(text.slice(mention.start, mention.end)).toBe(mention.text);
        expect(mention.start).toBeGreaterThanOrEqual(last);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(mention.date === undefined).toBe(mention.reading === 'open');
        last = mention.end;
      }
    }), { numRuns: 500 });
  });

  test('dates that it gives are EDTF that reads back the same', () => {
    fc.assert(fc.property(prose, text => {
      for (const { date } of findDates(text)) if (date !== undefined) expect(parseEdtf(date.edtf)).toEqual(date);
    }));
  });

  test('what formatDate writes, findDates reads', () => {
    fc.assert(fc.property(component, fc.constantFrom('', '~', '?', '%'), (text, qualifier) => {
      const edtf = text + qualifier;
      expect(findDates(formatDate(parseEdtf(edtf)!)).map(mention => mention.date?.edtf)).toEqual([edtf]);
    }), { numRuns: 500 });
  });

  test('what it writes of intervals as well', () => {
    fc.assert(fc.property(component, component, (from, to) => {
      const date = parseEdtf(`${from}/${to}`);
      fc.pre(date !== undefined && from !== to);
      const [mention, ...others] = findDates(formatDate(date));
      expect(others).toEqual([]);
      expect(mention?.date).toMatchObject({ start: date.start, end: date.end });
    }), { numRuns: 500 });
  });

  test('and of open intervals and sets', () => {
    fc.assert(fc.property(component, year, (text, other) => {
      for (const edtf of [`${text}/..`, `../${text}`, ...text.length === 4 && !text.endsWith('X') && text !== other ? [`[${text},${other}]`] : []]) {
        expect(findDates(formatDate(parseEdtf(edtf)!)).map(mention => mention.date?.edtf)).toEqual([edtf]);
      }
    }));
  });

  test('French dates read back as well', () => {
    fc.assert(fc.property(fc.oneof(day, month, year, decade, season.filter(text => !/-3[3-6]|-4/.test(text))), edtf => {
      expect(findDates(formatDate(parseEdtf(edtf)!, { lang: 'fr' }), { lang: 'fr' }).map(mention => mention.date?.edtf)).toEqual([edtf]);
    }));
  });
});

describe('hostile texts', () => {
  const units = ['1', '1990', '1990 ', 'July, ', 'between ', 'from July to ', 'the early ', 'mid-', '1990–', '1990-', 'a ', '](', '](x', 'http://', '\n\n', '> ', 'or ',
    '1990 or ', 'two years after ', 'c. ', '17 and ', '\'', '(?)', 'jusqu\'', '\uD800', '\u0301', 'ß', '12/'];

  class CountedTokens extends Tokens {
    looks = 0;
    override kind(index: number): number { this.looks++; return super.kind(index); }
    override value(index: number): number { this.looks++; return super.value(index); }
    override word(index: number): Word | undefined { this.looks++; return super.word(index); }
  }

  /** Tokens looked at, over all starts, for a text of `count` units. */
  function work(unit: string, count: number): number {
    const text = unit.repeat(count);
    const tokens = new CountedTokens();
    tokenize(text, 0, text.length, vocabularyFor(), [], tokens);
    const cursor = new Cursor(tokens, false);
    for (let index = 0; index < tokens.length; index++) phrasesAt(cursor, index);
    return tokens.looks + text.length;
  }

  test.each(units)('%j again and again takes work in proportion', unit => {
    const once = work(unit, 200);
    expect(work(unit, 400)).toBeLessThan(once * 2.2 + 4000);
    expect(work(unit, 800)).toBeLessThan(once * 4.4 + 8000);
  });

  test.each(['1', '1990 ', 'July, ', 'between ', '](', '\uD800'])('%j to a megabyte comes to an end', unit => {
    expect(findDates(unit.repeat(Math.ceil(1_000_000 / unit.length)).slice(0, 1_000_000))).toBeInstanceOf(Array);
  }, 60_000);
});
