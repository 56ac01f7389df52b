import { describe, expect, test } from 'vitest';
import { snapshot, world } from './process.ts';

const marked = (text: string) => world.marked(text, 'date-conflict');

/** A sentence and the date in it that the record excludes. */
const WRONG: readonly (readonly [rule: string, text: string, date: string])[] = [
  ['the subject of what happens', 'The first Oslo conference met in June 1992.', 'June 1992'],
  ['the subject of what is done', 'The Valley Accords were signed in Oslo on 15 March 1995.', '15 March 1995'],
  ['the object', 'In May 1993 Norway hosted the first Oslo conference.', 'May 1993'],
  ['beside the name', 'After the first Oslo conference in May 1991 the war went on.', 'May 1991'],
  ['of the name', 'The Oslo conference of 1992 was, in fact, the first Oslo conference of 1993.', '1993'],
  ['before the name', 'The April 1994 Lake ceasefire held for a year.', 'April 1994'],
  ['in brackets', 'The Lake ceasefire (November 1992) held for a year.', 'November 1992'],
  ['in an apposition', 'The first Oslo conference, in June 1992, failed.', 'June 1992'],
  ['a participle', 'The Valley Accords, signed in April 1995, ended the war.', 'April 1995'],
  ['a participle before what was agreed', 'The second Oslo conference, held in April 1996, sealed what had been agreed.', 'April 1996'],
  ['what is carried out', 'The Northern Front takeover, carried out in 1991, was sudden.', '1991'],
  ['how it ended', 'The first Oslo conference failed in June 1993.', 'June 1993'],
  ['a participle without commas', 'The accords and the Lake ceasefire signed in May 1994 ended the war.', 'May 1994'],
  ['a relative clause', 'The second Oslo conference, which opened in April 1995, ended the war.', 'April 1995'],
  ['a clause before another', 'When the second Oslo conference met in April 1996, Okoro was away.', 'April 1996'],
  ['the second of two', 'The first Oslo conference met in May 1992 and the Valley Accords were signed in April 1995.', 'April 1995'],
  ['the first of two', 'The first Oslo conference met in May 1993 and the second in March 1995.', 'May 1993'],
  ['a shared subject', 'The second Oslo conference met in Oslo and closed in June 1996.', 'June 1996'],
  ['inversion', 'Only in May 1994 did the first Oslo conference meet.', 'May 1994'],
  ['a whole range', 'The Nairobi rounds took place between January 1993 and August 1994.', 'between January 1993 and August 1994'],
  ['another range', 'The Nairobi rounds were held from January 1993 to December 1994.', 'from January 1993 to December 1994'],
  ['a decade', 'The first Oslo conference took place in the late 1980s.', 'the late 1980s'],
  ['an approximate one', 'The first Oslo conference was held around 1988.', 'around 1988'],
  ['the latest it can be', 'By 1990 the first Oslo conference had been held.', 'By 1990'],
  ['a season', 'Resolution 4412 was adopted in the autumn of 1996.', 'the autumn of 1996'],
  ['a deed that the name tells', 'Quill visited Nairobi in February 1995.', 'February 1995'],
  ['a deed in other words', 'In March 1994 Quill travelled to Nairobi.', 'March 1994'],
  ['a visit as a noun', 'Quill’s visit to Nairobi in January 1994 came to nothing.', 'January 1994'],
  ['a letter', 'Marsh wrote to Okoro on 21 July 1993.', '21 July 1993'],
  ['a letter that was sent', 'Marsh sent a letter to Okoro on 12 June 1993.', '12 June 1993'],
  ['a takeover', 'The Northern Front seized power in 1987.', '1987'],
  ['a takeover in a relative clause', 'The Northern Front, which took power in 1990, refused.', '1990'],
  ['a killing', 'Bram Holt was assassinated in August 1992.', 'August 1992'],
  ['a visit in a season', 'Prado visited Ghana in the autumn of 1993.', 'the autumn of 1993'],
  ['a part of a series', 'The second Nairobi round was held in October 1993.', 'October 1993'],
  ['a phrase that could be either', 'The Oslo conference of 1994 was a failure.', '1994'],
  ['after a verb of record', 'Khan notes that the first Oslo conference met in 1994.', '1994'],
  ['a month and then another', 'The first Oslo conference opened in May 1992 and the second in March 1995, while the Lake ceasefire was signed in December 1993.', 'December 1993'],
  ['a short note in brackets', 'All agreed in time (the Lake ceasefire, November 1992).', 'November 1992'],
  ['the first of a series', 'The first of the three Nairobi rounds was held in March 1993.', 'March 1993'],
  ['the last of a series that is over', 'The last of the Nairobi rounds was held in May 1993.', 'May 1993'],
  ['the last one', 'The last Nairobi round was held in August 1994.', 'August 1994'],
  ['a date put first for weight', 'It was in June 1992 that the first Oslo conference met.', 'June 1992'],
  ['a year that saw it', '1993 saw the first Oslo conference.', '1993'],
  ['a noun of happening', 'The signing of the Valley Accords took place in May 1995.', 'May 1995'],
  ['a noun of happening beside its date', 'The opening of the second Oslo conference in May 1995 was delayed.', 'May 1995'],
  ['a duration', 'The second Oslo conference ran from March to June 1996.', 'from March to June 1996'],
  ['somebody who is sent', 'Norway dispatched Quill on a visit to Nairobi in March 1994.', 'March 1994'],
];

