import { labelsOf, marksOf, type Marks } from '../noteMarks.ts';
import { draftRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** `[^1]` without a note of that name. */
export const danglingNote = draftRule<Marks>({
  code: 'dangling-note',
  gather: marksOf,
  check: (facts, { text }) => {
    const defined = labelsOf(facts, 'definitions');
    const found: Found[] = [];
    for (const { start: by, fact } of facts) {
      for (const { start, end, label } of fact.references) {
        if (!defined.has(label)) found.push({ span: { start: by + start, end: by + end }, message: message('dangling-note', label), evidence: [], fixes: [addFix(label, text)] });
      }
    }
    return found;
  },
});

function addFix(label: string, text: string): Found['fixes'][number] {
  return { title: message('dangling-note-fix', label), isSafe: false, edits: [{ span: { start: text.length, end: text.length }, newText: `${text.endsWith('\n') ? '' : '\n'}\n[^${label}]: \n` }] };
}
