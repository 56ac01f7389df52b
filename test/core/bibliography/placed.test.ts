import { expect, test } from 'vitest';
import { placed, placesIn } from '../../../src/core/bibliography/placed.ts';
import { pathKind } from '../../../src/core/bibliography/path.ts';

test.each([[0, 0, 0], [1, 0, 1], [3, 1, 0], [6, 2, 1], [99, 2, 94]])('offset %i is line %i, character %i', (offset, line, character) => {
  expect(placesIn('ab\n\r\nxyz')(offset)).toEqual({ line, character });
});

test('no more than 500 problems of one file are told, and the others counted', () => {
  const problems = Array.from({ length: 600 }, () => ({ code: 'x', severity: 'error' as const, message: 'm', span: { start: 0, end: 1 } }));
  expect(placed(problems, 'ab').at(-1)?.message).toBe('There are 100 more problems in this file.');
});

test.each([
  ['refs.bib', 'relative'], ['../a b/refs.bib', 'relative'], ['/home/a/refs.bib', 'absolute'], ['C:\\refs.bib', 'absolute'], ['c:/refs.bib', 'absolute'], ['https://x.org/a.bib', 'remote'],
  ['file:///a.bib', 'remote'], ['\\\\server\\share\\a.bib', 'share'], ['//server/share/a.bib', 'share'],
])('%s is %s', (path, kind) => expect(pathKind(path)).toBe(kind));
