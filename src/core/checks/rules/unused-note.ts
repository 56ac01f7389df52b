import { allMarks, marksOf, type Marks } from '../noteMarks.ts';
import { draftRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** `[^1]: …` that nothing refers to, or that a note of the same name precedes. */
export const unusedNote = draftRule<Marks>({
  code: 'unused-note',
  gather: marksOf,
  check: facts => {
    const used = new Set(allMarks(facts, 'reference').map(mark => mark.label));
    const seen = new Set<string>();
    return allMarks(facts, 'definition').flatMap((mark): Found[] => {
      const isDouble = seen.has(mark.label);
      seen.add(mark.label);
      if (!isDouble && used.has(mark.label)) return [];
      return [{ span: mark, message: message(isDouble ? 'unused-note-double' : 'unused-note', mark.label), evidence: [], fixes: [] }];
    });
  },
});
