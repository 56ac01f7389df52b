import { xmlFault } from './xml.ts';
import { expect, test } from 'vitest';
import { FIRST_STATE } from '../../../src/core/timeline/filter.ts';
import { figureSvg } from '../../../src/core/timeline/figure.ts';
import { tableWidth } from '../../../src/core/timeline/measure.ts';
import { escapeXml } from '../../../src/core/timeline/svg.ts';
import { dataOf, event } from './support.ts';

const data = dataOf([
  event('Paris <Conference> & "first" session', '1989-07-30/1989-08-30'), event('Contacts', '1985~'), event('Decree', '1988?'), event('Choice', '[1988,1990]'),
  event('Open', '1991-05-01/..'), event('Unknown', '/1979-01-07'), event('Décennie', '198X'), event('Spring', '1990-21'), event('Day', '1991-10-23'), event('Month', '1989-09'),
]);
const svg = figureSvg(data, FIRST_STATE, new Set());

test('the file is well-formed XML', () => {
  expect(xmlFault(svg)).toBe('');
});

test('the same data give the same file', () => {
  expect(figureSvg(data, FIRST_STATE, new Set())).toBe(svg);
});

test('every event is in it by name, markup in a title as text', () => {
  expect(svg).toContain('<title>Paris &lt;Conference&gt; &amp; &quot;first&quot; session, 1989-07-30/1989-08-30</title>');
  for (const { title } of data.events.slice(1)) { expect(svg).toContain(`<title>${title}, `); }
});

test('every label shows: nothing is folded in a file', () => {
  const crowd = dataOf(Array.from({ length: 40 }, (_, index) => event(`Meeting ${index}`, '1989-08-03')));
  const text = figureSvg(crowd, FIRST_STATE, new Set());
  for (let index = 0; index < 40; index++) { expect(text).toContain(`>Meeting ${index}<`); }
});

test('only what the filter lets through is in it', () => {
  const text = figureSvg(data, { ...FIRST_STATE, filter: { ...FIRST_STATE.filter, text: 'open' } }, new Set());
  expect(text).toContain('>Open<');
  expect(text).not.toContain('>Month<');
});

test('the recipe is kept in the file', () => {
  const metadata = /<metadata>(.*)<\/metadata>/u.exec(svg)![1]!.replaceAll('&quot;', '"');
  expect(JSON.parse(metadata)).toMatchObject({ grouping: 'process', filter: FIRST_STATE.filter });
});

test('no script, no address, no style sheet', () => {
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/<script|href|https?:|<style|url\((?!#)/u);
});

test('characters that XML does not have are left out', () => {
  expect(escapeXml('a\u0000b\u0008\uD800c\u202Ed')).toBe('abcd');
  expect(escapeXml('😀')).toBe('😀');
});

test('an empty timeline is a file as well', () => {
  expect(xmlFault(figureSvg(dataOf([]), FIRST_STATE, new Set()))).toBe('');
});

test('widths without a screen: bold is wider, accents cost nothing, what is not known is wide', () => {
  expect(tableWidth('Paris', 10, true)).toBeGreaterThan(tableWidth('Paris', 10, false));
  expect(tableWidth('Fère', 10, false)).toBe(tableWidth('Fere', 10, false));
  expect(tableWidth('柬', 10, false)).toBe(10);
});
