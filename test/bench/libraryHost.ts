/**
 * `node --expose-gc test/bench/libraryHost.ts WORKER INDEX MATERIAL LABEL`: what the library costs the process that has it, which
 * holds nothing else: opens an index that is there, asks it, and imports texts. MATERIAL is a folder of `queries.json` and texts.
 * Prints rows as JSON.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readQuery } from '../../src/core/library/query.ts';
import { LibraryClient } from '../../src/engine/library/libraryClient.ts';
import { ms, percentile, taken, type Row, type Taken } from './table.ts';

const [workerFile, file, material, label] = process.argv.slice(2) as [string, string, string, string];
const queries = JSON.parse(readFileSync(join(material, 'queries.json'), 'utf8')) as readonly string[];
const texts = readdirSync(material).filter(name => name.endsWith('.txt'));
const OPENINGS = 7;
const LOOK_MS = 5;

const gc = (globalThis as { gc?: () => void }).gc;
gc?.();
const before = process.memoryUsage.rss();
let peak = before;
const look = setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()); }, LOOK_MS);
const peakOf = async (run: () => Promise<void>) => {
  peak = process.memoryUsage.rss();
  await run();
  return Math.max(peak, process.memoryUsage.rss());
};
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

const openings: Taken[] = [];
for (let at = 0; at < OPENINGS; at++) {
  const client = new LibraryClient({ workerFile });
  openings.push(await taken(() => client.call('open', { file })));
  await client.dispose();
}
const client = new LibraryClient({ workerFile });
await client.call('open', { file });
const searching = await peakOf(async () => { for (const query of queries) await client.call('search', { query: readQuery(query).query, limit: 50 }); });
const importing = await peakOf(async () => {
  for (const name of texts) await client.call('importFile', { key: name, shelf: 'sources', path: join(material, name), citekey: name, title: name });
});
await client.call('remove', texts);
await client.dispose();
clearInterval(look);
const opening = percentile(openings.map(one => one.process), 0.5);
const rows: Row[] = [
  { what: `${label}: opened again, with the start of the thread, of ${OPENINGS} times; of processor ${ms(opening)}`, measured: ms(percentile(openings.map(one => one.clock), 0.5)), goal: 'under 100 ms' },
  { what: `${label}: memory of a process over what it had (${megabytes(before)}), peak of ${queries.length} searches`, measured: megabytes(searching - before), goal: 'under 120 MB' },
  { what: `${label}: memory of a process over what it had, peak of ${texts.length} imports`, measured: megabytes(importing - before), goal: 'under 120 MB' },
];
console.log(JSON.stringify(rows));
