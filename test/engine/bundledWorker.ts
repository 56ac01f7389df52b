import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** A worker built as for the extension, which starts in a fraction of the time of its sources. Gone when the tests of the file are done. */
export function bundledWorker(path: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-worker-'));
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
  const outfile = join(folder, `${basename(path, '.ts')}.cjs`);
  buildSync({
    entryPoints: [fileURLToPath(new URL(`../../${path}`, import.meta.url))], outfile, bundle: true, platform: 'node', target: 'node22', format: 'cjs', logLevel: 'warning',
  });
  return outfile;
}
