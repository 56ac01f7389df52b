/** `npm run notice`: writes NOTICE anew, from what the bundles hold and the licences that come with it. Needs Node 24. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notice } from './notice/notice.ts';

const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'NOTICE'), await notice(root));
