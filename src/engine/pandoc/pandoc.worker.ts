import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PandocExit, PandocInstance, type Converted } from './instance.ts';
import { convertNatively, nativeVersion, type NativeProgram } from './native.ts';
import type { FromPandoc, PandocWorkerData, ToPandoc, WasmData } from './protocol.ts';
import { vetDocument } from './vet.ts';
import { takeWords } from '../l10n.ts';

takeWords();

type Convert = (request: ToPandoc) => Converted | Promise<Converted>;

const port = parentPort!;
const data = workerData as PandocWorkerData;
const post = (message: FromPandoc, transfer: ArrayBuffer[] = []): void => { port.postMessage(message, transfer); };
const ended = (error: unknown): void => {
  post({ type: 'ended', exitCode: error instanceof PandocExit ? error.exitCode : undefined, message: error instanceof Error ? error.message : String(error) });
};

async function startWasm({ wasmFile, module: compiled, memoryMb }: WasmData): Promise<{ readonly convert: Convert; readonly module: WebAssembly.Module }> {
  const module = compiled ?? await WebAssembly.compile(readFileSync(wasmFile));
  const pandoc = await PandocInstance.start(module, memoryMb);
  return { convert: request => pandoc.convert(request), module };
}

async function startNative(native: NativeProgram): Promise<{ readonly convert: Convert }> {
  await nativeVersion(native);
  return { convert: request => convertNatively(native, request, pid => post({ type: 'began', pid })) };
}

async function answer(convert: Convert, request: ToPandoc): Promise<void> {
  try {
    const { output, stderr, warnings } = await convert(request);
    const vetted = request.vetting === undefined || output.byteLength === 0 ? undefined : vetDocument(output, request.vetting);
    // A buffer of its own: what is handed over cannot be used here any more.
    const own = vetted?.output ?? new Uint8Array(output);
    post({ type: 'done', output: own, vetted: vetted?.vetted, stderr, warnings }, [own.buffer as ArrayBuffer]);
  } catch (error) { ended(error); }
}

async function start(): Promise<void> {
  try {
    const { convert, ...more } = 'program' in data ? await startNative(data) : await startWasm(data);
    port.on('message', (request: ToPandoc) => { void answer(convert, request); });
    post({ type: 'ready', ...more });
  } catch (error) { ended(error); }
}

void start();
