import { labelsOf, noteMarks } from '../noteMarks.ts';
import { draftRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** `[^1]` without a note of that name. */
export const danglingNote = draftRule({
  code: 'dangling-note',
  gathering: noteMarks,
  check: (sums, { text }, context) => {
    const { all: defined } = labelsOf(sums, 'defined', context);
    return sums.flatMap(({ start: by, fact }) => fact.references.filter(({ label }) => !defined.has(label)).map(({ start, end, label }): Found => (
      { span: { start: by + start, end: by + end }, message: message('dangling-note', label), evidence: [], fixes: [addFix(label, text)] })));
  },
});

function addFix(label: string, text: string): Found['fixes'][number] {
  return { title: message('dangling-note-fix', label), isSafe: false, edits: [{ span: { start: text.length, end: text.length }, newText: `${text.endsWith('\n') ? '' : '\n'}\n[^${label}]: \n` }] };
}
