/**
 * Reads the documents of a folder and says what came of each, one line of JSON each. Started by watched.test.ts, which lets it read
 * only what it needs, and sees what its threads ask of the network: FOLDER WORKER WASM CMAPS
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { DocumentReader } from '../../../src/engine/library/documents/documentReader.ts';
import type { DocumentFormat } from '../../../src/engine/library/documents/types.ts';

async function run(): Promise<void> {
  const [folder, worker, wasm, cMaps] = process.argv.slice(2) as [string, string, string, string];
  const reader = new DocumentReader({ worker, wasm, cMaps });
  for (const name of readdirSync(folder).sort()) {
    const reading = await reader.read(extname(name).slice(1) as DocumentFormat, readFileSync(join(folder, name)));
    const said = reading.kind === 'read' ? reading.text.blocks.map(block => block.text).join('\n') : reading.code;
    process.stdout.write(`${JSON.stringify({ name, kind: reading.kind, said })}\n`);
  }
  reader.dispose();
}

void run();
