import type { CheckSettings, RuleCode, RuleSeverity } from './types.ts';
import { RULE_CODES } from './types.ts';

const SEVERITIES: readonly RuleSeverity[] = ['error', 'warning', 'information', 'hint', 'off'];

/** What a writer who has set nothing gets. */
export const DEFAULT_SEVERITIES: Readonly<Record<RuleCode, RuleSeverity>> = {
  'date-conflict': 'warning',
  'false-precision': 'warning',
  'office-conflict': 'warning',
  'order-conflict': 'warning',
  'participation-conflict': 'warning',
  'count-conflict': 'warning',
  'uncited-claim': 'information',
  'quotation-without-locator': 'information',
  'locator-out-of-range': 'warning',
  'unknown-citekey': 'error',
  'duplicate-citekey': 'warning',
  'dangling-note': 'error',
  'unused-note': 'warning',
  'name-variant': 'information',
  'first-mention': 'information',
  'unused-abbreviation': 'information',
  'summary-body': 'information',
  contested: 'information',
  suppression: 'hint',
};

export const DEFAULT_SETTINGS: CheckSettings = { severities: DEFAULT_SEVERITIES, firstMention: 'document' };

/** The values of `rapporteur.checks.*` as an editor or a settings file has them, by the part after the last point. */
export interface RawSettings {
  readonly severity?: unknown;
  readonly firstMention?: unknown;
}

/** Settings from whatever stands in a settings file: what is not understood is as if it were not there. */
export function readCheckSettings({ severity, firstMention }: RawSettings): CheckSettings {
  const given: Readonly<Record<string, unknown>> = typeof severity === 'object' && severity !== null ? severity as Record<string, unknown> : {};
  const severities = Object.fromEntries(RULE_CODES.map(code => {
    const wanted = SEVERITIES.find(known => known === given[code]);
    return [code, wanted ?? DEFAULT_SEVERITIES[code]];
  })) as Record<RuleCode, RuleSeverity>;
  return { severities, firstMention: firstMention === 'chapter' ? 'chapter' : 'document' };
}
