import { Lane } from './lane.ts';
import type { Pandoc, PandocRequest, PandocResult, PandocRun } from './types.ts';

export interface WasmPandocOptions {
  /** `pandoc.worker.cjs` of the bundles, or the source itself. */
  readonly workerFile: string | URL;
  /** `pandoc.wasm`, as the package pandoc-wasm brings it. */
  readonly wasmFile: string;
  /** For each thread; pandoc gives up what needs more. */
  readonly memoryMb?: number;
  /** A thread that had nothing to do for so long is put away. */
  readonly idleMs?: number;
}

const MEMORY_MB = 1024;
const IDLE_MS = 5 * 60_000;
const TIME_MS = 60_000;

/**
 * The WebAssembly build of pandoc. Nothing is read or started before it is needed. What the writer waits for and what can wait
 * have a thread each, so that an export does not hold up the preview; the compiled program is shared by both.
 */
export class WasmPandoc implements Pandoc {
  readonly #lanes: Readonly<Record<NonNullable<PandocRun['lane']>, Lane>>;
  #module: WebAssembly.Module | undefined;

  constructor({ workerFile, wasmFile, memoryMb = MEMORY_MB, idleMs = IDLE_MS }: WasmPandocOptions) {
    const lane = () => new Lane({
      workerFile, memoryMb, idleMs,
      workerData: () => ({ wasmFile, memoryMb, module: this.#module }),
      onModule: module => { this.#module = module; },
      onPutAway: () => { if (this.isAway) { this.#module = undefined; } },
    });
    this.#lanes = { now: lane(), background: lane() };
  }

  /** Whether nothing of pandoc is in memory. */
  get isAway(): boolean {
    return Object.values(this.#lanes).every(lane => lane.isAway);
  }

  convert(request: PandocRequest, { signal, timeMs = TIME_MS, lane = 'now' }: PandocRun = {}): Promise<PandocResult> {
    return this.#lanes[lane].run(request, timeMs, signal);
  }

  dispose(): void {
    for (const lane of Object.values(this.#lanes)) { lane.dispose(); }
  }
}
