import { join } from 'node:path';
import { BUDGETS, makePackage, sizeOf } from '../../scripts/lib/package.mjs';
import { buildParts } from '../../scripts/lib/parts.mjs';
import { temporaryFolder } from '../../scripts/lib/ready.mjs';
import type { Row } from './table.ts';

const MB = 1024 * 1024;
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;

/** What VS Code loads when the extension starts, and all that its thread can come to load, without workers, pages and pandoc; and the package. */
export async function bench(): Promise<Row[]> {
  const parts = await buildParts({ minify: true, write: false, legalComments: 'none', charset: 'utf8', logLevel: 'error' }, 'dist');
  const sizes = parts.filter(({ part }) => part !== 'cli' && part !== 'mcpServer').map(({ part, metafile }) => [part, Object.values(metafile.outputs)[0]!.bytes] as const);
  const all = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  const { bytes, withoutPandoc } = await makePackage(join(temporaryFolder('package'), 'rapporteur.vsix'));
  return [
    { what: 'bundle of the extension host, all its parts, minified, without pandoc', measured: sizeOf(all), goal: 'under 1.00 MB', met: all < MB, against: sizes.map(([part, size]) => `${part} ${kilobytes(size)}`).join(', ') },
    { what: 'of that, what the editor reads when it starts', measured: kilobytes(sizes[0]![1]), goal: 'under 250 KB', met: sizes[0]![1] < 250 * 1024 },
    { what: 'the package, as it is downloaded', measured: sizeOf(bytes), goal: `under ${sizeOf(BUDGETS.all)}`, met: bytes < BUDGETS.all },
    { what: 'the package without pandoc', measured: sizeOf(withoutPandoc), goal: `under ${sizeOf(BUDGETS.withoutPandoc)}`, met: withoutPandoc < BUDGETS.withoutPandoc },
  ];
}
