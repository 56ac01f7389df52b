import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PandocExit, PandocInstance } from '../../pandoc/instance.ts';
import { OUT_OF_MEMORY } from '../../pandoc/protocol.ts';
import { answerCalls, type CallContext } from '../remote.ts';
import { readBytes } from './readBytes.ts';
import type { DocumentCalls, DocumentPandoc, ReaderFiles } from './types.ts';
import { takeWords } from '../../l10n.ts';

takeWords();

/*
 * The thread in which documents are read. It has no more to lose than the document at hand: whoever started it ends it when
 * that takes too long or too much.
 */

const port = parentPort!;
const { wasm, cMaps } = workerData as ReaderFiles;
// What PDF.js finds odd about a document is of no use in the log of the editor.
console.warn = console.log = () => undefined;

const PANDOC_MEMORY_MB = 768;
let starting: Promise<PandocInstance> | undefined;

const pandoc: DocumentPandoc = async (from, document) => {
  starting ??= (async () => PandocInstance.start(await WebAssembly.compile(readFileSync(wasm)), PANDOC_MEMORY_MB))();
  const instance = await starting;
  const isText = typeof document === 'string';
  try {
    const options = { from, to: 'json', 'track-changes': 'accept', ...isText ? {} : { 'input-files': ['document'] } };
    const { output, stderr } = instance.convert({ options, input: isText ? document : '', files: isText ? {} : { document } });
    if (output.byteLength === 0) throw Object.assign(new Error(stderr.slice(0, 300)), { code: 'damaged' });
    return JSON.parse(new TextDecoder().decode(output)) as unknown;
  } catch (error) {
    // An instance that ended cannot be used any more.
    if (error instanceof PandocExit || error instanceof Error && error.name === 'RuntimeError') starting = undefined;
    if (error instanceof PandocExit) throw Object.assign(error, { code: error.exitCode === OUT_OF_MEMORY ? 'memory' : 'damaged' });
    throw error;
  }
};

answerCalls({ post: message => { port.postMessage(message); }, onMessage: listener => { port.on('message', listener); } }, {
  read: ({ format, bytes }: Parameters<DocumentCalls['read']>[0], { progress }: CallContext) => readBytes(format, bytes, { cMaps, pandoc, progress }),
});
