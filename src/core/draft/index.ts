export { makeDraftContext, type DraftContext } from './context.ts';
export { blockAt, citationAt, mentionAt, mentionsOf, sentenceAt } from './find.ts';
export { languageOf, readDraft } from './read.ts';
export { stillBlocks, type PlacedBlock, type StillBlock } from './still.ts';
export type { Block, BlockKind, DraftReading, Mention, NoteMark, NumberMention, Quotation, Sentence } from './types.ts';
