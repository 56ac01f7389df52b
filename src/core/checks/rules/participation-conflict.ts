import type { CheckContext } from '../context.ts';
import { eventSentences } from '../events/sentences.ts';
import { twinsOf } from '../events/twins.ts';
import type { Analysis } from '../language/analysis.ts';
import { participantEvidence } from '../evidence.ts';
import { claimsOf, spanOf, type Claim } from '../participation/claims.ts';
import { participationFixes } from '../participation/fixes.ts';
import { accountOf } from '../participation/disputes.ts';
import { contradicts, counts, participantsOf } from '../participation/record.ts';
import { blockRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** Somebody said to have signed, hosted, chaired or attended whose recorded role says otherwise. */
export const participationConflict = blockRule('participation-conflict', (block, context) => eventSentences(block).flatMap(sentence => claimsOf(sentence, context).flatMap(claim => conflictOf(claim, sentence.analysis, context))));

function conflictOf(claim: Claim, analysis: Analysis, context: CheckContext): Found[] {
  const { ref, actor, deed, isNegated } = claim;
  // What another corpus has, or a remark on the record, is contested.
  if (!ref.events.every(event => [event, ...twinsOf(event, context)].every(one => contradicts(one, claim, context)) && accountOf(event, claim, context)?.agrees !== true)) return [];
  const event = ref.events[0]!;
  const recorded = participantsOf(event, context).filter(({ role, key }) => key === actor.key || counts(deed, role));
  return [{
    span: spanOf(claim),
    message: message(isNegated ? 'participation-negated' : 'participation-conflict', actor.name, event.name, recorded.map(({ role, other }) => `${other}: ${role}`).join('; ')),
    evidence: recorded.slice(0, 4).map(({ participant, other, key }) => participantEvidence(event, participant, other, key)),
    fixes: participationFixes(claim, recorded.filter(({ role }) => counts(deed, role)).map(({ key, other }) => ({ key, name: other })), analysis),
  }];
}
