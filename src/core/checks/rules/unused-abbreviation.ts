import { abbreviationsOf, type AbbreviationMark } from '../abbreviations/marks.ts';
import { draftRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

interface Facts {
  /** Letters of those that stand for something, each once. */
  readonly used: readonly string[];
  readonly introduced: readonly AbbreviationMark[];
}

/** `Supreme National Council (SNC)`, and no further word of the SNC. */
export const unusedAbbreviation = draftRule<Facts>({
  code: 'unused-abbreviation',
  gather: (block, context) => {
    const marks = abbreviationsOf(block, context);
    if (marks.length === 0) return undefined;
    const isUsed = (mark: AbbreviationMark) => mark.kind !== 'introduced';
    return { used: [...new Set(marks.filter(isUsed).map(({ letters }) => letters))], introduced: marks.filter(mark => !isUsed(mark)) };
  },
  check: facts => {
    if (facts.every(({ fact }) => fact.introduced.length === 0)) return [];
    const used = new Set<string>();
    for (const { fact } of facts) for (const letters of fact.used) used.add(letters);
    const found: Found[] = [];
    for (const { start, fact } of facts) {
      for (const mark of fact.introduced) {
        if (mark.bracket === undefined || !mark.isOwn || used.has(mark.letters)) continue;
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
