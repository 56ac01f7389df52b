import { lexiconOf } from '../corpus/snapshot.ts';
import type { EntryKey, Snapshot } from '../corpus/types.ts';
import type { EdtfDate } from '../dates/types.ts';
import type { Lexicon } from '../names/types.ts';
import { readBlocks } from './blocks.ts';
import { moveBlock } from './move.ts';
import { readBlock } from './readBlock.ts';
import { settleMentions } from './resolve.ts';
import type { Block, DraftReading } from './types.ts';

/** What a draft is read against; made once for each snapshot. */
export interface DraftContext {
  readonly snapshot: Snapshot;
  readonly lexicon: Lexicon<EntryKey>;
}

export function makeDraftContext(snapshot: Snapshot): DraftContext {
  return { snapshot, lexicon: lexiconOf(snapshot) };
}

/** Blocks as read, before ambiguous names are settled, by what they were read from. Kept beside a reading for the next one. */
interface Memory {
  readonly context: DraftContext;
  readonly blocks: Map<string, Block>;
}
const memories = new WeakMap<DraftReading, Memory>();

/**
 * Reads a draft. With the reading of an earlier version, blocks that have not changed are not read again; the result is
 * the same as without it. Never throws, whatever the text.
 */
export function readDraft(text: string, context: DraftContext, previous?: DraftReading): DraftReading {
  const remembered = previous === undefined ? undefined : memories.get(previous);
  const known = remembered?.context === context ? remembered.blocks : undefined;
  const fresh = new Map<string, Block>();
  let reference: EdtfDate | undefined;
  const blocks = readBlocks(text).map(raw => {
    const own = text.slice(raw.start, raw.end);
    const id = `${raw.kind}${raw.level} ${reference?.edtf ?? ''}\n${own}`;
    const length = raw.end - raw.start;
    const block = fresh.get(id) ?? known?.get(id) ?? readBlock(own, { ...raw, start: 0, end: length }, context.lexicon, reference);
    fresh.set(id, block);
    for (const sentence of block.sentences) { reference = sentence.dates.findLast(date => date.date !== undefined)?.date ?? reference; }
    return moveBlock(block, raw.start);
  });
  const reading = settle(text, blocks, context.snapshot);
  memories.set(reading, { context, blocks: fresh });
  return reading;
}

function settle(text: string, blocks: readonly Block[], snapshot: Snapshot): DraftReading {
  const sentences = blocks.flatMap(block => block.sentences);
  const raw = sentences.flatMap(sentence => sentence.mentions);
  const mentions = settleMentions(raw, snapshot);
  let at = 0;
  const settled = mentions.every((mention, index) => mention === raw[index]) ? blocks : blocks.map(block => ({
    ...block,
    sentences: block.sentences.map(sentence => ({ ...sentence, mentions: sentence.mentions.map(() => mentions[at++]!) })),
  }));
  return {
    text, blocks: settled, mentions,
    dates: sentences.flatMap(sentence => sentence.dates),
    citations: sentences.flatMap(sentence => sentence.citations),
    quotations: sentences.flatMap(sentence => sentence.quotations),
    notes: sentences.flatMap(sentence => sentence.notes),
  };
}
