/**
 * `node test/bench/cold.ts [PACKED]`: opens the bundled corpus as the extension does, packed in that file or else from its own files, and
 * then reads a draft of 100,000 words, each for the first time in this process, and prints what it took as JSON. The code is loaded
 * before; nothing of it has run. The floor is a loop that counts the words of the same draft, its first run in the same process.
 */
import { readFile } from 'node:fs/promises';
import { makeDraftContext, readDraft, type DraftReading } from '../../src/core/draft/index.ts';
import { CorpusStore } from '../../src/engine/corpus/corpusStore.ts';
import { NodeCorpusFiles } from '../../src/engine/corpus/nodeFiles.ts';
import { BUNDLED, draftOf } from './material.ts';
import { taken, type Taken } from './table.ts';

export interface ColdRun {
  readonly corpus: Taken;
  readonly reading: Taken;
  /** All lists of mentions, dates, citations, quotations and notes, first asked for after the reading. */
  readonly lists: Taken;
  readonly warm: Taken;
  readonly floor: Taken;
  readonly characters: number;
  readonly entries: number;
}

function countWords(text: string): number {
  let count = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at) | 0x20;
    const isLetter = letter >= 0x61 && letter <= 0x7a;
    if (isLetter && !inside) count++;
    inside = isLetter;
  }
  return count;
}

const packed = process.argv[2];
const files = Object.assign(new NodeCorpusFiles([BUNDLED]), packed === undefined ? {} : { packed: () => readFile(packed) });
const store = new CorpusStore(files);
const corpus = await taken(() => store.load());
store.dispose();
const snapshot = store.snapshot!;
const text = draftOf(snapshot, 100_000);
text.charCodeAt(0);
const context = makeDraftContext(snapshot);
let read: DraftReading | undefined;
const reading = await taken(() => { read = readDraft(text, context); });
const lists = await taken(() => read!.mentions.length + read!.dates.length + read!.citations.length + read!.quotations.length + read!.notes.length);
const floor = await taken(() => countWords(text));
for (let run = 0; run < 3; run++) readDraft(text, context);
const warm = await taken(() => readDraft(text, context));
const run: ColdRun = { corpus, reading, lists, warm, floor, characters: text.length, entries: snapshot.entries.size };
console.log(JSON.stringify(run));
