import { describe, expect, test } from 'vitest';
import { world } from './process.ts';

const FILLER = 'Much was said. Little was done. Nobody was surprised. The rain went on.';
const marked = (summary: string, body: string, heading = 'Summary') => world.marked(`# T\n\n## ${heading}\n\n${summary}\n\n## The matter\n\n${body} ${FILLER} ${FILLER}\n`, 'summary-body');

describe('summary-body', () => {
  test.each([
    ['an actor', 'The Northern Front won.', 'The Southern League lost.', ['Northern Front']],
    ['an actor of the body', 'The Northern Front won.', 'The Northern Front lost.', []],
    ['an actor by another name', 'The Harbour Union met.', 'HU left.', []],
    ['an actor by its people', 'Norway won.', 'Norwegian ships left.', []],
    ['an actor by its capital', 'Norway won.', 'All met in Oslo.', []],
    ['an actor by somebody of it', 'The Northern Front won.', 'Tom Okoro left.', []],
    ['somebody by a short name', 'Tom Okoro won.', 'Okoro left.', []],
    ['once', 'Ghana won. Ghana lost.', 'Nobody won.', ['Ghana']],
    ['an event', 'The Valley Accords held.', 'Nobody won.', ['Valley Accords']],
    ['an event of the body', 'The Valley Accords held.', 'The Valley Agreement was kept.', []],
    ['an event in other words', 'Quill’s visit to Nairobi helped.', 'Quill visited Nairobi.', []],
    ['an event by its whole', 'The third Nairobi round helped.', 'The Nairobi rounds went on.', []],
    ['a date', 'All was over in May 1996.', 'All went on in 1995.', ['May 1996']],
    ['a date within one', 'All was over in May 1996.', 'All was over in 1996.', []],
    ['a date around one', 'All was over in the 1990s.', 'All was over in 1996.', []],
    ['a number', 'Some 40,000 died.', 'Some 30,000 died.', ['40,000']],
    ['a number of the body', 'Some 40,000 died.', 'It cost 40,000 lives.', []],
    ['a share', 'It took 45% of the land.', 'It took much of the land.', ['45%']],
    ['a count', 'The four camps met.', 'The three camps met.', ['four']],
    ['a count of the body', 'The three camps met.', 'Of the three camps two left. The three camps met.', []],
    ['a count that the body has by doing so', 'The paper draws three lessons.', 'First this, then that.', []],
    ['a quotation', '“The Northern Front has won at last in 1996,” he wrote.', 'Nobody won.', []],
  ])('%s: %s / %s', (_, summary, body, wanted) => expect(marked(summary, body)).toEqual(wanted));

  test.each(['Executive summary', 'Key messages', 'Abstract', '1. Summary', 'Summary {.unnumbered}', 'Key findings'])('is under %s', heading => expect(marked('Ghana won.', 'Nobody won.', heading)).toEqual(['Ghana']));
  test.each(['The summary of the commission', 'Introduction', 'Findings'])('is not under %s', heading => expect(marked('Ghana won.', 'Nobody won.', heading)).toEqual([]));
  test('a draft of which nothing else is written is not judged', () => expect(world.marked('## Summary\n\nGhana won. Ghana lost.\n\n## One\n\nNobody won.', 'summary-body')).toEqual([]));
  test('a list of references bears nothing out', () => {
    expect(world.marked(`## Summary\n\nGhana won.\n\n## One\n\n${FILLER}\n\n## References\n\nGhana, *A history*, 1990.`, 'summary-body')).toEqual(['Ghana']);
  });
  test('a summary of several blocks is one', () => {
    expect(world.marked(`## Summary\n\n- Ghana won.\n- Kenya lost.\n\n### More\n\nNorway left.\n\n## One\n\nKenya won. ${FILLER} ${FILLER}`, 'summary-body')).toEqual(['Ghana', 'Norway']);
  });
});
