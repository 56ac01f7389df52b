import type { Span, TextEdit } from '../text.ts';
import type { Finding, Fix, RuleCode } from './types.ts';

/** The edits of all fixes that change how something is written and not what is said. */
export function safeEdits(findings: readonly Finding[]): readonly TextEdit[] {
  return editsOf(findings.flatMap(({ fixes }) => fixes.find(fix => fix.isSafe) ?? []));
}

/** The edits that settle all findings of one rule, of those that can be settled in one way only. */
export function editsOfRule(findings: readonly Finding[], rule: RuleCode): readonly TextEdit[] {
  return editsOf(onlyFixes(findings, rule));
}

/** The rules of which several findings can be settled at once, with how many. */
export function fixableRules(findings: readonly Finding[]): ReadonlyMap<RuleCode, number> {
  const counts = [...new Set(findings.map(({ rule }) => rule))].map(rule => [rule, onlyFixes(findings, rule).length] as const);
  return new Map(counts.filter(([, count]) => count > 0));
}

function onlyFixes(findings: readonly Finding[], rule: RuleCode): Fix[] {
  return findings.flatMap(finding => finding.rule === rule && finding.fixes.length === 1 ? finding.fixes : []);
}

/** All edits of the fixes in the order of the text, a fix left out whole where an earlier one changes the same words. */
function editsOf(fixes: readonly Fix[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { edits } of fixes) {
    const places = edits.map(({ span }) => freePlace(taken, span));
    if (places.includes(undefined)) continue;
    for (const edit of edits) taken.splice(freePlace(taken, edit.span) ?? taken.length, 0, edit);
  }
  return taken;
}

/** Where in the ordered edits one of this stretch goes; `undefined` where another changes the same words. */
function freePlace(taken: readonly TextEdit[], { start, end }: Span): number | undefined {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taken[middle]!.span.start < start) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [taken[low - 1]?.span, taken[low]?.span];
  const isFree = (before === undefined || before.end <= start) && (after === undefined || after.start > start && after.start >= end);
  return isFree ? low : undefined;
}
