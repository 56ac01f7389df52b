import type { NoteMark } from '../../draft/types.ts';
import { allMarks, marksOf, type Marks } from '../noteMarks.ts';
import { draftRule, type Draft } from '../rule.ts';
import type { Fix, Found } from '../types.ts';
import { message } from '../words.ts';

/** `[^1]: …` that nothing refers to, or that a note of the same name precedes. */
export const unusedNote = draftRule<Marks>({
  code: 'unused-note',
  gather: marksOf,
  check: (facts, draft) => {
    const used = new Set(allMarks(facts, 'reference').map(mark => mark.label));
    const seen = new Set<string>();
    return allMarks(facts, 'definition').flatMap((mark): Found[] => {
      const isDouble = seen.has(mark.label);
      seen.add(mark.label);
      if (!isDouble && used.has(mark.label)) return [];
      return [{ span: mark, message: message(isDouble ? 'unused-note-double' : 'unused-note', mark.label), evidence: [], fixes: deleteFix(mark, draft) }];
    });
  },
});

/** The note taken away, its further paragraphs and the empty lines after it with it. */
function deleteFix(mark: NoteMark, { text, blocks }: Draft): Fix[] {
  const at = blocks.findIndex(({ start, block }) => block.kind === 'note' && start <= mark.start && mark.start < start + block.length);
  if (at === -1 || blocks.filter(({ start }) => start === blocks[at]!.start).length > 1) return [];
  let next = at + 1;
  while (blocks[next]?.block.kind === 'note' && !DEFINES.test(text.slice(blocks[next]!.start, blocks[next]!.start + 90))) next++;
  const { start } = blocks[at]!;
  const last = blocks[next - 1]!;
  const after = blocks[next]?.start;
  const stop = last.start + last.block.length;
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text.slice(stop, after ?? text.length))![0].length;
  return [{ title: message('unused-note-fix', mark.label), isSafe: false, edits: [{ span: { start, end: stop + blank }, newText: '' }] }];
}

const DEFINES = /^\s*\[\^[^\]\s]{1,80}\]:/;
