import { expect, test } from 'vitest';
import { FIRST_STATE, NO_FILTER } from '../../../src/core/timeline/filter.ts';
import { viewFrom, viewToShow } from '../../../src/core/timeline/keptView.ts';

const kept = { grouping: 'actor', filter: { ...NO_FILTER, text: 'jakarta' } };
const left = { ...FIRST_STATE, mode: 'list' };

test('a view may name a part of what it can; the rest is as at first', () => {
  expect(viewFrom(kept)).toEqual({ ...FIRST_STATE, ...kept });
  expect(viewFrom({})).toEqual(FIRST_STATE);
});

test.each([null, undefined, 42, 'actor', [], { grouping: 'colour' }, { filter: { text: 'only' } }, { span: [1] }])('%j is no view, or that of a first look', raw => {
  expect([undefined, FIRST_STATE]).toContainEqual(viewFrom(raw));
});

test('what came with the workspace is shown once, then what was left here', () => {
  expect(viewToShow({ kept, takenUp: undefined, left })).toEqual({ ...FIRST_STATE, ...kept });
  expect(viewToShow({ kept, takenUp: JSON.stringify(kept), left })).toEqual(left);
  expect(viewToShow({ kept: { grouping: 'place' }, takenUp: JSON.stringify(kept), left })).toEqual({ ...FIRST_STATE, grouping: 'place' });
});

test('without either it is a first look, whatever stands there instead', () => {
  expect(viewToShow({ kept: null, takenUp: undefined, left: undefined })).toBeNull();
  expect(viewToShow({ kept: { grouping: 7 }, takenUp: undefined, left: 'nonsense' })).toBeNull();
  expect(viewToShow({ kept: { grouping: 7 }, takenUp: undefined, left })).toEqual(left);
});
