import { describe, expect, test } from 'vitest';
import { readQuery } from '../../../src/core/library/query.ts';
import type { SearchResult, TextToIndex } from '../../../src/core/library/types.ts';
import { wordsOf } from '../../../src/core/library/words.ts';
import { Frequencies } from '../../../src/engine/library/frequencies.ts';
import { SAMPLED } from '../../../src/engine/library/sample.ts';
import { search } from '../../../src/engine/library/search.ts';
import { find, newIndex, shown, textOf } from './support.ts';

const TEXTS: readonly TextToIndex[] = [
  textOf('solomon2000', ['The Secretary-General met Pérez de Cuéllar in Paris in October 1991.', 'Power-sharing was refused in 1989 by the Prince.']),
  textOf('martin2018', ['A peace that shares power is a peace agreement.', 'The agreement on peace came in Paris.']),
  textOf('entry:sihanouk', ['Norodom Sihanouk, the Prince. Paris 1991.'], { shelf: 'entries', citekey: '' }),
];

const foldedWords = (text: string) => wordsOf(text).map(word => word.folded).join(' ');

async function library() {
  const index = await newIndex();
  index.put(TEXTS);
  return index;
}

describe('a search', () => {
  test.each([
    ['cuellar', ['solomon2000 1 The Secretary-General met Pérez de [Cuéllar] in Paris in October 1991.']],
    ['"peace agreement"', ['martin2018 1 A peace that shares power is a [peace agreement].']],
    ['agreement peace -shares', ['martin2018 2 The [agreement] on [peace] came in Paris.']],
    ['refus*', ['solomon2000 2 Power-sharing was [refused] in 1989 by the Prince.']],
    ['power-sharing', ['solomon2000 2 [Power-sharing] was refused in 1989 by the Prince.']],
    ['paris source:martin', ['martin2018 2 The agreement on peace came in [Paris].']],
    ['paris in:entries', ['entry:sihanouk 1 Norodom Sihanouk, the Prince. [Paris] 1991.']],
    ['prince date:1988..1990', ['solomon2000 2 Power-sharing was refused in 1989 by the [Prince].']],
    ['paris page:2', ['martin2018 2 The agreement on peace came in [Paris].']],
    ['sec:2 agreement', ['martin2018 2 The [agreement] on peace came in Paris.']],
  ])('for %s finds what it asks for', async (query, expected) => {
    expect(shown(await find(await library(), query))).toEqual(expected);
  });

  test('for a date alone lists what names it, of each kind of text the earliest first', async () => {
    expect((await find(await library(), 'date:1980..2000')).hits.map(hit => `${hit.textKey} ${hit.page}`)).toEqual(['solomon2000 2', 'solomon2000 1', 'entry:sihanouk 1']);
  });

  test('for a source alone lists it in its order', async () => {
    expect((await find(await library(), 'source:solomon2000')).hits.map(hit => hit.page)).toEqual(['1', '2']);
  });

  test('for words of which one stands nowhere gives what has the others, and says so', async () => {
    const result = await find(await library(), 'agreement zanzibar');
    expect([result.isPartial, result.missingWords, result.hits.length]).toEqual([true, ['zanzibar'], 2]);
  });

  test('gives sources before statements, entries and drafts, and of each something, however many of the others there are', async () => {
    const index = await library();
    const many = (key: string, shelf: TextToIndex['shelf'], count: number) => textOf(key, Array.from({ length: count }, (_, at) => `The Prince spoke of peace in Paris, ${at}.`), { shelf, citekey: '' });
    index.put([many('draft', 'drafts', 200), many('statement', 'statements', 3), many('source', 'sources', 200), textOf('own', ['Prince peace Paris. '.repeat(20)], { shelf: 'drafts' })]);
    for (const query of ['prince peace paris', 'date:1800..']) {
      const { hits, total } = await find(index, query, 40);
      const shelves = hits.map(hit => hit.shelf);
      if (query.startsWith('date')) { expect(shelves).toEqual(['sources', 'sources', 'entries']); continue; }
      expect(Object.entries(Object.groupBy(shelves, shelf => shelf)).map(([shelf, list]) => [shelf, list.length])).toEqual([['sources', 32], ['statements', 3], ['drafts', 5]]);
      expect(hits.find(hit => hit.shelf === 'drafts')!.textKey).toBe('own');
      expect([hits.length, total]).toEqual([40, 404]);
    }
  });

  test('for what stands nowhere finds nothing', async () => {
    expect(await find(await library(), 'zanzibar')).toMatchObject({ hits: [], total: 0, missingWords: ['zanzibar'] });
  });

  test('finds a text no more once it is replaced or removed', async () => {
    const index = await library();
    index.put([textOf('martin2018', ['Nothing of it.'])]);
    expect((await find(index, 'agreement')).total).toBe(0);
    expect((await find(index, 'nothing')).total).toBe(1);
    index.remove(['martin2018']);
    expect((await find(index, 'nothing')).total).toBe(0);
    expect(index.counts()).toEqual({ texts: 2, passages: 3 });
  });

  test('of very common words ranks a part, says so, and looks all over the library', async () => {
    const index = await newIndex();
    for (let at = 0; at < 20; at++) {
      index.put([{ ...textOf(`t${at}`, []), passages: Array.from({ length: 1000 }, (_, i) => ({ ...TEXTS[0]!.passages[0]!, text: `common words of ${at} and number ${i}` })) }]);
    }
    const result = await find(index, 'common words');
    expect(result).toMatchObject({ isTotalExact: false, commonWords: ['common', 'words'] });
    expect(result.ranked).toBe(SAMPLED);
    const rare = await find(index, 'common 777');
    expect(rare).toMatchObject({ total: 20, isTotalExact: true, commonWords: [] });
    expect(new Set(rare.hits.map(hit => hit.textKey)).size).toBe(20);
  });

  describe('in a library where nearly all words are common', () => {
    const sentences = Array.from({ length: 14_000 }, (_, i) => `Common words of ${i % 3 === 0 ? 'government' : 'governors'}, ${i % 2 === 0 ? 'Pérez' : 'peril'} ${i % 7 === 0 ? `zone${i}` : 'none'} ${i % 4000 === 0 ? 'yonder' : 'here'}.`);
    const large = async () => {
      const index = await newIndex();
      index.put([{ ...textOf('t', []), passages: sentences.map(text => ({ ...TEXTS[0]!.passages[0]!, text })) }]);
      return index;
    };
    const folded = sentences.map(sentence => ` ${foldedWords(sentence)} `);

    test('gives nothing but what has all that was asked for, and says how much of it was ranked', async () => {
      const index = await large();
      for (const [query, holds] of [
        ['g*', (text: string) => / g/.test(text)], ['common g*', text => / g/.test(text)], ['governm* words', text => / governm/.test(text)],
        ['"of go"*', text => / of go/.test(text)], ['"of governm"*', text => / of governm/.test(text)], ['common -governm*', text => !/ governm/.test(text)],
        ['words pe* -perez', text => / pe/.test(text) && !/ perez /.test(text)], ['"words of" p*', text => / p/.test(text)],
      ] as [string, (text: string) => boolean][]) {
        const result = await find(index, query);
        expect(result.hits.length, query).toBe(50);
        expect(result.hits.filter(hit => !holds(` ${foldedWords(hit.text)} `)), query).toEqual([]);
        expect(result.isTotalExact, query).toBe(false);
        expect(result.ranked, query).toBeGreaterThan(200);
      }
    });

    test('finds the few passages that have what is rare', async () => {
      const index = await large();
      for (const [query, holds] of [
        ['common yon*', text => / yon/.test(text)], ['words y*', text => / y/.test(text)], ['"governors perez" y*', text => / governors perez .* y/.test(text)],
        ['words -here -none', text => !/ here | none /.test(text)], ['-governors common -h*', text => !/ governors | h/.test(text)],
      ] as [string, (text: string) => boolean][]) expect((await find(index, query, 100)).total, query).toBe(folded.filter(holds).length);
    });

    test('gives up what hardly any passage is left of, and says how many it looked through', async () => {
      const index = await newIndex();
      const passages = Array.from({ length: 30_000 }, (_, i) => ({ ...TEXTS[0]!.passages[0]!, text: `Common s${i % 90}x${i === 29_999 ? '' : ` sz${i % 50}`}` }));
      index.put([{ ...textOf('t', []), passages }, { ...textOf('u', []), passages: [{ ...TEXTS[0]!.passages[0]!, text: 'Common and last of all.' }] }]);
      const result = await find(index, 'common -s*');
      expect(result).toMatchObject({ hits: [], isTotalExact: false, missingWords: [] });
      expect([result.read! > SAMPLED * 10, result.read! < 30_000]).toEqual([true, true]);
      expect(await find(index, 'common -sz*')).toMatchObject({ isTotalExact: true, read: undefined });
    });

    test('tells the best of what it has seen before all is ranked', async () => {
      const index = await large();
      const told: SearchResult[] = [];
      const result = await search(index, new Frequencies(index), readQuery('common governm*').query, { limit: 10, firstMs: -1, onFirst: first => { told.push(first); } });
      expect([told.length, told[0]!.isTotalExact, told[0]!.hits.length, result.hits.length]).toEqual([1, false, 10, 10]);
      expect(told[0]!.hits.every(hit => / government,/.test(hit.text) && hit.highlights.length === 2)).toBe(true);
    });

    test('knows about how many passages have a word that is not counted to its end', async () => {
      const index = await large();
      const passages = (word: string) => new Frequencies(index).of({ words: [word], isPrefix: false }).passages;
      expect([passages('perez'), passages('common'), passages('yonder'), passages('zanzibar')]).toEqual([7000, 14_000, 4, 0]);
    });
  });

  test('that nobody waits for any more ends', async () => {
    const index = await newIndex();
    index.put([{ ...textOf('t', []), passages: Array.from({ length: 15_000 }, (_, i) => ({ ...TEXTS[0]!.passages[0]!, text: `common words ${i}` })) }]);
    const result = await search(index, new Frequencies(index), readQuery('"common words" 7*').query, { limit: 10, isCancelled: () => true });
    expect(result.hits).toEqual([]);
  });

  test('finds the same passages as looking through all of them', async () => {
    const vocabulary = ['peace', 'power', 'paris', 'prince', 'agreement', 'refused', 'Cuéllar', 'cuellar', 'shares', 'the', '1989'];
    let state = 7;
    const random = (below: number) => { state = (state * 1103515245 + 12345) % 2147483648; return state % below; };
    const sentence = () => Array.from({ length: 8 }, () => vocabulary[random(vocabulary.length)]!).join(' ');
    const texts = Array.from({ length: 300 }, (_, at) => textOf(`t${at}`, [sentence(), sentence()]));
    const index = await newIndex();
    // Others were there before, in their place and beside them.
    index.put(texts.map(({ key }) => textOf(key, [sentence(), sentence(), sentence()])));
    index.put(texts.map(({ key }) => textOf(`${key} once`, [sentence()])));
    index.put(texts);
    index.remove(texts.map(({ key }) => `${key} once`));
    const bodies = texts.flatMap(text => text.passages.map(passage => ` ${foldedWords(passage.text)} `));
    for (let round = 0; round < 200; round++) {
      const words = Array.from({ length: 1 + random(3) }, () => vocabulary[random(vocabulary.length)]!);
      const isPhrase = random(2) === 0;
      const folded = words.map(word => foldedWords(word));
      const expected = bodies.filter(body => isPhrase ? body.includes(` ${folded.join(' ')} `) : folded.every(word => body.includes(` ${word} `))).length;
      const result = await find(index, isPhrase ? `"${words.join(' ')}"` : words.join(' '));
      expect(result.isPartial ? 0 : result.total, words.join(' ')).toBe(expected);
    }
  });
});
