import { lookUp } from '../../corpus/lookup.ts';
import type { Event } from '../../corpus/types.ts';
import { aboutEntry } from '../about.ts';
import { answerOf, ofEntry } from '../record.ts';
import { DEFAULT_LIMIT, LIMIT, tool } from '../tool.ts';

const MAX_EVENTS = 5;

export const lookupEvent = tool({
  name: 'lookupEvent',
  title: 'Look Up Event',
  description: 'Looks up an event in the corpora of this workspace: when and where it was, who took part and what is recorded of it. A date is no more exact than its source. Answers statements, each with its id, citation and locator.',
  inputSchema: {
    type: 'object',
    properties: {
      name: { type: 'string', description: 'A name, part of one, or the id of an event.', maxLength: 200 },
      limit: LIMIT,
    },
    required: ['name'],
    additionalProperties: false,
  },
  answer({ name, limit = DEFAULT_LIMIT }, { snapshot }) {
    const byKey = snapshot.entries.get(name.trim());
    const hits = byKey?.class === 'event' ? [byKey] : lookUp(snapshot, name, { classes: ['event'], limit: MAX_EVENTS }).flatMap(hit => (hit.class === 'event' ? [hit.entry as Event] : []));
    const [best] = hits;
    if (best === undefined) return { answer: answerOf([], limit, { entries: [] }) };
    return { answer: aboutEntry(best, snapshot, undefined, limit, hits.map(ofEntry)) };
  },
});
