import { abbreviationsOf, type AbbreviationMark } from '../abbreviations/marks.ts';
import { draftRule, Following, type Placed } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

interface Sum {
  readonly introduced: readonly Placed<AbbreviationMark>[];
  /** The letters of those that are used, one a line. */
  readonly used: string;
}

/** `Supreme National Council (SNC)`, and no further word of the SNC. */
export const unusedAbbreviation = draftRule<readonly AbbreviationMark[], Sum>({
  code: 'unused-abbreviation',
  gathering: {
    of: block => {
      const marks = abbreviationsOf(block);
      return marks.length === 0 ? undefined : marks;
    },
    sum: facts => ({
      introduced: facts.flatMap(({ start, fact }) => fact.flatMap(mark => mark.kind === 'introduced' && mark.bracket !== undefined && mark.isOwn ? [{ start, fact: mark }] : [])),
      used: [...new Set(facts.flatMap(({ fact }) => fact.flatMap(({ kind, letters }) => kind === 'introduced' ? [] : [letters])))].join('\n'),
    }),
  },
  check: (sums, _, context) => {
    const lines = sums.map(({ fact }) => fact.used);
    const used = context.memo(followingUsed).of(lines, () => new Set(lines.flatMap(line => line.split('\n'))));
    const found: Found[] = [];
    for (const { start: by, fact } of sums) {
      for (const { start: block, fact: { start, end, letters, long, bracket } } of fact.introduced) {
        if (bracket === undefined || used.has(letters)) continue;
        const at = by + block;
        found.push({
          span: { start: at + start, end: at + end },
          message: message('unused-abbreviation', letters, long ?? ''), evidence: [],
          fixes: [{ title: message('unused-abbreviation-fix', letters), isSafe: false, edits: [{ span: { start: at + bracket.start, end: at + bracket.end }, newText: '' }] }],
        });
      }
    }
    return found;
  },
});

const followingUsed = () => new Following<ReadonlySet<string>>();
