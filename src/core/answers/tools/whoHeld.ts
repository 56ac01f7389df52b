import { officesAt, resolveId, type Certainty, type HeldMembership } from '../../corpus/queries.ts';
import { fold } from '../../corpus/lookup.ts';
import type { Actor, Snapshot } from '../../corpus/types.ts';
import { answerOf, ofEntry, ofMembership } from '../record.ts';
import { DEFAULT_LIMIT, LIMIT, tool } from '../tool.ts';
import { badDate, DATE_WORDS, readDate } from '../when.ts';

const RANK: Readonly<Record<Certainty, number>> = { yes: 0, likely: 1, unknown: 2, no: 3 };
/** Words between the office and the body. */
const SMALL = new Set([' of', ' the', ' for', ' and', ' to', ' at', ' in']);

export const whoHeld = tool({
  name: 'whoHeld',
  title: 'Who Held an Office',
  description: 'Says who held an office at a date, by the corpora of this workspace. “certainty” says how sure that is: yes, likely (it had begun and nothing says that it had ended) or unknown. Answers statements, each with its id, citation and locator.',
  inputSchema: {
    type: 'object',
    properties: {
      office: { type: 'string', description: 'The office, with or without the body, such as “Foreign Minister of Indonesia”.', maxLength: 200 },
      body: { type: 'string', description: 'The state or body whose office it is, if it is not named in “office”.', maxLength: 200 },
      date: { type: 'string', description: `The date that is asked about: ${DATE_WORDS}.`, maxLength: 60 },
      limit: LIMIT,
    },
    required: ['office', 'date'],
    additionalProperties: false,
  },
  answer({ office, body = '', date, limit = DEFAULT_LIMIT }, { snapshot }) {
    const at = readDate(date);
    if (at === undefined) return { problems: [badDate('date', date)] };
    const wanted = wordsOf(`${office} ${body}`);
    if (wanted.length === 0) return { problems: ['“office” has no words.'] };
    const found = snapshot.actors.flatMap(actor => officesAt(actor, at).filter(held => isOffice(held, actor, snapshot, wanted)).map(held => ({ actor, ...held })));
    found.sort((a, b) => RANK[a.certainty] - RANK[b.certainty]);
    return {
      answer: answerOf(found.map(({ actor, membership, certainty }) => ofMembership(actor, membership, snapshot, certainty)), limit,
        { entries: [...new Set(found.slice(0, limit).map(({ actor }) => actor))].map(ofEntry) }),
    };
  },
});

function wordsOf(text: string): string[] {
  return fold(text).split(/(?= )/).filter(word => word !== '' && !SMALL.has(word));
}

/** Every word begins a word of the office or of a name of the body. */
function isOffice({ membership }: HeldMembership, actor: Actor, snapshot: Snapshot, wanted: readonly string[]): boolean {
  const body = resolveId(snapshot, membership.organization, actor.corpusId);
  const words = fold([membership.role, membership.organization, ...body?.names.map(name => name.text) ?? []].join(' '));
  return wanted.every(word => words.includes(word));
}
