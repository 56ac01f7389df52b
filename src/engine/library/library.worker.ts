import { parentPort } from 'node:worker_threads';
import { LibraryServer } from './libraryServer.ts';
import { answerCalls } from './remote.ts';

// `node:sqlite` says on every start that it is new; who reads the log of the extension can do nothing about it.
process.removeAllListeners('warning');
const port = parentPort!;
const server = new LibraryServer(reason => { calls.event('rebuilt', { reason }); });
const calls = answerCalls({ post: message => { port.postMessage(message); }, onMessage: listener => { port.on('message', listener); } }, server.handlers);
