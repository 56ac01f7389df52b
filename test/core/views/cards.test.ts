import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../../src/core/corpus/read.ts';
import { mergeCorpora } from '../../../src/core/corpus/snapshot.ts';
import type { Snapshot } from '../../../src/core/corpus/types.ts';
import { parseEdtf } from '../../../src/core/dates/edtf.ts';
import { makeDraftContext, readDraft } from '../../../src/core/draft/index.ts';
import { entryCard, sourceCard } from '../../../src/core/views/cards.ts';
import { hoverCards } from '../../../src/core/views/hover.ts';
import { corpusOf, filesOf, snapshotOf, SOURCES } from '../corpus/helpers.ts';
import { snapshot } from './world.ts';

const quill = snapshot.entries.get('quill')!;
const subtitleAt = (edtf?: string) => entryCard(quill, snapshot, { at: edtf === undefined ? undefined : parseEdtf(edtf) }).subtitle;

describe('the office on a card', () => {
  test.each([
    ['without a date is the last known', undefined, 'person · Keeper, Harbour Office (from 1998)'],
    ['is that of the date', '1995', 'person · Clerk, Harbour Office (1990–1997) · as of 1995'],
    ['goes on while no end is known', '1999-05', 'person · Keeper, Harbour Office (from 1998) · as of May 1999'],
    ['of the year in which it began is perhaps', '1998', 'person · perhaps Keeper, Harbour Office (from 1998) · as of 1998'],
    ['is none before the first', '1970', 'person'],
  ])('%s', (_, at, subtitle) => { expect(subtitleAt(at)).toBe(subtitle); });
});

describe('a name that is not of one mind', () => {
  const person = (name: string, aliases = '') => `---\ntype: person\nname: ${name}\n${aliases}---\nSomebody.\n\n- Spoke. [@khan2022, p. 1]\n`;
  const factsOf = (read: Snapshot, key: string) => entryCard(read.entries.get(key)!, read).facts;

  test('by two sources is shown with who says what', () => {
    const aliases = 'aliases:\n  - Oxe\n  - name: Anne Oxe\n    cite: "@martin2018, p. 9"\n  - name: Ann Lind\n    end: 1970\n    cite: "@khan2022, p. 2"\n';
    expect(factsOf(snapshotOf({ 'references.json': SOURCES, 'actors/ann-ox.md': person('Ann Ox', aliases) }), 'ann-ox')).toEqual([
      'Also: Anne Oxe [Martin 2018, p. 9]', 'Also: Ann Lind (until 1970) [Khan 2022, p. 2]',
    ]);
  });

  test('by two corpora is shown on the card of each', () => {
    const other = readCorpus(filesOf({ 'corpus.yaml': 'id: d\ntitle: The archive', 'references.json': SOURCES, 'actors/ann-ox.md': person('Anne Oxe'), 'actors/bo-ash.md': person('Bo Ash') }, 'file:///d'), 'file:///d');
    const both = mergeCorpora([corpusOf({ 'references.json': SOURCES, 'actors/ann-ox.md': person('Ann Ox'), 'actors/bo-ash.md': person('Bo Ash') }), other]);
    expect(factsOf(both, 'c:ann-ox')).toEqual(['Also: Anne Oxe [The archive]']);
    expect(factsOf(both, 'd:ann-ox')).toEqual(['Also: Ann Ox [C]']);
    expect(factsOf(both, 'd:bo-ash')).toEqual([]);
  });

  test('of a capital that stands for it is no other name', () => {
    const state = '---\ntype: state\nname: Isle\nmetonyms: [{ name: Port, cite: "@khan2022, p. 1" }]\n---\nA state.\n';
    expect(factsOf(snapshotOf({ 'references.json': SOURCES, 'actors/isle.md': state }), 'isle')).toEqual([]);
  });
});

test('claims come with their authority and with what is disputed', () => {
  const [claim] = entryCard(quill, snapshot, { statements: 1 }).claims;
  expect(claim).toMatchObject({ text: 'Kept the ledger from 1998.', authority: 'Khan 2022, p. 3', disputed: ['It was kept by others. [Martin 2018, p. 9]'] });
  expect(claim!.actions).toEqual([{ kind: 'insert-citation', citekey: 'khan2022', suffixText: 'p. 3' }]);
});

test('no more statements than asked for', () => { expect(entryCard(quill, snapshot, { statements: 0 }).claims).toEqual([]); });

test('a concept offers no place in a sidebar that does not list it', () => {
  expect(entryCard(snapshot.entries.get('rule')!, snapshot).actions.map(action => action.kind)).toEqual(['open-entry']);
});

test('a work at a locator comes with what stands there', () => {
  const source = snapshot.sources.get('martin2018')!;
  expect(sourceCard(source, snapshot, { locator: { label: 'page', value: '4' }, suffixText: 'p. 4' }).claims.map(({ text }) => text)).toEqual(['Ada Quill: Wrote of the quay in 1999.']);
});

describe('a hover', () => {
  /** Title and words of the card at the `|`. */
  const at = (marked: string) => {
    const text = marked.replace('|', '');
    const hit = hoverCards(readDraft(text, makeDraftContext(snapshot)), marked.indexOf('|'), snapshot, snapshot.sources);
    return hit && [text.slice(hit.span.start, hit.span.end), hit.cards[0]!.title, hit.cards[0]!.subtitle];
  };
  test.each([
    ['on a name', 'Then Ada Qu|ill spoke.', ['Ada Quill', 'Ada Quill', 'person · Keeper, Harbour Office (from 1998)']],
    ['on a name beside a date', 'In 1995 Qu|ill spoke.', ['Quill', 'Ada Quill', 'person · Clerk, Harbour Office (1990–1997) · as of 1995']],
    ['on a name beside a dated event', 'Qu|ill chaired the Spring talks.', ['Quill', 'Ada Quill', 'person · Keeper, Harbour Office (from 1998) · as of April – June 1999']],
    ['on a key', 'So [see @kha|n2022, p. 3].', ['@khan2022', 'Khan 2022, p. 3', '@khan2022']],
    ['on a key in the text', 'As @kha|n2022 [p. 3] has it.', ['@khan2022', 'Khan 2022, p. 3', '@khan2022']],
    ['on a locator', 'So [@khan2022, p|. 3].', ['p. 3', 'Khan 2022, p. 3', '@khan2022']],
    ['on a date', 'In Ma|y 1999 it met.', ['May 1999', 'May 1999', '']],
    ['on plain words', 'In May 1999 it m|et.', undefined],
  ])('%s', (_, marked, expected) => { expect(at(marked)).toEqual(expected); });
});
