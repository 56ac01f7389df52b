import { expect, test } from 'vitest';
import { holdsPlace, locatorsOf, valuesOf } from '../../../src/core/corpus/locators.ts';

test.each([
  ['sec. 3.3, n. 24', ['section 3.3', 'note 24']],
  ['secs. 3.1-3.3', ['section 3.1-3.3']],
  ['n. 24', ['note 24']],
  ['pp. 41-43', ['page 41-43']],
  ['41', ['page 41']],
  ['sec. 3.3 and n. 24', ['section 3.3', 'note 24']],
  ['chap. 2, p. 7, n. 3, passim', ['chapter 2', 'page 7', 'note 3']],
  ['', []],
  ['passim', []],
])('%j names %j', (suffix, names) => {
  const found = locatorsOf(suffix).map(({ label, value }) => `${label} ${value}`);
  expect(found).toEqual(names);
});

test('each locator stands at its place', () => {
  expect(locatorsOf('sec. 3.3, n. 24').map(({ span }) => 'sec. 3.3, n. 24'.slice(span.start, span.end))).toEqual(['sec. 3.3', 'n. 24']);
});

test.each([['3.1, 3.2', ['3.1', '3.2']], ['24, 25 and 27', ['24', '25', '27']], ['41–43', ['41', '43']]])('%s names %j', (value, values) => {
  expect(valuesOf({ label: 'section', value })).toEqual(values);
});

test.each([
  ['page', '41-43', '42', true], ['page', '41-43', '44', false], ['page', '383-85', '384', true], ['section', '3.1-3.3', '3.2', true], ['section', '3.1-3.3', '4.2', false], ['section', '3', '3.2', true], ['section', '3.2', '3', false],
  ['section', '3.2', '3.2', true], ['section', '3.2', '3.20', false], ['note', '24, 26', '25', false], ['note', '24, 26', '26', true],
])('%s %s holds %s: %s', (label, value, place, held) => {
  expect(holdsPlace({ label, value }, { label, value: place })).toBe(held);
});

test('a page is no note', () => { expect(holdsPlace({ label: 'page', value: '3' }, { label: 'note', value: '3' })).toBe(false); });
