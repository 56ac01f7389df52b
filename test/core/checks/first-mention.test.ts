import { describe, expect, test } from 'vitest';
import { makeCheckContext, readCheckSettings } from '../../../src/core/checks/index.ts';
import { snapshot, world } from './process.ts';
import { worldOf } from './world.ts';

const marked = (text: string) => world.marked(text, 'first-mention');

describe('first-mention of somebody', () => {
  test.each([
    ['a part of the name', 'In 1991 Marsh left.', ['Marsh']],
    ['a part with a title', 'Foreign Minister Marsh left.', ['Marsh']],
    ['once', 'Marsh left. Marsh came back.', ['Marsh']],
    ['the full name without the office', 'In 1991 Jon Marsh left.', ['Jon Marsh']],
    ['the full name with the office', 'In 1991 the Norwegian foreign minister, Jon Marsh, left.', []],
    ['the full name with a title', 'In 1991 Foreign Minister Jon Marsh left.', []],
    ['the full name with the state', 'Jon Marsh spoke for Norway.', []],
    ['an apposition', 'In 1991 Jon Marsh, an old hand, left.', []],
    ['brackets', 'In 1991 Jon Marsh (Oslo) left.', []],
    ['the short name after the full one', 'Foreign Minister Jon Marsh left. Later Marsh came back.', []],
    ['the full name after the short one', 'Marsh left. Jon Marsh came back.', ['Marsh']],
    ['of two offices none that is certain', 'Ada Quill left.', []],
    ['in a heading', '# Marsh and after\n\nForeign Minister Jon Marsh left.', []],
    ['in a quotation', 'He said “Marsh left early that year”. Foreign Minister Jon Marsh came back.', []],
    ['in a block quotation', '> Marsh left.', []],
    ['in a table', '| Who | What |\n|---|---|\n| Marsh | left |\n', []],
    ['another first name', 'Peter Marsh left.', []],
    ['a name at the head of the sentence', 'Then Marsh left.', ['Marsh']],
    ['in a note', 'So it was.[^1]\n\n[^1]: Marsh left.', []],
    ['another name of the same person', 'In 1991 Foreign Minister Jon Marsh wrote to the leader of the Northern Front, Tom Okoro. Okoro answered Marsh.', []],
  ])('%s: %s', (_, text, wanted) => expect(marked(text)).toEqual(wanted));

  test('says what the record has', () => {
    expect(world.messages('In 1991 Jon Marsh left.', 'first-mention')).toEqual(['The first mention of Jon Marsh does not say who that is: the record has Foreign Minister of Norway.']);
    expect(world.messages('Marsh left.', 'first-mention')).toEqual(['The first mention of Jon Marsh is “Marsh”: give the full name.']);
  });
  test.each([['In 1991 Marsh left.', 'In 1991 Jon Marsh left.'], ['In 1991 Jon Marsh left.', 'In 1991 Jon Marsh, Foreign Minister of Norway, left.']])('mends %s', (text, mended) => expect(world.fixed(text, 'first-mention')).toBe(mended));
  test('leaves authors to their references', () => {
    const text = 'Marsh holds that it failed [@marsh1999].';
    const khan = snapshot.sources.get('khan2022')!;
    const sources = new Map([['marsh1999', { ...khan, item: { ...khan.item, author: [{ family: 'Marsh' }] } }]]);
    expect(worldOf(snapshot, makeCheckContext({ snapshot, sources })).marked(text, 'first-mention')).toEqual([]);
    expect(marked(text)).toEqual(['Marsh']);
  });
});

describe('first-mention of an abbreviation', () => {
  test.each([
    ['used before anything', 'The HU met.', ['HU']],
    ['once', 'The HU met. The HU left.', ['HU']],
    ['introduced by its use', 'The Harbour Union (HU) met. The HU left.', []],
    ['introduced the other way round', 'The HU (Harbour Union) met.', []],
    ['introduced in words', 'The Harbour Union, or HU, met.', []],
    ['introduced too late', 'The HU met. The Harbour Union (HU) left.', ['HU']],
    ['with the name before it but not introduced', 'The Harbour Union met. The HU left.', ['HU']],
    ['that everybody knows', 'The UN met.', []],
    ['of nothing on record', 'The XYZ met.', []],
    ['of the draft’s own', 'The VMC met. The Valley Monitoring Commission (VMC) left.', ['VMC']],
    ['with small words in it', 'The VFC met. The Valley Front for the Coast (VFC) left.', ['VFC']],
    ['in a list of abbreviations', '## Abbreviations\n\n- HU: Harbour Union\n\n## One\n\nThe HU met.', []],
    ['in a list after the text', '## One\n\nThe HU met.\n\n## List of abbreviations\n\n| HU | Harbour Union |\n|---|---|\n| X | Y |\n', []],
    ['in a quotation', '“The HU met in the old town,” he wrote.', []],
    ['in a heading', '# The HU\n\nThe Harbour Union (HU) met.', []],
    ['in code', 'See `HU`.', []],
    ['in a link', 'See [this](https://example.org/HU/now).', []],
    ['in capitals for weight', 'THE HU LEFT.', []],
    ['in the plural', 'Two VMCs met. The Valley Monitoring Commission (VMC) left.', ['VMC']],
  ])('%s: %s', (_, text, wanted) => expect(marked(text)).toEqual(wanted));
  test('can be introduced', () => expect(world.fixed('The HU met.', 'first-mention')).toBe('The Harbour Union (HU) met.'));
});

describe('first-mention by chapter', () => {
  const chapters = worldOf(snapshot, makeCheckContext({ snapshot }, readCheckSettings({ firstMention: 'chapter' })));
  test.each([
    ['each chapter', '# T\n\n## One\n\nThe Harbour Union (HU) met.\n\n## Two\n\nThe HU left.', ['HU']],
    ['not each section', '# T\n\n## One\n\nThe Harbour Union (HU) met.\n\n### A\n\nThe HU left.\n\n## Two\n\nNobody came.', []],
    ['persons too', '## One\n\nForeign Minister Jon Marsh left.\n\n## Two\n\nMarsh left.', ['Marsh']],
    ['a draft without chapters', '# T\n\nThe Harbour Union (HU) met. The HU left.', []],
  ])('%s', (_, text, wanted) => expect(chapters.marked(text, 'first-mention')).toEqual(wanted));
  test('is not what a draft gets by itself', () => expect(marked('## One\n\nThe Harbour Union (HU) met.\n\n## Two\n\nThe HU left.')).toEqual([]));
});
