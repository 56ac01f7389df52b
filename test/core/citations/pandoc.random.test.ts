import { expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { findCitations } from '../../../src/core/citations/grammar.ts';
import { comparable, pandocReads, tellOurs } from './pandocOracle.ts';

const DRAFTS = 10_000;
const DRAFTS_IN_A_RUN = 200;

const prose = ['Hanoi ', 'the talks ', 'Mr. ', 'e.g. ', 'p. ', '1989 ', 'Ünal ', 'ក ', '中', 'a@b.org ', ' ', '  ', '. ', ', ', '; ', ': ', 'R&D; ', '&amp; ', '\nThen ', '\nin '];
const keys = ['@a', '@khan2022', '-@b', '@{x:y}', '@a.b', '@a:', '@1990', '@*', '@', '@@a', '@fig-map', '\\@c'];
const citations = ['[@a]', '[@a, p. 3]', '[see @a; @b, pp. 4-5]', '[-@b]', '@a [p. 3]', '@a [see @b]', '@a\n[3]', '[see ', ', p. 33', '; also ', ', sec. 3.2, n. 24]', 'citing '];
const marks = ['[', ']', '[', ']', '(', ')', '{', '}', '*', '**', '_', '__', '***', '"', "'", '“', '”', "'s ", '^', '~', '~~', '`', '``', '$', '$$', '<', '>', '!', '\\[', '\\*', '--', '---', '...', '|', '#', '=', '/'];
const constructs = [
  '[link](http://x.org/@u)', '[link][ref]', '![img](a.png)', '{.qqq}', '{#qqq}', '[t]{.qqq}', '[^1]', '[^n] ', '^[note ', '^[see @n]', '`@code` ', '$x$ ', '$5 ',
  '<!-- @c -->', '<br>', '<b>', '</b>', '<span>', '</span>', '<https://x.org/@u>', '<e@f.org>', 'https://x.org/@u ', 'H~2~O', 'x^2^', '\\emph{@e}', '(@a)', '"@a"', '*@a*', '_@a_',
];
const draft = fc.array(fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...prose) }, { weight: 3, arbitrary: fc.constantFrom(...keys) }, { weight: 3, arbitrary: fc.constantFrom(...citations) },
  { weight: 5, arbitrary: fc.constantFrom(...marks) }, { weight: 3, arbitrary: fc.constantFrom(...constructs) },
), { minLength: 2, maxLength: 16 }).map(parts => `W ${parts.join('')} E`);

test(`${DRAFTS} random drafts are read as pandoc reads them`, { timeout: 600_000 }, async () => {
  const drafts = fc.sample(draft, { numRuns: DRAFTS });
  for (let from = 0; from < drafts.length; from += DRAFTS_IN_A_RUN) {
    const batch = drafts.slice(from, from + DRAFTS_IN_A_RUN);
    const theirs = await pandocReads(batch);
    for (const [index, text] of batch.entries()) { expect({ text, told: tellOurs(text, findCitations(text)) }).toEqual({ text, told: comparable(theirs[index]!) }); }
  }
});
