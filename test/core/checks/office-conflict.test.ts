import { describe, expect, test } from 'vitest';
import { world } from './process.ts';

const marked = (text: string) => world.marked(text, 'office-conflict');

describe('office-conflict', () => {
  test.each([
    ['before the name', 'In 1988 Foreign Minister Jon Marsh wrote to Okoro.', 'Foreign Minister Jon Marsh'],
    ['after the office', 'Foreign Minister Marsh signed nothing in 1996.', 'Foreign Minister Marsh'],
    ['with the body', 'Norwegian Foreign Minister Eva Lind met Okoro in May 1992.', 'Foreign Minister Eva Lind'],
    ['with the body’s possessive', 'Norway’s foreign minister, Eva Lind, met Okoro in 1991.', 'foreign minister, Eva Lind'],
    ['with the body after the office', 'In 1991 the Foreign Minister of Norway, Eva Lind, met Okoro.', 'Foreign Minister of Norway, Eva Lind'],
    ['with then', 'In 1991 then-Foreign Minister Lind met Okoro.', 'then-Foreign Minister Lind'],
    ['after the name', 'Lind, then foreign minister, met Okoro in 1992.', 'foreign minister'],
    ['as a verb says', 'Lind was foreign minister in 1991.', 'foreign minister'],
    ['as a verb says of a time', 'Marsh served as foreign minister from 1985 to 1994.', 'foreign minister'],
    ['with a preposition in it and the body after it', 'Quill, Norway’s Ambassador to Kenya, met Okoro in 1995.', 'Ambassador'],
    ['in a relative clause', 'Marsh, who was foreign minister until 1997, knew Nairobi.', 'foreign minister'],
    ['by the event of the sentence', 'Foreign Minister Lind attended the first Oslo conference.', 'Foreign Minister Lind'],
    ['of a leader', 'Northern Front leader Tom Okoro met Mensah in 1985.', 'leader Tom Okoro'],
    ['never held', 'Secretary-General Quill wrote to Okoro in 1994.', 'Secretary-General Quill'],
    ['of another body', 'The Kenyan Foreign Minister Jon Marsh wrote to Okoro in 1993.', 'Foreign Minister Jon Marsh'],
    ['as an aside of the sentence', 'As foreign minister, Lind met Okoro in 1992.', 'foreign minister, Lind'],
    ['in a cleft sentence', 'It was Foreign Minister Lind who in 1991 met Okoro.', 'Foreign Minister Lind'],
    ['at talks of a year', 'Foreign Minister Lind took part in the talks of 1991.', 'Foreign Minister Lind'],
    ['by the event of another clause', 'Lind was foreign minister when the first Oslo conference met.', 'foreign minister'],
    ['of an ambassador to the United Nations', 'In 1995 Norway’s ambassador to the United Nations, Ola Berg, met Okoro.', 'ambassador to the United Nations, Ola Berg'],
    ['of a UN ambassador', 'In 1995 UN ambassador Berg met Okoro.', 'ambassador Berg'],
    ['at the latest by then', 'By 1991 Foreign Minister Lind had lost patience.', 'Foreign Minister Lind'],
    ['with its time before the name', 'The foreign minister in 1991, Eva Lind, met Okoro.', 'foreign minister in 1991, Eva Lind'],
    ['of a name that came to its end', 'In 1995 the Union of Burma sent nobody.', 'Union of Burma'],
  ])('finds a title %s: %s', (_, text, words) => expect(marked(text)).toEqual([words]));

  test.each([
    'In 1993 Foreign Minister Jon Marsh wrote to Okoro.', 'Foreign Minister Lind wrote to Okoro in 1996.', 'Foreign Minister Marsh wrote to Okoro.', 'In 1990 Foreign Minister Marsh met Okoro.',
    'Former Foreign Minister Marsh wrote in 1996.', 'The future foreign minister Eva Lind met Okoro in 1991.', 'Deputy Foreign Minister Lind met Okoro in 1992.',
    'If Foreign Minister Lind had come in 1991, it would have ended.', 'Marsh was not foreign minister in 1996.', '“Foreign Minister Lind met me in 1991,” Okoro wrote.',
    'Lind was foreign minister from 1994 to 1999.', 'Foreign Minister Lind recalled in 1999 what Marsh had said in 1993.', 'Prime Minister Mensah spoke in 1994.', 'In 1985 the Union of Burma sent a letter.',
    'Quill, the envoy of the Secretary-General, met Okoro in 1994.', 'In 1995 Marsh, once foreign minister, met Okoro.', 'In 1991 scholars studied what Foreign Minister Lind had done three years earlier.', 'In June 1992 Marsh, and after 1994 Foreign Minister Lind, met Okoro.',
    'In the words of Foreign Minister Lind, the war of 1989 was long.', 'Foreign Minister Lind, born in 1950, met Okoro.', 'In 1990 Marsh, like Foreign Minister Lind after him, met Okoro.', 'In 1997 Lind thanked Marsh, her predecessor as foreign minister.', 'In 2003 the memoirs of Foreign Minister Marsh were published.', 'The 1997 biography of Foreign Minister Marsh is out of print.', 'In 1997 Lind quoted Foreign Minister Marsh.',
    'It was Foreign Minister Marsh whose trip Lind remembered in 1997.', 'It was not Foreign Minister Lind who in 1991 met Okoro.', 'Foreign Minister Marsh’s trip of 1992 was remembered in 1998.',
    'Marsh was foreign minister when the first Oslo conference met.', 'Lind was foreign minister when the first Oslo conference was forgotten.',
    'In 1989 UN ambassador Berg met Okoro.', 'In 1991 Lind, not yet foreign minister, met Okoro.', 'In 1993 Lind, soon to be foreign minister, met Okoro.', 'In 1996 Marsh, no longer foreign minister, met Okoro.', 'By 1996 Foreign Minister Lind had lost patience.',
    'Foreign Minister Lind’s predecessor met Okoro before 1994.',
  ])('is silent: %s', text => expect(marked(text)).toEqual([]));

  test('offers the office held then, and who held the other', () => {
    const [finding] = world.check('In 1992 Foreign Minister Eva Lind met Okoro.').filter(({ rule }) => rule === 'office-conflict');
    expect(finding?.message).toBe('Eva Lind was not foreign minister at the time (1992): the record has Foreign Minister (Norway, from 1994).');
    expect(finding?.fixes.map(fix => fix.title)).toEqual(['Write “State Secretary”', 'Write “Jon Marsh”']);
    expect(world.fixed('In 1992 Foreign Minister Eva Lind met Okoro.', 'office-conflict')).toBe('In 1992 State Secretary Eva Lind met Okoro.');
  });
});