const RIGHT: readonly (readonly [rule: string, text: string])[] = [
  ['the recorded date', 'The first Oslo conference met in May 1992.'],
  ['a day within it', 'The first Oslo conference met on 12 May 1992.'],
  ['an end that is brought about, as on record', 'The valley mission was brought to a close in December 1997.'],
  ['when a letter was published', 'Marsh’s letter to Okoro was published in 1999.'],
  ['what almost was', 'The Valley Accords were almost signed in 1994.'],
  ['what is somebody’s own', 'The Northern Front’s rule of the coast began in 1985.'],
  ['a turn of the year of two', 'In 1993 the talks were over; Marsh’s letter to Okoro, of the turn of the year, had been the last.'],
  ['another holder of the office in the name', 'In 1993 Secretary-General Lind reported on the valley.'],
  ['the year of it', 'The Valley Accords were signed in 1995.'],
  ['a range around it', 'The first Oslo conference took place between 1991 and 1993.'],
  ['a range around a range', 'The Nairobi rounds took place between 1992 and 1995.'],
  ['an approximate one near it', 'The first Oslo conference was held around 1993.'],
  ['the latest it can be', 'By 1993 the first Oslo conference had been held.'],
  ['an uncertain record', 'Okoro’s canal proposal was made in 1991.'],
  ['a plan', 'The first Oslo conference was scheduled for March 1992.'],
  ['a wish', 'Norway wanted to host the first Oslo conference in 1991.'],
  ['a condition', 'Had the first Oslo conference met in 1991, the war would have ended.'],
  ['what might have been', 'The first Oslo conference might have met in 1991.'],
  ['a negation', 'The first Oslo conference did not meet in 1991.'],
  ['a question', 'Did the first Oslo conference meet in 1991?'],
  ['what somebody claims', 'Okoro claimed that the first Oslo conference met in 1991.'],
  ['what is said to be so', 'According to Okoro, the first Oslo conference met in 1991.'],
  ['a date of something else', 'In 1998 historians discussed the first Oslo conference.'],
  ['a work on it', 'The first Oslo conference was described by Quill in 1999.'],
  ['what it led to', 'The first Oslo conference shaped practice in the 2000s.'],
  ['an announcement of it', 'Norway announced the first Oslo conference in January 1992.'],
  ['preparations', 'Preparations for the first Oslo conference began in 1991.'],
  ['its failure', 'The first Oslo conference’s failure was plain in 1993.'],
  ['after it, at another time', 'After the first Oslo conference, in June 1993, Marsh wrote to Okoro.'],
  ['a date before the event of the clause', 'In 1991, before the first Oslo conference, Holt was killed.'],
  ['a date of another thing', 'The first Oslo conference accepted a proposal of 1990.'],
  ['a report of another year', 'The first Oslo conference discussed the 1990 report.'],
  ['a second issue', 'The Valley Accords were published again in 1999.'],
  ['in a quotation', 'Marsh wrote: “The first Oslo conference met in 1991.”'],
  ['what another visit may be', 'Quill visited Nairobi in 1982.'],
  ['another place', 'Quill visited Accra in 1995.'],
  ['another visitor', 'Marsh visited Nairobi in 1991.'],
  ['several dates', 'The first Oslo conference met in 1991 and 1992.'],
  ['the dates of two events', 'The first and the second Oslo conference met in May 1992 and March 1995 respectively.'],
  ['what a remark has', 'Mensah’s report on the valley came out in March 1996.'],
  ['the end a month later', 'The first Oslo conference ended in June 1992.'],
  ['since', 'Since the first Oslo conference Norway has changed.'],
  ['an anniversary', 'The first Oslo conference was remembered in May 2002.'],
  ['a part of a range', 'The Nairobi rounds continued in June 1994.'],
  ['the next one of a series', 'The next Nairobi round was held in 1996.'],
  ['a possessor', 'The chair of the first Oslo conference died in 1999.'],
  ['the object of another verb', 'Okoro recalled the first Oslo conference in 1999.'],
  ['somebody of whom it is told', 'Marsh, who had hosted the first Oslo conference, left office in 1994.'],
  ['the first of a series, as recorded', 'The first of the Nairobi rounds was held in January 1993.'],
  ['the last one, as recorded', 'The last Nairobi round was held in October 1994.'],
  ['the others of a series', 'The others of the Nairobi rounds were held in 1995.'],
  ['a date put first for weight, as recorded', 'It was in May 1992 that the first Oslo conference met.'],
  ['a year that saw it, as recorded', '1992 saw the first Oslo conference.'],
  ['the failure of what was to come of it', 'The breakdown of the Lake ceasefire in May 1994 surprised nobody.'],
  ['a pledge', 'A pledge that the Valley Accords would be signed in May 1994 was broken.'],
];

