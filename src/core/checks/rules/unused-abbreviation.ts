import { abbreviationsOf, type AbbreviationMark } from '../abbreviations/marks.ts';
import { draftRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** `Supreme National Council (SNC)`, and no further word of the SNC. */
export const unusedAbbreviation = draftRule<readonly AbbreviationMark[]>({
  code: 'unused-abbreviation',
  gather: block => {
    const marks = abbreviationsOf(block);
    return marks.length === 0 ? undefined : marks;
  },
  check: facts => {
    const used = new Set<string>();
    for (const { fact } of facts) for (const { kind, letters } of fact) if (kind !== 'introduced') used.add(letters);
    const found: Found[] = [];
    for (const { start, fact } of facts) {
      for (const mark of fact) {
        if (mark.kind !== 'introduced' || mark.bracket === undefined || !mark.isOwn || used.has(mark.letters)) continue;
        found.push({
          span: { start: start + mark.start, end: start + mark.end },
          message: message('unused-abbreviation', mark.letters, mark.long ?? ''), evidence: [],
          fixes: [{ title: message('unused-abbreviation-fix', mark.letters), isSafe: false, edits: [{ span: { start: start + mark.bracket.start, end: start + mark.bracket.end }, newText: '' }] }],
        });
      }
    }
    return found;
  },
});
