import { describe, expect, test } from 'vitest';
import { world } from './process.ts';

const marked = (text: string) => world.marked(text, 'participation-conflict');

describe('participation-conflict', () => {
  test.each([
    ['The Southern League attended the first Oslo conference.', 'Southern League attended'],
    ['In May 1992 the Southern League took part in the first Oslo conference.', 'Southern League took'],
    ['The Northern Front boycotted the first Oslo conference.', 'Northern Front boycotted'],
    ['Kenya hosted the first Oslo conference.', 'Kenya hosted'],
    ['The first Oslo conference was co-chaired by Ghana.', 'was co-chaired by Ghana'],
    ['The Valley Accords were signed by Ghana.', 'were signed by Ghana'],
    ['The River Party signed the Valley Accords in 1995.', 'River Party signed'],
    ['The Northern Front refused to sign the Valley Accords.', 'Northern Front refused to sign'],
    ['The Northern Front did not sign the Valley Accords.', 'Northern Front did not sign'],
    ['Portugal hosted the second Nairobi round.', 'Portugal hosted'],
    ['The first Oslo conference, hosted by Portugal, failed.', 'hosted by Portugal'],
  ])('finds: %s', (text, words) => expect(marked(text)).toEqual([words]));

  test.each([
    'The Northern Front attended the first Oslo conference.', 'The Southern League stayed away from the first Oslo conference.', 'The Southern League did not attend the first Oslo conference.', 'Norway hosted the first Oslo conference.',
    'Kenya and Portugal co-chaired the first Oslo conference.', 'The Northern Front and the Southern League signed the Valley Accords.', 'Portugal attended the second Oslo conference.', 'Okoro signed the Valley Accords.',
    'Jon Marsh hosted the first Oslo conference.', 'The Southern League might have attended the first Oslo conference.', 'Had the Southern League attended the first Oslo conference, the war would have ended.',
    'The Southern League wanted to attend the first Oslo conference.', 'Okoro said that the Southern League attended the first Oslo conference.', 'Southern League officials attended the first Oslo conference.', 'Did the Southern League attend the first Oslo conference?',
    'The Southern League’s allies attended the first Oslo conference.',
  ])('is silent: %s', text => expect(marked(text)).toEqual([]));
});
