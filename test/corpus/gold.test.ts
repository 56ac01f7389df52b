import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeDraftContext, readDraft } from '../../src/core/draft/index.ts';
import { unmark } from '../gold/marked.ts';
import { CONFLICT_RULES } from '../gold/measure.ts';
import { goldDrafts, goldSentences } from '../gold/read.ts';
import { bundled } from './material.ts';

describe('the set that checks are measured on', () => {
  const sentences = goldSentences();
  const marked = [...sentences, ...goldDrafts()];

  test('marks are taken out, and say where they stood', () => {
    const { text, mentions, wrong } = unmark('In {June 1987 ¶ [[Alatas|a+b]]} spoke.');
    expect(text).toBe('In June 1987\n\nAlatas spoke.');
    expect(mentions.map(({ start, end, keys }) => [text.slice(start, end), keys])).toEqual([['Alatas', ['a', 'b']]]);
    expect(wrong.map(({ start, end }) => text.slice(start, end))).toEqual(['June 1987\n\nAlatas']);
    expect(() => unmark('In {June')).toThrow('other half');
  });

  test.each(CONFLICT_RULES)('%s has as many right sentences as wrong ones, and enough', rule => {
    const own = sentences.filter(sentence => sentence.rule === rule);
    const wrong = own.filter(sentence => sentence.wrong.length > 0);
    expect(wrong.length).toBeGreaterThanOrEqual(25);
    expect(own.length - wrong.length).toBeGreaterThanOrEqual(25);
  });

  test('it holds three hundred sentences and two thousand mentions', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(300);
    expect(marked.flatMap(({ mentions }) => mentions).length).toBeGreaterThanOrEqual(2000);
  });

  test('every mention leads to an entry', () => {
    const { entries } = bundled().snapshot;
    for (const { where, mentions } of marked) for (const { keys } of mentions) for (const key of keys) expect(entries.has(key), `${where}: ${key}`).toBe(true);
  });
});

test('the names in the sample paper are those of this corpus', () => {
  const draft = readFileSync(new URL('../../samples/cambodia/draft.md', import.meta.url), 'utf8');
  const named = new Set(readDraft(draft, makeDraftContext(bundled().snapshot)).mentions.flatMap(({ keys }) => keys));
  for (const key of ['ali-alatas', 'rafeeuddin-ahmed', 'javier-perez-de-cuellar', 'norodom-sihanouk', 'james-baker', 'claude-martin', 'p5', 'asean', 'viet-nam', 'paris-conference-1989', 'p5-framework-1990', 'ick-1981']) {
    expect([...named]).toContain(key);
  }
});
