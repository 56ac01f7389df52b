import { allMarks, marksOf, type Marks } from '../noteMarks.ts';
import { draftRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** `[^1]` without a note of that name. */
export const danglingNote = draftRule<Marks>({
  code: 'dangling-note',
  gather: marksOf,
  check: (facts, { text }) => {
    const defined = new Set(allMarks(facts, 'definition').map(mark => mark.label));
    return allMarks(facts, 'reference').filter(mark => !defined.has(mark.label)).map((mark): Found => ({
      span: mark, message: message('dangling-note', mark.label), evidence: [],
      fixes: [{
        title: message('dangling-note-fix', mark.label), isSafe: false,
        edits: [{ span: { start: text.length, end: text.length }, newText: `${text.endsWith('\n') ? '' : '\n'}\n[^${mark.label}]: \n` }],
      }],
    }));
  },
});
