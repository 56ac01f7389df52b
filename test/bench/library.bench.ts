import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
  const putter = new LibraryClient({ workerFile });
  await putter.call('open', { file });
  let putting = 0;
  for (const text of libraryTexts(vocabulary, passages)) putting += await processorTime(() => putter.call('put', [text]));
  await putter.dispose();
  const size = statSync(file).size / 1e6;
  const rows: Row[] = [
    { what: `${label}: put in, in a second of processor`, measured: Math.round(passages / putting * 1000).toLocaleString('en'), goal: 'at least 12,000' },
    { what: `${label}: on disk`, measured: `${size.toFixed(0)} MB` },
    ...ofHost(workerFile, file, vocabulary, label),
  ];
  // Texts have come and gone by now, as in a library that is used.
  const client = new LibraryClient({ workerFile });
  await client.call('open', { file });
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
  return rows;
}

/** Milliseconds of processor that all threads of this process used. */
async function processorTime(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Start and memory, in a process that holds the library and nothing of the bench; what it asks and imports is left for it in files. */
function ofHost(workerFile: string, file: string, vocabulary: Vocabulary, label: string): Row[] {
  const material = join(dirname(file), 'material');
  mkdirSync(material);
  writeFileSync(join(material, 'queries.json'), JSON.stringify(Object.values(queriesOf(vocabulary, QUERIES)).flat()));
  for (const { citekey, passages } of libraryTexts(vocabulary, IMPORTED)) writeFileSync(join(material, `${citekey}.txt`), passages.map(({ text }) => text).join('\n\n'));
  return ofProcess('libraryHost.ts', [workerFile, file, material, label]);
}
/** Passages of the texts that are imported. */
const IMPORTED = 10_000;

function ofMiniSearch(passages: number): Row[] {
  return ofProcess('miniSearch.ts', [String(passages), String(QUERIES)]);
}

/** Rows of a script in a process of its own: its memory is the point. */
function ofProcess(script: string, args: readonly string[]): Row[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=4000', fileURLToPath(new URL(script, import.meta.url)), ...args], { encoding: 'utf8' });
  if (status !== 0) return [{ what: script, measured: stderr.split('\n').find(line => /Error/.test(line)) ?? 'failed' }];
  return JSON.parse(stdout) as Row[];
}
