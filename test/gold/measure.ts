import { checkDraft, type CheckContext, type RuleCode } from '../../src/core/checks/index.ts';
import { readDraft, type DraftContext } from '../../src/core/draft/index.ts';
import { spansOverlap, type Span } from '../../src/core/text.ts';
import type { Marked } from './marked.ts';
import type { GoldSentence } from './read.ts';

export interface Score {
  hits: number;
  /** Found where nothing is, or where the keys differ. */
  wrong: number;
  missed: number;
}

export const precision = ({ hits, wrong }: Score): number => hits + wrong === 0 ? 1 : hits / (hits + wrong);
export const recall = ({ hits, missed }: Score): number => hits + missed === 0 ? 1 : hits / (hits + missed);
export const f1 = (score: Score): number => score.hits === 0 ? 0 : 2 * score.hits / (2 * score.hits + score.wrong + score.missed);

export const CONFLICT_RULES: readonly RuleCode[] = ['date-conflict', 'false-precision', 'office-conflict', 'order-conflict', 'participation-conflict', 'count-conflict'];

/**
 * A finding hits a label of its rule that it overlaps. In the sentences of the conflict rules every finding of a conflict rule
 * counts; those of another rule have a file of their own, and count in it only.
 */
export function measureRules(sentences: readonly GoldSentence[], draftContext: DraftContext, checkContext: CheckContext): { scores: Map<RuleCode, Score>; lines: string[] } {
  const scores = new Map<RuleCode, Score>();
  const lines: string[] = [];
  const scoreOf = (rule: RuleCode) => scores.get(rule) ?? scores.set(rule, { hits: 0, wrong: 0, missed: 0 }).get(rule)!;
  for (const { where, rule, text, wrong } of sentences) {
    const counted: readonly RuleCode[] = CONFLICT_RULES.includes(rule) ? CONFLICT_RULES : [rule];
    const findings = checkDraft(readDraft(text, draftContext), checkContext).filter(finding => counted.includes(finding.rule));
    const missed = new Set<Span>(wrong);
    for (const finding of findings) {
      const label = finding.rule === rule ? wrong.find(span => spansOverlap(span, finding.span)) : undefined;
      if (label === undefined) {
        scoreOf(finding.rule).wrong++;
        lines.push(`${where}: wrongly ${finding.rule} at “${text.slice(finding.span.start, finding.span.end)}”: ${finding.message}`);
      } else if (missed.delete(label)) scoreOf(rule).hits++;
    }
    scoreOf(rule).missed += missed.size;
    for (const span of missed) lines.push(`${where}: missed ${rule} at “${text.slice(span.start, span.end)}”`);
  }
  return { scores, lines };
}

/** A mention is right when it has the same span and the same keys. */
export function measureMentions(texts: readonly (Marked & { readonly where: string })[], context: DraftContext): { score: Score; lines: string[] } {
  const score: Score = { hits: 0, wrong: 0, missed: 0 };
  const lines: string[] = [];
  const show = ({ start, end, keys }: Span & { keys: readonly string[] }) => `${start}-${end} ${[...keys].sort().join('+')}`;
  for (const { where, text, mentions } of texts) {
    const expected = new Map(mentions.map(mention => [show(mention), mention]));
    for (const found of readDraft(text, context).mentions) {
      if (expected.delete(show(found))) score.hits++;
      else {
        score.wrong++;
        lines.push(`${where}: wrongly ${found.keys.join('+')} in “${around(text, found)}”`);
      }
    }
    score.missed += expected.size;
    for (const mention of expected.values()) lines.push(`${where}: missed ${mention.keys.join('+')} in “${around(text, mention)}”`);
  }
  return { score, lines };
}

function around(text: string, { start, end }: Span): string {
  return `${text.slice(Math.max(0, start - 20), start)}[${text.slice(start, end)}]${text.slice(end, end + 20)}`.replace(/\s+/g, ' ');
}
