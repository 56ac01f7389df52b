import type { EntryKey, Snapshot } from '../corpus/types.ts';
import { formatDate } from '../dates/format.ts';
import type { DraftReading } from '../draft/types.ts';
import { dateDto } from './model.ts';
import type { DraftDto } from './types.ts';

/** Dates of a draft that are drawn; a draft with more than this many is a chronicle, not a paper. */
const DATES = 2000;

/** What a draft has to do with the timeline. A name that may mean several events marks each of them. */
export function draftDto(name: string, reading: DraftReading, snapshot: Snapshot): DraftDto {
  const mentions = new Map<EntryKey, { count: number; readonly offset: number }>();
  for (const mention of reading.mentions) {
    for (const key of mention.keys) {
      if (snapshot.entries.get(key)?.class !== 'event') { continue; }
      const known = mentions.get(key);
      if (known === undefined) { mentions.set(key, { count: 1, offset: mention.start }); } else { known.count++; }
    }
  }
  return {
    name,
    mentions: [...mentions].map(([id, mention]) => ({ id, count: mention.count, offset: mention.offset })),
    dates: reading.dates.flatMap(mention => mention.date === undefined ? [] : [{
      id: `draft:${mention.start}`, title: mention.text, date: dateDto(mention.date, formatDate(mention.date)), offset: mention.start,
    }]).slice(0, DATES),
  };
}

/** The events that the paragraph around the offset names, in its order. */
export function eventsInParagraph(reading: DraftReading, offset: number, snapshot: Snapshot): EntryKey[] {
  const block = reading.blocks.find(found => found.start <= offset && offset <= found.end && found.sentences.length > 0);
  const keys = block?.sentences.flatMap(sentence => sentence.mentions.flatMap(mention => mention.keys)) ?? [];
  return [...new Set(keys)].filter(key => snapshot.entries.get(key)?.class === 'event');
}

/** The first words of each paragraph that names a date or an event within `[from, before)`. */
export function paragraphsAbout(reading: DraftReading, range: readonly [number, number], snapshot: Snapshot): { readonly offset: number; readonly text: string }[] {
  const isWithin = (date: { readonly start: { readonly earliest: number }; readonly end: { readonly latest: number } } | undefined) =>
    date !== undefined && date.start.earliest < range[1] && date.end.latest > range[0];
  return reading.blocks.filter(block => block.sentences.some(sentence => sentence.dates.some(mention => isWithin(mention.date))
    || sentence.mentions.some(mention => mention.keys.some(key => {
      const entry = snapshot.entries.get(key);
      return entry?.class === 'event' && isWithin(entry.date);
    })))).map(block => ({ offset: block.start, text: reading.text.slice(block.start, Math.min(block.end, block.start + 120)).replace(/\s+/gu, ' ') }));
}
