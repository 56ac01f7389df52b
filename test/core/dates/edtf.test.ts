import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { civilOf, parseEdtf } from '../../../src/core/dates/index.ts';

const iso = (day: number): string => {
  if (!Number.isFinite(day)) return String(day);
  const { year, month, day: date } = civilOf(day);
  return `${year}-${month}-${date}`;
};
const bounds = (text: string): string => {
  const date = parseEdtf(text);
  if (date === undefined) return 'invalid';
  const [start, end] = [date.start, date.end].map(range => `${iso(range.earliest)} ${iso(range.latest)}`);
  return start === end ? start ?? '' : `${start ?? ''} / ${end ?? ''}`;
};

describe('first and last day, the last excluded', () => {
  test.each([
    ['1989', '1989-1-1 1990-1-1'],
    ['1989-02', '1989-2-1 1989-3-1'],
    ['1988-02', '1988-2-1 1988-3-1'],
    ['1990-08-28', '1990-8-28 1990-8-29'],
    ['1985-12-31', '1985-12-31 1986-1-1'],
    ['1988-02-29', '1988-2-29 1988-3-1'],
    ['1985-05-13T10:00:00Z', '1985-5-13 1985-5-14'],
    ['-0044', '-44-1-1 -43-1-1'],
    ['0000', '0-1-1 1-1-1'],
    ['-0001-12-31', '-1-12-31 0-1-1'],
    ['Y170000002', '170000002-1-1 170000003-1-1'],
    ['Y-17E7', '-170000000-1-1 -169999999-1-1'],
    ['1950S2', '1900-1-1 2000-1-1'],
    ['1950S3', '1950-1-1 1960-1-1'],
  ])('%s', (text, days) => expect(bounds(text)).toBe(days));
});

describe('seasons and other divisions of the year', () => {
  test.each([
    ['1989-21', '1989-3-1 1989-6-1'],
    ['1989-22', '1989-6-1 1989-9-1'],
    ['1989-23', '1989-9-1 1989-12-1'],
    ['1989-24', '1989-12-1 1990-3-1'],
    ['1989-25', '1989-3-1 1989-6-1'],
    ['1989-28', '1989-12-1 1990-3-1'],
    ['1989-29', '1989-9-1 1989-12-1'],
    ['1989-32', '1989-6-1 1989-9-1'],
    ['1989-33', '1989-1-1 1989-4-1'],
    ['1989-36', '1989-10-1 1990-1-1'],
    ['1989-37', '1989-1-1 1989-5-1'],
    ['1989-39', '1989-9-1 1990-1-1'],
    ['1989-40', '1989-1-1 1989-7-1'],
    ['1989-41', '1989-7-1 1990-1-1'],
  ])('%s', (text, days) => expect(bounds(text)).toBe(days));
  test('a season keeps its number', () => {
    expect(parseEdtf('1989-21')).toMatchObject({ kind: 'point', date: { precision: 'season', season: 21 } });
  });
});

describe('unspecified digits reach from the first to the last day that fits', () => {
  test.each([
    ['198X', '1980-1-1 1990-1-1', 'decade'],
    ['19XX', '1900-1-1 2000-1-1', 'century'],
    ['1XXX', '1000-1-1 2000-1-1', 'millennium'],
    ['1985-XX', '1985-1-1 1986-1-1', 'year'],
    ['1985-05-XX', '1985-5-1 1985-6-1', 'month'],
    ['1985-XX-XX', '1985-1-1 1986-1-1', 'year'],
    ['1989-1X', '1989-10-1 1990-1-1', 'year'],
    ['1985-05-1X', '1985-5-10 1985-5-20', 'month'],
    ['1985-02-2X', '1985-2-20 1985-3-1', 'month'],
    ['198X-02-29', '1980-2-29 1988-3-1', 'decade'],
    ['-1XXX', '-1999-1-1 -999-1-1', 'millennium'],
    ['198X~', '1980-1-1 1990-1-1', 'decade'],
  ])('%s', (text, days, precision) => {
    expect(bounds(text)).toBe(days);
    expect(parseEdtf(text)).toMatchObject({ date: { precision } });
  });
});

describe('qualifiers', () => {
  test.each([
    ['1985~', true, false], ['1985?', false, true], ['1985%', true, true], ['1985', false, false], ['1989-21~', true, false],
    ['2004-06-~11', true, false], ['2004-?06-~11', true, true], ['?1989', false, true], ['198X~', true, false], ['198X%', true, true],
  ])('%s', (text, approximate, uncertain) => {
    expect(parseEdtf(text)).toMatchObject({ approximate, uncertain, date: { approximate, uncertain } });
  });
  test('do not widen the extent', () => expect(bounds('1985~')).toBe(bounds('1985')));
  test('of one end count for the interval', () => expect(parseEdtf('1985~/1990')).toMatchObject({ approximate: true, to: { date: { approximate: false } } }));
});

