import { statementsCiting } from '../../corpus/queries.ts';
import { lookUp } from '../../corpus/lookup.ts';
import type { Statement } from '../../corpus/types.ts';
import { readDraft } from '../../draft/index.ts';
import { supportFor } from '../../draft/support.ts';
import { answerOf, ofStatement } from '../record.ts';
import { DEFAULT_LIMIT, LIMIT, tool } from '../tool.ts';

/** Sentences of a question that are looked at. */
const MAX_SENTENCES = 5;
const MAX_FOUND = 200;

export const findStatements = tool({
  name: 'findStatements',
  title: 'Find Statements',
  description: 'Finds statements of the corpora of this workspace: those that hold all words that are looked for, then those that speak of whom and when a sentence speaks, the best first. Answers statements, each with its id, citation and locator.',
  inputSchema: {
    type: 'object',
    properties: {
      query: { type: 'string', description: 'Words, or a sentence that is to be borne out.', maxLength: 1000 },
      citekey: { type: 'string', description: 'Only statements that cite this work.', maxLength: 200 },
      limit: LIMIT,
    },
    required: ['query'],
    additionalProperties: false,
  },
  answer({ query, citekey, limit = DEFAULT_LIMIT }, known) {
    const key = citekey?.trim().replace(/^@/, '');
    if (key !== undefined && !known.sources.has(key)) return { problems: [`No work has the key @${key.slice(0, 60)}.`] };
    const exact = lookUp(known.snapshot, query, { classes: ['statement'], limit: MAX_FOUND }).flatMap(hit => (hit.class === 'statement' ? [hit.statement] : []));
    const reading = readDraft(query, known.draft);
    const sentences = reading.blocks.flatMap(block => block.sentences).slice(0, MAX_SENTENCES);
    const bearing = sentences.flatMap(sentence => supportFor([sentence], query, known.snapshot, MAX_FOUND));
    bearing.sort((a, b) => b.share - a.share);
    const allowed = key === undefined ? undefined : new Set(statementsCiting(known.snapshot, key));
    const found: Statement[] = [...exact, ...bearing.map(({ statement }) => statement)].filter(statement => allowed?.has(statement) ?? true);
    return { answer: answerOf(found.map(ofStatement), limit) };
  },
});
