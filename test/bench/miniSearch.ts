/** `node test/bench/miniSearch.ts PASSAGES QUERIES`: MiniSearch over the same passages and queries; prints rows as JSON. */
import MiniSearch from 'minisearch';
import { libraryTexts, queriesOf, vocabularyOf } from './libraryMaterial.ts';
import { bundledSnapshot } from './material.ts';
import { ms, percentile, timed, type Row } from './table.ts';

const passages = Number(process.argv[2]);
const vocabulary = vocabularyOf(await bundledSnapshot());
const index = new MiniSearch({ fields: ['text'], storeFields: ['text'] });
let milliseconds = 0;
let id = 0;
for (const { passages: all } of libraryTexts(vocabulary, passages)) {
  const before = process.cpuUsage();
  index.addAll(all.map(({ text }) => ({ id: id++, text })));
  const { user, system } = process.cpuUsage(before);
  milliseconds += (user + system) / 1000;
}
(globalThis as { gc?: () => void }).gc?.();
const heap = process.memoryUsage().heapUsed / 1e6;
const label = `MiniSearch, ${passages.toLocaleString('en')} passages`;
const saved = JSON.stringify(index);
const rows: Row[] = [
  { what: `${label}: put in, in a second of processor`, measured: Math.round(passages / milliseconds * 1000).toLocaleString('en') },
  { what: `${label}: heap`, measured: `${heap.toFixed(0)} MB` },
  { what: `${label}: opened again`, measured: ms(timed(() => MiniSearch.loadJSON(saved, { fields: ['text'], storeFields: ['text'] }))) },
];
for (const [what, queries] of Object.entries(queriesOf(vocabulary, Number(process.argv[3])))) {
  if (what === 'phrase' || what === 'beginning') continue;
  const times = queries.map(query => timed(() => index.search(query, { combineWith: 'AND' })));
  rows.push({ what: `${label}: ${what}: p50 ${ms(percentile(times, 0.5))}, p95`, measured: ms(percentile(times, 0.95)) });
}
console.log(JSON.stringify(rows));