describe('intervals', () => {
  test.each([
    ['1988/1990', '1988-1-1 1989-1-1 / 1990-1-1 1991-1-1'],
    ['1988-07/1990-09', '1988-7-1 1988-8-1 / 1990-9-1 1990-10-1'],
    ['1989-21/1990', '1989-3-1 1989-6-1 / 1990-1-1 1991-1-1'],
    ['1985/..', '1985-1-1 1986-1-1 / Infinity Infinity'],
    ['../1985', '-Infinity -Infinity / 1985-1-1 1986-1-1'],
    ['1985/', '1985-1-1 1986-1-1 / 1985-1-1 Infinity'],
    ['/1985', '-Infinity 1986-1-1 / 1985-1-1 1986-1-1'],
    ['1988/1988-05', '1988-1-1 1988-6-1 / 1988-5-1 1988-6-1'],
    ['1988-05/1988', '1988-5-1 1988-6-1 / 1988-5-1 1989-1-1'],
    ['197X/199X', '1970-1-1 1980-1-1 / 1990-1-1 2000-1-1'],
  ])('%s', (text, days) => expect(bounds(text)).toBe(days));
  test('say which end is open and which unknown', () => {
    expect(parseEdtf('1985/..')).toMatchObject({ kind: 'span', to: { kind: 'open' } });
    expect(parseEdtf('/1985')).toMatchObject({ from: { kind: 'unknown' } });
  });
});

describe('sets', () => {
  test.each([
    ['[1982,1983]', '1982-1-1 1984-1-1'],
    ['[1988,1989..1990]', '1988-1-1 1991-1-1'],
    ['[1985-09..1985-12]', '1985-9-1 1986-1-1'],
    ['{1988,1990}', '1988-1-1 1989-1-1 / 1990-1-1 1991-1-1'],
    ['[..1988]', '-Infinity 1989-1-1'],
    ['[1988..]', '1988-1-1 Infinity'],
    ['[1667, 1760-12]', '1667-1-1 1761-1-1'],
    ['[1989-21,1990-23]', '1989-3-1 1990-12-1'],
  ])('%s', (text, days) => expect(bounds(text)).toBe(days));
  test('keep all members, the tail of a range as well', () => {
    const date = parseEdtf('[1988,1989..1990]');
    expect(date?.kind === 'set' && date.members.map(member => iso(member.extent.latest))).toEqual(['1989-1-1', '1991-1-1']);
  });
});

describe('no date', () => {
  test.each([
    '', ' ', 'foo', '1989-13', '1989-00', '1989-02-30', '1989-02-29', '1989-04-31', '1989-42', '19', '198', '19890', '1989-5', '89', '1990/1988', '1990-05/1990-04',
    '/', '../..', '../', '..', '1988/1989/1990', '1988..1990', '[1990..1988]', '[1988', '1988]', '[]', '[1988,]', '[..1988..]', '[1988,..1989]', '[1988..,1989]',
    '[1988..1989-05]', '1991-02-3X', '198x', 'Y1E99', '1989-02-15/foo', '1985 - 1990', '１９８９', '1989\n/1990', '{1988]',
  ])('%j', text => expect(parseEdtf(text)).toBeUndefined());
  test('an outer blank does no harm', () => expect(parseEdtf(' 1989 ')?.edtf).toBe('1989'));
});

describe('bad input', () => {
  test('nothing throws', () => {
    const edtfish = fc.string({ unit: fc.constantFrom(...'0123456789-/X~?%.[]{},TZ:SYE u'.match(/./g)!), maxLength: 30 });
    fc.assert(fc.property(fc.oneof(edtfish, fc.string({ unit: 'binary' })), text => {
      const date = parseEdtf(text);
      if (date === undefined) return;
      expect(date.start.earliest).toBeLessThanOrEqual(date.start.latest);
      expect(date.end.earliest).toBeLessThanOrEqual(date.end.latest);
      expect(date.start.earliest).toBeLessThanOrEqual(date.end.earliest);
      expect(date.start.latest).toBeLessThanOrEqual(date.end.latest);
    }), { numRuns: 1000 });
  });
  test.each([
    ['digits', '1'.repeat(1_000_000)], ['brackets', '['.repeat(100_000)], ['slashes', '/'.repeat(100_000)], ['a set of 10,000', `[${'1988,'.repeat(10_000)}1989]`],
    ['ambiguous members', `[${Array.from({ length: 99 }, () => '1989-XX-XX').join(',')}]`], ['qualifiers', '?'.repeat(40)],
  ])('%s come to an end', (_, text) => expect(() => parseEdtf(text)).not.toThrow());
});
