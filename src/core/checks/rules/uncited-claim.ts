import { insertCitation } from '../../citations/insert.ts';
import { bestStatements } from '../../corpus/queries.ts';
import { eventSentences } from '../events/sentences.ts';
import { statementEvidence } from '../evidence.ts';
import { blockRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** A sentence that says when a recorded event was, with no citation in it and none after it in its paragraph. */
export const uncitedClaim = blockRule('uncited-claim', (block, context) => {
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
  const lastCited = block.sentences.findLastIndex(({ citations, notes }) => citations.length > 0 || notes.some(note => note.kind === 'reference'));
  return eventSentences(block, context).flatMap(({ analysis, datings }): Found[] => {
    const { sentence } = analysis;
    const [dating] = datings;
    if (dating === undefined || dating.ref.events.length !== 1 || block.sentences.indexOf(sentence) <= lastCited || block.text.slice(sentence.start, sentence.end).includes('^[')) return [];
    const event = dating.ref.events[0]!;
    const statements = bestStatements(context.snapshot, event.key, { at: event.date, limit: 2 });
    const citation = statements[0]?.citations[0] ?? event.citations[0];
    const first = analysis.tokens[dating.ref.first]!;
    return [{
      span: { start: first.start, end: analysis.tokens[dating.ref.last]!.end },
      message: message('uncited-claim', event.name),
      evidence: statements.map(statementEvidence),
      fixes: citation === undefined ? [] : [{
        title: message('cite-fix', [citation.citekey, citation.suffixText].filter(Boolean).join(', ')), isSafe: false,
        edits: insertCitation(block.text, sentence.end, [{ citekey: citation.citekey, suffixText: citation.suffixText }], 'bracketed').edits,
      }],
    }];
  });
});