describe('date-conflict', () => {
  test.each(WRONG)('finds %s: %s', (_, text, date) => expect(marked(text)).toEqual([date]));
  test.each(RIGHT)('is silent about %s: %s', (_, text) => expect(marked(text)).toEqual([]));
  test('is silent in a block quotation', () => expect(marked('> The first Oslo conference met in 1991.')).toEqual([]));

  test('says what the record has, and who says so', () => {
    const finding = world.check('The first Oslo conference met in June 1992.').find(({ rule }) => rule === 'date-conflict');
    expect(finding?.message).toBe('First Oslo conference: the record has May 1992, not June 1992.');
    expect(finding?.evidence.map(({ text, citations }) => [text, citations.map(({ citekey, suffixText }) => `${citekey} ${suffixText}`)])).toEqual([
      ['First Oslo conference: May 1992', ['khan2022 sec. 1']], ['The first Oslo conference met in May 1992.', ['khan2022 sec. 3']],
    ]);
  });

  test.each([
    ['The first Oslo conference met in June 1992.', 'The first Oslo conference met in May 1992.'],
    ['The Valley Accords were signed in April 1995.', 'The Valley Accords were signed on 14 March 1995.'],
    ['In June 1995 the Valley Accords were signed.', 'On 14 March 1995 the Valley Accords were signed.'],
    ['Marsh wrote to Okoro on 21 July 1993.', 'Marsh wrote to Okoro on 21 June 1993.'],
  ])('mends %s', (text, mended) => expect(world.fixed(text, 'date-conflict')).toBe(mended));
});

test('the world of these tests is in order', () => expect(snapshot.problems).toEqual([]));
