import type { EntryKey } from '../corpus/types.ts';
import { stillBlocks } from '../draft/still.ts';
import type { DraftReading } from '../draft/types.ts';
import type { Span } from '../text.ts';
import type { CheckContext } from './context.ts';
import { eventSentences } from './events/sentences.ts';
import { CheckedBlock } from './rule.ts';

/** `He` or `the conference`, and whom or what of the sentences before the checks take it for. */
export interface TakenUp extends Span {
  readonly text: string;
  readonly key: EntryKey;
}

/** What the sentence at an offset takes up, in its order, so that it can be shown how the checks read it. */
export function takenUpAt(reading: DraftReading, offset: number, context: CheckContext): readonly TakenUp[] {
  const placed = stillBlocks(reading).findLast(({ start }) => start <= offset);
  if (placed === undefined) return [];
  const { start: by, block } = placed;
  const checked = new CheckedBlock(placed, reading.text, context);
  const sentence = eventSentences(checked).find(({ sentence: { start, end } }) => by + start <= offset && offset <= by + end);
  if (sentence === undefined) return [];
  const named = block.sentences.flatMap(({ mentions }) => mentions);
  const persons = sentence.sentence.mentions.filter(mention => !named.includes(mention)).map(({ start, end, keys: [key] }) => ({ start, end, key: key! }));
  const { tokens } = sentence.analysis;
  const events = sentence.phrases.filter(({ isTakenUp }) => isTakenUp).map(({ first, last, events: [event] }) => ({ start: tokens[first]!.start, end: tokens[last]!.end, key: event!.key }));
  return [...persons, ...events].sort((a, b) => a.start - b.start).map(({ start, end, key }) => ({ start: by + start, end: by + end, text: checked.text.slice(start, end), key }));
}
