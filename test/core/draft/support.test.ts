import { expect, test } from 'vitest';
import { makeDraftContext, readDraft } from '../../../src/core/draft/index.ts';
import { supportFor } from '../../../src/core/draft/support.ts';
import { snapshotOf, SOURCES } from '../corpus/helpers.ts';

const SNAPSHOT = snapshotOf({
  'references.json': SOURCES,
  'actors/alatas.md': '---\ntype: person\nname: Ali Alatas\n---\n- Carried the idea of a meeting to Hanoi in June 1987. [@khan2022, sec. 3.1]\n- Chaired the talks in Jakarta. [@khan2022, sec. 3.2]\n',
  'actors/claude.md': '---\ntype: person\nname: Claude Martin\n---\n- Was told by Ali Alatas in 1989 that France needed Indonesia. [@khan2022, n. 24]\n',
});
const CONTEXT = makeDraftContext(SNAPSHOT);

function supported(text: string): string[] {
  const [sentence] = readDraft(text, CONTEXT).blocks[0]!.sentences;
  return supportFor(sentence!, text.slice(sentence!.start, sentence!.end), SNAPSHOT).map(({ statement }) => statement.citations[0]!.suffixText);
}

test('what says the same of the same person at the same time bears a sentence out best', () => {
  expect(supported('Ali Alatas carried the idea of a meeting to Hanoi in June 1987.')[0]).toBe('sec. 3.1');
});
test('another sentence rests on another statement', () => {
  expect(supported('Claude Martin heard from Ali Alatas in 1989 that France needed Indonesia.')[0]).toBe('n. 24');
});
test('a sentence that nobody speaks of rests on nothing', () => { expect(supported('The weather was fine.')).toEqual([]); });
