import { stillBlocks, type PlacedBlock, type StillBlock } from '../draft/still.ts';
import type { DraftReading } from '../draft/types.ts';
import type { CheckContext } from './context.ts';
import { CheckedBlock, placed, type BlockRule, type Draft, type DraftRule, type Placed } from './rule.ts';
import { RULES } from './rules.ts';
import { directivesOf, suppress, type Directive } from './suppress.ts';
import type { Finding, Found, RuleCode } from './types.ts';
import { datesIn } from '../dates/format.ts';
import { languageOf } from '../draft/index.ts';

/** What is kept with a block: what the rules found in it, and what those over the whole draft gathered. */
interface BlockResult {
  readonly findings: readonly Finding[];
  /** One for each way of gathering. */
  readonly facts: readonly unknown[];
  readonly directives: readonly Directive[] | undefined;
}
/** That of most blocks, so that a keystroke passes them over. */
const NOTHING: BlockResult = { findings: [], facts: [], directives: undefined };


/** The results of all blocks for one context, and those of the draft checked last, in its order: most blocks stand where they stood. */
interface Known {
  readonly of: WeakMap<StillBlock, BlockResult>;
  blocks: readonly PlacedBlock[];
  results: readonly BlockResult[];
}
const memory = new WeakMap<CheckContext, Known>();

/**
 * Holds a draft against what is known. Only what does not hold is reported, in the order of the text; what cannot be told is
 * not. Results are kept with the blocks: after a keystroke one block is checked again. Never throws, whatever the draft.
 */
export function checkDraft(reading: DraftReading, context: CheckContext): readonly Finding[] {
  return datesIn(languageOf(reading), () => check(reading, context));
}

function check(reading: DraftReading, context: CheckContext): readonly Finding[] {
  const { text } = reading;
  const blocks = stillBlocks(reading);
  const draft = { text, blocks };
  const rules = context.memo(activeRules);
  const results = resultsOf(draft, rules, context);
  const findings: Finding[] = [];
  const facts: Placed<unknown>[][] = rules.gathers.map(() => []);
  const directives: Placed<readonly Directive[]>[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const result = results[at]!;
    if (result === NOTHING) continue;
    const { start } = blocks[at]!;
    for (const finding of result.findings) findings.push(placed(finding, start));
    if (result.directives !== undefined) directives.push({ start, fact: result.directives });
    for (let index = 0; index < result.facts.length; index++) {
      const fact = result.facts[index];
      if (fact !== undefined) facts[index]!.push({ start, fact });
    }
  }
  for (const rule of rules.draftRules) {
    for (const found of rule.check(facts[rules.gathers.indexOf(rule.gather)]!, draft, context)) findings.push(...finish(found, rule.code, context));
  }
  const { kept, found } = suppress(findings, directives, draft, rule => context.settings.severities[rule] !== 'off');
  kept.push(...found.flatMap(fault => finish(fault, 'suppression', context)));
  return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function resultsOf({ text, blocks }: Draft, rules: ActiveRules, context: CheckContext): readonly BlockResult[] {
  const known = memory.get(context) ?? { of: new WeakMap<StillBlock, BlockResult>(), blocks: [], results: [] };
  memory.set(context, known);
  const moved = known.blocks.length - blocks.length;
  const results = blocks.map((placed, index): BlockResult => {
    const { block } = placed;
    const stood = index < known.blocks.length && known.blocks[index]!.block === block ? index : index + moved;
    const before = stood >= 0 && stood < known.blocks.length && known.blocks[stood]!.block === block ? known.results[stood] : known.of.get(block);
    if (before !== undefined) return before;
    const result = checkBlock(text, placed, rules, context);
    known.of.set(block, result);
    return result;
  });
  known.blocks = blocks;
  known.results = results;
  return results;
}

interface ActiveRules {
  readonly blockRules: readonly BlockRule[];
  readonly draftRules: readonly DraftRule[];
  /** How those over the whole draft gather, each way once: some gather the same. */
  readonly gathers: readonly DraftRule['gather'][];
}

function activeRules({ settings }: CheckContext): ActiveRules {
  const active = RULES.filter(rule => settings.severities[rule.code] !== 'off');
  const draftRules = active.filter(rule => rule.scope === 'draft');
  return { blockRules: active.filter(rule => rule.scope === 'block'), draftRules, gathers: [...new Set(draftRules.map(({ gather }) => gather))] };
}

function checkBlock(text: string, placed: PlacedBlock, { blockRules, gathers }: ActiveRules, context: CheckContext): BlockResult {
  const checked = new CheckedBlock(placed, text, context);
  const findings = blockRules.flatMap(rule => rule.check(checked, context).flatMap(found => finish(found, rule.code, context)));
  const facts = gathers.map(gather => gather(checked, context));
  const directives = directivesOf(checked);
  return findings.length === 0 && directives === undefined && facts.every(fact => fact === undefined) ? NOTHING : { findings, facts, directives };
}

function finish(found: Found, rule: RuleCode, { settings }: CheckContext): Finding[] {
  const severity = settings.severities[rule];
  return severity === 'off' ? [] : [{ ...found, rule, severity }];
}
