import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readQuery } from '../../src/core/library/query.ts';
import { LibraryClient } from '../../src/engine/library/libraryClient.ts';
import { ofPdf, ofQuotations } from './libraryReading.ts';
import { libraryTexts, queriesOf, type Vocabulary, vocabularyOf } from './libraryMaterial.ts';
import { bundledSnapshot } from './material.ts';
import { ms, percentile, type Row } from './table.ts';

const workerSource = fileURLToPath(new URL('../../src/engine/library/library.worker.ts', import.meta.url));
const QUERIES = 100;

/** The library at 100,000 passages, or with `LIBRARY_PASSAGES=1000000` at as many; MiniSearch beside it at 100,000. */
export async function bench(): Promise<Row[]> {
  const passages = Number(process.env['LIBRARY_PASSAGES'] ?? 100_000);
  const vocabulary = vocabularyOf(await bundledSnapshot());
  const folder = mkdtempSync(join(tmpdir(), 'library-bench-'));
  // As it ships: its sources take longer to start.
  const workerFile = join(folder, 'library.worker.cjs');
  buildSync({ entryPoints: [workerSource], outfile: workerFile, bundle: true, minify: true, platform: 'node', target: 'node22', format: 'cjs', logLevel: 'warning' });
  try {
    return [...await ofLibrary(workerFile, join(folder, 'library.sqlite'), passages, vocabulary), ...await ofPdf(vocabulary), ...passages <= 100_000 ? ofMiniSearch(passages) : []];
  } finally { rmSync(folder, { recursive: true, force: true }); }
}

async function ofLibrary(workerFile: string, file: string, passages: number, vocabulary: Vocabulary): Promise<Row[]> {
  const label = `${passages.toLocaleString('en')} passages`;
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let client = new LibraryClient({ workerFile });
  await client.call('open', { file });
  let peak = 0;
  let putting = 0;
  for (const text of libraryTexts(vocabulary, passages)) {
    putting += await processorTime(() => client.call('put', [text]));
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  await client.dispose();
  const size = statSync(file).size / 1e6;
  const opened = performance.now();
  client = new LibraryClient({ workerFile });
  const opening = await processorTime(() => client.call('open', { file }));
  const reopen = performance.now() - opened;
  const rows: Row[] = [
    { what: `${label}: put in, in a second of processor`, measured: Math.round(passages / putting * 1000).toLocaleString('en'), goal: 'at least 12,000' },
    { what: `${label}: on disk`, measured: `${size.toFixed(0)} MB` },
    { what: `${label}: opened again, with the start of the thread; of processor ${ms(opening)}`, measured: ms(reopen), goal: 'under 100 ms' },
  ];
  for (const [what, queries] of Object.entries(queriesOf(vocabulary, QUERIES))) {
    const all: number[] = [];
    const processor: number[] = [];
    const first: number[] = [];
    let capped = 0;
    for (const query of queries) {
      const asked = performance.now();
      let seen: number | undefined;
      processor.push(await processorTime(async () => {
        const result = await client.call('search', { query: readQuery(query).query, limit: 50 }, { onProgress: () => { seen ??= performance.now() - asked; } });
        if (result.ranked !== undefined) capped++;
      }));
      all.push(performance.now() - asked);
      first.push(seen ?? performance.now() - asked);
    }
    const goal = what === 'two words' || what === 'phrase' ? passages <= 100_000 ? 'p95 under 30 ms' : 'p95 under 150 ms' : undefined;
    rows.push({ what: `${label}: ${what}, ranked in part ${Math.round(capped / queries.length * 100)} %: p50 ${ms(percentile(all, 0.5))}, p95 of processor ${ms(percentile(processor, 0.95))}, p95`, measured: ms(percentile(all, 0.95)), ...goal !== undefined && { goal } });
    rows.push({ what: `${label}: ${what}, first results: p95`, measured: ms(percentile(first, 0.95)), goal: 'under 50 ms' });
  }
  rows.push(...await ofQuotations(client, label));
  await client.dispose();
  rows.push({ what: `${label}: memory of the process over what it had, peak while putting in`, measured: `${((peak - before) / 1e6).toFixed(0)} MB`, goal: 'under 120 MB' });
  return rows;
}

/** Milliseconds of processor that all threads of this process used. */
async function processorTime(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** In a process of its own: its memory is the point. */
function ofMiniSearch(passages: number): Row[] {
  const script = fileURLToPath(new URL('miniSearch.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=4000', script, String(passages), String(QUERIES)], { encoding: 'utf8' });
  if (status !== 0) return [{ what: 'MiniSearch', measured: stderr.split('\n').find(line => /Error/.test(line)) ?? 'failed' }];
  return JSON.parse(stdout) as Row[];
}
