import { fileURLToPath } from 'node:url';

export const workerFile = fileURLToPath(new URL('../../../src/engine/pandoc/pandoc.worker.ts', import.meta.url));
export const wasmFile = fileURLToPath(new URL('../../../node_modules/pandoc-wasm/src/pandoc.wasm', import.meta.url));
