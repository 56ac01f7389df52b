import { happenedWithin, resolveId } from '../../corpus/queries.ts';
import { fold, lookUp } from '../../corpus/lookup.ts';
import { parseEdtf } from '../../dates/edtf.ts';
import { answerOf, ofDate, ofEntry } from '../record.ts';
import { DEFAULT_LIMIT, LIMIT, tool } from '../tool.ts';
import { badDate, DATE_WORDS, readDate } from '../when.ts';

export const eventsBetween = tool({
  name: 'eventsBetween',
  title: 'Events Between Two Dates',
  description: 'Lists the events of the corpora of this workspace between two dates, in the order of time. “certainty” is unknown where an event may have been then. Answers statements, each with its id, citation and locator.',
  inputSchema: {
    type: 'object',
    properties: {
      from: { type: 'string', description: `The first date: ${DATE_WORDS}.`, maxLength: 60 },
      to: { type: 'string', description: 'The last date, its whole day, month or year included; without it, the first date alone.', maxLength: 60 },
      actor: { type: 'string', description: 'Only events in which this actor took part: a name or an id.', maxLength: 200 },
      limit: LIMIT,
    },
    required: ['from'],
    additionalProperties: false,
  },
  answer({ from, to, actor, limit = DEFAULT_LIMIT }, { snapshot }) {
    const [first, last] = [readDate(from), to === undefined ? undefined : readDate(to)];
    if (first === undefined) return { problems: [badDate('from', from)] };
    if (to !== undefined && last === undefined) return { problems: [badDate('to', to)] };
    const range = last === undefined ? first : parseEdtf(`${first.edtf}/${last.edtf}`);
    if (range === undefined) return { problems: ['“from” and “to” are to be one date each, and “from” the earlier one.'] };
    const who = actor === undefined ? undefined : snapshot.entries.get(actor.trim()) ?? lookUp(snapshot, actor, { classes: ['actor'], limit: 1 }).flatMap(hit => (hit.class === 'actor' ? [hit.entry] : []))[0];
    if (actor !== undefined && who === undefined) return { problems: [`No actor of the corpora is called “${fold(actor).trim().slice(0, 60)}”.`] };
    const found = snapshot.events.flatMap(event => {
      const certainty = event.date === undefined ? 'no' : happenedWithin(event.date, range);
      const isTheirs = who === undefined || event.participants.some(one => resolveId(snapshot, one.actor, event.corpusId)?.key === who.key && one.role !== 'absent');
      return certainty === 'no' || !isTheirs ? [] : ofDate(event, certainty);
    });
    return { answer: answerOf(found, limit, who === undefined ? {} : { entries: [ofEntry(who)] }) };
  },
});
