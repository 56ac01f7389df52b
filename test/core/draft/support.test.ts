import { expect, test } from 'vitest';
import { makeDraftContext, readDraft } from '../../../src/core/draft/index.ts';
import { saidWithin, supportFor } from '../../../src/core/draft/support.ts';
import { snapshotOf, SOURCES } from '../corpus/helpers.ts';

const SNAPSHOT = snapshotOf({
  'references.json': SOURCES,
  'actors/alatas.md': '---\ntype: person\nname: Ali Alatas\n---\n- Carried the idea of a meeting to Hanoi in June 1987. [@khan2022, sec. 3.1]\n- Chaired the talks in Jakarta. [@khan2022, sec. 3.2]\n',
  'actors/claude.md': '---\ntype: person\nname: Claude Martin\n---\n- Was told by Ali Alatas in 1989 that France needed Indonesia. [@khan2022, n. 24]\n',
});
const CONTEXT = makeDraftContext(SNAPSHOT);

function supported(text: string): string[] {
  const [sentence] = readDraft(text, CONTEXT).blocks[0]!.sentences;
  return supportFor([sentence!], text, SNAPSHOT).map(({ statement }) => statement.citations[0]!.suffixText);
}

test('what says the same of the same person at the same time bears a sentence out best', () => {
  expect(supported('Ali Alatas carried the idea of a meeting to Hanoi in June 1987.')[0]).toBe('sec. 3.1');
});
test('another sentence rests on another statement', () => {
  expect(supported('Claude Martin heard from Ali Alatas in 1989 that France needed Indonesia.')[0]).toBe('n. 24');
});
test('a sentence that nobody speaks of rests on nothing', () => { expect(supported('The weather was fine.')).toEqual([]); });
test('what has only one name of a sentence is left out when there is better', () => {
  expect(supported('Ali Alatas carried the idea of a meeting to Hanoi in June 1987.')).toEqual(['sec. 3.1']);
  expect(supported('Ali Alatas slept.').toSorted()).toEqual(['n. 24', 'sec. 3.1', 'sec. 3.2']);
});
test('of a selection only what is selected is asked for; of a place, the sentence around it', () => {
  const reading = readDraft('It was cold. Ali Alatas met Claude Martin in June 1987 [@khan2022]. Nobody else came.', CONTEXT);
  const said = (words: string, length = words.length) => {
    const start = reading.text.indexOf(words);
    const found = saidWithin(reading, { start, end: start + length }, SNAPSHOT);
    return found && [found.text, found.particulars.map(({ kind, key, forms }) => key ?? `${kind} ${forms.map(({ words: [...form] }) => form.join(' ')).join('|')}`).join(', ')];
  };
  expect(said('met Claude Martin')).toEqual(['met Claude Martin', 'claude, word met']);
  expect(said('Claude', 0)).toEqual(['Ali Alatas met Claude Martin in June 1987 [@khan2022].', 'alatas, claude, date 1987, word met']);
  expect(said('')?.[0]).toBe('It was cold.');
});
