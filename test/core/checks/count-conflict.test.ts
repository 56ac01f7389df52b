import { describe, expect, test } from 'vitest';
import { world } from './process.ts';

const marked = (text: string) => world.marked(text, 'count-conflict');

describe('count-conflict', () => {
  test.each([
    ['The four factions met.', 'four'], ['All five valley factions came.', 'five'], ['Two Nairobi rounds took place.', 'Two'], ['Five Nairobi rounds were held.', 'Five'],
    ['The four Harbour Union members voted in 1993.', 'four'], ['Half of the population of the valley was displaced.', 'Half'], ['Some 45% of the population of the valley fled.', '45%'], ['By 1993 a tenth of the population of the valley was displaced.', 'a tenth'],
    ['The Harbour Union’s four members voted in 1993.', 'four'], ['The Harbour Union, with its four members, voted in 1993.', 'four'], ['The four HU countries voted in 1993.', 'four'],
    ['The Wardens met six times.', 'six'], ['The Wardens met on two occasions.', 'two'], ['Kenya hosted two Nairobi rounds.', 'two'],
    ['The Wardens came together six times.', 'six'], ['Between January 1993 and October 1994 two Nairobi rounds were held.', 'two'], ['In all, five Nairobi rounds took place.', 'five'],
    ['The four valley factions never met.', 'four'], ['With its four members the Harbour Union could not win in 1993.', 'four'], ['Kenya hosted two Nairobi rounds in all.', 'two'],
    ['No more than 8,000 divers were killed.', '8,000'], ['More than 90,000 divers were killed.', '90,000'],
    ['The Valley Accords devote five articles to roads.', 'five'], ['Five articles dealing with roads were added.', 'Five'], ['The mission spent six years in the delta.', 'six'],
  ])('finds: %s', (text, words) => expect(marked(text)).toEqual([words]));

  test.each([
    'The three factions met.', 'Three Nairobi rounds took place.', 'Two of the three factions met.', 'Two Harbour Union members voted in 1993.', 'The six Harbour Union members voted in 2010.', 'About a third of the population of the valley was displaced.',
    'More than two Nairobi rounds took place.', 'At least 25% of the population of the valley fled.', 'In the valley war some 42,000 people were killed.', 'The first two Nairobi rounds failed.', 'The two other factions met.', 'Two envoys met.',
    'Half of the population of the valley can read.', 'Half of the population of the valley lives by fishing.', 'The Harbour Union then had four members.',
    'No more than 42,000 divers were killed.', 'More than 30,000 divers were killed.',
    'Two Nairobi rounds were held in 1993.', 'By 1994 two Nairobi rounds had been held.', 'Kenya had hosted two Nairobi rounds when the Valley Accords were signed.', 'Two Nairobi rounds took place in Accra.', 'A further two Nairobi rounds were held.', 'Kenya hosted two Nairobi rounds before the summer of 1994.',
    'The two Nairobi rounds of 1993 failed.', 'The two factions that made up the coalition met.', 'The two factions with an army met.', 'The two factions in the hills met.',
    'The three valley factions never met.', 'The two factions opposed to Norway never met.', 'If its four members stood together, the Harbour Union would win.', 'Four valley factions never met.',
    'The Valley Accords devote three articles to roads.', 'The Valley Accords devote five articles to schools.', 'The mission spent four years in the delta.', 'The mission spent six years in the hills.', 'The mission spent six years.',
    'There might be four factions.', 'The Wardens met four times.', 'The Wardens met two times in Accra.', 'The Wardens travelled six times.', 'The valley factions met six times.', 'The three HU countries voted in 1993.', 'Kenya hosted three Nairobi rounds.', '“The four factions met,” he wrote.', 'The Harbour Union now has nine members; in 1993 it had three.', 'In 1993 three states were in the Harbour Union, and today the Harbour Union has nine members.', 'The two meetings failed.', 'The Wardens met nine times in all, four of them in 1993.', 'The two factions that had met before knew each other.', 'In 1993 the two Harbour Union members who voted were outvoted.',
  ])('is silent: %s', text => expect(marked(text)).toEqual([]));
});
