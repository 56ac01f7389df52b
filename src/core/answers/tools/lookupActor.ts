import { lookUp } from '../../corpus/lookup.ts';
import type { Actor } from '../../corpus/types.ts';
import { aboutEntry } from '../about.ts';
import { answerOf, ofEntry } from '../record.ts';
import { DEFAULT_LIMIT, LIMIT, tool } from '../tool.ts';
import { badDate, DATE_WORDS, readDate } from '../when.ts';

/** Names that are as good as the first are all told of. */
const MAX_ACTORS = 5;

export const lookupActor = tool({
  name: 'lookupActor',
  title: 'Look Up Actor',
  description: 'Looks up a person, state, government, faction or body in the corpora of this workspace: offices, relations and what is recorded of them. Answers statements, each with its id, citation and locator.',
  inputSchema: {
    type: 'object',
    properties: {
      name: { type: 'string', description: 'A name, part of one, or the id of an actor.', maxLength: 200 },
      date: { type: 'string', description: `What holds at this date comes first: ${DATE_WORDS}.`, maxLength: 60 },
      limit: LIMIT,
    },
    required: ['name'],
    additionalProperties: false,
  },
  answer({ name, date, limit = DEFAULT_LIMIT }, { snapshot }) {
    const at = date === undefined ? undefined : readDate(date);
    if (date !== undefined && at === undefined) return { problems: [badDate('date', date)] };
    const byKey = snapshot.entries.get(name.trim());
    const hits = byKey?.class === 'actor' ? [byKey] : lookUp(snapshot, name, { classes: ['actor'], limit: MAX_ACTORS }).flatMap(hit => (hit.class === 'actor' ? [hit.entry as Actor] : []));
    const [best] = hits;
    if (best === undefined) return { answer: answerOf([], limit, { entries: [] }) };
    return { answer: aboutEntry(best, snapshot, at, limit, hits.map(ofEntry)) };
  },
});
