/** `node test/bench/main.ts [NAME…]`: runs every `*.bench.ts` beside this file, or those whose names are given. Needs Node 24. */
import { readdirSync } from 'node:fs';
import type { Bench, Row } from './table.ts';

const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname).filter(file => file.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some(name => file.startsWith(name)))).sort();
if (files.length === 0) {
  console.error(`There is no bench of that name. Have: ${readdirSync(import.meta.dirname).filter(file => file.endsWith('.bench.ts')).join(', ')}`);
  process.exitCode = 2;
}
for (const file of files) {
  const { bench } = await import(new URL(file, import.meta.url).href) as { readonly bench: Bench };
  print(file.replace('.bench.ts', ''), await bench());
}

function print(title: string, rows: readonly Row[]): void {
  const widths = [Math.max(...rows.map(row => row.what.length)), Math.max(...rows.map(row => row.measured.length))] as const;
  console.log(`\n${title}`);
  for (const { what, measured, goal } of rows) console.log(`  ${what.padEnd(widths[0])}  ${measured.padStart(widths[1])}${goal === undefined ? '' : `  (${goal})`}`);
}
