/** Which sentences still lack a translation: `node scripts/l10n.ts`. Writes nothing. Needs Node 24. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysOfSource } from './l10n/keys.ts';

const root = join(import.meta.dirname, '..');
const known = JSON.parse(readFileSync(join(root, 'l10n/bundle.l10n.fr.json'), 'utf8')) as Record<string, string>;
const keys = keysOfSource(root);
for (const [key, files] of keys) { if (known[key] === undefined) { console.log(`missing: ${JSON.stringify(key)}  (${files.join(', ')})`); } }
for (const key of Object.keys(known)) { if (!keys.has(key)) { console.log(`left over: ${JSON.stringify(key)}`); } }
