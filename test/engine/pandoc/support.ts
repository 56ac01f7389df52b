import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { WasmPandoc, type WasmPandocOptions } from '../../../src/engine/pandoc/wasmPandoc.ts';

export const workerFile = fileURLToPath(new URL('../../../src/engine/pandoc/pandoc.worker.ts', import.meta.url));
export const wasmFile = fileURLToPath(new URL('../../../node_modules/pandoc-wasm/src/pandoc.wasm', import.meta.url));

/** A pandoc that is put away when the test ends. */
export function pandocOf(options: Partial<WasmPandocOptions> = {}): WasmPandoc {
  const pandoc = new WasmPandoc({ workerFile, wasmFile, ...options });
  onTestFinished(() => pandoc.dispose());
  return pandoc;
}
