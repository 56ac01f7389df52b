import { beforeEach, describe, expect, test } from 'vitest';
import { makeDraftContext, readDraft } from '../../../src/core/draft/index.ts';
import { saidWithin } from '../../../src/core/draft/support.ts';
import { particularsOfText } from '../../../src/core/library/bearing.ts';
import type { Shelf, TextToIndex } from '../../../src/core/library/types.ts';
import { Frequencies } from '../../../src/engine/library/frequencies.ts';
import type { LibraryIndex } from '../../../src/engine/library/libraryIndex.ts';
import { similar } from '../../../src/engine/library/similar.ts';
import { snapshotOf, SOURCES } from '../../core/corpus/helpers.ts';
import { newIndex, textOf } from './support.ts';

const SNAPSHOT = snapshotOf({
  'references.json': SOURCES,
  'actors/alatas.md': '---\ntype: person\nname: Ali Alatas\naliases: [Alatas, Foreign Minister Alatas]\n---\n',
  'actors/indonesia.md': '---\ntype: state\nname: Indonesia\n---\n',
});
const SENTENCE = 'Ali Alatas brought twelve delegations to Bogor in July 1988, and Indonesia paid for the hotel.';
const DRAFT = 'file:///paper.md';
const FILLER = Array.from({ length: 60 }, (_, at) => `Indonesia was mentioned in the cable ${100 + at}, and nothing came of it.`);

describe('what bears on a sentence', () => {
  let index: LibraryIndex;
  const put = (...texts: TextToIndex[]) => { index.put(texts); };
  const bearing = (more: { shelves?: Shelf[]; text?: string } = {}) => {
    const text = more.text ?? SENTENCE;
    const { particulars } = saidWithin(readDraft(text, makeDraftContext(SNAPSHOT)), { start: 5, end: 5 }, SNAPSHOT)!;
    const { hits } = similar(index, new Frequencies(index), { particulars, limit: 60, exceptKeys: [DRAFT], exceptIds: [], shelves: more.shelves ?? ['sources', 'statements', 'entries'] }, () => false);
    return hits.map(hit => `${hit.textKey} ${hit.page}`);
  };
  beforeEach(async () => {
    index = await newIndex();
    put(textOf('filler1990', FILLER));
  });

  test('is first what bears out most of it: whom it names by any name, when, how many, in which words', () => {
    put(
      textOf('solomon2000', ['The hotel at Bogor was small.', 'Alatas opened the meeting of twelve delegations at Bogor on 25 July 1988; the hotel was paid for by Jakarta.', 'In July 1988 it rained for twelve days.']),
      textOf('martin2018', ['The minister, Alatas, was in Bogor in 1988.']),
    );
    expect(bearing().slice(0, 2)).toEqual(['solomon2000 2', 'martin2018 1']);
  });

  test('is nothing that has only one common name of it, when there is better', () => {
    put(textOf('solomon2000', ['Alatas brought the delegations to Bogor.']));
    expect(bearing()).toEqual(['solomon2000 1']);
    index.remove(['solomon2000']);
    expect(bearing()).toContain('filler1990 1');
  });

  test('is a source before what the corpus says, and never the draft that the sentence stands in', () => {
    put(
      textOf(DRAFT, [SENTENCE], { citekey: '' }), textOf('file:///other.md', [SENTENCE], { shelf: 'drafts', citekey: '' }),
      textOf('statements:alatas', ['Ali Alatas brought twelve delegations to Bogor in July 1988.'], { shelf: 'statements' }),
      textOf('entry:alatas', ['Ali Alatas, who brought the delegations to Bogor'], { shelf: 'entries' }),
      textOf('solomon2000', ['Alatas brought delegations to Bogor in 1988.']),
    );
    expect(bearing()).toEqual(['solomon2000 1', 'statements:alatas 1', 'entry:alatas 1']);
  });

  test('is found by the date alone, and what names the very day before what names the year', () => {
    put(textOf('solomon2000', ['Nothing is known of 1988.', 'Nothing is known of 25 July 1988.', 'Nothing is known of 1989.', 'Nothing is known of the time from 1950 to 1999.']));
    expect(bearing({ text: 'It was begun on 25 July 1988 at noon.' })).toEqual(['solomon2000 2', 'solomon2000 1']);
  });

  test('is for words of no draft what shares the rarest of them, next to each other', () => {
    put(textOf('a', ['The lamp of the harbour master went out.', 'A harbour had a lamp; its master was a harbour man.']));
    const { hits } = similar(index, new Frequencies(index), { particulars: particularsOfText('the harbour master and his lamp'), limit: 10, exceptKeys: [], exceptIds: [], shelves: ['sources'] }, () => false);
    expect(hits.map(hit => hit.page)).toEqual(['1', '2']);
  });
});
