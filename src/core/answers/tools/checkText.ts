import { checkDraft, type Evidence } from '../../checks/index.ts';
import { readDraft } from '../../draft/index.ts';
import { answerOf } from '../record.ts';
import { tool } from '../tool.ts';
import type { AnsweredFinding, AnsweredStatement } from '../types.ts';

const MAX_FINDINGS = 30;

export const checkText = tool({
  name: 'checkText',
  title: 'Check Text',
  description: 'Holds a text against the corpora of this workspace: dates, offices, participants, citations and notes. “findings” says what does not hold and where in the text (UTF-16 offsets), each with the ids of the statements that say so. What cannot be told is no finding. Answers statements, each with its id, citation and locator.',
  inputSchema: {
    type: 'object',
    properties: { text: { type: 'string', description: 'A draft or part of one, in Markdown.', maxLength: 50_000 } },
    required: ['text'],
    additionalProperties: false,
  },
  answer({ text }, known) {
    const found = checkDraft(readDraft(text, known.draft), known.checks);
    const statements = new Map<string, AnsweredStatement>();
    const findings = found.slice(0, MAX_FINDINGS).map(({ rule, severity, span, message, evidence }): AnsweredFinding => {
      const cited = evidence.filter(one => one.citations.length > 0).map(ofEvidence);
      for (const one of cited) statements.set(one.id, one);
      return { rule, severity, start: span.start, end: span.end, message, evidence: cited.map(({ id }) => id) };
    });
    return { answer: { ...answerOf([...statements.values()], statements.size, { findings }), more: found.length - findings.length } };
  },
});

function ofEvidence({ text, citations, key = '', span }: Evidence): AnsweredStatement {
  return { id: `${key}@${span.start}`, entry: key, text, citations };
}
