import type { Snapshot, Source } from '../corpus/types.ts';
import { datesIn } from '../dates/format.ts';
import type { EdtfDate } from '../dates/types.ts';
import { languageOf, sentenceAt } from '../draft/index.ts';
import type { DraftReading, Mention, Sentence } from '../draft/types.ts';
import { formatCitation } from '../citations/reference.ts';
import type { Span } from '../text.ts';
import type { Card } from './card.ts';
import { dateCard, entryCard, sourceCard } from './cards.ts';

export interface HoverHit {
  /** Exactly the words the cards are about, never the line. */
  readonly span: Span;
  readonly cards: readonly Card[];
  /** The work that is cited there, which the style of the draft can set. */
  readonly cited?: { readonly source: Source; readonly suffixText: string };
}

/**
 * What a hover at the offset says, with dates in the language of the draft: a citation's key first, then a name, then a date. `undefined` where nothing is.
 * @param asOf the day that the writer asks about; where there is none, the sentence says of what time it speaks
 */
export function hoverCards(reading: DraftReading, offset: number, snapshot: Snapshot, sources: ReadonlyMap<string, Source>, statements = 3, asOf?: EdtfDate): HoverHit | undefined {
  return datesIn(languageOf(reading), () => cardsAt(reading, offset, snapshot, sources, statements, asOf));
}

function cardsAt(reading: DraftReading, offset: number, snapshot: Snapshot, sources: ReadonlyMap<string, Source>, statements: number, asOf: EdtfDate | undefined): HoverHit | undefined {
  const isAt = (span: Span) => span.start <= offset && offset < span.end;
  const item = reading.citations.flatMap(cluster => cluster.items).find(cited => isAt(cited.keySpan) || (cited.locatorSpan !== undefined && isAt(cited.locatorSpan)));
  if (item !== undefined) {
    const source = sources.get(item.citekey);
    if (source === undefined) { return undefined; }
    const card = sourceCard(source, snapshot, { locator: item.locator, suffixText: item.suffixText, statements });
    return { span: isAt(item.keySpan) ? item.keySpan : item.locatorSpan!, cards: [{ ...card, title: formatCitation(source.item, item.suffixText) }], cited: { source, suffixText: item.suffixText } };
  }
  const mention = reading.mentions.find(isAt);
  const sentence = sentenceAt(reading, offset);
  if (mention !== undefined) {
    const at = asOf ?? (sentence === undefined ? undefined : impliedDate(sentence, mention, snapshot));
    const entries = mention.keys.flatMap(key => snapshot.entries.get(key) ?? []);
    return entries.length === 0 ? undefined : { span: mention, cards: entries.slice(0, 4).map(entry => entryCard(entry, snapshot, { at, statements })) };
  }
  const date = reading.dates.find(isAt);
  if (date?.date === undefined) { return undefined; }
  const card = dateCard(date.date, date.text, snapshot);
  return card && { span: date, cards: [card] };
}

/** The date that a sentence gives for what it says: its own nearest to the name, else that of an event it names. */
export function impliedDate(sentence: Sentence, mention: Mention, snapshot: Snapshot): EdtfDate | undefined {
  const distance = (span: Span) => Math.max(span.start - mention.end, mention.start - span.end);
  const own = sentence.dates.filter(date => date.date !== undefined).toSorted((a, b) => distance(a) - distance(b))[0];
  if (own?.date !== undefined) { return own.date; }
  for (const other of sentence.mentions.toSorted((a, b) => distance(a) - distance(b))) {
    const entry = other.keys.length === 1 ? snapshot.entries.get(other.keys[0]!) : undefined;
    if (entry?.class === 'event' && entry.date !== undefined) { return entry.date; }
  }
  return undefined;
}
