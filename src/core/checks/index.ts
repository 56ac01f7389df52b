export { checkDraft } from './check.ts';
export { makeCheckContext, type CheckContext } from './context.ts';
export { DEFAULT_SETTINGS, readCheckSettings, type RawSettings } from './settings.ts';
export { takenUpAt, type TakenUp } from './takenUp.ts';
export { RULE_CODES, type CheckSettings, type Evidence, type Finding, type Fix, type Knowledge, type RuleCode, type RuleSeverity } from './types.ts';
