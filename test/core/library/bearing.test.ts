import { expect, test } from 'vitest';
import { bearingOf, particularsOfText, saysDate, weightOf, worthOffering, type Particular } from '../../../src/core/library/bearing.ts';

const word = (text: string): Particular => ({ kind: 'word', forms: [{ words: [text], isPrefix: false }] });

test('what nobody says is asked of nobody', () => {
  const weighted = [{ ...word('quay'), weight: 2 }, { ...word('zanzibar'), weight: weightOf(word('zanzibar'), 0, 100) }];
  expect(bearingOf(weighted, ({ forms }) => Number(forms[0]!.words[0] === 'quay'))).toEqual({ share: 1, count: 1 });
});

test('a rare thing weighs more than a common one, and a name more than a word that is as rare', () => {
  expect(weightOf(word('a'), 2, 100)).toBeGreaterThan(weightOf(word('a'), 50, 100));
  expect(weightOf({ kind: 'name' }, 2, 100)).toBeGreaterThan(weightOf(word('a'), 2, 100));
});

test('a pair adds to the words that it is of, and is nothing more that is said', () => {
  const weighted = particularsOfText('harbour master').map(one => ({ ...one, weight: 1 }));
  expect(weighted.map(({ kind }) => kind)).toEqual(['word', 'word', 'pair']);
  expect(bearingOf(weighted, () => 1).count).toBe(2);
  expect(bearingOf(weighted, ({ kind }) => Number(kind === 'word')).share).toBeCloseTo(2 / 3);
});

test.each<[string, [number, number], [number, number], number]>([
  ['a day says the month it is in', [10, 10], [0, 30], 1], ['a year says of a day only roughly when it was', [0, 364], [10, 10], 0.5],
  ['another day says nothing', [11, 11], [10, 10], 0], ['half a century says of no day when it was', [-9000, 9000], [10, 10], 0],
])('%s', (_, one, wanted, expected) => { expect(saysDate(one, wanted)).toBe(expected); });

test('one thing alone is chance beside what says several, unless it is most of it', () => {
  const [best, common, rare, weak] = [{ share: 0.8, count: 4 }, { share: 0.3, count: 1 }, { share: 0.6, count: 1 }, { share: 0.1, count: 2 }];
  expect(worthOffering([best, rare, common, weak])).toEqual([best, rare]);
  expect(worthOffering([rare, common])).toEqual([rare, common]);
  expect(worthOffering([{ share: 0, count: 0 }])).toEqual([]);
  expect(worthOffering([])).toEqual([]);
});
