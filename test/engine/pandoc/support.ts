import { onTestFinished } from 'vitest';
import { WasmPandoc, type WasmPandocOptions } from '../../../src/engine/pandoc/wasmPandoc.ts';
import { wasmFile, workerFile } from './files.ts';

export { wasmFile, workerFile };

/** A pandoc that is put away when the test ends. */
export function pandocOf(options: Partial<WasmPandocOptions> = {}): WasmPandoc {
  const pandoc = new WasmPandoc({ workerFile, wasmFile, ...options });
  onTestFinished(() => pandoc.dispose());
  return pandoc;
}
