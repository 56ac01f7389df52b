import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { dayOf } from '../../../src/core/dates/index.ts';
import { ftsQuery } from '../../../src/core/library/fts.ts';
import { isEmptyQuery, readQuery, type QueryOptions } from '../../../src/core/library/query.ts';

const fts = (text: string, options?: QueryOptions) => ftsQuery(readQuery(text, options).query);

describe('a query', () => {
  test.each([
    ['peace agreement', '"peace" AND "agreement"'],
    ['"Peace Agreement"', '"peace agreement"'],
    ['“peace agreement” Paris', '"peace agreement" AND "paris"'],
    ['camb*', '"camb" *'],
    ['"peace agr"*', '"peace agr" *'],
    ['power-sharing', '"power sharing"'],
    ['paris -1989', '("paris") NOT ("1989")'],
    ['Pérez de Cuéllar', '"perez" AND "de" AND "cuellar"'],
    ['"no end', '"no end"'],
    ['NOT OR AND NEAR(a b)', '"not" AND "or" AND "and" AND "near a" AND "b"'],
    ['body:x', '"body x"'],
    ['* - "" :', ''],
  ])('%s asks for %s', (text, expected) => { expect(fts(text)).toBe(expected); });

  test('takes the last word for the beginning of one while it is typed, from three letters on', () => {
    expect(fts('peace agr', { isTyping: true })).toBe('"peace" AND "agr" *');
    expect(fts('peace ag', { isTyping: true })).toBe('"peace" AND "ag"');
    expect(fts('peace agr ', { isTyping: true })).toBe('"peace" AND "agr"');
  });

  test('asks for any name of an actor', () => {
    const namesOf = () => ['Norodom Sihanouk', 'the Prince'];
    expect(fts('actor:Sihanouk talks', { namesOf })).toBe('("norodom sihanouk" OR "the prince") AND "talks"');
    expect(readQuery('actor:nobody', { namesOf: () => [] })).toMatchObject({ problems: [{ code: 'unknown-actor', given: 'nobody' }] });
  });

  test.each([
    ['date:1989', [dayOf(1989), dayOf(1990) - 1]],
    ['date:1989..1991', [dayOf(1989), dayOf(1992) - 1]],
    ['date:1989-10..', [dayOf(1989, 10), Infinity]],
    ['date:..1991', [-Infinity, dayOf(1992) - 1]],
    ['date:1989-10-23', [dayOf(1989, 10, 23), dayOf(1989, 10, 23)]],
  ])('reads %s', (text, days) => { expect(readQuery(text).query.days).toEqual(days); });

  test('says which field it cannot read', () => {
    expect(readQuery('date:soon in:cellar').problems).toEqual([{ code: 'bad-date', given: 'soon' }, { code: 'unknown-shelf', given: 'cellar' }]);
    expect(readQuery('date:19', { isTyping: true }).problems).toEqual([]);
  });

  test('reads source, shelf, page and section', () => {
    expect(readQuery('source:@khan2022 in:statements p:7 sec:2.5').query).toMatchObject({ sources: ['khan2022'], shelves: ['statements'], page: '7', section: '2.5' });
  });

  test('of nothing is empty', () => {
    expect(isEmptyQuery(readQuery('  "" ').query)).toBe(true);
    expect(isEmptyQuery(readQuery('source:khan2022').query)).toBe(false);
  });

  test('of any text is read without failing, in words of letters and digits', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
      expect(fts(text)).toMatch(/^[^]*$/);
      expect(fts(text).replaceAll(/"(?:[^"]|"")*"(?: \*)?|[()]| (?:AND|OR|NOT) /g, '')).toBe('');
    }));
  });
});
