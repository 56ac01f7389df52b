import { checkDraft, makeCheckContext, type CheckContext, type Finding, type RuleCode } from '../../../src/core/checks/index.ts';
import type { Snapshot } from '../../../src/core/corpus/types.ts';
import { makeDraftContext, readDraft, type DraftReading } from '../../../src/core/draft/index.ts';

/** What a draft finds in a world: `what it is about «the words»`, by rule. */
export interface World {
  readonly context: CheckContext;
  read(text: string, previous?: DraftReading): DraftReading;
  check(text: string): readonly Finding[];
  /** The words that each finding of a rule marks. */
  marked(text: string, rule: RuleCode): string[];
  messages(text: string, rule: RuleCode): string[];
  /** The draft after the first fix of the first finding of a rule. */
  fixed(text: string, rule: RuleCode): string | undefined;
}

export function worldOf(snapshot: Snapshot, context = makeCheckContext({ snapshot })): World {
  const draftContext = makeDraftContext(snapshot);
  const read = (text: string, previous?: DraftReading) => readDraft(text, draftContext, previous);
  const check = (text: string) => checkDraft(read(text), context);
  const of = (text: string, rule: RuleCode) => check(text).filter(finding => finding.rule === rule);
  return {
    context, read, check,
    marked: (text, rule) => of(text, rule).map(({ span }) => text.slice(span.start, span.end)),
    messages: (text, rule) => of(text, rule).map(finding => finding.message),
    fixed: (text, rule) => {
      const fix = of(text, rule)[0]?.fixes[0];
      return fix && applyEdits(text, fix.edits);
    },
  };
}

export function applyEdits(text: string, edits: Finding['fixes'][number]['edits']): string {
  return edits.toSorted((a, b) => b.span.start - a.span.start).reduce((result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end), text);
}
