import { parentPort, workerData } from 'node:worker_threads';
import type { ReaderFiles } from './documents/types.ts';
import { LibraryServer } from './libraryServer.ts';
import { answerCalls } from './remote.ts';
import { takeWords } from '../l10n.ts';

takeWords();

// `node:sqlite` says on every start that it is new; who reads the log of the extension can do nothing about it.
process.removeAllListeners('warning');
const port = parentPort!;
const server = new LibraryServer(reason => { calls.event('rebuilt', { reason }); }, (workerData as { readonly readers?: ReaderFiles } | null)?.readers);
const calls = answerCalls({ post: message => { port.postMessage(message); }, onMessage: listener => { port.on('message', listener); } }, server.handlers);
