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
    let notes: ReadonlyMap<number, number> | undefined;
    return allMarks(facts, 'definition').flatMap((mark): Found[] => {
      const isDouble = seen.has(mark.label);
      seen.add(mark.label);
      if (!isDouble && used.has(mark.label)) return [];
      return [{ span: mark, message: message(isDouble ? 'unused-note-double' : 'unused-note', mark.label), evidence: [], fixes: deleteFix(mark, notes ??= notesAt(draft), draft) }];
    });
  },
});

/** For each place where one block begins and a note stands, its index. */
function notesAt({ blocks }: Draft): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [index, { start, block }] of blocks.entries()) {
    if (found.has(start)) found.delete(start);
    else if (block.kind === 'note') found.set(start, index);
  }
  return found;
}

/** The note taken away, its further paragraphs and the empty lines after it with it. */
function deleteFix({ label, start: mark }: NoteMark, notes: ReadonlyMap<number, number>, { text, blocks }: Draft): Fix[] {
  // Up to three blanks may stand before the mark.
  const at = [0, 1, 2, 3].map(blanks => notes.get(mark - blanks)).find(index => index !== undefined);
  if (at === undefined) return [];
  let next = at + 1;
  while (blocks[next]?.block.kind === 'note' && !DEFINES.test(text.slice(blocks[next]!.start, blocks[next]!.start + 90))) next++;
  const { start } = blocks[at]!;
  const last = blocks[next - 1]!;
  const stop = last.start + last.block.length;
  BLANK_LINES.lastIndex = stop;
  const end = BLANK_LINES.test(text) ? BLANK_LINES.lastIndex : stop;
  return [{ title: message('unused-note-fix', label), isSafe: false, edits: [{ span: { start, end: Math.min(end, blocks[next]?.start ?? text.length) }, newText: '' }] }];
}

const BLANK_LINES = /(?:[ \t]*\r?\n)+/y;
const DEFINES = /^\s*\[\^[^\]\s]{1,80}\]:/;
