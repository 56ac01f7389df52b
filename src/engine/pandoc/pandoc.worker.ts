import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PandocExit, PandocInstance } from './instance.ts';
import type { FromPandoc, PandocWorkerData, ToPandoc } from './protocol.ts';
import { vetDocument } from './vet.ts';

const port = parentPort!;
const { wasmFile, module: compiled, memoryMb } = workerData as PandocWorkerData;
const post = (message: FromPandoc, transfer: ArrayBuffer[] = []): void => { port.postMessage(message, transfer); };
const ended = (error: unknown): void => {
  post({ type: 'ended', exitCode: error instanceof PandocExit ? error.exitCode : undefined, message: error instanceof Error ? error.message : String(error) });
};

async function start(): Promise<void> {
  try {
    const module = compiled ?? await WebAssembly.compile(readFileSync(wasmFile));
    const pandoc = await PandocInstance.start(module, memoryMb);
    port.on('message', (request: ToPandoc) => {
      try {
        const { output, stderr, warnings } = pandoc.convert(request);
        const vetted = request.vetting === undefined || output.byteLength === 0 ? undefined : vetDocument(output, request.vetting);
        // A buffer of its own: what is handed over cannot be used here any more.
        const own = vetted?.output ?? output.slice();
        post({ type: 'done', output: own, vetted: vetted?.vetted, stderr, warnings }, [own.buffer as ArrayBuffer]);
      } catch (error) { ended(error); }
    });
    post({ type: 'ready', module });
  } catch (error) { ended(error); }
}

void start();
