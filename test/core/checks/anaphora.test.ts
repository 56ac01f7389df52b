import { expect, test } from 'vitest';
import { world } from './process.ts';

const RULES = ['date-conflict', 'order-conflict', 'participation-conflict', 'office-conflict'] as const;
const found = (text: string) => RULES.flatMap(rule => world.marked(text, rule));

test.each([
  ['a noun of its name', 'The first Oslo conference failed. The conference had opened in June 1993.', ['June 1993']],
  ['this', 'The first Oslo conference failed. In June 1993 this conference had looked like a success.', []],
  ['what it was done to', 'The first Oslo conference failed. In June 1993 Norway hosted the conference.', ['June 1993']],
  ['over a sentence between', 'The first Oslo conference failed. Quill was away. The conference opened in June 1993.', ['June 1993']],
  ['what agreements are called', 'Few believed in the Valley Accords. The agreement was signed in April 1996.', ['April 1996']],
  ['an agreement by another word', 'Few believed in the Lake ceasefire. The accord was signed in April 1994.', ['April 1994']],
  ['the opening of it', 'The first Oslo conference failed. The opening of the conference was in June 1993.', ['June 1993']],
  ['a resolution', 'Few heard of Resolution 4412. The resolution was adopted in 1997.', ['1997']],
  ['the right date', 'The first Oslo conference failed. The conference opened in May 1992.', []],
  ['who did what', 'Few believed in the Valley Accords. The River Party signed the agreement.', ['River Party signed']],
  ['an order', 'Few believed in the Valley Accords. The agreement came before the first Oslo conference.', ['before']],
  ['with an adverb', 'The first Oslo conference failed. The conference finally opened in June 1993.', ['June 1993']],
  ['by a pronoun', 'The first Oslo conference failed. It opened in June 1993.', ['June 1993']],
  ['by a pronoun, done to', 'The Lake ceasefire held for a year. It was signed in April 1994.', ['April 1994']],
  ['by a pronoun in the plural', 'The Valley Accords ended the war. They were signed in April 1996.', ['April 1996']],
  ['by a pronoun, in order', 'The Valley Accords ended the war. They came before the first Oslo conference.', ['before']],
])('an event is taken up by a noun alone: %s', (_, text, marked) => expect(found(text)).toEqual(marked));

test.each([
  ['two of the kind before', 'The first Oslo conference and the second Oslo conference failed. The conference had opened in June 1993.'],
  ['another one before, without a name', 'The first Oslo conference followed a conference in Accra. The conference had opened in June 1991.'],
  ['another one in the same sentence', 'The first Oslo conference failed. There was talk of a conference on trade, and the conference opened in June 1993.'],
  ['what tells it from others', 'The first Oslo conference failed. The conference on trade opened in June 1993.'],
  ['a clause that tells it', 'The first Oslo conference failed. The conference that opened in June 1993 was about trade.'],
  ['a participle that tells it', 'The first Oslo conference failed. The conference held in June 1993 was about trade.'],
  ['a participle with its doer', 'Few believed in the Valley Accords. The agreement signed by Ghana in April 1996 was about trade.'],
  ['a date that tells it', 'The first Oslo conference failed. The conference of June 1993 was about trade.'],
  ['another', 'The first Oslo conference failed. A conference opened in June 1993.'],
  ['others', 'The first Oslo conference failed. The conferences of 1993 were about trade.'],
  ['a series', 'The Nairobi rounds went on. The round of June 1995 was the last.'],
  ['far off', 'The first Oslo conference failed. Quill left. Marsh left. Okoro left. The conference opened in June 1993.'],
  ['another paragraph', 'The first Oslo conference failed.\n\nThe conference opened in June 1993.'],
  ['a date that is too far off', 'The first Oslo conference failed. The conference met in June 2009.'],
  ['a noun before another', 'The first Oslo conference failed. The conference centre opened in June 1993.'],
  ['a pronoun for what is not spoken of', 'Norway hosted the first Oslo conference. It closed its embassy in June 1993.'],
  ['a pronoun of another number', 'The Valley Accords ended the war. It was signed in April 1996.'],
  ['a pronoun that says nothing', 'The first Oslo conference failed. It was in June 1993 that Norway gave up.'],
  ['a pronoun with two events before', 'The first Oslo conference failed before the Lake ceasefire. It opened in June 1993.'],
])('and nothing is taken up: %s', (_, text) => expect(found(text)).toEqual([]));

test.each([
  ['an office', 'Jon Marsh chaired the talks. In 1996 he was Foreign Minister of Norway.', ['Foreign Minister']],
  ['an office without a date before', 'Jon Marsh chaired the talks. He was Foreign Minister of Norway in 1996.', ['Foreign Minister']],
  ['a deed', 'Ada Quill knew the valley. She visited Nairobi in February 1995.', ['February 1995']],
  ['after a title', 'Special Envoy Ada Quill knew the valley. She visited Nairobi in February 1995.', ['February 1995']],
  ['over two sentences', 'Ada Quill knew the valley. She spoke its language. She visited Nairobi in February 1995.', ['February 1995']],
  ['who is told what he is', 'Jon Marsh was a diplomat. In 1996 he was Foreign Minister of Norway.', ['Foreign Minister']],
  ['the right date', 'Ada Quill knew the valley. She visited Nairobi in February 1994.', []],
])('a person is taken up by a pronoun: %s', (_, text, marked) => expect(found(text)).toEqual(marked));

test.each([
  ['two persons before', 'Ada Quill and Eva Lind knew the valley. She visited Nairobi in February 1995.'],
  ['another one met', 'Jon Marsh met Tom Okoro. In 1996 he was Foreign Minister of Norway.'],
  ['somebody without a name', 'Ada Quill told the envoy. She visited Nairobi in February 1995.'],
  ['somebody’s own', 'Ada Quill’s successor left. She visited Nairobi in February 1995.'],
  ['who is not what is spoken of', 'The valley knew Ada Quill. She visited Nairobi in February 1995.'],
  ['somebody else in between', 'Ada Quill knew the valley. The driver did not. She visited Nairobi in February 1995.'],
  ['somebody else first', 'Ada Quill knew the valley. When the driver slept, she visited Nairobi in February 1995.'],
  ['another paragraph', 'Ada Quill knew the valley.\n\nShe visited Nairobi in February 1995.'],
])('and nobody is taken up: %s', (_, text) => expect(found(text)).toEqual([]));
