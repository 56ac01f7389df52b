import { Lane } from './lane.ts';
import type { NativeProgram } from './native.ts';
import type { Pandoc, PandocRequest, PandocResult, PandocRun } from './types.ts';

export interface NativePandocOptions extends NativeProgram {
  /** `pandoc.worker.cjs` of the bundles, or the source itself. */
  readonly workerFile: string | URL;
}

const IDLE_MS = 60_000;
const TIME_MS = 60_000;
/** Of the thread, which only reads and vets what the program writes. */
const MEMORY_MB = 512;

/** A pandoc that is installed on the machine, in a process for each conversion; otherwise as `WasmPandoc`. */
export class NativePandoc implements Pandoc {
  readonly #lanes: Readonly<Record<NonNullable<PandocRun['lane']>, Lane>>;

  constructor({ workerFile, program, before = [] }: NativePandocOptions) {
    const lane = () => new Lane({ workerFile, memoryMb: MEMORY_MB, idleMs: IDLE_MS, workerData: () => ({ program, before }), onModule: () => {}, onPutAway: () => {} });
    this.#lanes = { now: lane(), background: lane() };
  }

  convert(request: PandocRequest, { signal, timeMs = TIME_MS, lane = 'now' }: PandocRun = {}): Promise<PandocResult> {
    return this.#lanes[lane].run(request, timeMs, signal);
  }

  dispose(): void {
    for (const lane of Object.values(this.#lanes)) { lane.dispose(); }
  }
}
