import { Worker } from 'node:worker_threads';
import { Caller, RemoteError } from '../remote.ts';
import type { DocumentFormat, DocumentReading, DocumentRefusal, ReaderFiles, ReadingProgress } from './types.ts';

export interface ReadingLimits {
  /** Longest time in which nothing comes: a page of a PDF, or a whole document of another format. */
  readonly stallMs: number;
  readonly wholeMs: number;
  /** By so much the memory of the process may grow while a document is read. */
  readonly memoryMb: number;
}

export const READING_LIMITS: ReadingLimits = { stallMs: 60_000, wholeMs: 15 * 60_000, memoryMb: 1200 };

export interface ReadOptions {
  readonly isCancelled?: (() => boolean) | undefined;
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
}

const HEAP_MB = 768;
const LOOK_MS = 100;
const IDLE_MS = 20_000;

/**
 * Reads documents of foreign formats in a thread of its own, one after another. A document that takes too long or too much
 * memory costs the thread, and nothing else: the next one has a new thread.
 */
export class DocumentReader {
  readonly #files: ReaderFiles;
  readonly #limits: ReadingLimits;
  #worker: Worker | undefined;
  #caller: Caller | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  constructor(files: ReaderFiles, limits = READING_LIMITS) {
    this.#files = files;
    this.#limits = limits;
  }

  /** Never rejects. */
  read(format: DocumentFormat, bytes: Uint8Array, options: ReadOptions = {}): Promise<DocumentReading> {
    const next = this.#queue.then(() => this.#read(format, bytes, options));
    this.#queue = next;
    return next;
  }

  dispose(): void {
    clearTimeout(this.#idle);
    this.#end('closed');
  }

  async #read(format: DocumentFormat, bytes: Uint8Array, { isCancelled, onProgress }: ReadOptions): Promise<DocumentReading> {
    clearTimeout(this.#idle);
    const caller = this.#start();
    const began = Date.now();
    const base = process.memoryUsage.rss();
    let heard = began;
    const look = () => {
      const now = Date.now();
      if (isCancelled?.() === true) this.#end('cancelled');
      else if (now - heard > this.#limits.stallMs || now - began > this.#limits.wholeMs) this.#end('time');
      else if (process.memoryUsage.rss() - base > this.#limits.memoryMb * 1e6) this.#end('memory');
    };
    const watch = setInterval(look, LOOK_MS);
    try {
      const reading = caller.call('read', { format, bytes }, { onProgress: value => { heard = Date.now(); onProgress?.(value as ReadingProgress); } });
      look();
      return await reading as DocumentReading;
    } catch (error) {
      const code = error instanceof RemoteError ? error.code : '';
      // Whatever broke may have broken more than this document.
      this.#end('crashed');
      return { kind: 'refused', code: refusalOf(code), detail: error instanceof Error ? error.message.slice(0, 300) : '' };
    } finally {
      clearInterval(watch);
      this.#idle = setTimeout(() => { this.#end('closed'); }, IDLE_MS).unref();
    }
  }

  #start(): Caller {
    if (this.#caller !== undefined) return this.#caller;
    const worker = new Worker(this.#files.worker, { workerData: this.#files, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB }, stdout: false, stderr: false });
    const caller = new Caller({ post: message => { worker.postMessage(message); }, onMessage: listener => { worker.on('message', listener); } });
    const broke = (code: string, message: string) => { if (this.#worker === worker) this.#end(code, message); };
    worker.on('error', error => {
      const { code } = error as NodeJS.ErrnoException;
      broke(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : code === 'MODULE_NOT_FOUND' || code === 'ENOENT' ? 'no-reader' : 'crashed', error.message);
    });
    worker.on('exit', () => { broke('crashed', 'the thread ended'); });
    this.#worker = worker;
    this.#caller = caller;
    return caller;
  }

  #end(code: string, message: string = code): void {
    const [worker, caller] = [this.#worker, this.#caller];
    this.#worker = undefined;
    this.#caller = undefined;
    void worker?.terminate();
    caller?.end(new RemoteError(message, code));
  }
}

function refusalOf(code: string): DocumentRefusal {
  switch (code) {
    case 'time': case 'memory': case 'cancelled': case 'no-reader': return code;
    case 'ENOENT': return 'no-reader';
    case 'closed': return 'cancelled';
    default: return 'damaged';
  }
}
