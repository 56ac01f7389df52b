import type { NativeProgram } from './native.ts';
import type { PandocRequest, PandocWarning, Vetted } from './types.ts';

/** What a thread starts from: the WebAssembly build, or a pandoc of the machine. */
export type PandocWorkerData = WasmData | NativeProgram;

export interface WasmData {
  readonly wasmFile: string;
  /** Compiled by another worker before: starting then takes a tenth of the time. */
  readonly module: WebAssembly.Module | undefined;
  readonly memoryMb: number;
}

export type FromPandoc =
  | { readonly type: 'ready'; readonly module?: WebAssembly.Module }
  /** A process was started for what is being done. */
  | { readonly type: 'began'; readonly pid: number | undefined }
  | { readonly type: 'done'; readonly output: Uint8Array; readonly vetted: Vetted | undefined; readonly stderr: string; readonly warnings: readonly PandocWarning[] }
  /** The instance cannot be used any more: pandoc ended itself with this code, or something broke. */
  | { readonly type: 'ended'; readonly exitCode: number | undefined; readonly message: string };
export type ToPandoc = Required<Omit<PandocRequest, 'handedOver'>>;

/** The code with which pandoc's run-time system ends when it may not have more memory. */
export const OUT_OF_MEMORY = 251;
