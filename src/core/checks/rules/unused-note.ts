import { firstFrom } from '../../draft/change.ts';
import { labelsOf, noteMarks } from '../noteMarks.ts';
import { draftRule, type Draft } from '../rule.ts';
import type { Fix, Found } from '../types.ts';
import { message } from '../words.ts';

/** `[^1]: …` that nothing refers to, or that a note of the same name precedes. */
export const unusedNote = draftRule({
  code: 'unused-note',
  gathering: noteMarks,
  check: (sums, draft, context) => {
    const { all: used } = labelsOf(sums, 'used', context);
    const { twice } = labelsOf(sums, 'defined', context);
    const seen = new Set<string>();
    const found: Found[] = [];
    let starts: readonly number[] | undefined;
    for (const { start: by, fact } of sums) {
      for (const { start, end, label, block } of fact.definitions.filter(({ label: one }) => twice.has(one) || !used.has(one))) {
        const isDouble = seen.has(label);
        if (twice.has(label)) seen.add(label);
        if (!isDouble && used.has(label)) continue;
        const span = { start: by + start, end: by + end };
        found.push({ span, message: message(isDouble ? 'unused-note-double' : 'unused-note', label), evidence: [], fixes: start - block > MOST_BLANKS ? [] : deleteFix(label, firstFrom(starts ??= draft.blocks.map(placed => placed.start), by + block), draft) });
      }
    }
    return found;
  },
});

/** They may stand before the mark. */
const MOST_BLANKS = 3;

/** The note taken away, its further paragraphs and the empty lines after it with it. */
function deleteFix(label: string, at: number, { text, blocks }: Draft): Fix[] {
  if (blocks[at]?.block.kind !== 'note' || blocks[at + 1]?.start === blocks[at].start) return [];
  let next = at + 1;
  while (blocks[next]?.block.kind === 'note' && !DEFINES.test(text.slice(blocks[next]!.start, blocks[next]!.start + 90))) next++;
  const { start } = blocks[at];
  const last = blocks[next - 1]!;
  const stop = last.start + last.block.length;
  BLANK_LINES.lastIndex = stop;
  const end = BLANK_LINES.test(text) ? BLANK_LINES.lastIndex : stop;
  return [{ title: message('unused-note-fix', label), isSafe: false, edits: [{ span: { start, end: Math.min(end, blocks[next]?.start ?? text.length) }, newText: '' }] }];
}

const BLANK_LINES = /(?:[ \t]*\r?\n)+/y;
const DEFINES = /^\s*\[\^[^\]\s]{1,80}\]:/;
