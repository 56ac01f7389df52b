import { describe, expect, test } from 'vitest';
import { editsOfRule, fixableRules, safeEdits } from '../../../src/core/checks/fixAll.ts';
import type { Finding, Fix, RuleCode } from '../../../src/core/checks/index.ts';
import { applyEdits } from './world.ts';

const TEXT = 'one two three four';
const write = (words: string, newText: string, isSafe = true): Fix => {
  const start = TEXT.indexOf(words);
  return { title: newText, isSafe, edits: [{ span: { start, end: start + words.length }, newText }] };
};
const finding = (rule: RuleCode, ...fixes: readonly Fix[]): Finding => ({ rule, severity: 'warning', span: { start: 0, end: 3 }, message: '', evidence: [], fixes });
const after = (edits: Fix['edits']) => applyEdits(TEXT, edits);

describe('fixing everything at once', () => {
  test('takes of each finding the first fix that leaves what is said as it is', () => {
    const all = [finding('name-variant', write('four', '4'), write('four', 'IV')), finding('date-conflict', write('one', '1', false)), finding('name-variant', write('two', 'II', false), write('two', '2'))];
    expect(after(safeEdits(all))).toBe('one 2 three 4');
  });

  test('of one rule takes what can be settled in one way only', () => {
    const all = [finding('date-conflict', write('one', '1', false)), finding('date-conflict', write('two', '2'), write('two', 'II')), finding('name-variant', write('three', '3'))];
    expect(after(editsOfRule(all, 'date-conflict'))).toBe('1 two three four');
    expect(fixableRules(all)).toEqual(new Map([['date-conflict', 1], ['name-variant', 1]]));
  });

  test.each([
    ['that begin together', write('one', 'A'), 'one two'],
    ['of which one holds the other', write('one two', 'A'), 'two'],
    ['that cross', write('two three', 'A'), 'e t'],
    ['that go in at one place', { ...write('one', 'A'), edits: [{ span: { start: 0, end: 0 }, newText: 'A' }] }, ''],
  ])('leaves the later of two fixes out %s', (_, first, words) => {
    const edits = safeEdits([finding('name-variant', first), finding('name-variant', write(words, 'B'))]);
    expect(edits.map(({ newText }) => newText)).toEqual(['A']);
  });

  test('leaves a fix out whole, and takes neighbours that touch', () => {
    const both: Fix = { title: '', isSafe: true, edits: [...write('four', 'B').edits, ...write('two', 'B').edits] };
    expect(after(safeEdits([finding('name-variant', write('two ', 'A ')), finding('name-variant', both), finding('name-variant', write('three', 'C'))]))).toBe('one A C four');
  });

  test('takes a hundred thousand', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => finding('name-variant', { title: '', isSafe: true, edits: [{ span: { start: index * 2, end: index * 2 + 1 }, newText: 'x' }] }));
    expect(safeEdits(many)).toHaveLength(100_000);
  });
});
