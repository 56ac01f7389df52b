/** `node test/bench/main.ts [NAME…]`: runs every `*.bench.ts` beside this file, or those whose names are given. Needs Node 24. */
import { readdirSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { tableOf, type Bench, type Row } from './table.ts';

const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname).filter(file => file.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some(name => file.startsWith(name)))).sort();
if (files.length === 0) {
  console.error(`There is no bench of that name. Have: ${readdirSync(import.meta.dirname).filter(file => file.endsWith('.bench.ts')).join(', ')}`);
  process.exitCode = 2;
}
const benches: (readonly [title: string, rows: readonly Row[]])[] = [];
for (const file of files) {
  const { bench } = await import(new URL(file, import.meta.url).href) as { readonly bench: Bench };
  benches.push([file.replace('.bench.ts', ''), await bench()]);
}
if (benches.length > 0) console.log(`\nTimes are by the clock unless they say CPU; load of the machine now ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} processors.\n\n${tableOf(benches)}`);
