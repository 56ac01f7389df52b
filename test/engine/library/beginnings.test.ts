import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readQuery, type Phrase } from '../../../src/core/library/query.ts';
import { Beginnings, widened } from '../../../src/engine/library/beginnings.ts';
import { Frequencies } from '../../../src/engine/library/frequencies.ts';
import { search } from '../../../src/engine/library/search.ts';
import { find, newIndex, temporaryFolder, textOf } from './support.ts';

const VOCABULARY = ['govern', 'governed', 'government', 'govan', 'harbour', 'harbours', 'harbinger', 'Pérez', 'perennial', 'peace', 'in', 'inside', 'the', 'them', '1989'];
const beginning = (...words: string[]): Phrase => ({ words, isPrefix: true });
const folded = (word: string) => word.toLowerCase().replaceAll('é', 'e');
const numbered = (word: string, count: number) => Array.from({ length: count }, (_, at) => `${word}${at}`);

describe('a beginning', () => {
  test('is spelled out as the words that begin so, and no others', async () => {
    const index = await newIndex();
    index.put([textOf('a', ['The government governed. A governess sat inside, perennially.']), textOf('b', ['Pérez, and the govan of the harbour.'])]);
    const words = (phrase: Phrase) => new Beginnings(index).spelledOut(phrase).map(({ words: own, isPrefix }) => own.join(' ') + (isPrefix ? '*' : ''));
    expect(words(beginning('gover'))).toEqual(['governed', 'governess', 'government']);
    expect(words(beginning('pere'))).toEqual(['perennially', 'perez']);
    expect(words(beginning('the', 'gove'))).toEqual(['the governed', 'the governess', 'the government']);
    expect(words(beginning('zanzi'))).toEqual(['zanzi*']);
    // The index keeps beginnings of three letters ready.
    expect(words(beginning('gov'))).toEqual(['gov*']);
    expect(words({ words: ['gover'], isPrefix: false })).toEqual(['gover']);
  });

  test('of many words stays as it is, and finds them all', async () => {
    const index = await newIndex();
    index.put([textOf('a', [...numbered('word', 8), ...numbered('term', 65), ...numbered('many', 9), numbered('kept', 25).join(' ')])]);
    const count = (phrase: Phrase) => new Beginnings(index).spelledOut(phrase).filter(({ isPrefix }) => !isPrefix).length;
    expect([count(beginning('word')), count(beginning('a', 'word')), count(beginning('many')), count(beginning('term'))]).toEqual([8, 8, 0, 0]);
    expect([new Beginnings(index).wordsOf('many')?.length, new Beginnings(index).wordsOf('term')]).toEqual([9, undefined]);
    expect((await find(index, 'term*')).total).toBe(65);
    expect((await find(index, 'word*')).total).toBe(8);
    expect((await find(index, '"kept1 kept"*')).total).toBe(1);
  });

  test.each([
    [['gover'], 'gov*'], [['the', 'gover'], 'the gov*'], [['the', 'g'], 'the'], [['g'], undefined], [['gov'], 'gov*'], [['\u{20000}\u{20001}\u{20002}\u{20003}'], '\u{20000}\u{20001}\u{20002}*'],
  ])('of the words %j stands nowhere but where %s does', (words, expected) => {
    const wide = widened(beginning(...words));
    expect(wide && wide.words.join(' ') + (wide.isPrefix ? '*' : '')).toBe(expected);
  });

  test('finds the same passages as looking through all of them, in phrases and left out too', async () => {
    let state = 11;
    const random = (below: number) => { state = (state * 1103515245 + 12345) % 2147483648; return Math.floor(state / 65536) % below; };
    const texts = Array.from({ length: 200 }, (_, at) => textOf(`t${at}`, [Array.from({ length: 6 }, () => VOCABULARY[random(VOCABULARY.length)]!).join(' ')]));
    const index = await newIndex();
    index.put(texts);
    index.remove(texts.slice(0, 20).map(text => text.key));
    const bodies = texts.slice(20).map(text => ` ${folded(text.passages[0]!.text)}`);
    const word = () => folded(VOCABULARY[random(VOCABULARY.length)]!);
    const part = () => { const whole = word(); return whole.slice(0, 1 + random(whole.length)); };
    for (let round = 0; round < 150; round++) {
      const [one, other, whole] = [part(), part(), word()];
      const kinds: [string, (body: string) => boolean][] = [
        [`${one}*`, body => body.includes(` ${one}`)],
        [`"${whole} ${one}"*`, body => body.includes(` ${whole} ${one}`)],
        [`${one}* -${other}*`, body => body.includes(` ${one}`) && !body.includes(` ${other}`)],
        [`${one}* ${other}*`, body => body.includes(` ${one}`) && body.includes(` ${other}`)],
      ];
      const [query, holds] = kinds[round % kinds.length]!;
      const result = await find(index, query, 500);
      expect(result.isPartial ? 0 : result.total, query).toBe(bodies.filter(holds).length);
    }
  });

  test('has the words that another window puts in', async () => {
    const file = join(temporaryFolder(), 'library.sqlite');
    const [one, other] = [await newIndex(file), await newIndex(file)];
    one.put([textOf('a', ['The governess.'])]);
    const kept = new Frequencies(other);
    const count = async () => (await search(other, kept, readQuery('gove*').query, { limit: 10 })).total;
    expect(await count()).toBe(1);
    one.put([textOf('b', ['The government.'])]);
    expect(await count()).toBe(2);
  });
});
