/** `npm run manual`: writes the made tables of the manual anew. Needs Node 24. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manualPages } from './manual/pages.ts';

const root = join(import.meta.dirname, '..');
for (const { path, before, after } of manualPages(root)) {
  if (before === after) continue;
  writeFileSync(join(root, path), after);
  console.log(`written: ${path}`);
}
