import { Worker } from 'node:worker_threads';
import type { ReaderFiles } from './documents/types.ts';
import type { LibraryCalls, LibraryEvents } from './protocol.ts';
import { Caller, RemoteError, type CallOptions } from './remote.ts';

export interface LibraryClientOptions {
  /** File of the worker: `library.worker.cjs` of the bundles, or the source itself. */
  readonly workerFile: string;
  /** Where the readers of foreign formats are; without them only texts are read. */
  readonly readers?: ReaderFiles | undefined;
  readonly onEvent?: <K extends keyof LibraryEvents>(name: K, value: LibraryEvents[K]) => void;
  /** The worker ended without being asked to. */
  readonly onCrash?: (error: Error) => void;
}

/** More than this and the worker is ended, not the extension host. */
const MAX_HEAP_MB = 384;
/** Room for what lives for a moment only: with more of it a thread that searches grows before it looks for what it can give back. */
const YOUNG_HEAP_MB = 8;

/** The library in a thread of its own. Started by the first call; a worker that ended is started again by the next. */
export class LibraryClient {
  readonly #options: LibraryClientOptions;
  #worker: Worker | undefined;
  #caller: Caller | undefined;
  #isDisposed = false;

  constructor(options: LibraryClientOptions) {
    this.#options = options;
  }

  call<K extends keyof LibraryCalls>(method: K, argument: Parameters<LibraryCalls[K]>[0], options: CallOptions = {}): Promise<ReturnType<LibraryCalls[K]>> {
    if (this.#isDisposed) return Promise.reject(new RemoteError('the library is closed', 'closed'));
    return this.#answer(method, argument, options) as Promise<ReturnType<LibraryCalls[K]>>;
  }

  /** Who waits for an answer keeps the process; nobody waits for a thread that has nothing to do. */
  async #answer(method: string, argument: unknown, options: CallOptions): Promise<unknown> {
    const caller = this.#start();
    const worker = this.#worker!;
    worker.ref();
    try {
      return await caller.call(method, argument, options);
    } finally { if (caller.isIdle) worker.unref(); }
  }

  /** Closes the index properly and ends the thread. */
  async dispose(): Promise<void> {
    this.#isDisposed = true;
    const worker = this.#worker;
    if (worker === undefined) return;
    try { await this.#answer('close', undefined, {}); } catch { /* it has ended already */ }
    this.#worker = undefined;
    this.#caller?.end(new RemoteError('the library is closed', 'closed'));
    await worker.terminate();
  }

  #start(): Caller {
    if (this.#caller !== undefined && this.#worker !== undefined) return this.#caller;
    const worker = new Worker(this.#options.workerFile, { workerData: { readers: this.#options.readers }, resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB }, stdout: false, stderr: false });
    const caller = new Caller({ post: message => { worker.postMessage(message); }, onMessage: listener => { worker.on('message', listener); } },
      (name, value) => this.#options.onEvent?.(name as keyof LibraryEvents, value as LibraryEvents[keyof LibraryEvents]));
    const end = (error: Error) => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      caller.end(new RemoteError(error.message, 'crashed'));
      this.#options.onCrash?.(error);
    };
    worker.on('error', end);
    worker.on('exit', code => { end(new Error(`the worker ended with ${code}`)); });
    this.#worker = worker;
    this.#caller = caller;
    return caller;
  }
}
