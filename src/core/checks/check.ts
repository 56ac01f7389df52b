import { stillBlocks, stillChunks, type PlacedBlock, type StillBlock, type StillChunk } from '../draft/still.ts';
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

/** What is kept with a chunk of blocks, all of it placed from the start of the chunk. */
interface ChunkResult {
  readonly findings: readonly Finding[];
  /** What was gathered, by the ways of gathering; `undefined` where nothing was. */
  readonly sums: readonly unknown[];
  readonly directives: readonly Placed<readonly Directive[]>[];
}

/** The results for one context. */
interface Known {
  readonly blocks: WeakMap<StillBlock, BlockResult>;
  readonly chunks: WeakMap<StillChunk['blocks'], ChunkResult>;
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
  let blocks: readonly PlacedBlock[] | undefined;
  const chunks = stillChunks(reading);
  const draft: Draft = { text, chunks, get blocks() { return blocks ??= stillBlocks(reading); } };
  const rules = context.memo(activeRules);
  const findings: Finding[] = [];
  const sums: Placed<unknown>[][] = rules.gatherings.map(() => []);
  const directives: Placed<readonly Directive[]>[] = [];
  const known = memory.get(context) ?? { blocks: new WeakMap<StillBlock, BlockResult>(), chunks: new WeakMap<StillChunk['blocks'], ChunkResult>() };
  memory.set(context, known);
  for (const chunk of chunks) {
    const { start } = chunk;
    const result = known.chunks.get(chunk.blocks) ?? checkChunk(text, chunk, rules, context, known.blocks);
    known.chunks.set(chunk.blocks, result);
    for (const finding of result.findings) findings.push(placed(finding, start));
    for (const one of result.directives) directives.push({ start: start + one.start, fact: one.fact });
    result.sums.forEach((sum, way) => { if (sum !== undefined) sums[way]!.push({ start, fact: sum }); });
  }
  for (const rule of rules.draftRules) {
    for (const found of rule.check(sums[rules.gatherings.indexOf(rule.gathering)]!, draft, context)) findings.push(...finish(found, rule.code, context));
  }
  const { kept, found } = suppress(findings, directives, draft, rule => context.settings.severities[rule] !== 'off');
  kept.push(...found.flatMap(fault => finish(fault, 'suppression', context)));
  return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function checkChunk(text: string, { start: from, blocks }: StillChunk, rules: ActiveRules, context: CheckContext, known: Known['blocks']): ChunkResult {
  const findings: Finding[] = [];
  const facts: Placed<unknown>[][] = rules.gatherings.map(() => []);
  const directives: Placed<readonly Directive[]>[] = [];
  for (const { start, block } of blocks) {
    const result = known.get(block) ?? checkBlock(text, { start: from + start, block }, rules, context);
    known.set(block, result);
    if (result === NOTHING) continue;
    for (const finding of result.findings) findings.push(placed(finding, start));
    if (result.directives !== undefined) directives.push({ start, fact: result.directives });
    result.facts.forEach((fact, way) => { if (fact !== undefined) facts[way]!.push({ start, fact }); });
  }
  return { findings, sums: rules.gatherings.map((gathering, way) => facts[way]!.length === 0 ? undefined : gathering.sum(facts[way]!, context)), directives };
}

interface ActiveRules {
  readonly blockRules: readonly BlockRule[];
  readonly draftRules: readonly DraftRule[];
  /** How those over the whole draft are told of it, each way once: some are told the same. */
  readonly gatherings: readonly DraftRule['gathering'][];
}

function activeRules({ settings }: CheckContext): ActiveRules {
  const active = RULES.filter(rule => settings.severities[rule.code] !== 'off');
  const draftRules = active.filter(rule => rule.scope === 'draft');
  return { blockRules: active.filter(rule => rule.scope === 'block'), draftRules, gatherings: [...new Set(draftRules.map(({ gathering }) => gathering))] };
}

function checkBlock(text: string, placed: PlacedBlock, { blockRules, gatherings }: ActiveRules, context: CheckContext): BlockResult {
  const checked = new CheckedBlock(placed, text, context);
  const findings = blockRules.flatMap(rule => rule.check(checked, context).flatMap(found => finish(found, rule.code, context)));
  const facts = gatherings.map(gathering => gathering.of(checked, context));
  const directives = directivesOf(checked);
  return findings.length === 0 && directives === undefined && facts.every(fact => fact === undefined) ? NOTHING : { findings, facts, directives };
}

function finish(found: Found, rule: RuleCode, { settings }: CheckContext): Finding[] {
  const severity = settings.severities[rule];
  return severity === 'off' ? [] : [{ ...found, rule, severity }];
}
