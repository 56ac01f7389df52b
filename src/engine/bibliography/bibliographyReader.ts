import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { DraftMatter } from '../../core/bibliography/draftMatter.ts';
import type { PlacedProblem } from '../../core/bibliography/placed.ts';
import type { BibliographyFormat } from '../../core/citations/bibliographyFormat.ts';
import { keepSearchable } from '../../core/citations/match.ts';
import type { CslItem } from '../../core/citations/types.ts';
import type { Span, TextEdit } from '../../core/text.ts';
import type { FromReader, ToReader } from './protocol.ts';

export interface ReadFile {
  readonly entries: readonly { readonly item: CslItem; readonly span: Span; readonly line: number }[];
  readonly problems: readonly PlacedProblem[];
  /** Whether the bytes are text at all; if not, nothing was read. */
  readonly isText: boolean;
}

export interface ReaderLimits {
  /** A file that takes longer is given up. */
  readonly timeMs: number;
  readonly memoryMb: number;
  /** The worker is put away when nothing was read for so long. */
  readonly idleMs: number;
}
const LIMITS: ReaderLimits = { timeMs: 20_000, memoryMb: 512, idleMs: 30_000 };

/** Nearly all that is read is kept: with the few megabytes that are usual it would be moved many times. */
const YOUNG_MB = 64;

/** Why a file could not be read to its end. */
export class ReaderGaveUp extends Error {
  readonly reason: 'time' | 'memory' | 'failure';
  constructor(reason: 'time' | 'memory' | 'failure', message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * Reads bibliographies in a worker thread with limits of time and memory, one after another. The worker is started when first
 * needed and put away when idle; one that fails is replaced, and costs only the file that it was reading.
 */
export class BibliographyReader {
  readonly #script: string | URL;
  readonly #limits: ReaderLimits;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #work: Promise<unknown> = Promise.resolve();
  #isDisposed = false;

  /** @param script the built worker, a path or a URL of a file */
  constructor(script: string | URL, limits: Partial<ReaderLimits> = {}) {
    this.#script = script;
    this.#limits = { ...LIMITS, ...limits };
  }

  /**
   * @param bytes handed over to the worker: they cannot be used afterwards
   * @throws ReaderGaveUp when a limit is reached
   */
  read(bytes: Uint8Array, format: BibliographyFormat): Promise<ReadFile> {
    return this.#inTurn(async () => {
      const entries: { item: CslItem; span: Span; line: number }[] = [];
      // A view of a part of a buffer, as Node gives for small files, would take the rest of the buffer with it.
      const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
      let answer = await this.#ask({ type: 'read', format, bytes: own }, [own.buffer as ArrayBuffer]);
      const { problems, isText } = entriesOf(answer);
      for (;;) {
        const { entries: more, isLast } = entriesOf(answer);
        for (const { item, span, line, search } of more) {
          keepSearchable(item, search);
          entries.push({ item, span, line });
        }
        if (isLast) { return { entries, problems, isText }; }
        await setImmediate();
        answer = await this.#ask({ type: 'more' });
      }
    });
  }

  /** As `readDraftMatter`, for a front matter that is too long for the host's thread. */
  readMatter(text: string): Promise<DraftMatter> {
    return this.#inTurn(async () => {
      const answer = await this.#ask({ type: 'readMatter', text });
      if (answer.type !== 'matter') { throw new Error(`The worker answered with ${answer.type}.`); }
      return answer.matter;
    });
  }

  /** As `appendReferences`: the whole bibliography is read for it, before and after. @throws ReaderGaveUp when a limit is reached */
  append(text: string, format: BibliographyFormat, items: readonly CslItem[]): Promise<TextEdit | undefined> {
    return this.#inTurn(async () => {
      const answer = await this.#ask({ type: 'append', text, format, items });
      if (answer.type !== 'edit') { throw new Error(`The worker answered with ${answer.type}.`); }
      return answer.edit;
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#putAway();
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#work.then(async () => {
      clearTimeout(this.#idle);
      try { return await run(); } finally {
        if (!this.#isDisposed) { this.#idle = setTimeout(() => this.#putAway(), this.#limits.idleMs).unref(); }
      }
    });
    this.#work = result.catch(() => undefined);
    return result;
  }

  #putAway(): void {
    clearTimeout(this.#idle);
    void this.#worker?.terminate();
    this.#worker = undefined;
  }

  #ask(message: ToReader, transfer: ArrayBuffer[] = []): Promise<FromReader> {
    if (this.#isDisposed) { return Promise.reject(new ReaderGaveUp('failure', 'Reading was ended.')); }
    const worker = this.#worker ??= new Worker(this.#script, { resourceLimits: { maxOldGenerationSizeMb: this.#limits.memoryMb, maxYoungGenerationSizeMb: YOUNG_MB }, stdout: false, stderr: false });
    worker.ref();
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        worker.unref();
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      };
      const giveUp = (reason: ReaderGaveUp['reason'], why: string) => {
        done();
        if (this.#worker === worker) { this.#putAway(); }
        reject(new ReaderGaveUp(reason, why));
      };
      const onMessage = (answer: FromReader) => { done(); resolve(answer); };
      const onError = (error: Error) => { giveUp((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'failure', error.message); };
      const onExit = () => { giveUp('failure', 'The worker ended.'); };
      const timer = setTimeout(() => { giveUp('time', `It took longer than ${this.#limits.timeMs / 1000} seconds.`); }, this.#limits.timeMs);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(message, transfer);
    });
  }
}

function entriesOf(answer: FromReader): Extract<FromReader, { type: 'entries' }> {
  if (answer.type !== 'entries') { throw new Error(`The worker answered with ${answer.type}.`); }
  return answer;
}
