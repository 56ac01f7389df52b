import { describe, expect, test } from 'vitest';
import { world } from './process.ts';

const marked = (text: string) => world.marked(text, 'order-conflict');

describe('order-conflict', () => {
  test.each([
    ['The first Oslo conference met after the Valley Accords.', 'after'],
    ['The Valley Accords were signed before the Lake ceasefire.', 'before'],
    ['After the Valley Accords had been signed, the first Oslo conference met.', 'After'],
    ['Before Bram Holt was assassinated, the first Oslo conference met.', 'Before'],
    ['The Valley Accords preceded the first Oslo conference.', 'preceded'],
    ['The first Oslo conference followed the Valley Accords.', 'followed'],
    ['The Valley Accords were followed by the first Oslo conference.', 'were followed'],
    ['The Valley Accords led to the Lake ceasefire.', 'led'],
    ['In 1991, after the first Oslo conference, Okoro left.', 'after'],
    ['Quill visited Nairobi after the Valley Accords.', 'after'],
    ['The first Oslo conference was followed five years later by the second Oslo conference.', 'was followed'],
    ['Before the first Oslo conference, the Lake ceasefire had failed.', 'Before'],
    ['Marsh’s letter to Okoro was written after the Valley Accords.', 'after'],
    ['A year after the first Oslo conference, the second Oslo conference met.', 'A year after'],
    ['On the eve of the first Oslo conference the Valley Accords were signed.', 'eve of'],
    ['In the wake of the Valley Accords the first Oslo conference met.', 'wake of'],
    ['The Valley Accords predated the first Oslo conference.', 'predated'],
    ['The first Oslo conference postdates the Lake ceasefire.', 'postdates'],
    ['Once the Valley Accords had been signed, Bram Holt was assassinated.', 'Once'],
    ['Following the Valley Accords, Marsh wrote a letter to Okoro.', 'Following'],
    ['By the time the first Oslo conference met, the Valley Accords had been signed.', 'time'], ['By the time of the first Oslo conference the Valley Accords had been signed.', 'By the time of'],
    ['The Valley Accords had already been signed when the first Oslo conference met.', 'when'], ['Only after the Valley Accords had been signed did the first Oslo conference meet.', 'after'],
    ['In 1993, two years before the first Oslo conference met, Okoro left.', 'two years before'], ['Nine years after the Northern Front seized power, the Valley Accords were signed.', 'Nine years after'], ['The first Oslo conference came later than the Valley Accords.', 'later than'],
    ['The Valley Accords were signed within a year of the first Oslo conference.', 'within a year of'], ['The first Oslo conference grew out of the Lake ceasefire.', 'grew'], ['The Valley Accords gave rise to the Lake ceasefire.', 'gave'], ['A decade after the first Oslo conference the Valley Accords were signed.', 'A decade after'],
    ['On the heels of the Valley Accords came the first Oslo conference.', 'heels of'],
    ['Marsh had sent the letter to Okoro before the Northern Front seized power.', 'before'],
    ['The Nairobi rounds began after the Lake ceasefire.', 'after'], ['Two years after the Valley Accords the Lake ceasefire was signed.', 'Two years after'], ['After the Valley Accords, the first Oslo conference found no solution.', 'After'],
    ['Okoro’s oath came before the Lake ceasefire.', 'before'], ['The Valley Accords prepared the ground for the first Oslo conference.', 'prepared'], ['The Valley Accords culminated in the Lake ceasefire.', 'culminated'],
  ])('finds: %s', (text, words) => expect(marked(text)).toEqual([words]));

  test.each([
    'The first Oslo conference predated the Valley Accords.', 'The Valley Accords postdate the Lake ceasefire.', 'Once Bram Holt had been assassinated, the first Oslo conference met.', 'Following the first Oslo conference, Marsh wrote a letter to Okoro.', 'Following the Valley Accords, the first Oslo conference was forgotten.', 'Okoro once said that the first Oslo conference was dull.',
    'The first Oslo conference met before the Valley Accords.', 'The Valley Accords were signed after the Lake ceasefire.', 'The first Oslo conference preceded the Valley Accords.', 'The first Oslo conference was followed by the Valley Accords.',
    'The first Oslo conference was followed three years later by the second Oslo conference.', 'Nearly three years after the first Oslo conference, the second Oslo conference met.', 'In 1993, after the first Oslo conference, Okoro left.',
    'Had the Valley Accords been signed before the first Oslo conference, many would have lived.', 'Okoro claims that the first Oslo conference met after the Valley Accords.', 'After the Valley Accords, nobody spoke of the first Oslo conference.',
    'By the time the Valley Accords were signed, the first Oslo conference had failed.', 'By the time the first Oslo conference met, the Valley Accords had not been signed.', 'By the time of the first Oslo conference the Valley Accords were on paper.', 'The first Oslo conference had already met when the Valley Accords were signed.',
    'In 1991, a year before the first Oslo conference met, Okoro left.', 'Six years after the Northern Front seized power, the Valley Accords were signed.', 'The Valley Accords came later than the first Oslo conference.', 'The Valley Accords were signed within three years of the first Oslo conference.', 'The Lake ceasefire grew out of the first Oslo conference.',
    'In 1992 followed the first Oslo conference, in 1993 the Lake ceasefire.',
    'The Nairobi rounds ended after the Lake ceasefire.', 'Okoro’s oath came after the Lake ceasefire.', 'The first Oslo conference prepared the ground for the Valley Accords.', 'Only after the first Oslo conference had met did Norway sign.',
    'The Valley Accords were signed during the second Oslo conference.', 'Before the Valley Accords, Okoro had no office.', 'Okoro’s canal proposal came before the Northern Front takeover.',
  ])('is silent: %s', text => expect(marked(text)).toEqual([]));

  test.each([
    ['The first Oslo conference met after the Valley Accords.', 'The first Oslo conference met before the Valley Accords.'],
    ['After the Valley Accords had been signed, the first Oslo conference met.', 'Before the Valley Accords had been signed, the first Oslo conference met.'],
    ['The first Oslo conference met following the Valley Accords.', 'The first Oslo conference met before the Valley Accords.'],
    ['Quill visited Nairobi prior to the first Oslo conference.', 'Quill visited Nairobi after the first Oslo conference.'],
    ['The Valley Accords preceded the first Oslo conference.', 'The Valley Accords followed the first Oslo conference.'],
    ['The Valley Accords were followed by the first Oslo conference.', 'The Valley Accords were preceded by the first Oslo conference.'],
    ['A year after the first Oslo conference, the second Oslo conference met.', 'Three years after the first Oslo conference, the second Oslo conference met.'],
    ['Three years after the second Oslo conference, the first Oslo conference met.', 'Three years before the second Oslo conference, the first Oslo conference met.'],
  ])('can be turned round: %s', (text, wanted) => expect(world.fixed(text, 'order-conflict')).toBe(wanted));
});
