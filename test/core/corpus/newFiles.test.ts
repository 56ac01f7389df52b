import { describe, expect, test } from 'vitest';
import { readEntry } from '../../../src/core/corpus/entry.ts';
import { freeId, newActor, newCorpus, newEvent } from '../../../src/core/corpus/newFiles.ts';

describe('an id for a name', () => {
  test.each([
    ['Javier Pérez de Cuéllar', [], undefined, 'javier-perez-de-cuellar'],
    ['Đặng', [], undefined, 'dang'],
    ['越南', [], undefined, 'actor'],
    ['Paris', ['paris'], undefined, 'paris-2'],
    ['Paris', ['paris'], '1989', 'paris-1989'],
    ['Paris', ['paris', 'paris-1989'], '1989', 'paris-2'],
    ['Paris 1989', ['paris-1989'], '1989', 'paris-1989-2'],
    ['a'.repeat(200), [], undefined, 'a'.repeat(60)],
  ])('%s beside %j', (name, taken, hint, expected) => { expect(freeId(name, new Set(taken), 'actor', hint)).toBe(expected); });
});

describe('new files are read back', () => {
  test('an actor', () => {
    const { path, text } = newActor('ann-ox', 'Ann “Ox”: née Bø', 'person');
    const { entry, problems } = readEntry({ path, uri: path, text });
    expect([entry?.name, entry?.class, problems.filter(({ severity }) => severity === 'error')]).toEqual(['Ann “Ox”: née Bø', 'actor', []]);
  });
  test('an event, no more exact than the writer has it', () => {
    const { path, text } = newEvent('talks', 'Talks', 'talks', '1989-21');
    const { entry } = readEntry({ path, uri: path, text });
    expect(entry).toMatchObject({ class: 'event', kind: 'talks', date: { edtf: '1989-21' } });
  });
  test('an event without a date', () => {
    const { path, text } = newEvent('talks', 'Talks', 'talks', undefined);
    expect(readEntry({ path, uri: path, text }).entry).toMatchObject({ class: 'event', date: undefined });
  });
  test('a corpus', () => {
    expect(newCorpus('reed', 'Reed: a "process"', [])).toEqual([
      { path: 'corpus.yaml', text: 'id: reed\ntitle: "Reed: a \\"process\\""\n' }, { path: 'references.json', text: '[]\n' },
    ]);
  });
});
