export { makeDraftContext, readDraft, type DraftContext } from './read.ts';
export { blockAt, citationAt, mentionAt, mentionsOf, sentenceAt } from './find.ts';
export type { Block, BlockKind, DraftReading, Mention, NoteMark, NumberMention, Quotation, Sentence } from './types.ts';
