import { parentPort } from 'node:worker_threads';
import { readDraftMatter } from '../../core/bibliography/draftMatter.ts';
import type { PlacedProblem } from '../../core/bibliography/placed.ts';
import { appendReferences } from '../../core/citations/append.ts';
import type { FromReader, ReadEntry, ToReader } from './protocol.ts';
import { readBytes } from './readBytes.ts';
import { takeWords } from '../l10n.ts';

takeWords();

/** Entries in one message: taking them over is a few milliseconds for the host. */
const ENTRIES_AT_ONCE = 125;

const port = parentPort!;
const post = (message: FromReader): void => { port.postMessage(message); };
let waiting: readonly ReadEntry[] = [];

function handOver(problems: readonly PlacedProblem[], isText: boolean): void {
  const entries = waiting.slice(0, ENTRIES_AT_ONCE);
  waiting = waiting.slice(ENTRIES_AT_ONCE);
  post({ type: 'entries', entries, isLast: waiting.length === 0, problems, isText });
}

port.on('message', (message: ToReader) => {
  switch (message.type) {
    case 'read': {
      const { entries, problems, isText } = readBytes(message.bytes, message.format);
      waiting = entries;
      handOver(problems, isText);
      break;
    }
    case 'more': handOver([], true); break;
    case 'readMatter': post({ type: 'matter', matter: readDraftMatter(message.text) }); break;
    case 'append': post({ type: 'edit', edit: appendReferences(message.text, message.format, message.items) }); break;
  }
});
