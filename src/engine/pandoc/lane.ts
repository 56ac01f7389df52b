import { Worker } from 'node:worker_threads';
import { OUT_OF_MEMORY, type FromPandoc, type PandocWorkerData, type ToPandoc } from './protocol.ts';
import { PandocError, type PandocRequest, type PandocResult } from './types.ts';
import { t } from '../../core/l10n.ts';

export interface LaneOptions {
  readonly workerFile: string | URL;
  readonly memoryMb: number;
  readonly idleMs: number;
  /** What a new worker starts from. */
  readonly workerData: () => PandocWorkerData;
  readonly onModule: (module: WebAssembly.Module) => void;
  readonly onPutAway: () => void;
}

interface Job {
  readonly request: PandocRequest;
  readonly timeMs: number;
  readonly resolve: (result: PandocResult) => void;
  readonly reject: (error: PandocError) => void;
}

/** Longest time in which pandoc may start, on a slow machine under load. */
const START_MS = 120_000;

/**
 * One pandoc in a thread of its own, which does one thing after another. It is started by the first job and put away when
 * there has been none for a while. A job that is cancelled, takes too long or breaks pandoc costs the thread; the next job has a new one.
 */
export class Lane {
  readonly #options: LaneOptions;
  readonly #waiting: Job[] = [];
  #running: Job | undefined;
  #worker: Worker | undefined;
  /** The process that does what is running, where that is a program of the machine. */
  #pid: number | undefined;
  #isReady = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  get isAway(): boolean {
    return this.#worker === undefined;
  }

  run(request: PandocRequest, timeMs: number, signal: AbortSignal | undefined): Promise<PandocResult> {
    return new Promise<PandocResult>((resolve, reject) => {
      const abort = () => { this.#end(job, new PandocError('cancelled', t('It was cancelled.'))); };
      const done = () => { signal?.removeEventListener('abort', abort); };
      const job: Job = { request, timeMs, resolve: result => { done(); resolve(result); }, reject: error => { done(); reject(error); } };
      if (signal?.aborted === true) { job.reject(new PandocError('cancelled', t('It was cancelled.'))); return; }
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiting.push(job);
      this.#next();
    });
  }

  dispose(): void {
    for (const job of this.#waiting.splice(0)) { job.reject(new PandocError('cancelled', t('It was cancelled.'))); }
    if (this.#running === undefined) { this.#putAway(); } else { this.#end(this.#running, new PandocError('cancelled', t('It was cancelled.'))); }
  }

  #next(): void {
    if (this.#running !== undefined) { return; }
    const job = this.#waiting.shift();
    clearTimeout(this.#timer);
    if (job === undefined) {
      this.#worker?.unref();
      if (this.#worker !== undefined) { this.#timer = setTimeout(() => this.#putAway(), this.#options.idleMs).unref(); }
      return;
    }
    this.#running = job;
    this.#worker ??= this.#start();
    this.#worker.ref();
    if (this.#isReady) { this.#begin(job); } else { this.#limit(job, START_MS); }
  }

  #begin(job: Job): void {
    this.#limit(job, job.timeMs);
    const { options, input, files = {}, vetting, handedOver = [] } = job.request;
    this.#worker?.postMessage({ options, input, files, vetting } satisfies ToPandoc, wholeBuffers(handedOver));
  }

  #limit(job: Job, timeMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.#end(job, new PandocError('time', t('Pandoc took longer than {0} seconds.', Math.round(timeMs / 1000)))); }, timeMs);
  }

  /** Ends a job before it is done. One that has begun can only be stopped with its thread. */
  #end(job: Job, error: PandocError): void {
    const at = this.#waiting.indexOf(job);
    if (at >= 0) { this.#waiting.splice(at, 1); }
    else if (job === this.#running) { this.#running = undefined; this.#putAway(); }
    else { return; }
    job.reject(error);
    this.#next();
  }

  #putAway(): void {
    const worker = this.#worker;
    clearTimeout(this.#timer);
    this.#worker = undefined;
    this.#isReady = false;
    // It goes on without its thread otherwise.
    if (this.#pid !== undefined) { try { process.kill(this.#pid); } catch { /* it has ended */ } }
    this.#pid = undefined;
    if (worker === undefined) { return; }
    void worker.terminate();
    this.#options.onPutAway();
  }

  #start(): Worker {
    const worker = new Worker(this.#options.workerFile, {
      workerData: this.#options.workerData(), resourceLimits: { maxOldGenerationSizeMb: this.#options.memoryMb }, stdout: false, stderr: false,
    });
    const isOld = () => this.#worker !== worker;
    const broke = (error: PandocError) => {
      if (isOld()) { return; }
      const job = this.#running;
      if (job === undefined) { this.#putAway(); } else { this.#end(job, error); }
    };
    worker.on('message', (message: FromPandoc) => { if (!isOld()) { this.#receive(message, broke); } });
    worker.on('error', error => { broke(new PandocError((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crashed', error.message)); });
    worker.on('exit', code => { broke(new PandocError('crashed', `The thread of pandoc ended with the code ${code}.`)); });
    return worker;
  }

  #receive(message: FromPandoc, broke: (error: PandocError) => void): void {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        if (message.module !== undefined) { this.#options.onModule(message.module); }
        if (this.#running !== undefined) { this.#begin(this.#running); }
        break;
      case 'began': this.#pid = message.pid; break;
      case 'ended': broke(endOf(message.exitCode, message.message, this.#isReady)); break;
      case 'done': {
        const job = this.#running;
        this.#running = undefined;
        this.#pid = undefined;
        const { output, vetted, stderr, warnings } = message;
        // What pandoc cannot do it says, and then it writes nothing.
        if (/^(?:ERROR|pandoc): /.test(stderr)) { job?.reject(new PandocError('failed', stderr.replace(/^(?:ERROR|pandoc): /, '').trim())); } else { job?.resolve({ output, vetted, warnings }); }
        this.#next();
        break;
      }
    }
  }
}

/** The buffers that hold these bytes and nothing else. Node keeps small files together in one. */
function wholeBuffers(all: readonly Uint8Array[]): ArrayBuffer[] {
  return [...new Set(all.flatMap(({ buffer, byteLength }) => (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [])))];
}

function endOf(exitCode: number | undefined, message: string, hadStarted: boolean): PandocError {
  if (exitCode === OUT_OF_MEMORY || /out of memory|Array buffer allocation failed/i.test(message)) { return new PandocError('memory', message); }
  return new PandocError(hadStarted ? 'crashed' : 'missing', message);
}
