import { Worker } from 'node:worker_threads';
import { t } from '../../core/l10n.ts';

export interface WorkerLimits {
  readonly timeMs: number;
  readonly memoryMb: number;
}

/**
 * Starts a worker with its order, takes its one answer and ends it.
 * @throws when it takes too long, needs too much memory, or ends without an answer
 */
export function runWorker<T>(script: string | URL, order: unknown, { timeMs, memoryMb }: WorkerLimits): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: order, resourceLimits: { maxOldGenerationSizeMb: memoryMb }, stdout: false, stderr: false });
    const end = (): void => {
      clearTimeout(timer);
      void worker.terminate();
    };
    const timer = setTimeout(() => { end(); reject(new Error(t('It took longer than {0} seconds.', timeMs / 1000))); }, timeMs);
    worker.once('message', (answer: T) => { end(); resolve(answer); });
    worker.once('error', error => { end(); reject(error); });
    worker.once('exit', () => { end(); reject(new Error(t('It ended without an answer.'))); });
  });
}
